#pragma once

#include <vector>

#include "components/coverage.h"
#include "components/plan.h"
#include "components/sightings.h"

namespace onus {

// The best sentences of a report: who did it is its subject, the effect is a child's own, the effort is told.
// At most two for each component, none with a finding in it, in the order of the text.
std::vector<Strength> strengths_of(const Reading&, const std::vector<PlanAction>&);

}  // namespace onus
