#include "archive/audit_statistics.h"

#include <gtest/gtest.h>

#include <boost/math/distributions/hypergeometric.hpp>

#include "archive/audit_kappa.h"
#include "archive/audit_sample.h"

namespace onus {
namespace {

// Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998),
// table I, method 3 (score without continuity correction).
TEST(AuditStatistics, WilsonsIntervalIsNewcombesTable) {
  const struct {
    Share share;
    double low, high;
  } kPublished[] = {{{81, 263}, 0.2553, 0.3662},
                    {{15, 148}, 0.0624, 0.1605},
                    {{0, 20}, 0.0000, 0.1611},
                    {{1, 29}, 0.0061, 0.1718}};
  for (const auto& [share, low, high] : kPublished) {
    EXPECT_NEAR(wilson(share).low, low, 0.00005) << share.count;
    EXPECT_NEAR(wilson(share).high, high, 0.00005) << share.count;
  }
  EXPECT_EQ(wilson({12, 12}).high, 1);
}

// Newcombe, "Interval estimation for the difference between independent proportions" (1998), table II,
// method 10; his difference is first - second.
TEST(AuditStatistics, TheDifferenceHasNewcombesInterval) {
  const struct {
    Share first, second;
    double low, high;
  } kPublished[] = {{{56, 70}, {48, 80}, 0.0524, 0.3339},
                    {{9, 10}, {3, 10}, 0.1705, 0.8090},
                    {{6, 7}, {2, 7}, 0.0582, 0.8062},
                    {{5, 56}, {0, 29}, -0.0381, 0.1926}};
  for (const auto& [first, second, low, high] : kPublished) {
    const Difference found = difference(second, first);
    EXPECT_NEAR(found.interval.low, low, 0.00006) << first.count;
    EXPECT_NEAR(found.interval.high, high, 0.00006) << first.count;
  }
}

// Fisher's tea (The Design of Experiments, 1935): 3 of 4 cups told right, p = 34/70 two-sided; and the twins
// of convicts (Statistical Methods for Research Workers, 21.02; "fisher.test" of R gives 0.0005367): 2 of 17
// dizygotic and 10 of 13 monozygotic.
TEST(AuditStatistics, FishersExactTestIsFishersOwn) {
  EXPECT_NEAR(fisher_exact({3, 4}, {1, 4}), 34.0 / 70, 1e-9);
  EXPECT_NEAR(fisher_exact({4, 4}, {0, 4}), 2.0 / 70, 1e-9);
  EXPECT_NEAR(fisher_exact({10, 13}, {2, 17}), 0.0005367, 0.00000005);
  EXPECT_NEAR(fisher_exact({5, 10}, {5, 10}), 1, 1e-9);
  EXPECT_NEAR(fisher_exact({0, 10}, {0, 20}), 1, 1e-9);
  EXPECT_LT(fisher_exact({3'000, 10'000}, {5'000, 10'000}), 1e-100);
}

TEST(AuditStatistics, FishersExactTestIsTheSumOfBoostsDensities) {
  const struct {
    unsigned a, of_a, c, of_c;
  } kTables[] = {{1, 10, 8, 12}, {0, 7, 3, 9}, {6, 12, 15, 18}, {30, 64, 12, 40}};
  for (const auto& [a, of_a, c, of_c] : kTables) {
    const boost::math::hypergeometric_distribution<> tables(a + c, of_a, of_a + of_c);
    double p = 0;
    for (unsigned k = a + c > of_c ? a + c - of_c : 0; k <= std::min(of_a, a + c); ++k)
      if (pdf(tables, k) <= pdf(tables, a) * (1 + 1e-7)) p += pdf(tables, k);
    EXPECT_NEAR(fisher_exact({a, of_a}, {c, of_c}), p, 1e-9);
    EXPECT_NEAR(fisher_exact({c, of_c}, {a, of_a}), p, 1e-9);
  }
}

// Physicians' Health Study, as in A. Agresti, Categorical Data Analysis (2nd edition, 2002), 3.1: 189 of
// 11,034 with placebo and 104 of 11,037 with aspirin; odds ratio 1.832, interval 1.44 to 2.33.
TEST(AuditStatistics, TheOddsRatioIsAgrestis) {
  const OddsRatio odds = odds_ratio({104, 11'037}, {189, 11'034});
  EXPECT_NEAR(odds.value, 1.832, 0.0005);
  EXPECT_NEAR(odds.interval.low, 1.44, 0.005);
  EXPECT_NEAR(odds.interval.high, 2.33, 0.005);
  EXPECT_FALSE(odds.corrected);
  EXPECT_TRUE(odds_ratio({0, 10}, {3, 10}).corrected);
}

TEST(AuditStatistics, HolmsStepsAreKeptInOrder) {
  const std::vector<double> adjusted = holm({0.01, 0.04, 0.03, 0.005});
  const std::vector<double> expected{0.03, 0.06, 0.06, 0.02};
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_NEAR(adjusted[i], expected[i], 1e-12);
}

TEST(AuditStatistics, SmallNumbersAreSaidToBeSmall) {
  EXPECT_TRUE(is_small({10, 29}, {40, 80}));
  EXPECT_TRUE(is_small({1, 40}, {3, 40}));
  EXPECT_FALSE(is_small({10, 40}, {20, 40}));
}

// Two dermatologists, in the manual of SAS (FREQ, "Agreement Study"); and two radiologists (Altman, Practical
// Statistics for Medical Research, 1991, p. 403 ff.), in the manual of Stata (kappa, "kap", weights "w").
TEST(AuditStatistics, KappaIsThatOfTheManuals) {
  const RatingTable skin{{10, 4, 1, 0}, {5, 10, 12, 2}, {2, 4, 12, 5}, {0, 2, 6, 13}};
  const auto plain = unweighted_kappa(skin), weighted = weighted_kappa(skin);
  ASSERT_TRUE(plain && plain->interval && weighted && weighted->interval);
  EXPECT_NEAR(plain->value, 0.3449, 0.00005);
  EXPECT_NEAR(plain->interval->low, 0.2030, 0.00005);
  EXPECT_NEAR(plain->interval->high, 0.4868, 0.00005);
  EXPECT_NEAR(weighted->value, 0.5082, 0.00005);
  EXPECT_NEAR(weighted->interval->low, 0.3798, 0.00005);
  EXPECT_NEAR(weighted->interval->high, 0.6366, 0.00005);
  const RatingTable breasts{{21, 12, 0, 0}, {4, 17, 1, 0}, {3, 9, 15, 2}, {0, 0, 0, 1}};
  EXPECT_NEAR(unweighted_kappa(breasts)->value, 0.4728, 0.00005);
  EXPECT_NEAR(weighted_kappa(breasts)->value, 0.5684, 0.00005);
}

TEST(AuditStatistics, KappaSaysWhereItCanSayNothing) {
  EXPECT_FALSE(weighted_kappa({{0, 0, 0}, {0, 0, 0}, {0, 0, 0}}));
  EXPECT_FALSE(weighted_kappa({{12, 0, 0}, {0, 0, 0}, {0, 0, 0}}));
  const auto perfect = weighted_kappa({{4, 0, 0}, {0, 4, 0}, {0, 0, 4}});
  ASSERT_TRUE(perfect);
  EXPECT_NEAR(perfect->value, 1, 1e-12);
  EXPECT_FALSE(perfect->interval);
}

// What whole counts allow of the published audits: 26 files in 2014; of 30 in 2017, 12 and 18.
TEST(AuditStatistics, WholeCountsGiveThePublishedShares) {
  EXPECT_EQ(rounded_percent({3, 26}), 12);
  EXPECT_EQ(rounded_percent({6, 12}), 50);
  EXPECT_EQ(rounded_percent({7, 12}), 58);
  EXPECT_EQ(rounded_percent({15, 18}), 83);
  EXPECT_EQ(rounded_percent({1, 8}), 13);  // halves go up
  EXPECT_EQ(rounded_percent({1, 40}), 3);
}

struct Published {
  int percent;
  std::int64_t of;
  std::vector<std::int64_t> counts;  // that give it; none: no count does
};

// docs/audit.md tells what follows from this.
TEST(AuditStatistics, SomePublishedSharesNoCountAllows) {
  const Published kPublished[] = {// 2014, of 26: fully met; partially or fully
                                  {12, 26, {3}},
                                  {6, 26, {}},
                                  {8, 26, {2}},
                                  {15, 26, {4}},
                                  {69, 26, {18}},
                                  {72, 26, {}},
                                  {50, 26, {13}},
                                  {61, 26, {}},
                                  // 2017, of the Champions' 12
                                  {50, 12, {6}},
                                  {58, 12, {7}},
                                  {20, 12, {}},
                                  {100, 12, {12}},
                                  {80, 12, {}},
                                  // the same two of all 30
                                  {20, 30, {6}},
                                  {80, 30, {24}}};
  for (const Published& figure : kPublished)
    EXPECT_EQ(counts_giving(figure.percent, figure.of), figure.counts)
        << figure.percent << " % of " << figure.of;
  EXPECT_EQ(rounded_percent({1, 26}), 4);
  EXPECT_EQ(rounded_percent({2, 26}), 8);
  EXPECT_EQ(rounded_percent({18, 26}), 69);
  EXPECT_EQ(rounded_percent({19, 26}), 73);
  EXPECT_EQ(rounded_percent({16, 26}), 62);
  EXPECT_EQ(rounded_percent({2, 12}), 17);
  EXPECT_EQ(rounded_percent({3, 12}), 25);
  EXPECT_EQ(rounded_percent({9, 12}), 75);
  EXPECT_EQ(rounded_percent({10, 12}), 83);
}

// Up to how many files both shares can be of.
std::vector<std::int64_t> allowing_both(int fully, int at_least_partly, std::int64_t most) {
  std::vector<std::int64_t> files;
  for (std::int64_t of = 1; of <= most; ++of)
    if (!counts_giving(fully, of).empty() && !counts_giving(at_least_partly, of).empty()) files.push_back(of);
  return files;
}

TEST(AuditStatistics, FewerFilesExplainSomeOfThem) {
  using Files = std::vector<std::int64_t>;
  EXPECT_EQ(allowing_both(6, 72, 26), Files{18});
  EXPECT_EQ(allowing_both(15, 61, 26), Files{});
  EXPECT_EQ(allowing_both(20, 80, 12), (Files{5, 10}));
  EXPECT_EQ(allowing_both(12, 69, 26), Files{26});
}

TEST(AuditSample, IsTheSameEverywhere) {
  // The standard says that the 10,000th number of this generator from its own seed is this one.
  std::mt19937_64 generator;
  generator.discard(9'999);
  EXPECT_EQ(generator(), 9'981'545'732'273'789'042ULL);
  SampleDraw draw(7);
  EXPECT_EQ(draw.some_of(1'000, 5), (std::vector<std::size_t>{15, 113, 493, 495, 548}));
}

TEST(AuditSample, EveryNumberIsAsLikely) {
  SampleDraw draw(1);
  std::vector<int> drawn(10, 0);
  for (int i = 0; i < 3'000; ++i)
    for (const std::size_t number : draw.some_of(10, 3)) ++drawn[number];
  for (const int count : drawn) EXPECT_NEAR(count, 900, 100);
  EXPECT_EQ(draw.some_of(3, 9), (std::vector<std::size_t>{0, 1, 2}));
}

TEST(AuditSample, EachStratumHasItsShare) {
  using Sizes = std::vector<std::size_t>;
  EXPECT_EQ(allotted({50, 30, 20}, 10), (Sizes{5, 3, 2}));
  EXPECT_EQ(allotted({1, 1, 1}, 2), (Sizes{1, 1, 0}));
  EXPECT_EQ(allotted({5, 0, 2}, 100), (Sizes{5, 0, 2}));
  EXPECT_EQ(allotted({}, 3), Sizes{});
}

}  // namespace
}  // namespace onus
