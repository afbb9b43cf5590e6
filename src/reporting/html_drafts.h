#pragma once

#include <string>

#include "linting/report.h"

namespace onus {

// Two drafts for supervision: levels before and after, what was mended, what is new, and the texts side by
// side.
std::string drafts_section(const DocumentReport& old_draft, const DocumentReport& new_draft);

}  // namespace onus
