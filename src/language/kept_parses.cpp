#include "language/kept_parses.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

namespace onus {
namespace {

// The place in one list of lemmas of those in another.
class LemmaPlaces {
 public:
  LemmaPlaces(std::vector<std::string>& now, const std::vector<std::string>& before)
      : now_(now), before_(before), known_(before.size(), kUnknown) {
    for (std::uint32_t i = 0; i < now_.size(); ++i) by_text_.emplace(now_[i], i);
  }

  std::uint32_t place_of(std::uint32_t before) {
    std::uint32_t& place = known_[before];
    if (place != kUnknown) return place;
    const auto [entry, is_new] =
        by_text_.try_emplace(before_[before], static_cast<std::uint32_t>(now_.size()));
    if (is_new) now_.push_back(before_[before]);
    return place = entry->second;
  }

 private:
  static constexpr std::uint32_t kUnknown = UINT32_MAX;
  std::vector<std::string>& now_;
  const std::vector<std::string>& before_;
  std::vector<std::uint32_t> known_;
  std::unordered_map<std::string, std::uint32_t> by_text_;
};

bool same_words(std::span<const Token> a, std::span<const Token> b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](const Token& x, const Token& y) {
    return x.span.begin - a.front().span.begin == y.span.begin - b.front().span.begin &&
           x.span.size() == y.span.size();
  });
}

}  // namespace

std::size_t keep_parses(Analysis& now, std::string_view prose, const Analysis& before,
                        std::string_view prose_before) {
  std::unordered_map<std::string_view, std::uint32_t> parsed;
  for (std::uint32_t i = 0; i < before.sentences.size(); ++i)
    if (before.sentences[i].parsed) parsed.try_emplace(slice(prose_before, before.sentences[i].span), i);
  LemmaPlaces lemmas(now.lemmas, before.lemmas);
  std::size_t kept = 0;
  for (Sentence& sentence : now.sentences) {
    const auto found = parsed.find(slice(prose, sentence.span));
    if (sentence.parsed || found == parsed.end()) continue;
    const TokenRange from = before.sentences[found->second].tokens;
    if (!same_words(now.in(sentence.tokens), before.in(from))) continue;
    for (std::uint32_t i = 0; i < from.size(); ++i) {
      const ProseSpan span = now.tokens[sentence.tokens.begin + i].span;
      Token token = before.tokens[from.begin + i];
      token.span = span;
      token.lemma = lemmas.place_of(token.lemma);
      token.head = token.head - from.begin + sentence.tokens.begin;
      now.tokens[sentence.tokens.begin + i] = token;
    }
    sentence.parsed = true;
    ++kept;
  }
  return kept;
}

}  // namespace onus
