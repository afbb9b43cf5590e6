#include "components/strengths.h"

#include <algorithm>
#include <array>
#include <set>

#include "components/evidence.h"
#include "components/wordings.h"
#include "text/closed_list.h"

namespace onus {
namespace {

constexpr int kForEach = 2;

struct Candidate {
  std::uint32_t sentence = 0;
  Component component = Component::perpetrator_pattern;
  Wording why = Wording::strength_act;
  int worth = 0;  // how many of the things that make a sentence specific it has
};

// Told by an active verb, and its actor is in the sentence; "charged with assault" says of nobody what was
// done.
bool is_accountable(const Reading& reading, const Act& act) {
  if (!act.by_perpetrator || !act.event->agent_in_sentence || act.event->clause == kNone) return false;
  return reading.narrative.clauses.all[act.event->clause].voice == Voice::active;
}

void add_acts(const Reading& reading, std::vector<Candidate>& candidates) {
  for (const Act& act : reading.acts) {
    if (!is_accountable(reading, act)) continue;
    const bool timed = !act.event->frequency.empty() || !act.event->when.empty();
    const bool targeted = !act.event->target.empty();
    if (timed)
      candidates.push_back(
          {act.sentence, Component::perpetrator_pattern, Wording::strength_act, 2 + (targeted ? 1 : 0)});
    if (act.event->against_child)
      candidates.push_back(
          {act.sentence, Component::harm_to_child, Wording::strength_harm, 2 + (timed ? 1 : 0)});
  }
}

void add_sightings(const Reading& reading, std::vector<Candidate>& candidates) {
  for (const Sighting* sighting : efforts(reading, Sign::everyday)) {
    const bool because = mentions(reading, sighting->match.sentence, Role::perpetrator);
    candidates.push_back({sighting->match.sentence, Component::protective_efforts, Wording::strength_efforts,
                          2 + (because ? 1 : 0)});
  }
  for (const Sighting* sighting : seen(reading, Sign::direction))
    if (!is_claimed_by_perpetrator(reading, *sighting))
      candidates.push_back(
          {sighting->match.sentence, Component::intersections, Wording::strength_direction, 2});
  for (const Effect& effect : effects_on_children(reading))
    if (effect.specific() && effect.linked_in_words)
      candidates.push_back(
          {effect.sighting->match.sentence, Component::impact_on_child, Wording::strength_impact, 2});
}

bool has_finding(const Reading& reading, std::uint32_t sentence) {
  const auto finding = std::lower_bound(reading.findings.begin(), reading.findings.end(), sentence,
                                        [](const Finding& f, std::uint32_t s) { return f.sentence < s; });
  return finding != reading.findings.end() && finding->sentence == sentence;
}

// What is denied or not found is no example of telling who did what.
bool is_disputed(const Reading& reading, std::uint32_t sentence) {
  const ProseSpan span = reading.narrative.analysis.sentences[sentence].span;
  return std::ranges::any_of(reading.narrative.events, [&](const Event& event) {
    return event.standing == Standing::disputed && span.contains(event.span);
  });
}

std::vector<Candidate> best_of(const Reading& reading, std::vector<Candidate> candidates) {
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.worth > b.worth; });
  std::array<int, kComponents> taken{};
  std::set<std::uint32_t> sentences;
  std::vector<Candidate> best;
  for (const Candidate& candidate : candidates) {
    int& count = taken[static_cast<std::size_t>(candidate.component)];
    if (count == kForEach || has_finding(reading, candidate.sentence) ||
        is_disputed(reading, candidate.sentence) || !sentences.insert(candidate.sentence).second)
      continue;
    ++count;
    best.push_back(candidate);
  }
  return best;
}

}  // namespace

std::vector<Strength> strengths_of(const Reading& reading, const std::vector<PlanAction>& actions) {
  const Names names = family_names(reading.narrative.cast);
  std::vector<Candidate> candidates;
  add_acts(reading, candidates);
  add_sightings(reading, candidates);
  std::vector<Strength> strengths;
  for (const Candidate& candidate : best_of(reading, std::move(candidates)))
    strengths.push_back(
        {reading.narrative.analysis.sentences[candidate.sentence].span, candidate.component,
         say(candidate.why, {{"perpetrator", names.perpetrator}, {"survivor", names.survivor}})});
  const auto measured = std::find_if(actions.begin(), actions.end(), [](const PlanAction& action) {
    return belongs_to(action, Role::perpetrator) && action.behaviour && action.check && action.date;
  });
  if (measured != actions.end())
    strengths.push_back({measured->span, Component::perpetrator_pattern,
                         say(Wording::strength_plan, {{"perpetrator", names.perpetrator}})});
  std::stable_sort(strengths.begin(), strengths.end(),
                   [](const Strength& a, const Strength& b) { return a.span < b.span; });
  return strengths;
}

}  // namespace onus
