#include "language/letter_subjects.h"

namespace onus {
namespace {

bool is_letter_with_point(std::string_view word) {
  return word.size() == 2 && word[1] == '.' && word[0] >= 'A' && word[0] <= 'Z' && word[0] != 'I';
}

class Letters {
 public:
  explicit Letters(const ParsedSentence& sentence) : sentence_(sentence) {}

  void run() {
    for (std::uint32_t t = 0; t + 1 < sentence_.size(); ++t)
      if (is_letter_with_point(form(t)) && hangs_loose(sentence_[t]))
        if (const std::uint32_t verb = verb_behind(t); verb < sentence_.size()) make_subject(t, verb);
  }

 private:
  std::string_view form(std::uint32_t t) const { return sentence_.form(t); }
  bool is_small(std::uint32_t t) const { return form(t)[0] >= 'a' && form(t)[0] <= 'z'; }

  static bool hangs_loose(const Token& letter) {
    return letter.deprel == Deprel::discourse || letter.deprel == Deprel::dep ||
           letter.deprel == Deprel::flat || letter.deprel == Deprel::appos;
  }

  // Right behind, or behind an adverb or an auxiliary of its own; one that has no subject.
  std::uint32_t verb_behind(std::uint32_t t) const {
    const std::uint32_t none = sentence_.size();
    std::uint32_t at = t + 1;
    if (!is_small(at)) return none;
    while (at + 1 < none && (sentence_[at].upos == Upos::ADV || sentence_[at].upos == Upos::AUX)) ++at;
    if (sentence_[at].upos != Upos::VERB || sentence_[at].xpos == Xpos::VBG) return none;
    return sentence_.has(at, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::csubj}) ? none : at;
  }

  void make_subject(std::uint32_t t, std::uint32_t at) {
    if (sentence_.head(at) == t) return;
    Token& letter = sentence_[t];
    letter.upos = Upos::PROPN;
    letter.xpos = Xpos::NNP;
    sentence_.set_head(t, at);
    const bool passive = sentence_.has(at, {Deprel::aux_pass, Deprel::obl_agent});
    letter.deprel = passive ? Deprel::nsubj_pass : Deprel::nsubj;
    if (passive || sentence_.has(at, {Deprel::aux})) return;
    const Xpos tag = sentence_[at].xpos;
    if (tag == Xpos::VBN || tag == Xpos::VB) sentence_.make_past_tense(at);
  }

  const ParsedSentence& sentence_;
};

}  // namespace

void read_letters_as_subjects(const ParsedSentence& sentence) { Letters(sentence).run(); }

}  // namespace onus
