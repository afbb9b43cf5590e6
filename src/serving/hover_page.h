#pragma once

#include <string>

#include "rules/rulebook.h"

namespace onus {

// What an editor shows over a finding: what it says, why, the source, the suggestions and questions, and of
// the page of its rule what was found right and how to read the rest. `rule` may be null, for findings that
// no rule file speaks of. In Markdown every word of the report is escaped.
std::string hover_page(const Finding& finding, const Rule* rule, bool markdown);

}  // namespace onus
