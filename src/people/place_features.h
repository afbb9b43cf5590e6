#pragma once

#include <cstdint>
#include <vector>

#include "language/clauses.h"

namespace onus {

// What a sentence says of somebody at the place where a mention stands, but for the mention itself: what the
// person does or has done to them, what is theirs, and the words around. Hashes, ascending, each once.
// `head`: the mention's token. Words that tell a woman from a man are made one (without_gender.h), other
// people's names and pronouns are only that.
std::vector<std::uint64_t> place_features(const Analysis&, const Clauses&, std::uint32_t head);

}  // namespace onus
