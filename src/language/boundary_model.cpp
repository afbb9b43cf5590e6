#include "language/boundary_model.h"

#include <bit>
#include <cstring>

#include "text/failure.h"

namespace onus {

BoundaryModel::BoundaryModel(std::span<const std::byte> section) {
  if (section.size() >= sizeof header_) std::memcpy(&header_, section.data(), sizeof header_);
  if (!std::has_single_bit(header_.rows) ||
      section.size() < sizeof header_ + header_.rows + WordCases::kBytes)
    throw Failure("the model is damaged: its section for sentences is too short");
  weights_ = {reinterpret_cast<const std::int8_t*>(section.data() + sizeof header_), header_.rows};
  cases_ = WordCases(section.subspan(sizeof header_ + header_.rows));
}

std::int32_t BoundaryModel::score(const BoundaryFeatures& features) const {
  std::int32_t sum = 0;
  for (std::size_t i = 0; i < features.size; ++i) sum += weights_[features.hashes[i] & (header_.rows - 1)];
  return sum;
}

}  // namespace onus
