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

bool is_conjunct(const Narrative& narrative, const Clause& clause) {
  return clause.governor != kNone && narrative.analysis.tokens[clause.predicate].deprel == Deprel::conj &&
         (clause.subject == kNone || clause.subject_inherited);
}

// The first of the clauses that share their subject: "hit" of "has hit, strangled or threatened her".
std::uint32_t first_conjunct(const Narrative& narrative, std::uint32_t clause) {
  for (int steps = 0; steps < 16 && is_conjunct(narrative, narrative.clauses.all[clause]); ++steps)
    clause = narrative.clauses.all[clause].governor;
  return clause;
}

// "or" between the clause and the one before it; where a comma stands there, what joins the ones that follow.
bool is_joined_by_or(const Narrative& narrative, std::uint32_t clause, std::uint32_t first) {
  const Clauses& clauses = narrative.clauses;
  for (std::uint32_t c = clause; c < clauses.all.size(); ++c) {
    const Clause& conjunct = clauses.all[c];
    if (conjunct.sentence != clauses.all[clause].sentence) return false;
    if (first_conjunct(narrative, c) != first || c == first) continue;
    const std::uint32_t joiner = dependent(narrative.analysis, clauses, conjunct.predicate, Deprel::cc);
    if (joiner == kNone) continue;
    const std::string_view word = narrative.analysis.lemma(joiner);
    return word == "or" || word == "nor";
  }
  return false;
}

// "Neither hit nor threatened her": a joiner that denies, which is no adverb of the verb.
bool has_neither(const Narrative& narrative, const Clause& clause) {
  const auto words = narrative.clauses.dependents(clause.predicate);
  return std::any_of(words.begin(), words.end(), [&](std::uint32_t word) {
    return word < clause.predicate && narrative.analysis.lemma(word) == "neither";
  });
}

// "Has never hit her or [shouted]": what is joined with "or" to what isn't so isn't so either.
bool is_denied_above(const Narrative& narrative, const Event& event) {
  if (event.clause == kNone) return false;
  const Clauses& clauses = narrative.clauses;
  if (has_neither(narrative, clauses.all[event.clause])) return true;
  const std::uint32_t first = first_conjunct(narrative, event.clause);
  if (first == event.clause) return false;
  return (clauses.all[first].negated || has_neither(narrative, clauses.all[first])) &&
         is_joined_by_or(narrative, event.clause, first);
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
    if (is_denied_above(narrative, event) || is_accident(event, sentence, sightings) ||
        is_ordinary(event, ordinary) || is_by_somebody_else(narrative, event, parts) ||
        is_his_injury(narrative, event, parts))
      continue;
    acts.push_back({&event, sentence, event.span, is_by_perpetrator(event, parts)});
  }
  std::stable_sort(acts.begin(), acts.end(), [](const Act& a, const Act& b) { return a.span < b.span; });
  return acts;
}

}  // namespace onus
