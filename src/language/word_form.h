#pragma once

#include <cstdint>
#include <string_view>

namespace onus {

// Mixes a value into a hash; 64-bit multiplication and a fold (after Steele and Vigna's splitmix).
constexpr std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29);
}

// What a classifier sees of one word: hashes of how it is written, and its two ends. Typographic apostrophes
// count as straight ones and the non-breaking hyphen as a hyphen, so n’t is n't.
struct WordForm {
  std::uint64_t exact = 0;   // as written
  std::uint64_t lower = 0;   // in lower case
  std::uint64_t suffix = 0;  // the last eight bytes in lower case, the last of them in the top byte
  std::uint64_t prefix = 0;  // the first eight, the first of them in the lowest byte
  std::uint64_t shape = 0;   // runs of capitals, small letters, digits and others
  std::uint32_t traits = 0;  // of WordTrait

  std::uint64_t last(unsigned bytes) const { return suffix >> (64 - 8 * bytes); }
  std::uint64_t first(unsigned bytes) const { return prefix << (64 - 8 * bytes); }
  bool is(std::uint32_t trait) const { return (traits & trait) != 0; }
};

enum WordTrait : std::uint32_t {
  kCapital = 1,      // begins with a capital
  kAllCapitals = 2,  // two or more letters, none small
  kDigit = 4,
  kHyphen = 8,
  kLetter = 16,
  kLong = 32,  // so long that words of the same beginning and end count as one
};

WordForm word_form(std::string_view word);
// The hash that WordForm::lower would have.
std::uint64_t lower_hash(std::string_view word);

}  // namespace onus
