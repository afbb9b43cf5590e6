#pragma once

#include <string>
#include <string_view>

#include "rules/narrative.h"
#include "text/closed_list.h"
#include "text/fold.h"

// The words of one sentence as the readers of a passive's surroundings ask about them. A position past the
// sentence's end is allowed and is a mark without a form.
namespace onus {

// It refers to the narrative, which has to outlive it.
class SentenceWords {
 public:
  SentenceWords(const Narrative& n, std::uint32_t at)
      : n_(n), index_(sentence_of(n.analysis, at)), words_(n.analysis.sentences[index_].tokens) {}

 protected:
  const Token& token(std::uint32_t t) const { return n_.analysis.tokens[t]; }
  std::string form(std::uint32_t t) const { return t < words_.end ? lower(n_.form(t)) : std::string(); }
  std::string_view lemma(std::uint32_t t) const { return n_.analysis.lemma(t); }
  bool mark(std::uint32_t t) const { return t >= words_.end || token(t).upos == Upos::PUNCT; }
  bool joins(std::uint32_t t) const { return t < words_.end && token(t).upos == Upos::CCONJ; }
  bool verb(std::uint32_t t) const {
    return t < words_.end && (token(t).upos == Upos::VERB || token(t).upos == Upos::AUX);
  }
  bool finite(std::uint32_t t) const {
    if (t >= words_.end) return false;
    const Xpos tag = token(t).xpos;
    return tag == Xpos::VBD || tag == Xpos::VBZ || tag == Xpos::VBP || tag == Xpos::MD;
  }
  bool auxiliary(std::uint32_t t) const {
    return token(t).xpos == Xpos::MD || one_of(lemma(t), {"be", "have", "do"});
  }
  bool asks(std::uint32_t t) const {
    return one_of(form(t), {"what", "where", "who", "how", "which", "when", "whom"});
  }

  const Narrative& n_;
  std::uint32_t index_;
  TokenRange words_;
};

}  // namespace onus
