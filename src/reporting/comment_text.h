#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "linting/report.h"

// The words of the comments in the margin, as paragraphs.
namespace onus {

// `quoted`: the comment doesn't lie on its words alone, so it says which they are.
std::vector<std::string> comment_on(const DocumentReport&, const Finding&, bool quoted);

// For findings that have no comment of their own: which they are.
std::vector<std::string> opening_comment(const DocumentReport&, const std::vector<std::uint32_t>& left_out,
                                         bool tracked_changes);

}  // namespace onus
