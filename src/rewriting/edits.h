#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/finding.h"

namespace onus {

// One change to a sentence: `text` in place of [begin, end) of the prose; an insertion where the two are
// equal.
struct Edit {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string text;
};

// The edits as one suggestion, which spans from the first to the last; what lies between is kept as it is.
// They may come in any order and must not overlap.
Suggestion suggestion_from(std::string_view prose, std::vector<Edit>);

}  // namespace onus
