#pragma once

#include <iosfwd>

#include "linting/report.h"

namespace onus {

struct SarifOptions {
  bool include_text = false;  // snippets of the report: a log of results goes where a report should not
};

// SARIF 2.1.0 [OASIS, 2020]. Columns count Unicode code points. Formats without lines have no region but the
// heading as a logical location and `start` and `end` as code points of the prose among the properties.
void print_sarif(std::ostream&, const Report&, const SarifOptions&);

}  // namespace onus
