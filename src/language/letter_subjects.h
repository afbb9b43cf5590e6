#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "language/analysis.h"

namespace onus {

// "B. parked in the bus bay": notes call people by a letter, and the parser takes it for the number of a
// list. Before a small letter it is the subject of the verb that has none. `sentence`: parsed tokens whose
// heads are indexes into Analysis::tokens, the first of them at `begin`.
void read_letters_as_subjects(std::span<Token> sentence, std::uint32_t begin, std::string_view prose);

}  // namespace onus
