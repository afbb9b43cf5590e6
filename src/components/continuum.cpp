#include "components/continuum.h"

#include <algorithm>
#include <iterator>

#include "components/wordings.h"
#include "text/fold.h"

namespace onus {
namespace {

constexpr std::string_view kStages[] = {"destructive", "neglectful", "pre-competent", "competent",
                                        "proficient"};

bool blames(const Finding& finding) {
  return finding.category && *finding.category <= Category::victim_responsible_plan;
}

std::string sentence(int count, std::string_view one, std::string_view many) {
  return capitalised(counted(count, one, many)) + ".";
}

}  // namespace

std::string_view name_of(Stage stage) { return kStages[static_cast<std::size_t>(stage)]; }

Continuum continuum_of(std::span<const ComponentCoverage> coverage, std::span<const Finding> findings) {
  const auto at_least = [&](Level level) {
    return static_cast<int>(
        std::ranges::count_if(coverage, [&](const ComponentCoverage& c) { return c.level >= level; }));
  };
  const auto wording = [&](Severity severity) {
    return static_cast<int>(std::ranges::count_if(
        findings, [&](const Finding& f) { return blames(f) && f.severity >= severity; }));
  };
  const int specific = at_least(Level::specific), mentioned = at_least(Level::mentioned);
  const int errors = wording(Severity::error), warnings = wording(Severity::warning);
  const bool pattern = !coverage.empty() && coverage.front().level == Level::specific;
  Continuum result;
  if (specific == kComponents && warnings == 0)
    result.stage = Stage::proficient;
  else if (pattern && mentioned >= 4 && errors == 0)
    result.stage = Stage::competent;
  else if (errors >= 3 && !pattern)
    result.stage = Stage::destructive;
  else
    result.stage = specific > 0 ? Stage::pre_competent : Stage::neglectful;
  result.reasons = {
      sentence(specific, "of the five components is specific", "of the five components are specific"),
      sentence(errors, "passage puts the onus on the parent being abused",
               "passages put the onus on the parent being abused")};
  return result;
}

}  // namespace onus
