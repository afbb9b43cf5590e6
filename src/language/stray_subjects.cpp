#include "language/stray_subjects.h"

namespace onus {
namespace {

class Subjects {
 public:
  explicit Subjects(const ParsedSentence& sentence) : sentence_(sentence) {}

  void run() {
    for (std::uint32_t s = 0; s < sentence_.size(); ++s) {
      if (sentence_[s].deprel != Deprel::nsubj) continue;
      const std::uint32_t noun = head(s);
      if (noun <= s) continue;
      put_verb_over(s, noun);
      if (!is_oblique(noun)) continue;
      const std::uint32_t verb = verb_between(s, noun);
      if (verb == sentence_.size()) continue;
      for (std::uint32_t t = 0; t < verb; ++t)
        if (head(t) == noun && t != noun) sentence_.set_head(t, verb);
    }
  }

 private:
  // The same where the noun was taken for the predicate itself, and the verb for another of the subject's
  // kind.
  void put_verb_over(std::uint32_t subject, std::uint32_t noun) {
    if (sentence_[noun].upos != Upos::NOUN || has(noun, Deprel::cop) || has(noun, Deprel::aux)) return;
    for (std::uint32_t verb = subject + 1; verb < noun; ++verb) {
      if (head(verb) != subject || sentence_[verb].deprel != Deprel::conj || !is_finite(verb) ||
          sentence_[verb].upos != Upos::VERB || has(verb, Deprel::nsubj))
        continue;
      sentence_.set_head(verb, head(noun) == noun ? verb : head(noun));
      sentence_[verb].deprel = sentence_[noun].deprel;
      for (std::uint32_t t = 0; t < verb; ++t)
        if (head(t) == noun) sentence_.set_head(t, verb);
      sentence_.set_head(noun, verb);
      sentence_[noun].deprel = Deprel::obl;
      return;
    }
  }

  std::uint32_t head(std::uint32_t t) const { return sentence_.head(t); }

  bool has(std::uint32_t governor, Deprel relation) const { return sentence_.has(governor, {relation}); }

  // A noun behind a preposition, which is no predicate ("is in the house" is one).
  bool is_oblique(std::uint32_t t) const {
    const Upos upos = sentence_[t].upos;
    return (upos == Upos::NOUN || upos == Upos::PROPN) && has(t, Deprel::case_) && !has(t, Deprel::cop);
  }

  // The nearest verb above the noun that stands behind the subject, is finite and lacks a subject.
  std::uint32_t verb_between(std::uint32_t subject, std::uint32_t noun) const {
    for (std::uint32_t t = head(noun), steps = 0; t > subject && t < noun && steps < sentence_.size();
         t = head(t), ++steps) {
      if (sentence_[t].upos == Upos::VERB)
        return is_finite(t) && !has(t, Deprel::nsubj) && !has(t, Deprel::nsubj_pass) ? t : sentence_.size();
      if (head(t) == t) break;
    }
    return sentence_.size();
  }

  bool is_finite(std::uint32_t verb) const {
    const Xpos xpos = sentence_[verb].xpos;
    return xpos == Xpos::VBZ || xpos == Xpos::VBD || xpos == Xpos::VBP;
  }

  const ParsedSentence& sentence_;
};

}  // namespace

void return_stray_subjects(const ParsedSentence& sentence) { Subjects(sentence).run(); }

}  // namespace onus
