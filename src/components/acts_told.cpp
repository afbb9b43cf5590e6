#include "components/acts_told.h"

#include <algorithm>

namespace onus {
namespace {

// "Bullied by a girl from another class": somebody did it to a child who is nobody of the family.
bool is_by_somebody_else(const Narrative& narrative, const Event& event, const Parts& parts) {
  if (event.agent != kNone || event.clause == kNone || event.target.empty() ||
      !std::all_of(event.target.begin(), event.target.end(),
                   [&](std::uint32_t person) { return parts.of(person) == Role::child; }))
    return false;
  const std::uint32_t agent = narrative.clauses.all[event.clause].agent();
  if (agent == kNone) return false;
  const Mention* somebody = narrative.cast.at(agent);
  return narrative.analysis.tokens[agent].upos == Upos::NOUN &&
         (somebody == nullptr || parts.of(*somebody) != Role::perpetrator);
}

// A pronoun that could be either parent is the one who isn't the target.
bool is_by_perpetrator(const Event& event, const Parts& parts) {
  if (event.agent != kNone) return true;
  return event.agent_in_sentence && !event.target.empty() &&
         std::all_of(event.target.begin(), event.target.end(), [&](std::uint32_t person) {
           return parts.of(person) == Role::non_offending_parent || parts.of(person) == Role::child;
         });
}

// Without somebody who does it, a fall or a birth hurts as well as a person.
bool is_accident(const Event& event, std::uint32_t sentence, const std::vector<Sighting>& sightings) {
  return event.agent == kNone && !event.agent_in_sentence &&
         std::any_of(sightings.begin(), sightings.end(), [&](const Sighting& sighting) {
           return sighting.indicator->sign == Sign::accident && sighting.match.sentence == sentence;
         });
}

// An act only because of who does it, and in words that say that it is none: "pays for the football club".
bool is_ordinary(const Event& event, const std::vector<Sighting>& sightings) {
  return event.of_pattern && std::any_of(sightings.begin(), sightings.end(), [&](const Sighting& sighting) {
           return sighting.indicator->sign == Sign::ordinary && sighting.span.overlaps(event.span);
         });
}

// "Has never hit her or [shouted]": what is joined with "or" to what isn't so isn't so either.
bool is_denied_above(const Narrative& narrative, const Event& event) {
  if (event.clause == kNone) return false;
  const Clauses& clauses = narrative.clauses;
  const Clause& clause = clauses.all[event.clause];
  if (clause.governor == kNone || !clauses.all[clause.governor].negated) return false;
  const std::uint32_t joiner = dependent(narrative.analysis, clauses, clause.predicate, Deprel::cc);
  return joiner != kNone && narrative.analysis.lemma(joiner) == "or";
}

}  // namespace

std::vector<Act> acts_told(const Narrative& narrative, const Parts& parts,
                           const std::vector<Sighting>& sightings) {
  std::vector<Act> acts;
  for (const Event& event : narrative.events) {
    const std::uint32_t sentence = sentence_of(narrative.analysis, event.predicate);
    if (event.negated || !is_told(narrative, sentence, event.clause)) continue;
    if (narrative.block_of(sentence).kind == BlockKind::heading) continue;
    if (event.agent != kNone && parts.of(event.agent) != Role::perpetrator) continue;
    if (is_denied_above(narrative, event) || is_accident(event, sentence, sightings) ||
        is_ordinary(event, sightings) || is_by_somebody_else(narrative, event, parts))
      continue;
    acts.push_back({&event, sentence, event.span, is_by_perpetrator(event, parts)});
  }
  std::stable_sort(acts.begin(), acts.end(), [](const Act& a, const Act& b) { return a.span < b.span; });
  return acts;
}

}  // namespace onus
