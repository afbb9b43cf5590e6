#include "reading/table_cells.h"

#include <algorithm>

namespace onus {

namespace {

// A table wider than this has no columns that a reader could follow; what lies beyond has no header.
constexpr std::uint32_t kMostColumns = 1000;

void extend(ProseSpan& span, ProseSpan by) { span = span.empty() ? by : join(span, by); }

}  // namespace

// A first row of a single cell is a title rather than the headers of columns; the row below it may give them.
void TableCells::end_header_row() {
  if (!header_row_ || rows_ == 0) return;
  if (cells_in_row_ > 1) {
    header_row_ = false;
  } else {
    headers_.clear();
  }
}

void TableCells::begin_row(std::uint32_t first_column) {
  end_header_row();
  ++rows_;
  next_column_ = std::min(first_column, kMostColumns);
  cells_in_row_ = 0;
  row_header_ = {};
}

void TableCells::begin_cell(std::uint32_t columns, bool continues) {
  if (rows_ == 0) begin_row();
  column_ = next_column_;
  next_column_ = std::min(column_ + std::clamp(columns, 1U, kMostColumns), kMostColumns);
  left_edge_ = cells_in_row_++ == 0;
  if (!left_edge_) return;
  if (continues) {
    row_header_ = merged_row_header_;
  } else {
    merged_row_header_ = {};
  }
}

Cell TableCells::cell() const {
  Cell cell;
  cell.table = table_;
  cell.row = rows_ - 1;
  cell.column = column_;
  if (!header_row_ && column_ < headers_.size()) cell.header = headers_[column_];
  if (!left_edge_) cell.row_header = row_header_;
  return cell;
}

void TableCells::read(ProseSpan block) {
  if (left_edge_) {
    extend(row_header_, block);
    merged_row_header_ = row_header_;
  }
  if (!header_row_) return;
  if (headers_.size() < next_column_) headers_.resize(next_column_);
  for (std::uint32_t column = column_; column < next_column_; ++column) extend(headers_[column], block);
}

}  // namespace onus
