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

// What the report makes the cause is named by it, in words that say nothing of the direction.
void add_causes(const Reading& reading, std::vector<Evidence>& evidence) {
  for (const Finding& finding : reading.findings)
    if (finding.category == Category::cause_excuse)
      evidence.push_back({finding.span, say(Wording::indicator_cause)});
}

}  // namespace

ComponentCoverage intersections(const Reading& reading) {
  ComponentCoverage coverage;
  coverage.component = Component::intersections;
  const Names names = family_names(reading.narrative.cast);
  const auto conditions = seen(reading, Sign::condition);
  auto directions = seen(reading, Sign::direction);
  std::erase_if(directions,
                [&](const Sighting* sighting) { return is_claimed_by_perpetrator(reading, *sighting); });
  add_all(coverage.evidence, directions);
  std::erase_if(coverage.evidence, [&](const Evidence& piece) { return is_excuse(reading, piece.span); });
  put_in_order(reading.narrative, coverage.evidence);
  const std::size_t places = coverage.evidence.size();
  if (places == 0) {
    add_all(coverage.evidence, conditions);
    add_causes(reading, coverage.evidence);
    put_in_order(reading.narrative, coverage.evidence);
  }
  if (places > 0) {
    coverage.level = Level::specific;
    coverage.reason = say(Wording::intersections_specific,
                          {{"perpetrator", names.perpetrator},
                           {"places", counted(static_cast<int>(places), "place", "places")}});
  } else if (!coverage.evidence.empty()) {
    coverage.level = Level::mentioned;
    const ProseSpan words = conditions.empty() ? coverage.evidence.front().span : conditions.front()->span;
    coverage.reason = say(Wording::intersections_condition,
                          {{"words", reading.narrative.text(words)}, {"perpetrator", names.perpetrator}});
  } else {
    coverage.reason = say(Wording::intersections_absent, {{"perpetrator", names.perpetrator}});
  }
  return coverage;
}

}  // namespace onus
