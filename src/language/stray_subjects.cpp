#include "language/stray_subjects.h"

#include <cstddef>

namespace onus {
namespace {

class Subjects {
 public:
  Subjects(std::span<Token> sentence, std::uint32_t begin) : sentence_(sentence), begin_(begin) {}

  void run() {
    for (std::size_t s = 0; s < sentence_.size(); ++s) {
      if (sentence_[s].deprel != Deprel::nsubj) continue;
      const std::size_t noun = head(s);
      if (noun <= s) continue;
      put_verb_over(s, noun);
      if (!is_oblique(noun)) continue;
      const std::size_t verb = verb_between(s, noun);
      if (verb == sentence_.size()) continue;
      for (std::size_t t = 0; t < verb; ++t)
        if (head(t) == noun && t != noun) sentence_[t].head = begin_ + static_cast<std::uint32_t>(verb);
    }
  }

 private:
  // The same where the noun was taken for the predicate itself, and the verb for another of the subject's
  // kind.
  void put_verb_over(std::size_t subject, std::size_t noun) {
    if (sentence_[noun].upos != Upos::NOUN || has(noun, Deprel::cop) || has(noun, Deprel::aux)) return;
    for (std::size_t verb = subject + 1; verb < noun; ++verb) {
      if (head(verb) != subject || sentence_[verb].deprel != Deprel::conj || !is_finite(verb) ||
          sentence_[verb].upos != Upos::VERB || has(verb, Deprel::nsubj))
        continue;
      const auto at = begin_ + static_cast<std::uint32_t>(verb);
      sentence_[verb].head = head(noun) == noun ? at : sentence_[noun].head;
      sentence_[verb].deprel = sentence_[noun].deprel;
      for (std::size_t t = 0; t < verb; ++t)
        if (head(t) == noun) sentence_[t].head = at;
      sentence_[noun].head = at;
      sentence_[noun].deprel = Deprel::obl;
      return;
    }
  }

  std::size_t head(std::size_t t) const { return sentence_[t].head - begin_; }

  bool has(std::size_t governor, Deprel relation) const {
    for (std::size_t t = 0; t < sentence_.size(); ++t)
      if (t != governor && head(t) == governor && sentence_[t].deprel == relation) return true;
    return false;
  }

  // A noun behind a preposition, which is no predicate ("is in the house" is one).
  bool is_oblique(std::size_t t) const {
    const Upos upos = sentence_[t].upos;
    return (upos == Upos::NOUN || upos == Upos::PROPN) && has(t, Deprel::case_) && !has(t, Deprel::cop);
  }

  // The nearest verb above the noun that stands behind the subject, is finite and lacks a subject.
  std::size_t verb_between(std::size_t subject, std::size_t noun) const {
    for (std::size_t t = head(noun), steps = 0; t > subject && t < noun && steps < sentence_.size();
         t = head(t), ++steps) {
      if (sentence_[t].upos == Upos::VERB)
        return is_finite(t) && !has(t, Deprel::nsubj) && !has(t, Deprel::nsubj_pass) ? t : sentence_.size();
      if (head(t) == t) break;
    }
    return sentence_.size();
  }

  bool is_finite(std::size_t verb) const {
    const Xpos xpos = sentence_[verb].xpos;
    return xpos == Xpos::VBZ || xpos == Xpos::VBD || xpos == Xpos::VBP;
  }

  std::span<Token> sentence_;
  std::uint32_t begin_;
};

}  // namespace

void return_stray_subjects(std::span<Token> sentence, std::uint32_t begin) {
  Subjects(sentence, begin).run();
}

}  // namespace onus
