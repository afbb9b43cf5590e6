#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "reading/pdf_words.h"

namespace onus {

// One line of a paragraph or of a cell: some of the words of a page.
struct LinePiece {
  std::uint32_t page = 0;  // index
  Box box;
  std::vector<PdfWord> words;
  bool is_item = false;  // the mark of a list stood before it
};

// Where a cell stands in the table that begins with `first_of_table`.
struct CellPlace {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  bool first_of_table = false;
};

// Lines that belong together, in reading order.
struct Passage {
  std::vector<LinePiece> lines;
  std::optional<CellPlace> cell;
  bool is_note = false;       // at the foot of a page
  std::string note;           // its number
  bool is_heading = false;    // larger than the text
  bool is_quotation = false;  // set in from both sides
  double size = 0;            // the height of its letters
};

// Finds the reading order: columns, tables row by row, paragraphs that go on over lines and pages. `edges`
// are the lines that aren't part of the text, for each page.
std::vector<Passage> lay_out(const std::vector<PdfPage>& pages, const std::vector<std::vector<bool>>& edges);

}  // namespace onus
