#pragma once

#include "components/sightings.h"

namespace onus {

// Whether a report describes abuse: somebody uses violence in it, or acts are told that no family's ordinary
// life has: one of force towards somebody of the family, or two others by the same person. Not enough where
// nobody is told to use violence: injuries that may be anything's, what children do to each other, quarrels
// that have no target, acts that are so only as part of a pattern.
bool shows_abuse(const Narrative&, const Parts&, const std::vector<Sighting>&);

}  // namespace onus
