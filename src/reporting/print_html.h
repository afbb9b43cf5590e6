#pragma once

#include <iosfwd>

#include "linting/report.h"

namespace onus {

// One self-contained page, for a writer before she hands a report in and for supervision. It has no script
// and asks nothing of any server. With `old_draft`, the report on the draft before the only document, it
// begins with what changed between the two. The page holds the whole text of the reports.
void print_html(std::ostream&, const Report&, const DocumentReport* old_draft);

}  // namespace onus
