#pragma once

#include <optional>
#include <string>

#include "language/inflection.h"
#include "rules/narrative.h"

namespace onus {

// Who does it, as far as the verb has to agree.
struct Agreeing {
  GrammaticalPerson person = GrammaticalPerson::third;
  Number number = Number::sing;
};

// The active verb group that says what the passive of `clause` says, with its tense, aspect, modality,
// negation and adverbs: "has repeatedly been hit" → "has repeatedly hit". nullopt where something stands
// between its words that this doesn't know.
std::optional<std::string> active_verb_group(const Narrative&, const Clause&, const Agreeing&,
                                             const Inflector&);

}  // namespace onus
