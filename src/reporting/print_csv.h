#pragma once

#include <iosfwd>

#include "linting/report.h"

namespace onus {

// One line for each finding, for spreadsheets: RFC 4180 with a byte order mark, so that Excel takes it for
// UTF-8. What a spreadsheet would take for a formula gets an apostrophe before it. `start` and `end` count
// code points of the prose.
void print_csv(std::ostream&, const Report&);

// One field as it is written: quoted, and no formula.
std::string csv_field(std::string_view text);

}  // namespace onus
