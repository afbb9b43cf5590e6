#pragma once

#include <cstdint>
#include <vector>

#include "reading/document.h"

namespace onus {

// Keeps the place of each cell of one table while it is read row by row, and finds its headers among the
// blocks that have been read before: begin_row (begin_cell (cell, read)*)*.
class TableCells {
 public:
  explicit TableCells(std::uint32_t table) : table_(table) {}

  // `first_column` is above zero where the row begins with a gap.
  void begin_row(std::uint32_t first_column = 0);
  // A cell over `columns` columns. `continues` says that it is the lower part of a merged cell.
  void begin_cell(std::uint32_t columns = 1, bool continues = false);
  // Where the blocks of the cell that is open stand.
  Cell cell() const;
  // The cell that is open holds this block.
  void read(ProseSpan block);

 private:
  void end_header_row();

  std::uint32_t table_;
  std::uint32_t rows_ = 0;
  std::uint32_t column_ = 0;        // of the cell that is open
  std::uint32_t next_column_ = 0;   // of the one after it
  std::vector<ProseSpan> headers_;  // by column
  bool header_row_ = true;          // the row that is open gives the headers
  std::uint32_t cells_in_row_ = 0;
  ProseSpan row_header_;
  ProseSpan merged_row_header_;  // of the merged cell at the left edge
  bool left_edge_ = false;       // the cell that is open is the first of its row
};

}  // namespace onus
