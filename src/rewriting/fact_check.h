#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/english.h"
#include "language/inflection.h"
#include "rules/finding.h"

// Holds what the program proposes against what the report says. A suggestion may put facts in another order;
// it may not add one, drop one or turn one round.
namespace onus {

// What of `before` isn't the same in `after`, in plain words, for a pair of sentences of which the second is
// offered for the first: words and numbers that came or went, negation, modality, quotations, who says so,
// and for each verb who does it to whom, how surely and when. Both are parsed anew. Empty: nothing was found.
std::vector<std::string> changed_facts(std::string_view before, std::string_view after, const English&,
                                       const Inflector&);

// For suggestions of any kind: names (words with a capital within a sentence), numbers and dates outside
// slots that don't stand in `document`.
std::vector<std::string> invented_names(std::string_view suggestion, std::string_view document);

}  // namespace onus
