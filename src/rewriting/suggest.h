#pragma once

#include <vector>

#include "rules/finding.h"
#include "rules/narrative.h"

namespace onus {

// Adds to each finding what could be written instead, best first: a rewrite where the sentence's own words
// suffice, else a sentence turned round with slots, and questions. Slots are listed; quotations are never
// touched; nothing states a fact that the document doesn't hold.
void suggest(const Narrative&, std::vector<Finding>&);

}  // namespace onus
