#include "archive/audit_sample.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace onus {

std::uint64_t SampleDraw::below(std::uint64_t limit) {
  // Numbers of the last, incomplete round are drawn again: they would favour the small results.
  const std::uint64_t over = (std::numeric_limits<std::uint64_t>::max() % limit + 1) % limit;
  std::uint64_t number = generator_();
  while (number > std::numeric_limits<std::uint64_t>::max() - over) number = generator_();
  return number % limit;
}

std::vector<std::size_t> SampleDraw::some_of(std::size_t of, std::size_t size) {
  std::vector<std::size_t> all(of);
  std::iota(all.begin(), all.end(), std::size_t{0});
  size = std::min(size, of);
  for (std::size_t i = 0; i < size; ++i) std::swap(all[i], all[i + below(of - i)]);
  all.resize(size);
  std::sort(all.begin(), all.end());
  return all;
}

std::vector<std::size_t> allotted(const std::vector<std::size_t>& strata, std::size_t size) {
  const std::size_t all = std::accumulate(strata.begin(), strata.end(), std::size_t{0});
  size = std::min(size, all);
  std::vector<std::size_t> parts(strata.size(), 0);
  if (size == 0) return parts;
  std::vector<std::pair<std::size_t, std::size_t>> remainders;  // largest first once sorted
  std::size_t given = 0;
  for (std::size_t i = 0; i < strata.size(); ++i) {
    parts[i] = strata[i] * size / all;
    given += parts[i];
    remainders.emplace_back(all - strata[i] * size % all, i);
  }
  std::sort(remainders.begin(), remainders.end());
  for (std::size_t i = 0; given < size; ++i, ++given) ++parts[remainders[i].second];
  return parts;
}

}  // namespace onus
