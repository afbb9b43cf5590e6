#include "people/survivors_acts.h"

#include <algorithm>

#include "people/agents.h"

namespace onus {
namespace {

// Somebody does things to them, and they are told to have struck or threatened nobody.
bool only_suffers(const std::vector<Event>& events, std::uint32_t person) {
  bool suffers = false;
  for (const Event& event : events) {
    const bool force =
        event.tactic == Tactic::physical || event.tactic == Tactic::sexual || event.tactic == Tactic::threat;
    if (event.agent == person && force && !event.of_pattern && !event.target.empty() && !event.negated)
      return false;
    suffers |= event.agent != person && std::ranges::find(event.target, person) != event.target.end();
  }
  return suffers;
}

// "hit back", "hit the young one": what isn't so, and what is done to someone, whoever that is.
bool may_hurt_somebody(const PeopledText& text, const Event& event) {
  if (event.negated || event.clause == kNone) return event.negated;
  const Clause& clause = text.clauses.all[event.clause];
  const std::uint32_t object = clause.object;
  if (object == kNone || clause.voice != Voice::active) return false;
  // "the young one a clatter"
  const auto parts = text.clauses.dependents(event.predicate);
  if (std::ranges::count_if(parts, [&](auto p) { return text.token(p).deprel == Deprel::obj; }) > 1)
    return true;
  if (clause.indirect_object != kNone) return true;
  const Mention* mention = text.cast.at(object);
  if (mention != nullptr) return mention->kind != MentionKind::agency;
  const std::uint32_t owner = dependent(text.analysis, text.clauses, object, Deprel::nmod_poss);
  if (owner != kNone) {
    const Mention* whose = text.cast.at(owner);
    return whose != nullptr && (whose->people.size() != 1 || whose->people.front() != event.agent);
  }
  return text.analysis.lemma(object) == "one";
}

}  // namespace

// "Ms Hart checks Ewan's phone at bedtime", "hid some money", "put him out", "cancelled three visits", "Ewan
// put a chair against the door", "bites her nails": what the parent who doesn't use violence and the children
// do from day to day and to be safe. What they do to somebody is told as what it is.
bool is_no_abuse(const PeopledText& text, const std::vector<Event>& events, const Event& event) {
  const Cast& cast = text.cast;
  // "The father was not allowed to see his first child": what is asked of who uses violence.
  if (event.agent == kNone && event.target.size() == 1 && is_perpetrator(cast, event.target.front()))
    return event.tactic == Tactic::isolation || event.tactic == Tactic::micro_regulation ||
           event.tactic == Tactic::monitoring || event.tactic == Tactic::deprivation;
  if (event.agent == kNone || is_perpetrator(cast, event.agent)) return false;
  const Role role = cast.people[event.agent].role();
  if (role != Role::non_offending_parent && role != Role::child &&
      !(role == Role::unknown && only_suffers(events, event.agent)))
    return false;
  if (event.target.empty()) return event.tactic != Tactic::physical || !may_hurt_somebody(text, event);
  return event.tactic == Tactic::isolation || event.tactic == Tactic::micro_regulation ||
         event.tactic == Tactic::monitoring || event.tactic == Tactic::economic ||
         event.tactic == Tactic::deprivation || event.tactic == Tactic::post_separation;
}

namespace {

bool does_or_suffers(const std::vector<Event>& events, std::uint32_t person) {
  return std::ranges::any_of(events, [&](const Event& event) {
    return event.agent == person || std::ranges::find(event.target, person) != event.target.end();
  });
}

}  // namespace

// "pushed him away so that she could get to Ewan": what she did it for stays with it.
void keep_purpose(const PeopledText& text, std::vector<Event>& events) {
  for (Event& event : events) {
    if (event.agent == kNone || event.clause == kNone || is_perpetrator(text.cast, event.agent)) continue;
    const Role role = text.cast.people[event.agent].role();
    if (role != Role::non_offending_parent && role != Role::child) continue;
    for (const std::uint32_t child : text.clauses.dependents(event.predicate)) {
      if (child < event.predicate || text.token(child).deprel != Deprel::advcl) continue;
      const std::uint32_t mark = dependent(text.analysis, text.clauses, child, Deprel::mark);
      const std::string_view word = mark == kNone ? std::string_view{} : text.analysis.lemma(mark);
      if (word != "so" && word != "to" && word != "because" && word != "that") continue;
      const std::uint32_t last = phrase_of(text.analysis, text.clauses, child).end - 1;
      event.span.end = std::max(event.span.end, text.token(last).span.end);
    }
  }
}

namespace {

// Who the "I" of a party's own statement is; kNone where a professional writes, or nobody.
std::uint32_t party_who_writes(const Cast& cast, const std::vector<Event>& events) {
  const auto writer = std::ranges::find_if(cast.mentions, [](const Mention& mention) {
    return mention.kind == MentionKind::writer && mention.people.size() == 1 && !mention.plural;
  });
  if (writer == cast.mentions.end()) return kNone;
  const std::uint32_t who = writer->people.front();
  const Person& person = cast.people[who];
  if (person.plays(Role::professional)) return kNone;
  return person.parent || does_or_suffers(events, who) ? who : kNone;
}

}  // namespace

// What a party tells in a statement is that party's account, and what it tells of itself is admitted.
void tell_by_party(const Cast& cast, std::vector<Event>& events) {
  const std::uint32_t writer = party_who_writes(cast, events);
  if (writer == kNone) return;
  for (Event& event : events) {
    if (event.told_by != kNone || event.standing != Standing::unstated) continue;
    event.told_by = writer;
    event.standing = event.agent == writer ? Standing::admitted : Standing::alleged;
  }
}

}  // namespace onus
