#pragma once

#include <string_view>

#include "reporting/annotated_copy.h"

namespace onus {

// A copy of the OpenDocument text `odt` (a package, or all in one XML file), of which `report` is the report,
// with a comment on the words of each finding and one at the beginning, as annotate_docx makes it of a Word
// document. Every member but content.xml keeps its bytes, and in that everything that isn't added to or
// replaced by a tracked change. Existing comments and changes stay. Throws Failure where `odt` isn't the
// document of the report.
AnnotatedCopy annotate_odt(std::string_view odt, const DocumentReport& report, const AnnotateOptions&);

}  // namespace onus
