#include <algorithm>
#include <set>
#include <vector>

#include "components/evidence.h"
#include "components/wordings.h"
#include "text/fold.h"

namespace onus {
namespace {

constexpr int kEverydayActs = 2;

// "Failed to keep him safe" has the words of an effort, and is a finding.
bool is_blamed(const Reading& reading, const Sighting& sighting) {
  return std::any_of(reading.findings.begin(), reading.findings.end(), [&](const Finding& finding) {
    return (finding.category == Category::victim_blaming ||
            finding.category == Category::victim_responsible_plan) &&
           finding.span.overlaps(sighting.span);
  });
}

void judge(int everyday, bool steps, bool credited, const Names& names, ComponentCoverage& coverage) {
  const std::string acts = counted(everyday, "everyday act", "everyday acts");
  coverage.level = everyday >= kEverydayActs ? Level::specific : Level::mentioned;
  if (everyday >= kEverydayActs) {
    coverage.reason = say(Wording::efforts_specific, {{"acts", acts}, {"survivor", names.survivor}});
  } else if (everyday > 0) {
    coverage.reason = say(Wording::efforts_one, {{"survivor", names.survivor}});
  } else if (steps) {
    coverage.reason = say(Wording::efforts_leaving);
  } else if (credited) {
    coverage.reason = say(Wording::efforts_credit, {{"survivor", capitalised(names.survivor)}});
  } else {
    coverage.level = Level::absent;
    coverage.reason = say(Wording::efforts_absent, {{"survivor", names.survivor}, {"child", names.child}});
  }
}

}  // namespace

std::vector<const Sighting*> efforts(const Reading& reading, Sign sign) {
  auto sightings = seen(reading, sign);
  std::erase_if(sightings, [&](const Sighting* sighting) {
    return is_blamed(reading, *sighting) || is_part_of_an_act(reading, *sighting);
  });
  return sightings;
}

ComponentCoverage protective_efforts(const Reading& reading) {
  ComponentCoverage coverage;
  coverage.component = Component::protective_efforts;
  const auto everyday = efforts(reading, Sign::everyday);
  std::set<std::string> acts;  // the same words told twice are one act
  for (const Sighting* sighting : everyday) acts.insert(lower(reading.narrative.text(sighting->span)));
  const auto leaving = efforts(reading, Sign::leaving);
  const auto police = efforts(reading, Sign::police);
  const auto credit = efforts(reading, Sign::credit);
  for (const auto* sightings : {&everyday, &leaving, &police}) add_all(coverage.evidence, *sightings);
  if (coverage.evidence.empty()) add_all(coverage.evidence, credit);
  put_in_order(reading.narrative, coverage.evidence);
  judge(static_cast<int>(acts.size()), !leaving.empty() || !police.empty(), !credit.empty(),
        family_names(reading.narrative.cast), coverage);
  return coverage;
}

}  // namespace onus
