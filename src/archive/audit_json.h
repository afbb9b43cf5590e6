#pragma once

#include <iosfwd>

#include "archive/audit.h"

namespace onus {

// As docs/audit.schema.json describes it.
void print_audit_json(std::ostream&, const Audit&);

}  // namespace onus
