#pragma once

#include <cstdint>
#include <string_view>

// Hashes by which the features that a network has learnt are found again. Unlike std::hash they are the same
// on every machine, as what is learnt needs.
namespace onus {

inline constexpr std::uint64_t kHashBasis = 0xcbf29ce484222325U;

// FNV-1a (Fowler, Noll, Vo), 64 bits; with a second value, of the text behind what that value is the hash of.
constexpr std::uint64_t hash_of(std::string_view text, std::uint64_t hash = kHashBasis) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return hash;
}

// What a feature is made of, in its order: the letter says of which sort it is.
constexpr std::uint64_t hash_of(char sort, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
  std::uint64_t hash = kHashBasis + static_cast<unsigned char>(sort);
  for (const std::uint64_t part : {a, b, c}) {
    hash = (hash ^ part) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 29;
  }
  return hash;
}

}  // namespace onus
