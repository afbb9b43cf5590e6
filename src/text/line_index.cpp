#include "text/line_index.h"

#include <algorithm>

namespace onus {
namespace {

constexpr std::uint32_t kStride = 256;

// A character counts at its first byte.
constexpr bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }
// Characters of four bytes take two units of UTF-16.
constexpr std::uint32_t units(char c) {
  return !begins_character(c) ? 0 : static_cast<unsigned char>(c) >= 0xF0 ? 2 : 1;
}

}  // namespace

LineIndex::LineIndex(std::string_view text) : text_(text), lines_{0} {
  milestones_.reserve(text.size() / kStride + 1);
  Counts counts;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if (i % kStride == 0) milestones_.push_back(counts);
    const char c = text[i];
    counts.code_points += begins_character(c);
    counts.utf16 += units(c);
    const bool before_newline = c == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if (c == '\n' || (c == '\r' && !before_newline)) lines_.push_back(i + 1);
  }
  if (text.size() % kStride == 0) milestones_.push_back(counts);
}

LineIndex::Counts LineIndex::counts_before(std::uint32_t place) const {
  place = std::min(place, static_cast<std::uint32_t>(text_.size()));
  while (place > 0 && place < text_.size() && !begins_character(text_[place])) --place;
  Counts counts = milestones_[place / kStride];
  for (std::uint32_t i = place / kStride * kStride; i < place; ++i) {
    counts.code_points += begins_character(text_[i]);
    counts.utf16 += units(text_[i]);
  }
  return counts;
}

std::uint32_t LineIndex::line_at(std::uint32_t place) const {
  const auto after = std::upper_bound(lines_.begin(), lines_.end(), place);
  return static_cast<std::uint32_t>(after - lines_.begin() - 1);
}

std::uint32_t LineIndex::code_point(std::uint32_t place) const { return counts_before(place).code_points; }

std::uint32_t LineIndex::utf16(std::uint32_t place) const { return counts_before(place).utf16; }

LineColumn LineIndex::line_column(std::uint32_t place) const {
  const auto line = line_at(place);
  return {line + 1, code_point(place) - code_point(lines_[line]) + 1};
}

EditorPosition LineIndex::editor_position(std::uint32_t place) const {
  const auto line = line_at(place);
  return {line, utf16(place) - utf16(lines_[line])};
}

template <class Count>
std::uint32_t LineIndex::place_where(std::uint32_t offset, Count count) const {
  const auto after =
      std::upper_bound(milestones_.begin(), milestones_.end(), offset,
                       [&](std::uint32_t value, const Counts& counts) { return value < count(counts); });
  const auto milestone = static_cast<std::uint32_t>(after - milestones_.begin() - 1);
  Counts counts = milestones_[milestone];
  std::uint32_t place = milestone * kStride;
  // A character may have begun before the milestone.
  while (place < text_.size() && !begins_character(text_[place])) ++place;
  while (place < text_.size()) {
    const auto next = Counts{counts.code_points + 1, counts.utf16 + units(text_[place])};
    if (count(next) > offset) break;
    counts = next;
    do ++place;
    while (place < text_.size() && !begins_character(text_[place]));
  }
  return place;
}

std::uint32_t LineIndex::place_of_code_point(std::uint32_t offset) const {
  return place_where(offset, [](const Counts& counts) { return counts.code_points; });
}

std::uint32_t LineIndex::place_of_utf16(std::uint32_t offset) const {
  return place_where(offset, [](const Counts& counts) { return counts.utf16; });
}

std::uint32_t LineIndex::place_of(EditorPosition position) const {
  if (position.line >= lines_.size()) return static_cast<std::uint32_t>(text_.size());
  const auto begin = lines_[position.line];
  auto end = position.line + 1 < lines_.size() ? lines_[position.line + 1]
                                               : static_cast<std::uint32_t>(text_.size());
  while (end > begin && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end;
  const auto units_before = utf16(begin);
  if (position.character > utf16(end) - units_before) return end;
  return place_of_utf16(units_before + position.character);
}

}  // namespace onus
