#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "linting/report.h"

namespace onus {

// What changed from one draft to the next. Findings by index in each report; a finding stays where its
// fingerprint is in both, or its rule and words are, in a sentence that was changed.
struct DraftComparison {
  std::vector<std::uint32_t> mended;                            // in the old one only
  std::vector<std::uint32_t> fresh;                             // in the new one only
  std::vector<std::pair<std::uint32_t, std::uint32_t>> stayed;  // old, new
  // The blocks of both drafts side by side, in order; kNoBlock where one has nothing there.
  struct Pair {
    std::uint32_t old_block;
    std::uint32_t new_block;
    bool same;  // word for word
  };
  std::vector<Pair> blocks;
};

inline constexpr std::uint32_t kNoBlock = UINT32_MAX;

// Blocks are aligned by the longest common sequence of equal ones; what lies between is paired in order.
// Time and memory are the product of the numbers of blocks that differ; beyond 4000 of them nothing between
// is aligned.
DraftComparison compare_drafts(const DocumentReport& old_draft, const DocumentReport& new_draft);

}  // namespace onus
