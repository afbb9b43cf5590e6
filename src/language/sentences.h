#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/analysis.h"

namespace onus {

// The indexes of the tokens that end a sentence, ascending, the last token's among them. `tokens` are those
// of one block.
std::vector<std::uint32_t> sentence_ends(std::string_view prose, std::span<const Token> tokens);

}  // namespace onus
