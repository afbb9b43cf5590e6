#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace onus::training {

struct WeightedFeature {
  std::uint64_t feature;
  std::vector<std::pair<std::uint8_t, double>> weights;  // class and weight
};

// Quantises the weights and lays them out as language/linear_model.h reads them. Weights too small to matter
// are left out until all fits into `bytes`.
std::string pack_linear_model(std::vector<WeightedFeature> features, std::size_t classes, std::size_t bytes);

// A language/word_table.h of these hashes and values.
std::string pack_word_table(const std::vector<std::pair<std::uint64_t, std::uint32_t>>& entries);

}  // namespace onus::training
