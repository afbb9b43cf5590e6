#include <algorithm>

#include "components/evidence.h"
#include "components/wordings.h"

namespace onus {
namespace {

// Wording that makes the circumstance the cause of the abuse is a finding, not a direction of effect.
bool is_excuse(const Reading& reading, ProseSpan span) {
  return std::any_of(reading.findings.begin(), reading.findings.end(), [&](const Finding& finding) {
    return finding.category == Category::cause_excuse && finding.span.overlaps(span);
  });
}

}  // namespace

ComponentCoverage intersections(const Reading& reading) {
  ComponentCoverage coverage;
  coverage.component = Component::intersections;
  const Names names = family_names(reading.narrative.cast);
  const auto conditions = seen(reading, Sign::condition);
  add_all(coverage.evidence, seen(reading, Sign::direction));
  std::erase_if(coverage.evidence, [&](const Evidence& piece) { return is_excuse(reading, piece.span); });
  put_in_order(reading.narrative, coverage.evidence);
  if (!coverage.evidence.empty()) {
    coverage.level = Level::specific;
    coverage.reason =
        say(Wording::intersections_specific,
            {{"perpetrator", names.perpetrator},
             {"places", counted(static_cast<int>(coverage.evidence.size()), "place", "places")}});
  } else if (!conditions.empty()) {
    coverage.level = Level::mentioned;
    add_all(coverage.evidence, conditions);
    put_in_order(reading.narrative, coverage.evidence);
    coverage.reason = say(
        Wording::intersections_condition,
        {{"words", reading.narrative.text(conditions.front()->span)}, {"perpetrator", names.perpetrator}});
  } else {
    coverage.reason = say(Wording::intersections_absent, {{"perpetrator", names.perpetrator}});
  }
  return coverage;
}

}  // namespace onus
