#include <set>

#include "components/evidence.h"
#include "components/wordings.h"
#include "text/fold.h"

namespace onus {
namespace {

constexpr int kEverydayActs = 2;

void judge(int everyday, bool steps, bool credited, const FamilyNames& names, ComponentCoverage& coverage) {
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

ComponentCoverage protective_efforts(const Reading& reading) {
  ComponentCoverage coverage;
  coverage.component = Component::protective_efforts;
  const auto everyday = seen(reading, Sign::everyday);
  std::set<std::string> acts;  // the same words told twice are one act
  for (const Sighting* sighting : everyday) acts.insert(lower(reading.narrative.text(sighting->span)));
  const auto leaving = seen(reading, Sign::leaving);
  const auto police = seen(reading, Sign::police);
  const auto credit = seen(reading, Sign::credit);
  for (const auto* sightings : {&everyday, &leaving, &police}) add_all(coverage.evidence, *sightings);
  if (coverage.evidence.empty()) add_all(coverage.evidence, credit);
  put_in_order(reading.narrative, coverage.evidence);
  judge(static_cast<int>(acts.size()), !leaving.empty() || !police.empty(), !credit.empty(),
        family_names(reading.narrative.cast), coverage);
  return coverage;
}

}  // namespace onus
