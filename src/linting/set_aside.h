#pragma once

#include "linting/report.h"
#include "rules/rulebook.h"

namespace onus {

// Moves the findings that the document itself sets aside from report.findings to report.set_aside. It does so
// in a remark, "onus: ignore RULE reason": RULE is a rule's id, a category or "all". A remark on words (a
// comment in Word) holds for findings that overlap them, one without words for the paragraph that it stands
// in or before. A remark that can't be heeded (no such rule, no reason, not "ignore") sets nothing aside and
// adds a problem that says so.
void set_aside(DocumentReport& report, const RuleBook& rules);

}  // namespace onus
