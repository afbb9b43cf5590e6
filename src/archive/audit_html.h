#pragma once

#include <iosfwd>

#include "archive/audit.h"

namespace onus {

// One self-contained page of pictures with the tables behind them. It has no script and asks nothing of any
// server.
void print_audit_html(std::ostream&, const Audit&);

}  // namespace onus
