#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace onus {

// What a person is told: both count from one, the column in code points.
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  friend bool operator==(const LineColumn&, const LineColumn&) = default;
};

// What an editor is told (Language Server Protocol): both count from zero, the character in UTF-16 units.
struct EditorPosition {
  std::uint32_t line = 0;
  std::uint32_t character = 0;
  friend bool operator==(const EditorPosition&, const EditorPosition&) = default;
};

// Turns byte offsets of one text into what people and programs outside count in, and back. For the edge only:
// inside, places are bytes. The text must be valid UTF-8 and outlive the index. A line ends with \n, \r\n or
// \r. A place inside a character counts as its beginning; one beyond the text counts as its end. Building
// takes one pass; a question takes logarithmic time, whatever the length of the lines.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);

  std::uint32_t code_point(std::uint32_t place) const;
  std::uint32_t utf16(std::uint32_t place) const;
  LineColumn line_column(std::uint32_t place) const;
  EditorPosition editor_position(std::uint32_t place) const;

  std::uint32_t place_of_code_point(std::uint32_t offset) const;
  std::uint32_t place_of_utf16(std::uint32_t offset) const;
  // A character beyond the line's end counts as its end, as the protocol wants it.
  std::uint32_t place_of(EditorPosition position) const;

 private:
  struct Counts {
    std::uint32_t code_points = 0;
    std::uint32_t utf16 = 0;
  };
  Counts counts_before(std::uint32_t place) const;
  std::uint32_t line_at(std::uint32_t place) const;
  template <class Count>
  std::uint32_t place_where(std::uint32_t offset, Count count) const;

  std::string_view text_;
  std::vector<std::uint32_t> lines_;  // where each begins
  std::vector<Counts> milestones_;    // before every kStride bytes
};

}  // namespace onus
