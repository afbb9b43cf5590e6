#include "language/called_police.h"

#include <array>

#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

class Calls {
 public:
  Calls(std::span<Token> sentence, std::uint32_t begin, std::string_view prose)
      : sentence_(sentence), begin_(begin), prose_(prose) {}

  void run() {
    for (std::size_t verb = 1; verb + 1 < sentence_.size(); ++verb) {
      if (form(verb) != "called" || !is_help(verb + 1) || !is_noun(verb - 1)) continue;
      if (!stand_below(verb) && !stand_above(verb) && !stand_behind(verb)) continue;
      Token& call = sentence_[verb];
      call.upos = Upos::VERB;
      call.xpos = Xpos::VBD;
      call.features = {};
      call.features.tense = Tense::past;
      call.features.verb_form = VerbForm::fin;
    }
  }

 private:
  std::string form(std::size_t t) const { return fold(slice(prose_, sentence_[t].span)); }
  std::uint32_t at(std::size_t t) const { return begin_ + static_cast<std::uint32_t>(t); }
  std::size_t head(std::size_t t) const { return sentence_[t].head - begin_; }
  bool is_noun(std::size_t t) const {
    return sentence_[t].upos == Upos::NOUN || sentence_[t].upos == Upos::PROPN;
  }
  bool is_help(std::size_t t) const {
    static constexpr std::array<std::string_view, 7> help{"police", "security", "999",   "911",
                                                          "000",    "gardai",   "gardaí"};
    return one_of(form(t), help);
  }

  // "called" and the noun before it hang on "police".
  bool stand_below(std::size_t verb) {
    const std::size_t help = verb + 1, caller = verb - 1;
    if (head(verb) != help || sentence_[verb].deprel != Deprel::amod ||
        (head(caller) != help && head(caller) != verb))
      return false;
    for (std::size_t t = 0; t < sentence_.size(); ++t)
      if (t != help && head(t) == help && sentence_[t].deprel == Deprel::case_ && t < verb) return false;
    sentence_[verb].deprel = sentence_[help].deprel;
    sentence_[verb].head = head(help) == help ? at(verb) : sentence_[help].head;
    for (std::size_t t = 0; t < sentence_.size(); ++t)
      if (t != verb && t != help && t != caller && head(t) == help) place(t, t < caller ? caller : verb);
    hang(caller, help, verb);
    return true;
  }

  void place(std::size_t t, std::size_t governor) {
    sentence_[t].head = at(governor);
    if (t > governor && sentence_[t].deprel == Deprel::nmod) sentence_[t].deprel = Deprel::obl;
  }

  // "police" hangs on "called" as what somebody is called.
  bool stand_above(std::size_t verb) {
    const std::size_t help = verb + 1, caller = verb - 1;
    if (head(help) != verb || sentence_[help].deprel != Deprel::xcomp || head(caller) != verb) return false;
    hang(caller, help, verb);
    return true;
  }

  // "A member of the public called 999": "called" hangs on the caller, and all that is left of the sentence.
  bool stand_behind(std::size_t verb) {
    const std::size_t help = verb + 1;
    if (sentence_[verb].deprel != Deprel::acl || head(help) != verb) return false;
    std::size_t caller = head(verb);
    while (sentence_[caller].deprel == Deprel::nmod && head(caller) < caller) caller = head(caller);
    if (head(caller) != caller || caller > verb) return false;
    for (std::size_t t = verb + 1; t < sentence_.size(); ++t)
      if (head(t) == caller) place(t, verb);
    sentence_[verb].deprel = sentence_[caller].deprel;
    sentence_[verb].head = at(verb);
    hang(caller, help, verb);
    return true;
  }

  void hang(std::size_t caller, std::size_t help, std::size_t verb) {
    sentence_[caller].head = sentence_[help].head = at(verb);
    sentence_[caller].deprel = Deprel::nsubj;
    sentence_[help].deprel = Deprel::obj;
  }

  std::span<Token> sentence_;
  std::uint32_t begin_;
  std::string_view prose_;
};

}  // namespace

void read_calls_for_help(std::span<Token> sentence, std::uint32_t begin, std::string_view prose) {
  Calls(sentence, begin, prose).run();
}

}  // namespace onus
