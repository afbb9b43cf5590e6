#pragma once

#include <span>
#include <string_view>

#include "language/analysis.h"

namespace onus {

// "her mother-in-law holds the passport": the parser takes the words behind the hyphens now for a place ("in
// law"), now for a second subject. Afterwards the word of kinship governs them and stands where the whole
// does. `sentence`: parsed tokens whose heads are indexes into Analysis::tokens, the first of them at
// `begin`.
void join_in_laws(std::span<Token> sentence, std::uint32_t begin, std::string_view prose);

}  // namespace onus
