#include "language/called_police.h"

#include <array>

#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

class Calls {
 public:
  explicit Calls(const ParsedSentence& sentence) : sentence_(sentence) {}

  void run() {
    for (std::uint32_t verb = 1; verb + 1 < sentence_.size(); ++verb) {
      if (form(verb) != "called" || !is_help(verb + 1) || !is_noun(verb - 1)) continue;
      if (stand_below(verb) || stand_above(verb) || stand_behind(verb)) sentence_.make_past_tense(verb);
    }
  }

 private:
  std::string form(std::uint32_t t) const { return fold(sentence_.form(t)); }
  std::uint32_t head(std::uint32_t t) const { return sentence_.head(t); }
  bool is_noun(std::uint32_t t) const {
    return sentence_[t].upos == Upos::NOUN || sentence_[t].upos == Upos::PROPN;
  }
  bool is_help(std::uint32_t t) const {
    static constexpr std::array<std::string_view, 7> help{"police", "security", "999",   "911",
                                                          "000",    "gardai",   "gardaí"};
    return one_of(form(t), help);
  }

  // "called" and the noun before it hang on "police".
  bool stand_below(std::uint32_t verb) {
    const std::uint32_t help = verb + 1, caller = verb - 1;
    if (head(verb) != help || sentence_[verb].deprel != Deprel::amod ||
        (head(caller) != help && head(caller) != verb))
      return false;
    for (std::uint32_t t = 0; t < verb; ++t)
      if (head(t) == help && sentence_[t].deprel == Deprel::case_) return false;
    sentence_[verb].deprel = sentence_[help].deprel;
    sentence_.set_head(verb, head(help) == help ? verb : head(help));
    for (std::uint32_t t = 0; t < sentence_.size(); ++t)
      if (t != verb && t != help && t != caller && head(t) == help) place(t, t < caller ? caller : verb);
    hang(caller, help, verb);
    return true;
  }

  void place(std::uint32_t t, std::uint32_t governor) {
    sentence_.set_head(t, governor);
    if (t > governor && sentence_[t].deprel == Deprel::nmod) sentence_[t].deprel = Deprel::obl;
  }

  // "police" hangs on "called" as what somebody is called.
  bool stand_above(std::uint32_t verb) {
    const std::uint32_t help = verb + 1, caller = verb - 1;
    if (head(help) != verb || sentence_[help].deprel != Deprel::xcomp || head(caller) != verb) return false;
    hang(caller, help, verb);
    return true;
  }

  // "A member of the public called 999": "called" hangs on the caller, and all that is left of the sentence.
  bool stand_behind(std::uint32_t verb) {
    const std::uint32_t help = verb + 1;
    if (sentence_[verb].deprel != Deprel::acl || head(help) != verb) return false;
    std::uint32_t caller = head(verb);
    while (sentence_[caller].deprel == Deprel::nmod && head(caller) < caller) caller = head(caller);
    if (head(caller) != caller || caller > verb) return false;
    for (std::uint32_t t = verb + 1; t < sentence_.size(); ++t)
      if (head(t) == caller) place(t, verb);
    sentence_[verb].deprel = sentence_[caller].deprel;
    sentence_.set_head(verb, verb);
    hang(caller, help, verb);
    return true;
  }

  void hang(std::uint32_t caller, std::uint32_t help, std::uint32_t verb) {
    sentence_.set_head(caller, verb);
    sentence_.set_head(help, verb);
    sentence_[caller].deprel = Deprel::nsubj;
    sentence_[help].deprel = Deprel::obj;
  }

  const ParsedSentence& sentence_;
};

}  // namespace

void read_calls_for_help(const ParsedSentence& sentence) { Calls(sentence).run(); }

}  // namespace onus
