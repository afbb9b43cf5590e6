#include "people/act_likeness.h"

#include <cmath>

namespace onus {

ActLikeness ActReader::of(std::uint32_t clause) const {
  ActLikeness& known = known_[clause];
  if (known.any < 0) known = read(text_.clauses.all[clause]);
  return known;
}

ActLikeness ActReader::read(const Clause& clause) const {
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

}  // namespace onus
