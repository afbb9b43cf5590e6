#pragma once

#include <iosfwd>

#include "archive/audit.h"

namespace onus {

// For a terminal: short, 80 columns (paths may be longer).
void print_audit_text(std::ostream&, const Audit&);

}  // namespace onus
