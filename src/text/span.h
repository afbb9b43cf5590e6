#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <string_view>

namespace onus {

// A half-open range of UTF-8 bytes in one particular text. The tag names the text, so a place in the prose
// cannot be handed to code that expects a place in the file; only an OffsetMap turns one into the other.
template <class Text>
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  constexpr bool contains(std::uint32_t place) const { return begin <= place && place < end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

using ProseSpan = Span<struct ProseText>;    // Document::prose: what a person would read
using SourceSpan = Span<struct SourceText>;  // the file as UTF-8, or for packed formats one part of it

// The bytes of `span`, which must lie inside `text`. The view lives as long as the text.
template <class Text>
constexpr std::string_view slice(std::string_view text, Span<Text> span) {
  return text.substr(span.begin, span.size());
}

// The smallest range that holds both.
template <class Text>
constexpr Span<Text> join(Span<Text> a, Span<Text> b) {
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

}  // namespace onus
