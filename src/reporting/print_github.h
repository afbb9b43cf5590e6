#pragma once

#include <iosfwd>

#include "linting/report.h"

namespace onus {

// Workflow commands of GitHub Actions, the worst findings first. A step shows ten errors, ten warnings and
// ten notices; findings beyond that stand in the log as a group of plain lines, and a notice says how many.
void print_github(std::ostream&, const Report&);

}  // namespace onus
