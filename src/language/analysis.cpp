#include "language/analysis.h"

#include <algorithm>
#include <iterator>

namespace onus {

std::uint32_t sentence_of(const Analysis& analysis, std::uint32_t token) {
  const auto after = std::upper_bound(
      analysis.sentences.begin(), analysis.sentences.end(), token,
      [](std::uint32_t place, const Sentence& sentence) { return place < sentence.tokens.begin; });
  return static_cast<std::uint32_t>(std::distance(analysis.sentences.begin(), after)) - 1;
}

}  // namespace onus
