#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/analysis.h"
#include "language/boundary_model.h"

namespace onus {

// The indexes of the tokens that end a sentence, ascending, the last token's among them. `tokens` are those
// of one block.

// By rules: at full stops, question and exclamation marks, and what closes after them.
std::vector<std::uint32_t> sentence_ends(std::string_view prose, std::span<const Token> tokens);

// As learnt from the treebanks. `lines_kept` as for BoundaryReader.
std::vector<std::uint32_t> sentence_ends(std::string_view prose, std::span<const Token> tokens,
                                         const BoundaryModel& model, bool lines_kept);

}  // namespace onus
