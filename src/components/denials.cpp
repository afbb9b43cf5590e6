#include "components/denials.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/closed_list.h"

namespace onus {
namespace {

bool is_told_of_a_child(Sign sign) {
  return sign == Sign::exposure || sign == Sign::exposed || sign == Sign::effect || sign == Sign::statement;
}

// "Was in bed and so [was not affected]": who says that nothing came of it tells of no harm and of no effect.
// What stands behind the denial, or beside it after a "but", is told all the same.
bool is_denied_by(const Narrative& narrative, const Sighting& denial, const Sighting& sighting) {
  static constexpr std::array<std::string_view, 6> turn{"but",     "although", "though",
                                                        "however", "yet",      "except"};
  if (denial.match.sentence != sighting.match.sentence) return false;
  if (denial.span.overlaps(sighting.span)) return true;
  if (denial.span < sighting.span) return false;
  for (std::uint32_t t = sighting.match.tokens.end; t < denial.match.tokens.begin; ++t)
    if (one_of(narrative.analysis.lemma(t), turn)) return false;
  return true;
}

}  // namespace

void drop_what_is_denied(Reading& reading) {
  std::vector<Sighting> denials;
  for (const Sighting* denial : seen(reading, Sign::denied)) denials.push_back(*denial);
  std::erase_if(reading.sightings, [&](const Sighting& sighting) {
    return is_told_of_a_child(sighting.indicator->sign) &&
           std::any_of(denials.begin(), denials.end(), [&](const Sighting& denial) {
             return is_denied_by(reading.narrative, denial, sighting);
           });
  });
}

}  // namespace onus
