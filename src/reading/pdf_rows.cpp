#include "reading/pdf_rows.h"

#include <algorithm>
#include <cmath>

namespace onus {

namespace {

// The mark of a list ("•", "1.") that stands apart from its words. It isn't part of them, unless pdftotext
// gives both as one text.
void merge_marks(Row& row, std::string_view page) {
  constexpr double kWidestMark = 24;
  constexpr double kWidestGap = 40;
  if (row.pieces.size() < 2) return;
  const LinePiece& mark = row.pieces[0];
  LinePiece& words = row.pieces[1];
  if (mark.words.size() != 1 || mark.box.width() > kWidestMark) return;
  if (words.box.left - mark.box.right > kWidestGap) return;
  const PdfWord& word = mark.words.front();
  const std::string_view text = page.substr(word.begin, word.end - word.begin);
  const bool number = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (number) return;  // the mark of a note
  if (words.words.front().begin == word.end + 1) {
    words.words.insert(words.words.begin(), word);
    words.box.left = mark.box.left;
  } else {
    words.is_item = true;
  }
  row.pieces.erase(row.pieces.begin());
}

bool same_height(const Box& a, const Box& b) {
  const double shared = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  return shared > 0.5 * std::min(a.height(), b.height());
}

struct Interval {
  double left = 0;
  double right = 0;
};

// Where the words of a table's cells stand: what no word of any row parts.
std::vector<Interval> intervals_of(const std::vector<Row>& rows) {
  std::vector<Interval> all;
  for (const Row& row : rows) {
    for (const LinePiece& piece : row.pieces) all.push_back({piece.box.left, piece.box.right});
  }
  std::sort(all.begin(), all.end(), [](const Interval& a, const Interval& b) { return a.left < b.left; });
  std::vector<Interval> columns;
  for (const Interval& each : all) {
    if (!columns.empty() && each.left <= columns.back().right + 1) {
      columns.back().right = std::max(columns.back().right, each.right);
    } else {
      columns.push_back(each);
    }
  }
  return columns;
}

// Where cells that lie over several columns hide the gaps, the places where words begin tell more.
std::vector<Interval> columns_by_beginnings(const std::vector<Row>& rows) {
  constexpr double kTolerance = 8;
  std::vector<double> lefts;
  for (const Row& row : rows) {
    for (const LinePiece& piece : row.pieces) lefts.push_back(piece.box.left);
  }
  std::sort(lefts.begin(), lefts.end());
  std::vector<Interval> columns;
  for (const double left : lefts) {
    if (columns.empty() || left > columns.back().left + kTolerance) columns.push_back({left, left});
  }
  for (std::size_t i = 0; i + 1 < columns.size(); ++i) columns[i].right = columns[i + 1].left - 1;
  return columns;
}

std::vector<Interval> table_columns(const std::vector<Row>& rows) {
  std::size_t most = 0;
  for (const Row& row : rows) most = std::max(most, row.pieces.size());
  std::vector<Interval> columns = intervals_of(rows);
  return columns.size() >= most ? columns : columns_by_beginnings(rows);
}

std::size_t column_of(const std::vector<Interval>& columns, const LinePiece& piece) {
  std::size_t column = 0;
  while (column + 1 < columns.size() && piece.box.left >= columns[column + 1].left - 3) ++column;
  return column;
}

}  // namespace

std::vector<Row> rows_of(std::vector<LinePiece> lines, std::string_view page) {
  std::stable_sort(lines.begin(), lines.end(),
                   [](const LinePiece& a, const LinePiece& b) { return a.box.middle() < b.box.middle(); });
  std::vector<Row> rows;
  for (LinePiece& line : lines) {
    const bool beside = !rows.empty() && same_height(rows.back().pieces.front().box, line.box);
    if (!beside) rows.emplace_back();
    rows.back().pieces.push_back(std::move(line));
  }
  for (Row& row : rows) {
    std::stable_sort(row.pieces.begin(), row.pieces.end(),
                     [](const LinePiece& a, const LinePiece& b) { return a.box.left < b.box.left; });
    merge_marks(row, page);
  }
  return rows;
}

// Two columns of text: many lines on both sides of a gap near the middle, most of them as long as their
// column.
std::vector<std::vector<Row>> columns_of(std::vector<Row> rows, double page_width) {
  constexpr std::size_t kFewest = 8;
  double best_gap = 0;
  std::size_t best_crossing = SIZE_MAX;
  for (double gap = page_width * 0.35; gap < page_width * 0.65; gap += 2) {
    std::size_t left = 0;
    std::size_t right = 0;
    std::size_t full = 0;
    std::size_t crossing = 0;
    for (const Row& row : rows) {
      for (const LinePiece& piece : row.pieces) {
        const bool on_left = piece.box.right < gap;
        const bool on_right = piece.box.left > gap;
        left += on_left ? 1 : 0;
        right += on_right ? 1 : 0;
        crossing += !on_left && !on_right ? 1 : 0;
        full += !(!on_left && !on_right) && piece.box.width() > page_width * 0.3 ? 1 : 0;
      }
    }
    const bool columns = left >= kFewest && right >= kFewest && full * 10 >= (left + right) * 6 &&
                         crossing * 2 <= left + right;
    if (columns && crossing < best_crossing) {
      best_crossing = crossing;
      best_gap = gap;
    }
  }
  if (best_crossing == SIZE_MAX) return {std::move(rows)};
  std::vector<std::vector<Row>> stretches;
  std::vector<Row> left, right;
  const auto flush = [&] {
    if (!left.empty()) stretches.push_back(std::move(left));
    if (!right.empty()) stretches.push_back(std::move(right));
    left.clear();
    right.clear();
  };
  for (Row& row : rows) {
    Row here_left, here_right, across;
    for (LinePiece& piece : row.pieces) {
      Row& side = piece.box.right < best_gap ? here_left : piece.box.left > best_gap ? here_right : across;
      side.pieces.push_back(std::move(piece));
    }
    if (!across.pieces.empty()) {
      flush();
      stretches.push_back({std::move(across)});
    }
    if (!here_left.pieces.empty()) left.push_back(std::move(here_left));
    if (!here_right.pieces.empty()) right.push_back(std::move(here_right));
  }
  flush();
  return stretches;
}

std::size_t table_end(const std::vector<Row>& rows, std::size_t begin, double pitch) {
  if (rows[begin].pieces.size() < 2) return begin;
  const std::vector<Interval> columns = table_columns({rows[begin]});
  std::size_t end = begin + 1;
  double second = rows[begin].pieces[1].box.left;
  for (; end < rows.size(); ++end) {
    if (rows[end].top() - rows[end - 1].top() > pitch * 2.6) break;
    if (rows[end].pieces.size() > 1) {
      second = std::min(second, rows[end].pieces[1].box.left);
      continue;
    }
    // A line alone belongs to the table where it keeps to one of its columns.
    const Box& box = rows[end].pieces.front().box;
    const bool in_first = box.right < second && std::abs(box.left - rows[begin].pieces[0].box.left) < 6;
    const bool in_other = std::any_of(columns.begin() + 1, columns.end(), [&](const Interval& each) {
      return std::abs(box.left - each.left) < 6;
    });
    if (!in_first && !in_other) break;
    if (in_first && rows[end].top() - rows[end - 1].top() > pitch * 1.6) break;
  }
  return end;
}

std::vector<TableRow> table_of(const std::vector<Row>& rows) {
  const std::vector<Interval> columns = table_columns(rows);
  // The lines of one cell stand closer than the rows of the table, unless all are alike.
  double closest = 1e9;
  double widest = 0;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const double step = rows[i].top() - rows[i - 1].top();
    closest = std::min(closest, step);
    widest = std::max(widest, step);
  }
  const bool rows_are_parted = widest > closest * 1.08;
  std::vector<TableRow> table;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row& row = rows[i];
    const bool in_first = column_of(columns, row.pieces.front()) == 0;
    const double step = i > 0 ? row.top() - rows[i - 1].top() : 0;
    const bool begins = i == 0 || (rows_are_parted ? step > closest * 1.06 : in_first);
    if (begins) table.push_back({std::vector<std::vector<LinePiece>>(columns.size())});
    for (const LinePiece& piece : row.pieces) table.back().cells[column_of(columns, piece)].push_back(piece);
  }
  return table;
}

}  // namespace onus
