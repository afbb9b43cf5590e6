#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "language/boundary_features.h"

namespace onus {

// The section "sentences" of the model file begins with this; `rows` weights of one byte follow,
// and then the table of WordCases.
struct BoundaryHeader {
  std::uint32_t rows = 0;      // a power of two
  std::int32_t threshold = 0;  // a higher sum of weights ends a sentence
  std::uint32_t spare[2] = {};
};

// A linear model over hashed features: does a sentence end here? Used where it lies in the mapped file, which
// has to outlive it. The same on every machine: whole numbers only.
class BoundaryModel {
 public:
  BoundaryModel() = default;
  // Throws Failure when the section is too short for what its header says.
  explicit BoundaryModel(std::span<const std::byte> section);

  bool empty() const { return weights_.empty(); }
  std::int32_t score(const BoundaryFeatures& features) const;
  const WordCases& cases() const { return cases_; }
  std::int32_t threshold() const { return header_.threshold; }

 private:
  BoundaryHeader header_;
  std::span<const std::int8_t> weights_;
  WordCases cases_;
};

}  // namespace onus
