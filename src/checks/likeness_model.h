#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>

#include "language/model_file.h"
#include "rules/finding.h"

namespace onus {

// What has been learnt of how features of a sentence speak for and against each category: one logistic
// regression a category, trained on the develop halves of the corpora and the examples of the rules
// (tools/train-likeness). Const; shared by threads.
class LikenessModel {
 public:
  using Weights = std::array<std::int8_t, kCategories>;

  // Throws Failure when the file is missing, damaged or of another version.
  explicit LikenessModel(const std::filesystem::path& file);

  // nullptr for a feature that isn't known.
  const Weights* of(std::uint64_t feature) const;
  // What one unit of the weights of a category stands for, and what holds before any word is read; in
  // log-odds.
  float unit(int category) const { return head_[static_cast<std::size_t>(category)].unit; }
  float bias(int category) const { return head_[static_cast<std::size_t>(category)].bias; }

 private:
  struct Head {
    float unit, bias;
  };

  ModelFile file_;
  std::span<const Head> head_;
  std::span<const std::uint32_t> begin_;     // for each value of the first 16 bits of a hash, and the end
  std::span<const std::uint32_t> features_;  // the 32 bits after those, ascending between two beginnings
  std::span<const Weights> weights_;         // one for each feature
};

}  // namespace onus
