#pragma once

#include <vector>

#include "components/coverage.h"
#include "components/sightings.h"

namespace onus {

// The points of partnering that this kind of document may be expected to show, in their order: whether the
// report tells how earlier partners fared, what happened since the parents separated (only where it tells
// that they did), the child's own words, and that the other parent's efforts were asked about, credited and
// told back to her or him. Chronologies, plans, letters and police reports are expected to show none.
std::vector<Partnering> partnering_of(const Reading&);

}  // namespace onus
