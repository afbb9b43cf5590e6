#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>

// Closed lists of words in the source: sets to look a word up in, and the written names of enumerations.
namespace onus {

// The same as a == b, which asks for the whole of both words wherever they are as long as each other.
inline bool same_word(std::string_view a, std::string_view b) {
  return a.size() == b.size() && (a.empty() || (a.front() == b.front() && a.back() == b.back() && a == b));
}

inline bool one_of(std::string_view word, std::span<const std::string_view> list) {
  return std::ranges::any_of(list, [&](std::string_view each) { return same_word(each, word); });
}
inline bool one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return one_of(word, std::span(list.begin(), list.size()));
}

// The value whose written name is `name`, where `names` holds one for each value, in their order from zero.
template <class Value>
std::optional<Value> value_named(std::span<const std::string_view> names, std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Value>(found - names.begin());
}

}  // namespace onus
