#pragma once

#include <iosfwd>

#include "linting/report.h"
#include "reporting/layout.h"

namespace onus {

// The report that people read: who the program took people to be, the findings under the headings they stand
// in, the five components with their evidence and questions, the criteria, and a one-line summary.
void print_text(std::ostream&, const DocumentReport&, const Style&);

}  // namespace onus
