#pragma once

#include <vector>

#include "language/english.h"
#include "language/inflection.h"
#include "rewriting/checked_rewrites.h"
#include "rules/finding.h"
#include "rules/narrative.h"

namespace onus {

// Adds to each finding what could be written instead, best first: a rewrite where the sentence's own words
// suffice, else a sentence turned round with slots, and at most three questions. Quotations are never
// touched; nothing states a fact that the document doesn't hold. Gives the rewrites that were checked for
// that, of which those in `before` needn't be.
CheckedRewrites suggest(const Narrative&, const English&, const Inflector&, std::vector<Finding>&,
                        const CheckedRewrites& before = {});

// The questions in square brackets of a text.
std::vector<std::string> slots_of(std::string_view text);

}  // namespace onus
