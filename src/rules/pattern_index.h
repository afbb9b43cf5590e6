#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <vector>

#include "rules/matcher.h"
#include "rules/pattern.h"
#include "rules/sentence_key.h"

namespace onus {

// Patterns by what they need, so that a sentence costs no more than the patterns that might be in it. Refers
// to the patterns, which have to stay where they are; so it can be moved, as they can, but not copied.
class PatternIndex {
 public:
  struct Use {
    std::uint32_t owner = 0;  // the number of the rule, or of whatever has the pattern
    const Pattern* pattern = nullptr;
  };

  PatternIndex() = default;
  PatternIndex(PatternIndex&&) = default;
  PatternIndex& operator=(PatternIndex&&) = default;

  void add(std::uint32_t owner, const Pattern&);
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
  std::uint32_t owner = 0;
  Match match;
};
using IndexedMatches = std::vector<IndexedMatch>;

// Every match of the patterns of each index in the narrative, by the token that it was looked for at; there,
// those by the token's lemma first, then those by its form, then those by any word, and of these in the order
// they were added.
std::vector<IndexedMatches> find_matches(const Matcher&, std::initializer_list<const PatternIndex*>);
// Those of one index in some sentences, which are given in order.
IndexedMatches find_matches_in(const Matcher&, const PatternIndex&, std::span<const std::uint32_t> sentences);

// What was found in one state of a text, for finding it again in the next, with the same rules at the same
// place. Numbers only; it outlives the text and the analysis it was made from.
struct KeptMatches {
  std::vector<SentenceKey> sentences;
  std::vector<IndexedMatches> of_index;  // as they are given to find_matches
  // Hashes of a list of a rule's patterns and of a sentence: where none of them is, and where one is for
  // certain. Sorted.
  std::vector<std::uint64_t> absent, present;
};

// The same matches, looked for only in sentences that are not in `before`, which has those of the same
// indexes or nothing.
KeptMatches find_matches_again(const Matcher&, std::initializer_list<const PatternIndex*>,
                               const KeptMatches& before);

}  // namespace onus
