#include "components/acts_told.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/closed_list.h"

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
  return narrative.analysis.tokens[agent].upos == Upos::NOUN && !parts.plays(agent, Role::perpetrator);
}

// A pronoun that could be either parent is the one who isn't the target.
bool is_by_perpetrator(const Event& event, const Parts& parts) {
  if (event.agent != kNone) return true;
  return event.agent_in_sentence && !event.target.empty() &&
         std::all_of(event.target.begin(), event.target.end(), [&](std::uint32_t person) {
           return parts.of(person) == Role::non_offending_parent || parts.of(person) == Role::child;
         });
}

// What a fall or a fire does to somebody as well as a person does. A push or a slap needs somebody.
constexpr std::array<std::string_view, 24> kNeedNoDoer{
    "acquire", "break",    "bruise",  "burn",  "burnt",  "chip",   "concuss", "cut",
    "damage",  "fracture", "graze",   "harm",  "hurt",   "incur",  "injure",  "injury",
    "receive", "scald",    "scratch", "split", "sprain", "suffer", "sustain", "wound"};

// "Had a scratch on the cheek", "sustained a cut": what was done to him.
bool is_his_injury(const Narrative& narrative, const Event& event, const Parts& parts) {
  static constexpr std::array<std::string_view, 5> bear{"have", "sustain", "suffer", "receive", "incur"};
  if (event.agent != kNone && event.target.size() == 1 && event.target.front() == event.agent) return true;
  const Clause* clause = narrative.clauses.around(event.predicate);
  if (clause == nullptr || clause->voice != Voice::active ||
      std::find(kNeedNoDoer.begin(), kNeedNoDoer.end(), event.act) == kNeedNoDoer.end())
    return false;
  const std::string_view verb = narrative.analysis.lemma(clause->predicate);
  return one_of(verb, bear) && (event.predicate == clause->predicate || event.predicate == clause->object) &&
         parts.plays(clause->subject, Role::perpetrator);
}

// An act only because of who does it or where, and in words that say that it is none: "pays for the football
// club", "waits at the school gate for Isla".
bool is_ordinary(const Event& event, const std::vector<const Sighting*>& ordinary) {
  return (event.of_pattern || event.tactic == Tactic::stalking) &&
         std::any_of(ordinary.begin(), ordinary.end(),
                     [&](const Sighting* sighting) { return sighting->span.overlaps(event.span); });
}

std::vector<const Sighting*> with_sign(const std::vector<Sighting>& sightings, Sign sign) {
  std::vector<const Sighting*> list;
  for (const Sighting& sighting : sightings)
    if (sighting.indicator->sign == sign) list.push_back(&sighting);
  return list;
}

}  // namespace

bool needs_no_doer(const Event& event) {
  return event.agent == kNone && !event.agent_in_sentence &&
         std::find(kNeedNoDoer.begin(), kNeedNoDoer.end(), event.act) != kNeedNoDoer.end();
}

bool is_accident(const Event& event, std::uint32_t sentence, const std::vector<Sighting>& sightings) {
  return event.agent == kNone && std::ranges::any_of(sightings, [&](const Sighting& sighting) {
           return sighting.indicator->sign == Sign::accident && sighting.match.sentence == sentence &&
                  (needs_no_doer(event) || sighting.span.overlaps(event.span));
         });
}

std::vector<Act> acts_told(const Narrative& narrative, const Parts& parts,
                           const std::vector<Sighting>& sightings) {
  const auto ordinary = with_sign(sightings, Sign::ordinary);
  std::vector<Act> acts;
  for (const Event& event : narrative.events) {
    const std::uint32_t sentence = sentence_of(narrative.analysis, event.predicate);
    // What is denied, not found or withdrawn is shown with what became of it; it is evidence of nothing.
    if (event.negated || event.standing == Standing::disputed) continue;
    if (!is_told(narrative, sentence, event.clause)) continue;
    if (narrative.block_of(sentence).kind == BlockKind::heading) continue;
    if (event.agent != kNone && parts.of(event.agent) != Role::perpetrator) continue;
    if (is_accident(event, sentence, sightings) || is_ordinary(event, ordinary) ||
        is_by_somebody_else(narrative, event, parts) || is_his_injury(narrative, event, parts))
      continue;
    acts.push_back({&event, sentence, event.span, is_by_perpetrator(event, parts)});
  }
  std::stable_sort(acts.begin(), acts.end(), [](const Act& a, const Act& b) { return a.span < b.span; });
  return acts;
}

}  // namespace onus
