#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "components/coverage.h"
#include "rules/finding.h"

namespace onus {

// The five stages of the Safe & Together Institute's domestic-abuse-informed continuum, which describes
// practice and systems. Here it is held against the writing of one report, by thresholds of our own; it says
// nothing of the writer or the family.
enum class Stage : std::uint8_t { destructive, neglectful, pre_competent, competent, proficient };

struct Continuum {
  Stage stage = Stage::neglectful;
  std::vector<std::string> reasons;  // whole sentences
};

// `coverage` in the order of the components.
//   proficient: all five components are specific and no warning puts the onus on the parent being abused
//   competent: the pattern is specific, three other components are at least mentioned, no such error
//   destructive: three or more errors put the onus on the parent being abused, and the pattern isn't specific
//   pre-competent: something is specific; neglectful: nothing is
Continuum continuum_of(std::span<const ComponentCoverage> coverage, std::span<const Finding> findings);

std::string_view name_of(Stage);  // "pre-competent"

}  // namespace onus
