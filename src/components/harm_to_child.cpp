#include <algorithm>

#include "components/evidence.h"
#include "components/wordings.h"

namespace onus {

bool targets_child(const Parts& parts, const Event& event) {
  // Money and reports are aimed at the other parent, whomever their words name.
  if (event.tactic == Tactic::economic || event.tactic == Tactic::system_manipulation) return false;
  return event.against_child || event.tactic == Tactic::using_children ||
         std::any_of(event.target.begin(), event.target.end(),
                     [&](std::uint32_t person) { return parts.of(person) == Role::child; });
}

bool targets_only_children(const Parts& parts, const Event& event) {
  return targets_child(parts, event) &&
         (event.tactic == Tactic::using_children ||
          std::all_of(event.target.begin(), event.target.end(),
                      [&](std::uint32_t person) { return parts.of(person) == Role::child; }));
}

namespace {

std::string indicator_of(const Act& act) {
  if (act.event->tactic == Tactic::using_children) return say(Wording::indicator_through_child);
  const std::string towards =
      say(Wording::indicator_against_child, {{"tactic", words_for(act.event->tactic)}});
  return act.by_perpetrator ? towards : say(Wording::indicator_nobody, {{"indicator", towards}});
}

// "The children were exposed to domestic abuse" is no act against them.
bool is_only_exposure(const std::vector<const Sighting*>& exposed, const Act& act) {
  return !act.by_perpetrator && std::any_of(exposed.begin(), exposed.end(), [&](const Sighting* sighting) {
    return sighting->span.overlaps(act.span);
  });
}

void judge(int acts, int without_agent, bool seen_or_heard, bool anything, bool unplaced, const Names& names,
           ComponentCoverage& coverage) {
  const std::string told = counted(acts, "act", "acts");
  coverage.level = acts > 0 ? Level::specific : Level::mentioned;
  if (acts > 0) {
    coverage.reason = say(Wording::harm_specific, {{"acts", told}, {"perpetrator", names.perpetrator}});
  } else if (without_agent > 0) {
    coverage.reason = say(Wording::harm_nobody);
  } else if (seen_or_heard) {
    coverage.reason =
        say(Wording::harm_exposure, {{"child", names.child}, {"perpetrator", names.perpetrator}});
  } else if (anything) {
    coverage.reason =
        say(Wording::harm_exposed, {{"child", names.child}, {"perpetrator", names.perpetrator}});
  } else {
    coverage.level = Level::absent;
    coverage.reason =
        say(unplaced ? Wording::harm_unplaced : Wording::harm_absent, {{"perpetrator", names.perpetrator}});
  }
}

}  // namespace

ComponentCoverage harm_to_child(const Reading& reading) {
  ComponentCoverage coverage;
  coverage.component = Component::harm_to_child;
  int acts = 0;
  const auto exposed = seen(reading, Sign::exposed);
  std::vector<Evidence> without_agent;
  for (const Act& act : reading.acts) {
    if (!targets_child(reading.parts, *act.event) || is_only_exposure(exposed, act)) continue;
    acts += act.by_perpetrator;
    (act.by_perpetrator ? coverage.evidence : without_agent).push_back({act.span, indicator_of(act)});
  }
  for (const Sign sign : {Sign::target, Sign::instrument}) {
    const auto sightings = seen(reading, sign);
    acts += static_cast<int>(sightings.size());
    add_all(coverage.evidence, sightings);
  }
  add_all(coverage.evidence, seen(reading, Sign::exposure));
  // What says less shows only where nothing says more.
  const bool told = !coverage.evidence.empty();
  if (acts == 0)
    coverage.evidence.insert(coverage.evidence.end(), without_agent.begin(), without_agent.end());
  if (coverage.evidence.empty()) add_all(coverage.evidence, exposed);
  put_in_order(reading.narrative, coverage.evidence);
  judge(acts, static_cast<int>(without_agent.size()), told, !coverage.evidence.empty(),
        is_unplaced(reading, Role::perpetrator), family_names(reading.narrative.cast), coverage);
  return coverage;
}

}  // namespace onus
