#pragma once

#include <cstddef>
#include <string_view>

#include "language/analysis.h"

namespace onus {

// Takes over heads, relations and the better tags for every sentence of `now` that stood in `before` with the
// same words, so that after an edit only what changed has to be parsed. A parse rests on nothing but its
// sentence, so what comes out is the same as without. Gives the number of sentences taken over.
std::size_t keep_parses(Analysis& now, std::string_view prose, const Analysis& before,
                        std::string_view prose_before);

}  // namespace onus
