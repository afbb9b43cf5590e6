#include "people/retellings.h"

#include <algorithm>
#include <array>

#include "people/agents.h"
#include "text/closed_list.h"

namespace onus {
namespace {

bool is_account(const PeopledText& text, const Clause& clause) {
  static constexpr std::array<std::string_view, 12> verbs{"say",      "state",  "tell",     "report",
                                                          "describe", "write",  "disclose", "recall",
                                                          "explain",  "allege", "claim",    "note"};
  return one_of(text.analysis.lemma(clause.predicate), verbs);
}

// "She says he told her nobody would find the body": she tells of it and he did it.
void drop_reports(const PeopledText& text, std::vector<Event>& events,
                  std::vector<std::uint32_t>& event_of_clause) {
  std::vector<bool> drop(events.size(), false);
  for (const Event& event : events) {
    if (event.clause == kNone || (event.agent == kNone && event.target.empty())) continue;
    const Clause& clause = text.clauses.all[event.clause];
    if (clause.reported_by == kNone) continue;
    const std::uint32_t outer = event_of_clause[clause.reported_by];
    if (outer == kNone || !is_account(text, text.clauses.all[clause.reported_by])) continue;
    // "He told her that his brother would kill her" is a threat of his.
    if (clause.modality != Modality::none && events[outer].tactic == Tactic::threat) continue;
    const std::uint32_t teller = events[outer].agent;
    // "He says that she is losing her wits": his own words, of one who is stated to use violence.
    if (event.of_pattern && is_perpetrator(text.cast, teller)) continue;
    const bool suffers = std::find(event.target.begin(), event.target.end(), teller) != event.target.end();
    if (event.agent == kNone ? suffers : teller != event.agent) drop[outer] = true;
  }
  std::vector<Event> kept;
  std::vector<std::uint32_t> place(events.size(), kNone);
  for (std::size_t e = 0; e < events.size(); ++e) {
    if (drop[e]) continue;
    place[e] = static_cast<std::uint32_t>(kept.size());
    kept.push_back(std::move(events[e]));
  }
  events = std::move(kept);
  for (std::uint32_t& event : event_of_clause)
    if (event != kNone) event = place[event];
}

}  // namespace

// "threatened to kill her" is one act, and so is "subjected her to abuse".
void drop_told_twice(const PeopledText& text, std::vector<Event>& events,
                     std::vector<std::uint32_t>& event_of_clause) {
  drop_reports(text, events, event_of_clause);
  std::vector<std::uint32_t> by;
  std::vector<bool> of_pattern;
  for (const Event& event : events) {
    by.push_back(event.agent);
    of_pattern.push_back(event.of_pattern);
  }
  std::erase_if(events, [&](const Event& event) {
    if (event.clause == kNone) return false;
    const Clause& clause = text.clauses.all[event.clause];
    const Deprel relation = text.token(clause.predicate).deprel;
    if (clause.governor == kNone || (relation != Deprel::xcomp && relation != Deprel::ccomp)) return false;
    const std::uint32_t governing = event_of_clause[clause.governor];
    if (governing == kNone) return false;
    // "told her that his former wife slapped him": somebody else's act is one of its own.
    return by.at(governing) == event.agent || event.agent == kNone || !of_pattern.at(governing);
  });
}

}  // namespace onus
