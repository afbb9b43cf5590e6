#pragma once

#include <string>
#include <vector>

#include "components/coverage.h"
#include "components/sightings.h"

namespace onus {

// Fills in the questions of every component that isn't specific: at most five each, about this family by
// name, none that the report answers already.
void ask(const Reading&, std::vector<ComponentCoverage>&);

// The one question for a report that tells no act: is something hidden behind its wording? Empty where the
// wording doesn't suggest so.
std::vector<std::string> ask_what_is_hidden(const Reading&);

}  // namespace onus
