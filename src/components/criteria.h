#pragma once

#include <vector>

#include "components/coverage.h"
#include "components/plan.h"
#include "components/sightings.h"

namespace onus {

// The five figures of the case file audits, as thresholds over coverage, plan and balance. Every rating has
// at least one reason.
std::vector<CriterionRating> rate_criteria(const Reading&, const std::vector<ComponentCoverage>&,
                                           const std::vector<PlanAction>&, const Balance&,
                                           bool describes_abuse);

}  // namespace onus
