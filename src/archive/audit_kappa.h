#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "archive/audit_statistics.h"

namespace onus {

// How often one rater gave the grade of the row and the other that of the column, in the order of the
// grades. Square.
using RatingTable = std::vector<std::vector<std::int64_t>>;

// How far two raters agree beyond what chance would give. 1: always; 0: as by chance.
struct Kappa {
  double value = 0;
  std::optional<Interval> interval;  // nullopt where all agree: the formula would give no width
};

// Linear weights: of three grades, one step apart counts as half an agreement. Kappa after J. Cohen,
// "Weighted kappa", Psychological Bulletin 70 (1968); its large-sample interval after J. L. Fleiss, J. Cohen
// and B. S. Everitt, "Large sample standard errors of kappa and weighted kappa", Psychological Bulletin 72
// (1969), 323-327. nullopt where both raters gave one and the same grade to all, so that there is no chance
// to be better than.
std::optional<Kappa> weighted_kappa(const RatingTable&);

// Cohen's kappa, for which any other grade is no agreement at all.
std::optional<Kappa> unweighted_kappa(const RatingTable&);

}  // namespace onus
