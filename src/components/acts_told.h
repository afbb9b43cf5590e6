#pragma once

#include <vector>

#include "components/sightings.h"

namespace onus {

// The acts of abuse of a report, in the order of the text, without those that its words make something else:
// an accident, an ordinary doing, what another child did, what is denied. By the person using violence, or
// by nobody, or nobody known.
std::vector<Act> acts_told(const Narrative&, const Parts&, const std::vector<Sighting>& sightings);

// An injury without a doer: what a fall or a fire does to somebody as well as a person does.
bool needs_no_doer(const Event&);
// Told as one: by nobody, beside words for a fall, a game or a crash.
bool is_accident(const Event&, std::uint32_t sentence, const std::vector<Sighting>&);

}  // namespace onus
