#pragma once

#include <cstdint>
#include <vector>

#include "language/analysis.h"

namespace onus {

// For each token the end of the aside that begins with it, or the token itself where none does. An aside is
// what a writer may put between two words without changing what they say together: the other of two joined
// words ("unable or unwilling to protect" says "unable to protect", and "unwilling to protect"), words
// between two commas or in brackets ("failed, in my view, to protect") and when or how often ("failed on
// three occasions to protect"). After Quirk et al., A Comprehensive Grammar of the English Language
// (1985), 8.2 and 13.43. Whatever holds a verb of its own is no aside, unless it is one of the joined words.
std::vector<std::uint32_t> find_asides(const Analysis&);

}  // namespace onus
