#pragma once

#include <iosfwd>

#include "rules/rulebook.h"

namespace onus {

// One line for each rule: id, category, severity, message.
void list_rules(std::ostream&, const RuleBook&);
// What `onus rules explain` prints: what the rule finds, why, source, examples, and how to switch it off.
void explain_rule(std::ostream&, const Rule&);

}  // namespace onus
