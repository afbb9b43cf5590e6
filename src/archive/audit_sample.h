#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace onus {

// Draws for a sample that comes out the same on every machine and with every compiler: the standard fixes
// the numbers of the Mersenne Twister, but not what its distributions and std::shuffle make of them.
class SampleDraw {
 public:
  explicit SampleDraw(std::uint64_t seed) : generator_(seed) {}
  std::uint64_t below(std::uint64_t limit);  // 0 to limit - 1, each as likely as the other; limit > 0
  // `size` of the numbers 0 to `of` - 1, in rising order; all of them where there are no more.
  std::vector<std::size_t> some_of(std::size_t of, std::size_t size);

 private:
  std::mt19937_64 generator_;
};

// How many to draw from each stratum so that they are `size` together and each has its share: whole parts
// first, then one more for the largest remainders (the earlier stratum of two alike). Never more than a
// stratum holds.
std::vector<std::size_t> allotted(const std::vector<std::size_t>& strata, std::size_t size);

}  // namespace onus
