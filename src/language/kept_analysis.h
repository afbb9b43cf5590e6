#pragma once

#include <span>
#include <string_view>

#include "language/english.h"

namespace onus {

// The analysis of a document after an edit, where `before` is that of its state before the edit: what stands
// in the blocks before and behind those that differ is taken over, parses and all, and only the blocks
// between are read anew. Words, sentences and tags rest on nothing outside of their block, and a parse on
// nothing outside of its sentence, so what comes out is the same as from English::analyse and parse_all but
// for the order of the lemmas. What is new is not parsed yet.
Analysis analyse_again(const English&, std::string_view prose, std::span<const Block> blocks,
                       const Analysis& before, std::string_view prose_before,
                       std::span<const Block> blocks_before);

}  // namespace onus
