#include <algorithm>

#include "components/evidence.h"
#include "components/wordings.h"

namespace onus {
namespace {

bool targets_child(const Parts& parts, const Event& event) {
  return event.against_child || event.tactic == Tactic::using_children ||
         std::any_of(event.target.begin(), event.target.end(),
                     [&](std::uint32_t person) { return parts.of(person) == Role::child; });
}

std::string indicator_of(const Act& act) {
  if (act.event->tactic == Tactic::using_children) return say(Wording::indicator_through_child);
  const std::string towards =
      say(Wording::indicator_against_child, {{"tactic", words_for(act.event->tactic)}});
  return act.by_perpetrator ? towards : say(Wording::indicator_nobody, {{"indicator", towards}});
}

void judge(int acts, int without_agent, int exposures, const Names& names, ComponentCoverage& coverage) {
  const std::string told = counted(acts, "act", "acts");
  coverage.level = acts > 0 ? Level::specific : Level::mentioned;
  if (acts > 0) {
    coverage.reason = say(Wording::harm_specific, {{"acts", told}, {"perpetrator", names.perpetrator}});
  } else if (without_agent > 0) {
    coverage.reason = say(Wording::harm_nobody);
  } else if (exposures > 0) {
    coverage.reason =
        say(Wording::harm_exposure, {{"child", names.child}, {"perpetrator", names.perpetrator}});
  } else {
    coverage.level = Level::absent;
    coverage.reason = say(Wording::harm_absent, {{"perpetrator", names.perpetrator}});
  }
}

}  // namespace

ComponentCoverage harm_to_child(const Reading& reading) {
  ComponentCoverage coverage;
  coverage.component = Component::harm_to_child;
  int acts = 0, without_agent = 0;
  for (const Act& act : reading.acts) {
    if (!targets_child(reading.parts, *act.event)) continue;
    ++(act.by_perpetrator ? acts : without_agent);
    coverage.evidence.push_back({act.span, indicator_of(act)});
  }
  for (const Sign sign : {Sign::target, Sign::instrument}) {
    const auto sightings = seen(reading, sign);
    acts += static_cast<int>(sightings.size());
    add_all(coverage.evidence, sightings);
  }
  const auto exposures = seen(reading, Sign::exposure);
  add_all(coverage.evidence, exposures);
  put_in_order(reading.narrative, coverage.evidence);
  judge(acts, without_agent, static_cast<int>(exposures.size()), family_names(reading.narrative.cast),
        coverage);
  return coverage;
}

}  // namespace onus
