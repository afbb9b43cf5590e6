#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/finding.h"
#include "rules/matcher.h"
#include "rules/pattern_index.h"
#include "rules/rulebook.h"

namespace onus {

// What every rule of the book finds, given all matches of its index, the first of `kept`, in the order of the
// text, overlaps and all. Completes `kept`; `before` is that of an earlier state of the text, or empty. A
// finding whose people are only inferred to play their roles is at most a warning, and at most a note where
// it isn't known who they are; its message says so.
std::vector<Finding> run_rules(const Matcher&, KeptMatches& kept, const KeptMatches& before, const RuleBook&);

// What a rule says of words that a check of grammar found for it; nullopt where it leaves them alone.
// `patient` is what to call the one to whom it was done.
std::optional<Finding> finding_of(const Matcher&, const Rule&, const Match&, const std::string& patient);

// What one rule finds by itself, overlaps and all: for the examples of rule files.
std::vector<Finding> run_rule(const Narrative&, const RuleBook&, const Rule&);

// Keeps, of findings of the same category whose words overlap, the one whose rule isn't wide, else the one
// with the higher severity, else the longer.
void drop_overlaps(std::vector<Finding>&, const RuleBook&);

}  // namespace onus
