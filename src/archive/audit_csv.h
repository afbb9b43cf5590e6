#pragma once

#include <iosfwd>

#include "archive/audit.h"

namespace onus {

// One long table for spreadsheets and statistics programs, a row for a figure: RFC 4180 with a byte order
// mark, nothing that a spreadsheet would take for a formula. docs/audit.md describes its columns; shares and
// their limits are numbers from 0 to 1.
void print_audit_csv(std::ostream&, const Audit&);

}  // namespace onus
