#pragma once

#include <vector>

#include "checks/likeness.h"
#include "components/sightings.h"

namespace onus {

// Adds what the indicators with a `likeness` see: sentences that read like evidence of their component, in
// words that none of its other indicators has, about the people whom that component is about. Keeps the order
// of the text.
void add_alike(const Narrative&, const Parts&, const ComponentWords&, const SecondReading&,
               std::vector<Sighting>&);

}  // namespace onus
