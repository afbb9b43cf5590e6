#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include "language/analysis.h"

namespace onus {

// One sentence of an analysis as it comes from the parser, for those who mend its tree. Tokens go by their
// place in the sentence, from 0; the heads in them are indexes into Analysis::tokens. Refers to the analysis
// and the prose.
struct ParsedSentence {
  std::span<Token> tokens;
  std::uint32_t begin = 0;  // index of the first token in Analysis::tokens
  std::string_view prose;

  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens.size()); }
  Token& operator[](std::uint32_t t) const { return tokens[t]; }
  std::string_view form(std::uint32_t t) const { return slice(prose, tokens[t].span); }
  // The place of a token's head; a root is its own.
  std::uint32_t head(std::uint32_t t) const { return tokens[t].head - begin; }
  void set_head(std::uint32_t t, std::uint32_t head) const { tokens[t].head = begin + head; }
  bool has(std::uint32_t governor, std::initializer_list<Deprel> relations) const {
    for (std::uint32_t t = 0; t < size(); ++t)
      if (t != governor && head(t) == governor &&
          std::ranges::find(relations, tokens[t].deprel) != relations.end())
        return true;
    return false;
  }
  // A verb that the tagger took for a participle or an infinitive.
  void make_past_tense(std::uint32_t verb) const {
    tokens[verb].upos = Upos::VERB;
    tokens[verb].xpos = Xpos::VBD;
    tokens[verb].features = {};
    tokens[verb].features.tense = Tense::past;
    tokens[verb].features.verb_form = VerbForm::fin;
  }
};

}  // namespace onus
