#include "rules/pattern_index.h"

#include <algorithm>
#include <compare>

#include "rules/sieve.h"

namespace onus {
namespace {

// For each set the patterns of which it is the rarest need, in a row.
class ByRarestNeed {
 public:
  ByRarestNeed(const PatternIndex& index, const std::vector<std::uint32_t>& sentences_with) {
    const std::size_t count = index.uses().size();
    std::vector<std::uint32_t> rarest(count, kNone);
    from_.assign(sentences_with.size() + 1, 0);
    for (std::size_t use = 0; use < count; ++use) {
      const auto needs = index.needs_of(use);
      const auto least =
          std::ranges::min_element(needs, {}, [&](std::uint32_t set) { return sentences_with[set]; });
      if (least == needs.end())
        anywhere_.push_back(static_cast<std::uint32_t>(use));
      else
        ++from_[(rarest[use] = *least) + 1];
    }
    for (std::size_t set = 1; set < from_.size(); ++set) from_[set] += from_[set - 1];
    uses_.resize(from_.back());
    std::vector<std::uint32_t> next(from_.begin(), from_.end() - 1);
    for (std::size_t use = 0; use < count; ++use)
      if (rarest[use] != kNone) uses_[next[rarest[use]]++] = static_cast<std::uint32_t>(use);
  }

  std::span<const std::uint32_t> with(std::uint32_t set) const {
    return std::span(uses_).subspan(from_[set], from_[set + 1] - from_[set]);
  }
  std::span<const std::uint32_t> anywhere() const { return anywhere_; }

 private:
  std::vector<std::uint32_t> from_, uses_, anywhere_;
};

// In how many sentences each set of words is.
std::vector<std::uint32_t> count_sentences(const Matcher& matcher, const Vocabulary& vocabulary) {
  std::vector<std::uint32_t> count(vocabulary.sets());
  std::vector<std::uint32_t> last(vocabulary.sets(), kNone);
  const auto& sentences = matcher.narrative().analysis.sentences;
  for (std::uint32_t s = 0; s < sentences.size(); ++s)
    for (std::uint32_t t = sentences[s].tokens.begin; t < sentences[s].tokens.end; ++t)
      for (const std::uint32_t word : matcher.words_of(t))
        for (const std::uint32_t set : vocabulary.sets_with(word))
          if (last[set] != s) {
            last[set] = s;
            ++count[set];
          }
  return count;
}

struct Place {
  std::uint32_t token = 0;
  std::uint32_t by = 0;  // 0: the token's lemma, 1: its form, 2: any word
  std::uint32_t use = 0;
  auto operator<=>(const Place&) const = default;
};

std::uint32_t opened_by(const Matcher& matcher, const Pattern& pattern, std::uint32_t token) {
  if (pattern.anchors.empty()) return 2;
  const auto words = matcher.words_of(token);
  return !words.empty() && std::binary_search(pattern.anchors.begin(), pattern.anchors.end(), words.front())
             ? 0
             : 1;
}

}  // namespace

void PatternIndex::add(Use use, const Pattern& pattern) {
  uses_.push_back(use);
  needs_.insert(needs_.end(), pattern.needs.begin(), pattern.needs.end());
  needs_from_.push_back(needs_.size());
}

std::vector<IndexedMatch> find_matches(const Matcher& matcher, const Vocabulary& vocabulary,
                                       const PatternIndex& index,
                                       const std::function<const Pattern&(PatternIndex::Use)>& pattern_of) {
  const ByRarestNeed patterns(index, count_sentences(matcher, vocabulary));
  Sieve sieve(matcher, vocabulary);
  std::vector<IndexedMatch> found;
  std::vector<Place> places;
  const auto look_for = [&](std::uint32_t use) {
    const auto needs = index.needs_of(use);
    if (!std::ranges::all_of(needs, [&](std::uint32_t set) { return sieve.holds(set); })) return;
    const Pattern& pattern = pattern_of(index.uses()[use]);
    for (const std::uint32_t token : sieve.beginnings(pattern))
      places.push_back({token, opened_by(matcher, pattern, token), use});
  };
  const auto count = static_cast<std::uint32_t>(matcher.narrative().analysis.sentences.size());
  for (std::uint32_t s = 0; s < count; ++s) {
    sieve.enter(s);
    places.clear();
    for (const std::uint32_t set : sieve.sets())
      for (const std::uint32_t use : patterns.with(set)) look_for(use);
    for (const std::uint32_t use : patterns.anywhere()) look_for(use);
    std::sort(places.begin(), places.end());
    for (const Place& place : places) {
      const PatternIndex::Use use = index.uses()[place.use];
      if (const auto match = matcher.match_at(pattern_of(use), place.token)) found.push_back({use, *match});
    }
  }
  return found;
}

}  // namespace onus
