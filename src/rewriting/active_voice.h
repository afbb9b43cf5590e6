#pragma once

#include <optional>

#include "language/inflection.h"
#include "rules/finding.h"
#include "rules/narrative.h"

namespace onus {

// The passive clause turned round its doer. With a by-phrase it is a rewrite: "Ms A was punched by Mr B" →
// "Mr B punched Ms A"; without one a reframe with a slot for the doer. Everything else of the clause stays:
// tense, negation, modality, adverbs, what comes before and after. nullopt where that can't be done with the
// sentence's own words: relative and joined clauses, words that a simple turn would misplace, a pronoun that
// would point at somebody else.
std::optional<Suggestion> in_active_voice(const Narrative&, const Clause&, const Inflector&);

}  // namespace onus
