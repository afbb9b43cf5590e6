#pragma once

#include <vector>

#include "reading/pdf_layout.h"

namespace onus {

// Pieces of lines that stand at the same height, from left to right.
struct Row {
  std::vector<LinePiece> pieces;
  double top() const { return pieces.front().box.top; }
  double right() const { return pieces.back().box.right; }
};

// `page` is the text of the page that they are on.
std::vector<Row> rows_of(std::vector<LinePiece> lines, std::string_view page);

// Parts a page into stretches that are read one after another: above two columns of text, the left one, the
// right one, below them.
std::vector<std::vector<Row>> columns_of(std::vector<Row> rows, double page_width);

// Where the table that begins at `begin` ends; `begin` where there is none. `pitch` is the distance of the
// lines of the text.
std::size_t table_end(const std::vector<Row>& rows, std::size_t begin, double pitch);

struct TableRow {
  std::vector<std::vector<LinePiece>> cells;  // by column; the lines of each
};
std::vector<TableRow> table_of(const std::vector<Row>& rows);

}  // namespace onus
