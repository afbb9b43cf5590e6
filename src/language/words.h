#pragma once

#include <string_view>
#include <vector>

#include "language/analysis.h"

namespace onus {

// Appends the words of `stretch` of the prose as tokens, by the conventions that segment.h tells of. The
// stretch is read on its own: its end is the end of a sentence.
void append_words(std::string_view prose, ProseSpan stretch, std::vector<Token>& tokens);

}  // namespace onus
