#include "archive/audit_kappa.h"

#include <algorithm>
#include <cmath>

namespace onus {
namespace {

using Matrix = std::vector<std::vector<double>>;

Matrix linear_weights(std::size_t grades) {
  Matrix weights(grades, std::vector<double>(grades, 1));
  for (std::size_t i = 0; i < grades; ++i)
    for (std::size_t j = 0; j < grades; ++j)
      weights[i][j] = 1 - static_cast<double>(i > j ? i - j : j - i) / static_cast<double>(grades - 1);
  return weights;
}

Matrix identity_weights(std::size_t grades) {
  Matrix weights(grades, std::vector<double>(grades, 0));
  for (std::size_t i = 0; i < grades; ++i) weights[i][i] = 1;
  return weights;
}

// A table as shares, its margins, and the weights that the other rater's margin gives to each grade.
struct Shares {
  double n = 0;
  Matrix p;
  std::vector<double> rows, columns;
  std::vector<double> row_weights, column_weights;
  double observed = 0;
  double expected = 0;
};

Shares shares_of(const RatingTable& table, const Matrix& weights) {
  const std::size_t grades = table.size();
  Shares s{0,
           Matrix(grades, std::vector<double>(grades)),
           std::vector<double>(grades),
           std::vector<double>(grades),
           std::vector<double>(grades),
           std::vector<double>(grades)};
  for (const auto& row : table)
    for (const std::int64_t count : row) s.n += static_cast<double>(count);
  for (std::size_t i = 0; i < grades; ++i)
    for (std::size_t j = 0; j < grades; ++j) {
      s.p[i][j] = s.n == 0 ? 0 : static_cast<double>(table[i][j]) / s.n;
      s.rows[i] += s.p[i][j];
      s.columns[j] += s.p[i][j];
    }
  for (std::size_t i = 0; i < grades; ++i)
    for (std::size_t j = 0; j < grades; ++j) {
      s.row_weights[i] += weights[i][j] * s.columns[j];
      s.column_weights[j] += weights[i][j] * s.rows[i];
      s.observed += weights[i][j] * s.p[i][j];
      s.expected += weights[i][j] * s.rows[i] * s.columns[j];
    }
  return s;
}

// Formula 13 of Fleiss, Cohen and Everitt.
double variance(const Shares& s, const Matrix& weights) {
  const double lack = 1 - s.expected;
  double sum = 0;
  for (std::size_t i = 0; i < s.p.size(); ++i)
    for (std::size_t j = 0; j < s.p.size(); ++j) {
      const double term = weights[i][j] * lack - (s.row_weights[i] + s.column_weights[j]) * (1 - s.observed);
      sum += s.p[i][j] * term * term;
    }
  const double middle = s.observed * s.expected - 2 * s.expected + s.observed;
  return std::max(0.0, sum - middle * middle) / (s.n * std::pow(lack, 4));
}

std::optional<Kappa> kappa(const RatingTable& table, const Matrix& weights) {
  const Shares s = shares_of(table, weights);
  if (s.n == 0 || 1 - s.expected < 1e-12) return std::nullopt;
  Kappa kappa{(s.observed - s.expected) / (1 - s.expected), std::nullopt};
  if (1 - s.observed < 1e-12) return kappa;
  const double half = kNormalQuantile * std::sqrt(variance(s, weights));
  kappa.interval = Interval{std::max(-1.0, kappa.value - half), std::min(1.0, kappa.value + half)};
  return kappa;
}

}  // namespace

std::optional<Kappa> weighted_kappa(const RatingTable& table) {
  return kappa(table, linear_weights(table.size()));
}

std::optional<Kappa> unweighted_kappa(const RatingTable& table) {
  return kappa(table, identity_weights(table.size()));
}

}  // namespace onus
