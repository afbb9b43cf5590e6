#include "language/letter_subjects.h"

#include <algorithm>
#include <initializer_list>

namespace onus {
namespace {

bool is_letter_with_point(std::string_view word) {
  return word.size() == 2 && word[1] == '.' && word[0] >= 'A' && word[0] <= 'Z' && word[0] != 'I';
}

bool has(std::span<const Token> sentence, std::uint32_t governor, std::initializer_list<Deprel> relations) {
  return std::ranges::any_of(sentence, [&](const Token& token) {
    return token.head == governor && std::ranges::find(relations, token.deprel) != relations.end();
  });
}

class Letters {
 public:
  Letters(std::span<Token> sentence, std::uint32_t begin, std::string_view prose)
      : sentence_(sentence), begin_(begin), prose_(prose) {}

  void run() {
    for (std::uint32_t t = 0; t + 1 < sentence_.size(); ++t)
      if (is_letter_with_point(form(t)) && hangs_loose(sentence_[t]))
        if (const std::uint32_t verb = verb_behind(t); verb < sentence_.size()) make_subject(t, verb);
  }

 private:
  std::string_view form(std::uint32_t t) const { return slice(prose_, sentence_[t].span); }
  bool is_small(std::uint32_t t) const { return form(t)[0] >= 'a' && form(t)[0] <= 'z'; }

  static bool hangs_loose(const Token& letter) {
    return letter.deprel == Deprel::discourse || letter.deprel == Deprel::dep ||
           letter.deprel == Deprel::flat || letter.deprel == Deprel::appos;
  }

  // Right behind, or behind an adverb or an auxiliary of its own; one that has no subject.
  std::uint32_t verb_behind(std::uint32_t t) const {
    const auto none = static_cast<std::uint32_t>(sentence_.size());
    std::uint32_t at = t + 1;
    if (!is_small(at)) return none;
    while (at + 1 < none && (sentence_[at].upos == Upos::ADV || sentence_[at].upos == Upos::AUX)) ++at;
    if (sentence_[at].upos != Upos::VERB || sentence_[at].xpos == Xpos::VBG) return none;
    return has(sentence_, begin_ + at, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::csubj}) ? none : at;
  }

  void make_subject(std::uint32_t t, std::uint32_t at) {
    Token &letter = sentence_[t], &verb = sentence_[at];
    if (verb.head == begin_ + t) return;
    letter.upos = Upos::PROPN;
    letter.xpos = Xpos::NNP;
    letter.head = begin_ + at;
    const bool passive = has(sentence_, begin_ + at, {Deprel::aux_pass, Deprel::obl_agent});
    letter.deprel = passive ? Deprel::nsubj_pass : Deprel::nsubj;
    if (passive || has(sentence_, begin_ + at, {Deprel::aux})) return;
    if (verb.xpos != Xpos::VBN && verb.xpos != Xpos::VB) return;
    verb.xpos = Xpos::VBD;
    verb.features = {};
    verb.features.tense = Tense::past;
    verb.features.verb_form = VerbForm::fin;
  }

  std::span<Token> sentence_;
  std::uint32_t begin_;
  std::string_view prose_;
};

}  // namespace

void read_letters_as_subjects(std::span<Token> sentence, std::uint32_t begin, std::string_view prose) {
  Letters(sentence, begin, prose).run();
}

}  // namespace onus
