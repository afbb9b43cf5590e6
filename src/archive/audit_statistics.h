#pragma once

#include <cstdint>
#include <vector>

// What an audit says of whole counts, with how sure it can be. Intervals are for 95 in 100. All of it takes
// the reports for independent of each other, which reports of one team are not quite.
namespace onus {

inline constexpr double kNormalQuantile = 1.959963984540054;  // for 95 in 100, two-sided

// `count` of `of` reports.
struct Share {
  std::int64_t count = 0;
  std::int64_t of = 0;
  double value() const { return static_cast<double>(count) / static_cast<double>(of); }  // of > 0
};

struct Interval {
  double low = 0;
  double high = 0;
};

// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the
// American Statistical Association 22 (1927): the score interval, without continuity correction. of > 0.
Interval wilson(Share);

// second - first, with the hybrid score interval: method 10 of R. G. Newcombe, "Interval estimation for the
// difference between independent proportions", Statistics in Medicine 17 (1998), 873-890. Both of > 0.
struct Difference {
  double value = 0;
  Interval interval;
};
Difference difference(Share first, Share second);

// The odds in the second over the odds in the first, with Woolf's logit interval. Where one of the four
// counts is nought, a half is added to each (Haldane and Anscombe), and `corrected` says so.
struct OddsRatio {
  double value = 1;
  Interval interval;
  bool corrected = false;
};
OddsRatio odds_ratio(Share first, Share second);

// Fisher's exact test, two-sided: how likely tables as unlikely as this one, or less likely, are when both
// groups are alike and the margins are as they are.
double fisher_exact(Share first, Share second);

// p values made larger for being many: S. Holm, "A simple sequentially rejective multiple test procedure",
// Scandinavian Journal of Statistics 6 (1979). In the order they came.
std::vector<double> holm(const std::vector<double>& p);

// Fewer than thirty reports in a group, or fewer than five expected in a cell: read the figures with care.
bool is_small(Share first, Share second);

// The counts whose share, rounded to whole per cents with halves up, is `percent`: often one or none.
std::vector<std::int64_t> counts_giving(int percent, std::int64_t of);
int rounded_percent(Share);

}  // namespace onus
