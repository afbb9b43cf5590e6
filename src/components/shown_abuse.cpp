#include "components/shown_abuse.h"

#include <algorithm>
#include <map>

#include "components/acts_told.h"

namespace onus {
namespace {

bool is_force(Tactic tactic) {
  return tactic == Tactic::physical || tactic == Tactic::sexual || tactic == Tactic::threat ||
         tactic == Tactic::stalking;
}

// By a grown-up who may use violence, or by nobody in a passive or a noun: "was pushed", "the assault".
bool has_doer(const Narrative& narrative, const Parts& parts, const Event& event) {
  if (event.agent != kNone) return parts.of(event.agent) == Role::unknown;
  if (event.agent_in_sentence) return true;
  if (needs_no_doer(event)) return false;
  return event.clause == kNone || narrative.clauses.all[event.clause].voice != Voice::active;
}

// A noun names an act without its target: "following the assault".
bool touches_family(const Narrative& narrative, const Parts& parts, const Event& event) {
  if (event.clause == kNone && event.target.empty()) return true;
  return std::ranges::any_of(event.target, [&](std::uint32_t person) {
    const Role role = parts.of(person);
    return person != event.agent && role != Role::professional && role != Role::other &&
           narrative.cast.people[person].role() != Role::perpetrator;
  });
}

}  // namespace

bool shows_abuse(const Narrative& narrative, const Parts& parts, const std::vector<Sighting>& sightings) {
  if (parts.has(Role::perpetrator)) return true;
  std::map<std::uint32_t, int> others;
  for (const Event& event : narrative.events) {
    if (event.negated || event.of_pattern || event.by_ear || event.standing == Standing::disputed) continue;
    const std::uint32_t sentence = sentence_of(narrative.analysis, event.predicate);
    if (!is_told(narrative, sentence, event.clause) || is_accident(event, sentence, sightings)) continue;
    if (!has_doer(narrative, parts, event) || !touches_family(narrative, parts, event)) continue;
    if (is_force(event.tactic) || (event.agent != kNone && ++others[event.agent] > 1)) return true;
  }
  return false;
}

}  // namespace onus
