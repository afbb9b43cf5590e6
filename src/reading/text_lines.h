#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace onus {

// One line of a text: its words are [begin, end), without white space around them; `next` is where the next
// line begins. Places are bytes in the text.
struct TextLine {
  std::uint32_t start = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t next = 0;
  bool blank() const { return begin == end; }
  std::uint32_t indent() const { return begin - start; }
};

// All lines of `text` from `from` on; "\n", "\r\n", "\r" and form feeds end a line.
std::vector<TextLine> lines_of(std::string_view text, std::size_t from = 0);
// The bytes of the front matter at the beginning of `text`, both "---" lines with it; 0 where there is none.
std::size_t front_matter_size(std::string_view text);

// What the end of a line inside a paragraph says: that it was full, or that the writer wanted a new line
// there
// ("Name: …", "Date of birth: …").
enum class LineBreak : std::uint8_t { soft, hard };
// `width` is the longest line of the paragraph, in bytes.
LineBreak line_break(std::string_view line, std::string_view next, std::size_t width);

// The size of a list marker at the beginning of a line ("- ", "• ", "3. ", "(a) "), white space after it
// included; 0 where there is none.
std::size_t list_marker(std::string_view line);
bool is_number_marker(std::string_view line);
// The level of a line that stands alone and reads like a heading: numbered, in capitals, or the name of a
// section; 0 where it doesn't. `numbered_list` says that it is one of several numbered lines in a row.
std::uint8_t heading_level(std::string_view line, bool numbered_list);
// Whether a line only underlines the one above: 1 for "===", 2 for "---", 0 for anything else.
std::uint8_t underline_level(std::string_view line);
bool is_all_capitals(std::string_view line);

// Whether a line that somebody made bold to be a heading can be one: short, and neither a sentence nor "Name:
// …".
bool reads_like_a_heading(std::string_view line);
// The level of a heading that shows only by its looks, where others have a style: below them all.
inline constexpr std::uint8_t kUnstyledHeading = 6;
// The level of a paragraph that has no style of a heading but looks like one, in bold or in capitals; 0 where
// it doesn't. `others_styled` says that headings before it had a style.
std::uint8_t heading_by_looks(std::string_view line, bool bold, bool others_styled);

}  // namespace onus
