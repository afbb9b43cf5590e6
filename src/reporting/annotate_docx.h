#pragma once

#include <string_view>

#include "reporting/annotated_copy.h"

namespace onus {

// A copy of the Word document `docx`, of which `report` is the report, with a comment on the words of each
// finding, the worst first where there are too many, and one at the beginning with coverage, criteria and
// strengths. Every member that needs no change keeps its bytes, and in those that do everything that isn't
// added to or replaced by a tracked change. Existing comments and changes stay. Throws Failure where `docx`
// isn't the document of the report or can't be written into.
AnnotatedCopy annotate_docx(std::string_view docx, const DocumentReport& report, const AnnotateOptions&);

}  // namespace onus
