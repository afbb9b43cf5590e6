#pragma once

#include <vector>

#include "checks/harm_words.h"
#include "rules/finding.h"
#include "rules/matcher.h"
#include "rules/rulebook.h"

namespace onus {

// Harm told in the passive: "was punched", "got hurt", "injuries inflicted on her", "the bruising caused".
// Without an agent in the sentence it is what the rule of Grammar::harm_passive is about, with its by-phrase
// that of harm_passive_with_agent; a rule that is off or not there finds nothing. Beside what the rules leave
// alone: the person using violence as the patient of the law, and things that nobody does to anyone (an
// accident, an illness). At most a note where the passive tells what may be, or where its agent is the
// subject of a clause close by.
std::vector<Finding> harm_passives(const Matcher&, const RuleBook&, const HarmLexicon&);

}  // namespace onus
