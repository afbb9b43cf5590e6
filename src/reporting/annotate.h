#pragma once

#include <string>
#include <string_view>

#include "reporting/annotated_copy.h"

namespace onus {

// Whether copies with comments are made of files of that format.
bool can_annotate(Format);

// A copy of `file` with comments, in its own format: annotate_docx or annotate_odt. Throws Failure where
// there can be none.
AnnotatedCopy annotate(std::string_view file, const DocumentReport& report, const AnnotateOptions&);

// Now, for AnnotateOptions::date.
std::string now_in_utc();

}  // namespace onus
