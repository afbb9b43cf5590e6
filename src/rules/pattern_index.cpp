#include "rules/pattern_index.h"

#include <algorithm>
#include <compare>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "rules/matches_in.h"
#include "rules/sieve.h"
#include "text/sorted.h"

namespace onus {
namespace {

// Lists of numbers by number, all in one row.
class Lists {
 public:
  // Takes the list of each pair's first number to be its second numbers in their order.
  Lists(std::size_t count, std::span<const std::pair<std::uint32_t, std::uint32_t>> pairs)
      : from_(count + 1), all_(pairs.size()) {
    for (const auto& [list, number] : pairs) ++from_[list + 1];
    for (std::size_t i = 1; i < from_.size(); ++i) from_[i] += from_[i - 1];
    std::vector<std::uint32_t> next(from_.begin(), from_.end() - 1);
    for (const auto& [list, number] : pairs) all_[next[list]++] = number;
  }
  std::span<const std::uint32_t> operator[](std::uint32_t list) const {
    return std::span(all_).subspan(from_[list], from_[list + 1] - from_[list]);
  }

 private:
  std::vector<std::uint32_t> from_, all_;
};

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

struct WordCount {
  std::uint32_t word = 0, count = 0;
};

// The words of the vocabulary that some sentences of a narrative have.
std::vector<WordCount> count_words(const Matcher& matcher, std::span<const std::uint32_t> sentences) {
  std::vector<std::uint32_t> counts(matcher.vocabulary().size());
  for (const std::uint32_t s : sentences) {
    const TokenRange tokens = matcher.narrative().analysis.sentences[s].tokens;
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t)
      for (const std::uint32_t word : matcher.words_of(t)) ++counts[word];
  }
  std::vector<WordCount> words;
  for (std::uint32_t word = 0; word < counts.size(); ++word)
    if (counts[word] > 0) words.push_back({word, counts[word]});
  return words;
}

// Which patterns to look for where a word is: each by the one of its needs that the sentences meet most
// rarely.
class Agenda {
 public:
  Agenda(const PatternIndex& index, const Vocabulary& vocabulary, std::span<const WordCount> words)
      : by_need_(0, {}), by_word_(0, {}) {
    std::vector<std::uint32_t> met(vocabulary.needs());
    for (const auto& [word, count] : words)
      for (const std::uint32_t need : vocabulary.needs_met_by(word)) met[need] += count;
    Pairs uses;
    for (std::uint32_t use = 0; use < index.uses().size(); ++use) {
      const auto needs = index.needs_of(use);
      const auto rarest = std::ranges::min_element(needs, {}, [&](std::uint32_t n) { return met[n]; });
      if (rarest == needs.end())
        anywhere_.push_back(use);
      else if (met[*rarest] > 0)
        uses.emplace_back(*rarest, use);
    }
    by_need_ = Lists(vocabulary.needs(), uses);
    Pairs needs;
    for (const auto& [word, count] : words)
      for (const std::uint32_t need : vocabulary.needs_met_by(word))
        if (!by_need_[need].empty()) needs.emplace_back(word, need);
    by_word_ = Lists(vocabulary.size(), needs);
  }

  std::span<const std::uint32_t> needs_met_by(std::uint32_t word) const { return by_word_[word]; }
  std::span<const std::uint32_t> with(std::uint32_t need) const { return by_need_[need]; }
  std::span<const std::uint32_t> anywhere() const { return anywhere_; }

 private:
  Lists by_need_, by_word_;
  std::vector<std::uint32_t> anywhere_;
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

// Looks for the patterns of one index in one sentence after another.
class Search {
 public:
  Search(const Matcher& matcher, const PatternIndex& index, std::span<const WordCount> words)
      : matcher_(matcher),
        index_(index),
        agenda_(index, matcher.vocabulary(), words),
        last_asked_(matcher.vocabulary().needs(), kNone) {}

  void look_in(std::uint32_t sentence, Sieve& sieve) {
    places_.clear();
    const TokenRange tokens = matcher_.narrative().analysis.sentences[sentence].tokens;
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t)
      for (const std::uint32_t word : matcher_.words_of(t))
        for (const std::uint32_t need : agenda_.needs_met_by(word))
          if (last_asked_[need] != sentence) {
            last_asked_[need] = sentence;
            for (const std::uint32_t use : agenda_.with(need)) look_for(use, sentence, sieve);
          }
    for (const std::uint32_t use : agenda_.anywhere()) look_for(use, sentence, sieve);
    std::sort(places_.begin(), places_.end());
    for (const Place& place : places_) {
      const auto& [owner, pattern] = index_.uses()[place.use];
      if (const auto match = matcher_.match_at(*pattern, place.token)) found_.push_back({owner, *match});
    }
  }

  IndexedMatches found() { return std::move(found_); }

 private:
  void look_for(std::uint32_t use, std::uint32_t sentence, Sieve& sieve) {
    if (!matcher_.meets(index_.needs_of(use), sentence)) return;
    sieve.enter(sentence);
    const Pattern& pattern = *index_.uses()[use].pattern;
    for (const std::uint32_t token : sieve.beginnings(pattern))
      places_.push_back({token, opened_by(matcher_, pattern, token), use});
  }

  const Matcher& matcher_;
  const PatternIndex& index_;
  Agenda agenda_;
  std::vector<std::uint32_t> last_asked_;  // for each need the last sentence that was asked for it
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
  const std::vector<WordCount> words = count_words(matcher, sentences);
  std::vector<Search> searches;
  for (const PatternIndex* index : indexes) searches.emplace_back(matcher, *index, words);
  Sieve sieve(matcher);
  for (const std::uint32_t s : sentences)
    for (Search& search : searches) search.look_in(s, sieve);
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
  KeptMatches now{sentence_keys(matcher), {}, {}};
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
