#pragma once

#include <optional>

#include "language/inflection.h"
#include "rules/finding.h"
#include "rules/narrative.h"

namespace onus {

// A verb of saying that casts doubt, told neutrally, in the same tense: "claims that he hit her" → "says that
// he hit her"; "claims to be afraid" → "says that she is afraid"; "It is claimed by her that" → "She says
// that"; "According to her version of events," → "She said that". `at` is the token of the verb or noun of
// saying. nullopt where it is the accused person's account, a pleading, or nothing that can be put so.
std::optional<Suggestion> neutral_saying(const Narrative&, std::uint32_t at, const Inflector&);

}  // namespace onus
