#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/finding.h"

namespace onus {

// The `rewrite` suggestions that can be applied together: the best of each finding, in the order of the text,
// where two overlap the earlier.
std::vector<Suggestion> rewrites_in(const std::vector<Finding>&);

// `prose` with those suggestions, which must be in order and not overlap, put in.
std::string with_suggestions(std::string_view prose, const std::vector<Suggestion>&);

}  // namespace onus
