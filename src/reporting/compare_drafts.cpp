#include "reporting/compare_drafts.h"

#include <algorithm>
#include <map>
#include <string>

#include "linting/fingerprint.h"
#include "text/fold.h"

namespace onus {
namespace {

constexpr std::size_t kMostAligned = 4000;

std::string_view block_text(const DocumentReport& report, std::uint32_t block) {
  return slice<ProseText>(report.document.prose, report.document.blocks[block].span);
}

std::string rule_and_words(const DocumentReport& report, const Finding& finding) {
  return finding.rule + "\n" + lower(slice<ProseText>(report.document.prose, finding.span));
}

// Pairs findings of both drafts that have the same key, in order, and takes them off the lists.
void pair_by(const std::vector<std::string>& old_keys, const std::vector<std::string>& new_keys,
             DraftComparison& comparison) {
  std::map<std::string, std::vector<std::uint32_t>> waiting;
  for (const std::uint32_t index : comparison.mended) waiting[old_keys[index]].push_back(index);
  std::vector<std::uint32_t> unpaired;
  std::vector<std::uint32_t> paired;
  for (const std::uint32_t index : comparison.fresh) {
    std::vector<std::uint32_t>& candidates = waiting[new_keys[index]];
    if (candidates.empty()) {
      unpaired.push_back(index);
      continue;
    }
    comparison.stayed.emplace_back(candidates.front(), index);
    paired.push_back(candidates.front());
    candidates.erase(candidates.begin());
  }
  comparison.fresh = std::move(unpaired);
  std::erase_if(comparison.mended, [&](std::uint32_t index) {
    return std::find(paired.begin(), paired.end(), index) != paired.end();
  });
}

std::vector<std::string> keys_of(const DocumentReport& report) {
  std::vector<std::string> keys;
  for (const Finding& finding : report.findings) keys.push_back(rule_and_words(report, finding));
  return keys;
}

// The blocks from `a` to `a_end` of the one beside those from `b` to `b_end` of the other, in order.
void put_beside(std::uint32_t a, std::uint32_t a_end, std::uint32_t b, std::uint32_t b_end,
                DraftComparison& comparison) {
  while (a < a_end || b < b_end) {
    comparison.blocks.push_back({a < a_end ? a : kNoBlock, b < b_end ? b : kNoBlock, false});
    a += a < a_end ? 1 : 0;
    b += b < b_end ? 1 : 0;
  }
}

void align(const DocumentReport& before, const DocumentReport& after, DraftComparison& comparison) {
  const auto size = [](const DocumentReport& report) {
    return static_cast<std::uint32_t>(report.document.blocks.size());
  };
  const std::uint32_t n = size(before), m = size(after);
  const auto equal = [&](std::uint32_t a, std::uint32_t b) {
    return block_text(before, a) == block_text(after, b);
  };
  std::uint32_t head = 0, tail = 0;
  while (head < n && head < m && equal(head, head)) ++head;
  while (tail < n - head && tail < m - head && equal(n - 1 - tail, m - 1 - tail)) ++tail;
  for (std::uint32_t i = 0; i < head; ++i) comparison.blocks.push_back({i, i, true});
  const std::uint32_t rows = n - head - tail, columns = m - head - tail;
  std::uint32_t a = 0, b = 0;
  if (rows <= kMostAligned && columns <= kMostAligned) {
    // longest[i][j]: of the blocks from i and j on.
    std::vector<std::vector<std::uint16_t>> longest(rows + 1, std::vector<std::uint16_t>(columns + 1));
    for (std::uint32_t i = rows; i-- > 0;)
      for (std::uint32_t j = columns; j-- > 0;)
        longest[i][j] = equal(head + i, head + j) ? static_cast<std::uint16_t>(longest[i + 1][j + 1] + 1)
                                                  : std::max(longest[i + 1][j], longest[i][j + 1]);
    std::uint32_t from_a = 0, from_b = 0;
    while (a < rows && b < columns) {
      if (equal(head + a, head + b)) {
        put_beside(head + from_a, head + a, head + from_b, head + b, comparison);
        comparison.blocks.push_back({head + a, head + b, true});
        from_a = ++a;
        from_b = ++b;
      } else if (longest[a + 1][b] >= longest[a][b + 1]) {
        ++a;
      } else {
        ++b;
      }
    }
    a = from_a;
    b = from_b;
  }
  put_beside(head + a, head + rows, head + b, head + columns, comparison);
  for (std::uint32_t i = tail; i > 0; --i) comparison.blocks.push_back({n - i, m - i, true});
}

}  // namespace

DraftComparison compare_drafts(const DocumentReport& old_draft, const DocumentReport& new_draft) {
  DraftComparison comparison;
  for (std::uint32_t i = 0; i < old_draft.findings.size(); ++i) comparison.mended.push_back(i);
  for (std::uint32_t i = 0; i < new_draft.findings.size(); ++i) comparison.fresh.push_back(i);
  pair_by(fingerprints(old_draft), fingerprints(new_draft), comparison);
  pair_by(keys_of(old_draft), keys_of(new_draft), comparison);
  std::sort(comparison.stayed.begin(), comparison.stayed.end());
  align(old_draft, new_draft, comparison);
  return comparison;
}

}  // namespace onus
