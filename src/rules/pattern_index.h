#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "rules/matcher.h"
#include "rules/pattern.h"

namespace onus {

// Patterns by the words that they need, so that a sentence costs no more than the patterns that might be in
// it.
class PatternIndex {
 public:
  // A pattern of a rule, or of whatever has patterns: its number and the pattern's among its own.
  struct Use {
    std::uint32_t owner = 0;
    std::uint32_t pattern = 0;
  };
  void add(Use, const Pattern&);

  std::span<const Use> uses() const { return uses_; }
  std::span<const std::uint32_t> needs_of(std::size_t use) const {
    return std::span(needs_).subspan(needs_from_[use], needs_from_[use + 1] - needs_from_[use]);
  }

 private:
  std::vector<Use> uses_;
  std::vector<std::uint32_t> needs_;
  std::vector<std::size_t> needs_from_{0};  // for each use, and the end
};

struct IndexedMatch {
  PatternIndex::Use use;
  Match match;
};

// Every match of the patterns in the narrative, by sentence and the token that it was looked for at; there,
// those by the token's lemma first, then those by its form, and of these in the order they were added.
// `pattern_of` gives the pattern that was added for a use.
std::vector<IndexedMatch> find_matches(const Matcher&, const Vocabulary&, const PatternIndex&,
                                       const std::function<const Pattern&(PatternIndex::Use)>& pattern_of);

}  // namespace onus
