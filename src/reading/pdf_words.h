#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace onus {

// A place on a page, in points from its upper left corner.
struct Box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  double height() const { return bottom - top; }
  double width() const { return right - left; }
  double middle() const { return (top + bottom) / 2; }
};

struct PdfWord {
  Box box;
  std::uint32_t begin = 0;  // bytes in the text of its page
  std::uint32_t end = 0;
};

// Words that stand side by side without a wide gap.
struct PdfLine {
  Box box;
  std::vector<PdfWord> words;
};

struct PdfPage {
  double width = 0;
  double height = 0;
  std::string text;  // all words, a line for each PdfLine
  std::vector<PdfLine> lines;

  std::string_view words(const PdfLine& line) const {
    if (line.words.empty()) return {};
    return std::string_view(text).substr(line.words.front().begin,
                                         line.words.back().end - line.words.front().begin);
  }
};

// A number that stands higher than the words of its line: the mark of a note.
bool is_note_mark(const Box& line, const PdfWord& word, std::string_view text);

// What `pdftotext -bbox-layout` writes: pages, lines and words with their boxes.
std::vector<PdfPage> parse_pdf_words(std::string_view xhtml);

}  // namespace onus
