#pragma once

#include <string>

#include "linting/report.h"

namespace onus {

// The words of a span for lists that may be shown to others than the writer: where a finding says that words
// tell somebody's whereabouts, the names and numbers of places in that sentence are "[place]". Names of
// people and dates stay. Words of which no such finding speaks are given as they are.
std::string without_places(const DocumentReport&, ProseSpan);

}  // namespace onus
