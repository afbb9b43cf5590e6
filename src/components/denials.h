#pragma once

#include "components/sightings.h"

namespace onus {

// Takes out what a sentence tells of a child before it says that the child was not affected.
void drop_what_is_denied(Reading&);

}  // namespace onus
