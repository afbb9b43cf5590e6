#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace onus {

// A set of places, numbered from 0, for following a pattern at all of them at once. Like std::bitset, with
// the few operations that this needs made of loops that a compiler unrolls.
template <std::size_t size>
class PlaceSet {
 public:
  static_assert(size % 64 == 0);

  bool has(std::size_t place) const { return (words_[place / 64] >> place % 64 & 1) != 0; }
  void add(std::size_t place) { words_[place / 64] |= std::uint64_t{1} << place % 64; }
  void drop(std::size_t place) { words_[place / 64] &= ~(std::uint64_t{1} << place % 64); }
  bool empty() const {
    std::uint64_t any = 0;
    for (const std::uint64_t word : words_) any |= word;
    return any == 0;
  }
  // The places right before those of the set.
  PlaceSet before() const {
    PlaceSet set;
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) set.words_[i] = words_[i] >> 1 | words_[i + 1] << 63;
    set.words_.back() = words_.back() >> 1;
    return set;
  }

  PlaceSet& operator&=(const PlaceSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
    return *this;
  }
  PlaceSet& operator|=(const PlaceSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
  }
  // As |=; whether that adds any.
  bool take(const PlaceSet& other) {
    const PlaceSet old = *this;
    *this |= other;
    return *this != old;
  }
  friend PlaceSet operator&(PlaceSet a, const PlaceSet& b) { return a &= b; }
  friend PlaceSet operator|(PlaceSet a, const PlaceSet& b) { return a |= b; }
  bool operator==(const PlaceSet&) const = default;

  // Calls act(place) for each, in order.
  template <class Act>
  void for_each(Act act) const {
    for (std::size_t i = 0; i < words_.size(); ++i)
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1)
        act(64 * i + static_cast<std::size_t>(std::countr_zero(word)));
  }

 private:
  std::array<std::uint64_t, size / 64> words_{};
};

}  // namespace onus
