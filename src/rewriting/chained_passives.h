#pragma once

#include <optional>

#include "language/inflection.h"
#include "rewriting/active_voice.h"
#include "rewriting/by_agents.h"

namespace onus {

// "Her glasses were broken, her phone was smashed and her hair was pulled by Mr B": a row of clauses whose
// last names who did it all. Turned as one, since with the last turned alone nobody would have done the
// others. nullopt where `by` ends no such row, or an act in it may have been anyone's.
std::optional<ActiveVoice> chained_passives(const Narrative&, const ByAgent& by, const Inflector&);

}  // namespace onus
