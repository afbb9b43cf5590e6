#pragma once

#include <optional>
#include <string_view>

#include "language/pronouns.h"

namespace onus {

// The pronouns that nearly everyone of that given name goes by, for a person whom the report itself gives
// none; nullopt for names that go both ways ("Alex", "Riley") and for all that aren't known. No fact is told
// with it: "Tom was slapped by Mr B and told by him to go" reads better with "him" than with the name twice.
std::optional<PronounSet> set_of_given_name(std::string_view name);

}  // namespace onus
