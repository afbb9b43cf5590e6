#pragma once

#include <vector>

#include "components/coverage.h"
#include "components/plan.h"
#include "components/sightings.h"

namespace onus {

// Counts of sentences, plan actions and words of praise. It is about the writing and about nobody in it.
Balance balance_of(const Reading&, const std::vector<PlanAction>& actions);

}  // namespace onus
