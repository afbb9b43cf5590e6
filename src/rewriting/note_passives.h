#pragma once

#include <string_view>
#include <vector>

#include "language/inflection.h"
#include "rules/finding.h"
#include "rules/narrative.h"

namespace onus {

inline constexpr std::string_view kDoerLast = "doer-last";

// Plain-style notes, of no category: what the person using violence does to the other parent or a child, told
// in the passive, where no finding says so yet and the sentence can be turned with its own words ("she is not
// allowed by him to …", "her mail was opened by him"). Left alone are everyday kindnesses, quotations,
// charges and findings.
void note_passives(const Narrative&, const Inflector&, std::vector<Finding>&);

}  // namespace onus
