#pragma once

#include <cstdint>
#include <optional>

#include "people/act_matching.h"
#include "people/peopled_text.h"

// Acts whose verb the tagger takes for something else.
namespace onus {

// "FOB backhanded her", "Mr Baird hands her a fiver": the clause of a verb of the lists of acts that stands
// between someone and what it is done to, where the tagger has made it a noun, an adjective or a name.
// Nothing where `token` is no such verb.
std::optional<Clause> hidden_clause(const PeopledText&, const ActMatcher&, std::uint32_t token);

}  // namespace onus
