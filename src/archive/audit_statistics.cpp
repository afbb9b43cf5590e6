#include "archive/audit_statistics.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace onus {
namespace {

constexpr std::int64_t kSmallGroup = 30;
constexpr double kSmallCell = 5;
// Tables whose probabilities differ by no more than this part are taken for equally likely.
constexpr double kSameProbability = 1e-7;

double squared(double x) { return x * x; }

// The four counts of two shares.
struct Table {
  double a, b;  // first: with, without
  double c, d;  // second
};

Table table_of(Share first, Share second) {
  return {static_cast<double>(first.count), static_cast<double>(first.of - first.count),
          static_cast<double>(second.count), static_cast<double>(second.of - second.count)};
}

// Of `all` reports `with` have something and `drawn` are of the first group: how many of those can have it.
struct Margins {
  std::int64_t drawn = 0, with = 0, all = 0;
  std::int64_t least() const { return std::max(std::int64_t{0}, with + drawn - all); }
  std::int64_t most() const { return std::min(with, drawn); }
  std::int64_t likeliest() const { return std::clamp((drawn + 1) * (with + 1) / (all + 2), least(), most()); }
  // How much likelier count + 1 is than count.
  double step(std::int64_t count) const {
    return static_cast<double>(with - count) * static_cast<double>(drawn - count) /
           (static_cast<double>(count + 1) * static_cast<double>(all - with - drawn + count + 1));
  }
};

}  // namespace

Interval wilson(Share share) {
  const double z = kNormalQuantile, n = static_cast<double>(share.of), p = share.value();
  const double middle = p + z * z / (2 * n);
  const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
  const double scale = 1 + z * z / n;
  const double low = share.count == 0 ? 0 : (middle - half) / scale;
  const double high = share.count == share.of ? 1 : (middle + half) / scale;
  return {low, high};
}

Difference difference(Share first, Share second) {
  const double p1 = first.value(), p2 = second.value();
  const Interval one = wilson(first), two = wilson(second);
  const double below = std::sqrt(squared(p2 - two.low) + squared(one.high - p1));
  const double above = std::sqrt(squared(two.high - p2) + squared(p1 - one.low));
  return {p2 - p1, {p2 - p1 - below, p2 - p1 + above}};
}

OddsRatio odds_ratio(Share first, Share second) {
  Table t = table_of(first, second);
  OddsRatio odds;
  odds.corrected = std::min({t.a, t.b, t.c, t.d}) == 0;
  if (odds.corrected) t = {t.a + 0.5, t.b + 0.5, t.c + 0.5, t.d + 0.5};
  odds.value = (t.c * t.b) / (t.d * t.a);
  const double half = kNormalQuantile * std::sqrt(1 / t.a + 1 / t.b + 1 / t.c + 1 / t.d);
  odds.interval = {odds.value * std::exp(-half), odds.value * std::exp(half)};
  return odds;
}

// All tables with these margins, by how likely each is against the likeliest. The recurrence from one table
// to the next costs one product each, where densities would be worked out anew for thousands of reports.
double fisher_exact(Share first, Share second) {
  const Margins margins{first.of, first.count + second.count, first.of + second.of};
  const std::int64_t mode = margins.likeliest();
  std::vector<double> above{1}, below{1};
  for (std::int64_t count = mode; count < margins.most(); ++count)
    above.push_back(above.back() * margins.step(count));
  for (std::int64_t count = mode; count > margins.least(); --count)
    below.push_back(below.back() / margins.step(count - 1));
  const std::int64_t off = first.count - mode;
  const double observed =
      off < 0 ? below[static_cast<std::size_t>(-off)] : above[static_cast<std::size_t>(off)];
  double all = -1,
         unlikely = observed * (1 + kSameProbability) >= 1 ? -1 : 0;  // the likeliest is in both lists
  for (const std::vector<double>& side : {above, below})
    for (const double probability : side) {
      all += probability;
      if (probability <= observed * (1 + kSameProbability)) unlikely += probability;
    }
  return std::min(unlikely / all, 1.0);
}

std::vector<double> holm(const std::vector<double>& p) {
  std::vector<std::size_t> order(p.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
  std::vector<double> adjusted(p.size());
  double least = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    least = std::max(least, std::min(1.0, p[order[i]] * static_cast<double>(order.size() - i)));
    adjusted[order[i]] = least;
  }
  return adjusted;
}

bool is_small(Share first, Share second) {
  if (std::min(first.of, second.of) < kSmallGroup) return true;
  const auto all = static_cast<double>(first.of + second.of);
  const auto with = static_cast<double>(first.count + second.count);
  const auto fewer = static_cast<double>(std::min(first.of, second.of));
  return fewer * std::min(with, all - with) / all < kSmallCell;
}

int rounded_percent(Share share) {
  return static_cast<int>((200 * share.count + share.of) / (2 * share.of));  // whole numbers: halves go up
}

std::vector<std::int64_t> counts_giving(int percent, std::int64_t of) {
  std::vector<std::int64_t> counts;
  for (std::int64_t count = 0; count <= of; ++count)
    if (rounded_percent({count, of}) == percent) counts.push_back(count);
  return counts;
}

}  // namespace onus
