#pragma once

#include <string_view>

#include "people/act_words.h"
#include "rules/narrative.h"

// In what sense a verb is used: of an act that hurts somebody or breaks something, or otherwise.
namespace onus {

// Is `verb`, the verb of the passive `clause`, said of harm that somebody does? Not of feelings ("was
// frightened"), of impact ("was emotionally harmed"), of orders ("restrained from"), and not figuratively
// ("locked in a dispute", "her hands were tied").
bool meant_as_harm(const Narrative&, const ActWords&, std::string_view verb, const Clause& clause);

// What hits, in the place of the one who wields it: "a blow", "a fist", "a plate". Takes a lemma.
bool is_blow(std::string_view noun);
// Verbs of harm to things and parts of the body: "smash", "fracture".
bool breaks_things(std::string_view verb);

}  // namespace onus
