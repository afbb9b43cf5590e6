#pragma once

#include <cstdint>
#include <span>

#include "rules/pattern_index.h"

namespace onus {

// The matches of an index as find_matches gives them, in some sentences, which are given in order.
IndexedMatches find_matches_in(const Matcher&, const PatternIndex&, std::span<const std::uint32_t> sentences);

}  // namespace onus
