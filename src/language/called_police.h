#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "language/analysis.h"

namespace onus {

// "A neighbour called police": the parser takes "called" for a participle, as in "a man called John". Nobody
// is called police, security or 999, so the noun before it is who called them. `sentence`: parsed tokens
// whose heads are indexes into Analysis::tokens, the first of them at `begin`.
void read_calls_for_help(std::span<Token> sentence, std::uint32_t begin, std::string_view prose);

}  // namespace onus
