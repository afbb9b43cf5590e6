#pragma once

#include <vector>

#include "rules/finding.h"
#include "rules/narrative.h"

namespace onus {

// Every grammatical passive with an auxiliary or a passive subject, harmful or not, as a note with the rule
// "passive" and no category: from the first auxiliary to the participle, and whether a by-phrase names the
// agent. For measuring.
std::vector<Finding> all_passives(const Narrative&);

}  // namespace onus
