#pragma once

#include <iosfwd>

#include "linting/report.h"
#include "reporting/layout.h"

namespace onus {

// The perpetrator's pattern as the report tells it (lint --map): for each person who is told to have done
// something, the acts by tactic with whom they were done to, when, how often and who says so; then the acts
// without an actor; then what the report tells of the child and of the other parent's efforts. It quotes and
// adds nothing: an allegation is called one.
void print_map(std::ostream&, const DocumentReport&, const Style&);

// Where the writing of the report stands on the domestic-abuse-informed continuum, with the reasons
// (lint --continuum).
void print_continuum(std::ostream&, const DocumentReport&, const Style&);

}  // namespace onus
