#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>

#include "language/model_file.h"
#include "rules/finding.h"

namespace onus {

// What has been learnt of how features of a sentence speak for and against each category: a small network,
// trained on the develop halves of the corpora and the examples of the rules (tools/train-likeness). Each
// feature has a vector of kHidden numbers, learnt for all categories at once, so that what is rare in one is
// known from the others; their sum over the root of their number goes through a rectifier, and each category
// weighs what comes out. After Iyyer et al. (2015), "Deep Unordered Composition Rivals Syntactic Methods for
// Text Classification", whose dropping of words in training is what makes it hold on text that it hasn't
// seen. Const; shared by threads.
class LikenessModel {
 public:
  static constexpr std::size_t kHidden = 64;
  using Vector = std::array<std::int8_t, kHidden>;
  using Hidden = std::array<float, kHidden>;

  // Throws Failure when the file is missing, damaged or of another version.
  explicit LikenessModel(const std::filesystem::path& file);

  // nullptr for a feature that isn't known.
  const Vector* of(std::uint64_t feature) const;
  // What a sentence is, from its features that are known.
  Hidden hidden(std::span<const Vector* const> features) const;
  // How much speaks for a category; in log-odds.
  float odds(const Hidden&, int category) const;
  // What a feature adds to the odds of a category in a sentence, but for the division by the root.
  float share(const Vector&, const Hidden&, int category) const;

 private:
  ModelFile file_;
  std::span<const float> units_;          // what one step of a vector's number stands for, one for each place
  std::span<const float> biases_;         // of the hidden layer, one for each place
  std::span<const Hidden> rows_;          // weights of the hidden layer, one row a category
  std::span<const float> offsets_;        // what holds before any word is read, one a category
  std::span<const std::uint32_t> begin_;  // for each value of the first 16 bits of a hash, and the end
  std::span<const std::uint32_t> features_;  // the 32 bits after those, ascending between two beginnings
  std::span<const Vector> vectors_;          // one for each feature
};

}  // namespace onus
