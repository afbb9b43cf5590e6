#pragma once

#include <iosfwd>
#include <optional>

#include "linting/report.h"

namespace onus {

// JUnit's XML, as build servers read it: a suite for each document, a case for each finding. A finding at or
// above `fail_on` is a failure (none where nullopt), another one passes with its words as output; a document
// without findings is one case that passes, an unreadable one an error.
void print_junit(std::ostream&, const Report&, std::optional<Severity> fail_on);

}  // namespace onus
