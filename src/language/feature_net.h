#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

#include "language/model_file.h"

namespace onus {

// What has been learnt of how features of a sentence, or of a clause, speak for and against each of several
// classes: a small network, trained on the develop halves of the corpora (tools/train-likeness). Each feature
// has a vector of kHidden numbers, learnt for all classes at once, so that what is rare in one is known from
// the others; their sum over the root of their number goes through a rectifier, and each class weighs what
// comes out. After Iyyer et al. (2015), "Deep Unordered Composition Rivals Syntactic Methods for Text
// Classification", whose dropping of words in training is what makes it hold on text that it hasn't seen.
// Const; shared by threads.
class FeatureNet {
 public:
  static constexpr std::size_t kHidden = 64;
  using Vector = std::array<std::int8_t, kHidden>;
  using Hidden = std::array<float, kHidden>;

  // `classes`: how many the section has been learnt for. Throws Failure when the file is missing, damaged or
  // of another version.
  FeatureNet(const std::filesystem::path& file, std::string_view section, std::size_t classes);

  // nullptr for a feature that isn't known.
  const Vector* of(std::uint64_t feature) const;
  // What a sentence is, from its features that are known.
  Hidden hidden(std::span<const Vector* const> features) const;
  // How much speaks for a class; in log-odds.
  float odds(const Hidden&, std::size_t the_class) const;
  // What a feature adds to the odds of a class in a sentence, but for the division by the root.
  float share(const Vector&, const Hidden&, std::size_t the_class) const;

 private:
  ModelFile file_;
  std::span<const float> units_;          // what one step of a vector's number stands for, one for each place
  std::span<const float> biases_;         // of the hidden layer, one for each place
  std::span<const Hidden> rows_;          // weights of the hidden layer, one row a class
  std::span<const float> offsets_;        // what holds before any word is read, one a class
  std::span<const std::uint32_t> begin_;  // for each value of the first 16 bits of a hash, and the end
  std::span<const std::uint32_t> features_;  // the 32 bits after those, ascending between two beginnings
  std::span<const Vector> vectors_;          // one for each feature
};

}  // namespace onus
