#pragma once

#include "linting/report.h"
#include "options.h"

namespace onus {

// Writes the copy with comments that --annotate asks for and says on standard error how many there are.
// Throws Failure where the report isn't one .docx or .odt file, or the copy would take its place.
void write_annotated_copy(const Options&, const Report&);

}  // namespace onus
