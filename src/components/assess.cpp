#include "components/assess.h"

#include "components/balance.h"
#include "components/criteria.h"
#include "components/evidence.h"
#include "components/partnering.h"
#include "components/plan.h"
#include "components/prompts.h"
#include "components/sightings.h"
#include "components/strengths.h"

namespace onus {

Assessment assess(const Matcher& matcher, const IndexedMatches& matches, const std::vector<Finding>& findings,
                  const ComponentWords& words) {
  const Reading reading = look_at(matcher, matches, findings, words);
  const std::vector<PlanAction> actions = plan_actions(reading);
  Assessment assessment;
  assessment.coverage = {perpetrator_pattern(reading), harm_to_child(reading), protective_efforts(reading),
                         impact_on_child(reading), intersections(reading)};
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

}  // namespace onus
