#pragma once

#include <algorithm>
#include <span>
#include <vector>

namespace onus {

// The items of a list sorted by `of` for which it gives `key`. In place of std::ranges::equal_range, whose
// result Clang 14 can't read from the library of GCC 12.
template <class Item, class Key, class Of>
std::span<const Item> stretch_of(const std::vector<Item>& sorted, const Key& key, Of of) {
  const auto first = std::ranges::lower_bound(sorted, key, {}, of);
  return {first, std::ranges::upper_bound(first, sorted.end(), key, {}, of)};
}

}  // namespace onus
