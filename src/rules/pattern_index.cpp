#include "rules/pattern_index.h"

#include <algorithm>
#include <compare>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "rules/sieve.h"
#include "text/sorted.h"

namespace onus {
namespace {

// Which of some sentences have what patterns can't do without, a bit for each.
class NeedsMet {
 public:
  static constexpr std::size_t kMostSentences = 64;

  explicit NeedsMet(const Matcher& matcher) : matcher_(matcher), met_(matcher.vocabulary().needs()) {}

  void enter(std::span<const std::uint32_t> sentences) {
    std::ranges::fill(met_, 0);
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const TokenRange tokens = matcher_.narrative().analysis.sentences[sentences[i]].tokens;
      for (std::uint32_t t = tokens.begin; t < tokens.end; ++t)
        for (const std::uint32_t word : matcher_.words_of(t))
          for (const std::uint32_t need : matcher_.vocabulary().needs_met_by(word))
            met_[need] |= std::uint64_t{1} << i;
    }
  }
  // Those that have all.
  std::uint64_t together(std::span<const std::uint32_t> needs) const {
    std::uint64_t sentences = ~std::uint64_t{0};
    for (std::size_t i = 0; i < needs.size() && sentences != 0; ++i) sentences &= met_[needs[i]];
    return sentences;
  }

 private:
  const Matcher& matcher_;
  std::vector<std::uint64_t> met_;  // by need
};

struct Place {
  std::uint32_t token = 0;
  std::uint32_t by = 0;  // 0: the token's lemma, 1: its form, 2: any word
  std::uint32_t use = 0;
  auto operator<=>(const Place&) const = default;
};

std::uint32_t opened_by(const Matcher& matcher, const Pattern& pattern, std::uint32_t token) {
  if (pattern.anchors.empty()) return 2;
  const auto words = matcher.words_of(token);
  return !words.empty() && std::ranges::binary_search(pattern.anchors, words.front()) ? 0 : 1;
}

// Looks for the patterns of one index in some sentences after others.
class Search {
 public:
  Search(const Matcher& matcher, const PatternIndex& index) : matcher_(matcher), index_(index) {}

  // In those that were entered last.
  void look(const NeedsMet& met, Sieve& sieve) {
    places_.clear();
    for (std::uint32_t use = 0; use < index_.uses().size(); ++use) {
      const std::uint64_t sentences = met.together(index_.needs_of(use));
      if (sentences == 0) continue;
      const Pattern& pattern = *index_.uses()[use].pattern;
      for (const std::uint32_t token : sieve.beginnings(pattern, sentences))
        places_.push_back({token, opened_by(matcher_, pattern, token), use});
    }
    std::sort(places_.begin(), places_.end());
    for (const Place& place : places_) {
      const auto& [owner, pattern] = index_.uses()[place.use];
      if (const auto match = matcher_.match_at(*pattern, place.token)) found_.push_back({owner, *match});
    }
  }

  IndexedMatches found() { return std::move(found_); }

 private:
  const Matcher& matcher_;
  const PatternIndex& index_;
  std::vector<Place> places_;
  IndexedMatches found_;
};

}  // namespace

void PatternIndex::add(std::uint32_t owner, const Pattern& pattern) {
  uses_.push_back({owner, &pattern});
  needs_.insert(needs_.end(), pattern.needs.begin(), pattern.needs.end());
  needs_from_.push_back(needs_.size());
}

namespace {

using Indexes = std::initializer_list<const PatternIndex*>;

// Those of each index in some sentences, which are given in order.
std::vector<IndexedMatches> matches_in(const Matcher& matcher, Indexes indexes,
                                       std::span<const std::uint32_t> sentences) {
  std::vector<Search> searches;
  for (const PatternIndex* index : indexes) searches.emplace_back(matcher, *index);
  NeedsMet met(matcher);
  Sieve sieve(matcher);
  while (!sentences.empty()) {
    const std::size_t taken = sieve.enter(sentences.first(std::min(sentences.size(), met.kMostSentences)));
    met.enter(sentences.first(taken));
    for (Search& search : searches) search.look(met, sieve);
    sentences = sentences.subspan(taken);
  }
  std::vector<IndexedMatches> found;
  for (Search& search : searches) found.push_back(search.found());
  return found;
}

std::vector<std::uint32_t> all_sentences(const Matcher& matcher) {
  std::vector<std::uint32_t> sentences(matcher.narrative().analysis.sentences.size());
  std::iota(sentences.begin(), sentences.end(), 0U);
  return sentences;
}

// For each sentence the number of one before with the same hash, or kNone.
std::vector<std::uint32_t> known_sentences(std::span<const SentenceKey> now,
                                           std::span<const SentenceKey> before) {
  std::unordered_map<std::uint64_t, std::uint32_t> numbers;
  numbers.reserve(before.size());
  for (std::uint32_t s = 0; s < before.size(); ++s)
    if (before[s].hash != 0) numbers.emplace(before[s].hash, s);
  std::vector<std::uint32_t> known;
  known.reserve(now.size());
  for (const SentenceKey& key : now) {
    const auto found = numbers.find(key.hash);
    known.push_back(found == numbers.end() ? kNone : found->second);
  }
  return known;
}

std::span<const IndexedMatch> of_sentence(const IndexedMatches& matches, std::uint32_t sentence) {
  return stretch_of(matches, sentence, [](const IndexedMatch& each) { return each.match.sentence; });
}

}  // namespace

std::vector<IndexedMatches> find_matches(const Matcher& matcher, Indexes indexes) {
  return matches_in(matcher, indexes, all_sentences(matcher));
}

IndexedMatches find_matches_in(const Matcher& matcher, const PatternIndex& index,
                               std::span<const std::uint32_t> sentences) {
  return std::move(matches_in(matcher, {&index}, sentences).front());
}

KeptMatches find_matches_again(const Matcher& matcher, Indexes indexes, const KeptMatches& before) {
  KeptMatches now{sentence_keys(matcher), {}, {}, {}};
  const std::vector<std::uint32_t> known = known_sentences(now.sentences, before.sentences);
  std::vector<std::uint32_t> sentences = all_sentences(matcher);
  std::erase_if(sentences, [&](std::uint32_t s) { return known[s] != kNone; });
  now.of_index = matches_in(matcher, indexes, sentences);
  if (sentences.size() == known.size()) return now;
  for (std::size_t i = 0; i < now.of_index.size(); ++i) {
    const IndexedMatches fresh = std::exchange(now.of_index[i], {});
    auto next = fresh.begin();
    for (std::uint32_t s = 0; s < known.size(); ++s) {
      for (; next != fresh.end() && next->match.sentence == s; ++next) now.of_index[i].push_back(*next);
      if (known[s] == kNone) continue;
      for (const auto& [owner, match] : of_sentence(before.of_index[i], known[s]))
        now.of_index[i].push_back({owner, moved(match, before.sentences[known[s]], now.sentences[s], s)});
    }
  }
  return now;
}

}  // namespace onus
