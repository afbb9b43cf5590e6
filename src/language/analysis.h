#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/tags.h"
#include "text/span.h"

namespace onus {

// Morphological features, each with the UD value names in lower case; `none` where the word has none.
enum class Number : std::uint8_t { none, sing, plur };
enum class GrammaticalPerson : std::uint8_t { none, first, second, third };
enum class Tense : std::uint8_t { none, past, pres };
enum class VerbForm : std::uint8_t { none, fin, inf, part, ger };
enum class Case : std::uint8_t { none, nom, acc, gen };

struct Features {
  Number number = Number::none;
  GrammaticalPerson person = GrammaticalPerson::none;
  Tense tense = Tense::none;
  VerbForm verb_form = VerbForm::none;
  Case grammatical_case = Case::none;
  bool possessive = false;
  bool passive = false;   // a passive participle; known only once the sentence is parsed
  bool negative = false;  // not, n't, never, no, nobody, neither …
  friend bool operator==(const Features&, const Features&) = default;
};

// One syntactic word as Universal Dependencies count them: "didn't" is the two tokens "did" and "n't", whose
// spans touch. Tokens of a document lie in the order of the prose and don't overlap.
struct Token {
  ProseSpan span;
  std::uint32_t lemma = 0;  // index in Analysis::lemmas
  Upos upos = Upos::X;
  Xpos xpos = Xpos::unknown;
  Features features;
  // Set by parsing: the index in Analysis::tokens of the governing word; a root's head is itself.
  std::uint32_t head = 0;
  Deprel deprel = Deprel::dep;
};

// A range of indexes into Analysis::tokens.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(std::uint32_t token) const { return begin <= token && token < end; }
  friend constexpr bool operator==(const TokenRange&, const TokenRange&) = default;
};

struct Sentence {
  ProseSpan span;
  TokenRange tokens;
  std::uint32_t block = 0;  // index in Document::blocks
  bool parsed = false;      // heads and relations of its tokens hold
};

// What is known about the language of one document. Everything refers to it by index or span; it refers to
// the prose by span, so the Document (or the text given to analyse) has to outlive what reads both.
struct Analysis {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<std::string> lemmas;  // each once, lower case except for proper nouns

  std::string_view lemma(std::uint32_t token) const { return lemmas[tokens[token].lemma]; }
  std::span<const Token> in(TokenRange range) const {
    return std::span(tokens).subspan(range.begin, range.size());
  }
};

// The sentence that holds `token`. Logarithmic.
std::uint32_t sentence_of(const Analysis&, std::uint32_t token);

}  // namespace onus
