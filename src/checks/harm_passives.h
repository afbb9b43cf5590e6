#pragma once

#include <vector>

#include "people/act_words.h"
#include "rules/finding.h"
#include "rules/narrative.h"

namespace onus {

// Harm told in the passive: "was punched", "got hurt", "injuries inflicted on her", "the bruising caused".
// Without an agent in the sentence it is an agentless-passive, with its by-phrase a passive-with-agent. Left
// alone: quotations, charges and findings, the person using violence as the patient of the law, things that
// nobody does to anyone (an accident, an illness), and passives whose agent the same sentence names as the
// subject of a clause close by.
std::vector<Finding> harm_passives(const Narrative&, const ActWords&);

}  // namespace onus
