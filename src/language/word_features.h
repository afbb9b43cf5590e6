#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace onus {

// What the parser's network sees of a word form. tools/training/word_features.py computes the same features:
// keep the two alike. Everything is over bytes, so no Unicode tables are needed and any bytes will do.
struct WordFeatures {
  static constexpr std::size_t kLongest = 24;  // bytes of the form that are looked at for trigrams
  static constexpr std::size_t kMost = 1 + 4 + 5 + kLongest;

  std::uint64_t word = 0;                     // hash of the normalised form
  std::array<std::uint64_t, kMost> hashes{};  // shape, prefixes, suffixes, trigrams
  std::size_t count = 0;

  std::span<const std::uint64_t> all() const { return std::span(hashes).first(count); }
};

// Linear in the form's length, up to 256 bytes; of a longer form only the first and last 128 bytes are seen.
WordFeatures word_features(std::string_view form);

}  // namespace onus
