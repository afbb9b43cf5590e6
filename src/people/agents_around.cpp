#include "people/agents_around.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

std::uint32_t only_perpetrator(const PeopledText& text) {
  std::uint32_t one = kNone;
  for (std::uint32_t p = 0; p < text.cast.people.size(); ++p) {
    if (!text.cast.people[p].plays(Role::perpetrator)) continue;
    if (one != kNone) return kNone;
    one = p;
  }
  return one;
}

class AgentsAround {
 public:
  AgentsAround(const PeopledText& text, std::vector<Event>& events, std::uint32_t perpetrator)
      : text_(text), events_(events), perpetrator_(perpetrator) {}

  void run() {
    for (Event& event : events_) {
      name_by_neighbour(event);
      name_who_rules(event);
      name_by_pronoun(event);
    }
  }

 private:
  // "She was pushed against the sink. He then slapped her.": the one person who uses violence in this report
  // does the like to the same one in the sentence before or after, and no one else is there who could.
  void name_by_neighbour(Event& event) {
    if (event.agent != kNone || event.agent_in_sentence || event.clause == kNone || event.target.size() != 1)
      return;
    if (perpetrator_ == event.target.front()) return;
    const std::uint32_t here = sentence_of_event(event);
    const auto like = [&](const Event& other) {
      const std::uint32_t there = sentence_of_event(other);
      return other.agent == perpetrator_ && other.tactic == event.tactic && !other.negated &&
             other.standing != Standing::disputed && there + 1 >= here && there <= here + 1 &&
             text_.analysis.sentences[there].block == text_.analysis.sentences[here].block &&
             std::find(other.target.begin(), other.target.end(), event.target.front()) !=
                 other.target.end() &&
             !names_another(here, event.target.front()) && !names_another(there, event.target.front());
    };
    if (std::any_of(events_.begin(), events_.end(), like)) event.agent = perpetrator_;
  }

  // "Pushed her into the wall." as a note, "She had to ask before she sat down": the one person
  // who uses violence in this report, where the sentence speaks of no one else who could.
  void name_who_rules(Event& event) {
    if (event.agent != kNone || event.agent_in_sentence || event.clause == kNone) return;
    if (event.target.size() != 1 || event.target.front() == perpetrator_) return;
    if (text_.cast.people[event.target.front()].plays(Role::professional)) return;
    const Clause& clause = text_.clauses.all[event.clause];
    const bool ruled = is_ruled(event, clause);
    if (!ruled && !leaves_out_subject(clause)) return;
    if (!names_another(clause.sentence, event.target.front())) event.agent = perpetrator_;
  }

  // "He has the keys of the car.", where it isn't clear who "he" is: the one person who uses violence in this
  // report, if they are "he" and the other grown-ups of whom it tells aren't.
  void name_by_pronoun(Event& event) {
    if (event.agent != kNone || !event.agent_in_sentence || event.clause == kNone) return;
    if (std::ranges::find(event.target, perpetrator_) != event.target.end()) return;
    const Clause& clause = text_.clauses.all[event.clause];
    const Mention* doer = clause.agent() == kNone ? nullptr : text_.cast.at(clause.agent());
    if (doer == nullptr || doer->kind != MentionKind::pronoun || doer->plural || !doer->people.empty())
      return;
    const std::string word = fold(text_.form(doer->head));
    if (!is_called(perpetrator_, word)) return;
    for (std::uint32_t p = 0; p < text_.cast.people.size(); ++p)
      if (p != perpetrator_ && is_main(p) && is_called(p, word)) return;
    event.agent = perpetrator_;
  }

  bool is_main(std::uint32_t person) const {
    const Person& p = text_.cast.people[person];
    return p.plays(Role::non_offending_parent) || p.role() == Role::unknown;
  }

  // Whether a pronoun means somebody anywhere in the report.
  bool is_called(std::uint32_t person, std::string_view pronoun) {
    if (pronouns_.empty()) {
      pronouns_.resize(text_.cast.people.size());
      for (const Mention& mention : text_.cast.mentions)
        if (mention.kind == MentionKind::pronoun && mention.people.size() == 1)
          pronouns_[mention.people.front()].insert(fold(text_.form(mention.head)));
    }
    return pronouns_[person].contains(std::string(pronoun));
  }

  // What somebody has to do or isn't let do; blows aren't told so.
  bool is_ruled(const Event& event, const Clause& clause) const {
    if (event.tactic != Tactic::micro_regulation && event.tactic != Tactic::isolation &&
        event.tactic != Tactic::economic && event.tactic != Tactic::monitoring)
      return false;
    const Mention* subject = clause.subject == kNone ? nullptr : text_.cast.at(clause.subject);
    static constexpr std::array<std::string_view, 5> ruling{"make", "force", "expect", "require", "oblige"};
    const bool passive = one_of(text_.analysis.lemma(clause.predicate), ruling);
    return (clause.voice == Voice::active || passive) && subject != nullptr &&
           subject->people == event.target;
  }

  bool leaves_out_subject(const Clause& clause) const {
    return clause.subject == kNone && clause.voice == Voice::active && clause.kind == ClauseKind::main &&
           clause.predicate <= text_.analysis.sentences[clause.sentence].tokens.begin + 1 &&
           text_.token(clause.predicate).features.verb_form != VerbForm::inf &&
           text_.token(clause.predicate).xpos != Xpos::VBG;
  }

  std::uint32_t sentence_of_event(const Event& event) const {
    return sentence_of(text_.analysis, event.predicate);
  }

  // Whether a sentence speaks of any grown-up but the two, or of one who isn't known.
  bool names_another(std::uint32_t sentence, std::uint32_t target) const {
    const TokenRange range = text_.analysis.sentences[sentence].tokens;
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      const Mention* mention = text_.cast.at(t);
      if (mention == nullptr || mention->kind == MentionKind::agency) continue;
      if (mention->people.empty() && mention->kind != MentionKind::group) return true;
      for (const std::uint32_t p : mention->people)
        if (p != perpetrator_ && p != target && !text_.cast.people[p].plays(Role::child) &&
            !text_.cast.people[p].plays(Role::professional))
          return true;
    }
    return false;
  }

  const PeopledText& text_;
  std::vector<Event>& events_;
  std::uint32_t perpetrator_;                              // the one person who uses violence in this report
  std::vector<std::unordered_set<std::string>> pronouns_;  // for each person, those that mean them
};

}  // namespace

void name_from_around(const PeopledText& text, std::vector<Event>& events) {
  const std::uint32_t perpetrator = only_perpetrator(text);
  if (perpetrator != kNone) AgentsAround(text, events, perpetrator).run();
}

}  // namespace onus
