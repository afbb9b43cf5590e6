#pragma once

#include <cstdint>

#include "rules/narrative.h"

// Whether the words that begin at a token are said not to be so.
namespace onus {

// "not", "never"; not "no" and "nothing", which negate a noun.
bool says_no(const Narrative&, std::uint32_t token);
bool is_negated(const Narrative&, std::uint32_t sentence, std::uint32_t first);
// "did not [protect]": where the words begin with those that negate them; `begin` where none do.
std::uint32_t with_negation(const Narrative&, std::uint32_t sentence, std::uint32_t begin);

}  // namespace onus
