#include "components/assess.h"

#include <algorithm>

#include "components/balance.h"
#include "components/criteria.h"
#include "components/evidence.h"
#include "components/filled_in.h"
#include "components/partnering.h"
#include "components/plan.h"
#include "components/prompts.h"
#include "components/sightings.h"
#include "components/strengths.h"
#include "components/wordings.h"
#include "rules/pattern_index.h"

namespace onus {

namespace {

// Where something was filled in, what is found there takes the place of what was found before.
IndexedMatches with_what_is_filled_in(const IndexedMatches& matches, const Matcher& filled,
                                      const std::vector<std::uint32_t>& sentences,
                                      const ComponentWords& words) {
  const IndexedMatches anew = find_matches_in(filled, words.index, sentences);
  IndexedMatches all;
  auto next = anew.begin();
  const auto add_up_to = [&](std::uint32_t sentence) {
    for (; next != anew.end() && next->match.sentence < sentence; ++next) all.push_back(*next);
  };
  for (const IndexedMatch& found : matches) {
    if (std::binary_search(sentences.begin(), sentences.end(), found.match.sentence)) continue;
    add_up_to(found.match.sentence);
    all.push_back(found);
  }
  add_up_to(kNone);
  return all;
}

// Acts are told of people whose part is told nowhere.
bool is_open_who(const Reading& reading) {
  const Cast& cast = reading.narrative.cast;
  return people_in(cast, Role::perpetrator).empty() && std::ranges::any_of(reading.acts, [&](const Act& act) {
           return act.event->agent != kNone && cast.people[act.event->agent].role() == Role::unknown;
         });
}

// What is counted as somebody's may be told of another.
void say_who_is_open(std::vector<ComponentCoverage>& coverage) {
  for (ComponentCoverage& each : coverage)
    if (!each.evidence.empty() && each.component <= Component::protective_efforts)
      each.reason += " " + say(Wording::who_is_open);
}

Assessment assessment_of(const Reading& reading) {
  const std::vector<PlanAction> actions = plan_actions(reading);
  Assessment assessment;
  assessment.coverage = {perpetrator_pattern(reading), harm_to_child(reading), protective_efforts(reading),
                         impact_on_child(reading), intersections(reading)};
  if (is_open_who(reading)) say_who_is_open(assessment.coverage);
  assessment.balance = balance_of(reading, actions);
  assessment.describes_abuse = tells_of_an_act(reading);
  assessment.criteria =
      rate_criteria(reading, assessment.coverage, actions, assessment.balance, assessment.describes_abuse);
  assessment.strengths = strengths_of(reading, actions);
  if (assessment.describes_abuse) {
    ask(reading, assessment.coverage);
    assessment.partnering = partnering_of(reading);
  } else {
    assessment.questions = ask_what_is_hidden(reading);
  }
  return assessment;
}

}  // namespace

Assessment assess(const Matcher& told, const IndexedMatches& matches, const std::vector<Finding>& findings,
                  const ComponentWords& words, const SecondReading& again) {
  const FilledIn filled(told.narrative());
  if (filled.sentences().empty()) return assessment_of(look_at(told, matches, findings, words, &again));
  const Matcher matcher(told, filled.narrative());
  return assessment_of(look_at(matcher, with_what_is_filled_in(matches, matcher, filled.sentences(), words),
                               findings, words, &again));
}

}  // namespace onus
