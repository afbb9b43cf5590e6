#pragma once

#include <string_view>

#include "checks/harm_words.h"
#include "rules/narrative.h"

// In what sense a verb is used: of an act that hurts somebody or breaks something, or otherwise.
namespace onus {

// Is `verb`, the verb of the passive `clause`, said of harm that somebody does? Not of feelings ("was
// frightened"), of impact ("was emotionally harmed"), of orders ("restrained from"), and not figuratively
// ("locked in a dispute", "her hands were tied").
bool meant_as_harm(const Narrative&, const HarmLexicon&, std::string_view verb, const Clause& clause);

}  // namespace onus
