#include "people/act_likeness.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "language/sentence_hash.h"

namespace onus {

ActLikeness ActReader::of(std::uint32_t clause) {
  ActLikeness& known = known_[clause];
  if (known.any < 0) known = read(text_.clauses.all[clause]);
  return known;
}

ActLikeness ActReader::read(const Clause& clause) {
  std::vector<const FeatureNet::Vector*> vectors;
  for (const std::uint64_t feature : features_.of(clause, roles_))
    if (const auto* const vector = net_.of(feature); vector != nullptr) vectors.push_back(vector);
  const FeatureNet::Hidden hidden = net_.hidden(vectors);
  std::size_t likeliest = 0;
  float most = net_.odds(hidden, 0);
  for (std::size_t tactic = 1; tactic < kTactics; ++tactic)
    if (const float odds = net_.odds(hidden, tactic); odds > most) {
      most = odds;
      likeliest = tactic;
    }
  return {1 / (1 + std::exp(-net_.odds(hidden, kTactics))), static_cast<Tactic>(likeliest)};
}

void ActReader::read_with_roles() {
  keep();
  roles_ = true;
  features_.forget_words();
  // The matcher still goes by what people were known to be before.
  std::vector<std::uint64_t> keys = act_keys(text_);
  for (std::size_t s = 0; s < keys.size(); ++s) {
    SentenceHash both;
    both.add(keys_[s]);
    both.add(keys[s]);
    keys[s] = both.value();
  }
  take_known(std::move(keys));
}

KeptActs ActReader::kept() && {
  keep();
  return std::move(kept_);
}

// Clauses stand in the order of the sentences.
void ActReader::take_known(std::vector<std::uint64_t> keys) {
  keys_ = std::move(keys);
  known_.assign(text_.clauses.all.size(), {-1, Tactic::physical});
  if (before_.empty()) return;
  for (std::size_t first = 0, end = 0; first < known_.size(); first = end) {
    end = end_of_sentence(first);
    const auto found = before_.find(keys_[text_.clauses.all[first].sentence]);
    if (found != before_.end() && found->second.size() == end - first)
      std::ranges::copy(found->second, known_.begin() + static_cast<std::ptrdiff_t>(first));
  }
}

void ActReader::keep() {
  for (std::size_t first = 0, end = 0; first < known_.size(); first = end) {
    end = end_of_sentence(first);
    const auto at = [&](std::size_t c) { return known_.begin() + static_cast<std::ptrdiff_t>(c); };
    kept_.try_emplace(keys_[text_.clauses.all[first].sentence], at(first), at(end));
  }
}

std::size_t ActReader::end_of_sentence(std::size_t clause) const {
  const std::vector<Clause>& all = text_.clauses.all;
  std::size_t end = clause;
  while (end < all.size() && all[end].sentence == all[clause].sentence) ++end;
  return end;
}

}  // namespace onus
