#pragma once

#include <vector>

#include "language/inflection.h"
#include "rewriting/active_voice.h"
#include "rules/narrative.h"

namespace onus {

// Passives whose doer stands before them: "It was by Mr B that the tyres were slashed" → "It was Mr B who
// slashed the tyres"; "It was Mr B by whom Ms A was stalked" → "It was Mr B who stalked Ms A"; "By whom was
// Ms A hit?" → "Who hit Ms A?". Of one parsed sentence.
std::vector<ActiveVoice> with_fronted_agent(const Narrative&, std::uint32_t sentence, const Inflector&);

}  // namespace onus
