#include "reading/pdf_layout.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <string_view>

#include "reading/pdf_rows.h"
#include "reading/text_lines.h"

namespace onus {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool near(double a, double b, double by) { return std::abs(a - b) <= by; }

// What most of the text looks like.
struct Body {
  double size = 10;
  double left = 0;
  double right = 0;
  double pitch = 0;  // from one line to the next
};

double most_common(const std::map<long, std::size_t>& counts, double unit, double otherwise) {
  const auto most = std::max_element(counts.begin(), counts.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? otherwise : static_cast<double>(most->first) * unit;
}

Body body_of(const std::vector<PdfPage>& pages, const std::vector<std::vector<bool>>& edges) {
  std::map<long, std::size_t> sizes, lefts, rights, pitches;
  const auto long_lines = [](const PdfPage& page, const PdfLine& line) {
    return line.box.width() > page.width * 0.35;
  };
  for (std::size_t p = 0; p < pages.size(); ++p) {
    const PdfPage& page = pages[p];
    const PdfLine* before = nullptr;
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
      const PdfLine& line = page.lines[i];
      if (edges[p][i]) continue;
      sizes[std::lround(line.box.height() * 5)] += page.words(line).size();
      if (!long_lines(page, line)) continue;
      ++lefts[std::lround(line.box.left / 2)];
      ++rights[std::lround(line.box.right / 4)];
      const double step = before != nullptr ? line.box.top - before->box.top : 0;
      if (step > 4 && step < 40) ++pitches[std::lround(step * 4)];
      before = &line;
    }
  }
  Body body;
  body.size = most_common(sizes, 0.2, 10);
  body.left = most_common(lefts, 2, 0);
  body.right = rights.empty() ? 500 : static_cast<double>(rights.rbegin()->first) * 4;
  body.pitch = most_common(pitches, 0.25, body.size * 1.2);
  return body;
}

class Layout {
 public:
  Layout(const std::vector<PdfPage>& pages, const std::vector<std::vector<bool>>& edges)
      : pages_(pages), edges_(edges), body_(body_of(pages, edges)) {}

  std::vector<Passage> run() && {
    for (page_ = 0; page_ < pages_.size(); ++page_) read_page();
    close();
    return with_notes_at_marks();
  }

 private:
  std::string_view text_of(const LinePiece& line) const {
    if (line.words.empty()) return {};
    const std::uint32_t begin = line.words.front().begin;
    const std::uint32_t end = line.words.back().end;
    return end < begin ? std::string_view()
                       : std::string_view(pages_[line.page].text).substr(begin, end - begin);
  }

  void read_page() {
    std::vector<LinePiece> lines;
    const PdfPage& page = pages_[page_];
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
      const PdfLine& line = page.lines[i];
      if (!edges_[page_][i] && !line.words.empty())
        lines.push_back({static_cast<std::uint32_t>(page_), line.box, line.words, false});
    }
    std::vector<Row> rows = rows_of(std::move(lines), page.text);
    const std::vector<Row> notes = take_notes(rows);
    for (std::vector<Row>& column : columns_of(std::move(rows), page.width)) read_rows(column);
    read_notes(notes);
  }

  // The mark of a note: a small number before its words, or above their line.
  bool begins_note(const Row& row) const {
    const LinePiece& piece = row.pieces.front();
    const PdfWord& word = piece.words.front();
    const std::string_view text =
        std::string_view(pages_[page_].text).substr(word.begin, word.end - word.begin);
    if (text.size() > 3 || !std::all_of(text.begin(), text.end(), is_digit)) return false;
    return piece.words.size() == 1 || word.box.height() < piece.box.height() * 0.85 ||
           piece.box.height() < body_.size * 0.95;
  }

  // Small lines at the foot of the page, from one that begins with a number on.
  std::vector<Row> take_notes(std::vector<Row>& rows) const {
    std::size_t from = rows.size();
    for (std::size_t i = rows.size(); i > 0; --i) {
      const Row& row = rows[i - 1];
      const bool begins = begins_note(row);
      if (row.pieces.size() > (begins ? 2U : 1U)) break;
      if (row.pieces.back().box.height() > body_.size * 0.97) break;
      if (begins) from = i - 1;
    }
    if (from == 0) return {};  // a page of small letters
    std::vector<Row> notes(rows.begin() + static_cast<std::ptrdiff_t>(from), rows.end());
    rows.resize(from);
    return notes;
  }

  void read_notes(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
      const bool begins = begins_note(row);
      if (begins || notes_.empty()) {
        notes_.push_back({});
        notes_.back().is_note = true;
      }
      bool mark = begins;
      for (LinePiece piece : row.pieces) {
        if (mark) {
          const PdfWord& word = piece.words.front();
          notes_.back().note = pages_[page_].text.substr(word.begin, word.end - word.begin);
          piece.words.erase(piece.words.begin());
        }
        mark = false;
        if (!piece.words.empty()) notes_.back().lines.push_back(std::move(piece));
      }
    }
    if (open_.lines.empty()) add_notes();
  }

  void add_notes() {
    for (Passage& note : notes_) {
      if (!note.lines.empty()) passages_.push_back(std::move(note));
    }
    notes_.clear();
  }

  void read_rows(std::vector<Row>& rows) {
    double right = 0;
    for (const Row& row : rows) right = std::max(right, row.right());
    right_ = right;
    for (std::size_t i = 0; i < rows.size();) {
      const std::size_t end = table_end(rows, i, body_.pitch);
      if (end > i) {
        close();
        read_table(
            {rows.begin() + static_cast<std::ptrdiff_t>(i), rows.begin() + static_cast<std::ptrdiff_t>(end)});
        i = end;
      } else {
        for (LinePiece& line : rows[i].pieces) read_line(line);
        ++i;
      }
    }
  }

  std::vector<std::string> texts_of(const TableRow& row) const {
    std::vector<std::string> texts;
    for (const std::vector<LinePiece>& cell : row.cells) {
      std::string& text = texts.emplace_back();
      for (const LinePiece& line : cell) text.append(text_of(line)).append(" ");
    }
    return texts;
  }

  // A table that begins a page goes on the one at the end of the page before, which may have its headers
  // again.
  const Passage* table_before(const TableRow& first) const {
    auto last = passages_.rbegin();
    while (last != passages_.rend() && last->is_note) ++last;
    const bool found = last != passages_.rend() && last->cell && last->lines.back().page + 1 == page_ &&
                       first.cells.size() == header_.size();
    return found ? &*last : nullptr;
  }

  void read_table(const std::vector<Row>& rows) {
    const std::vector<TableRow> table = table_of(rows);
    const Passage* before = table_before(table.front());
    const bool continued = before != nullptr;
    std::uint32_t number = continued ? before->cell->row + 1 : 0;
    const bool repeats = continued && texts_of(table.front()) == header_;
    bool first = !continued;
    if (!continued) header_ = texts_of(table.front());
    for (std::size_t i = repeats ? 1 : 0; i < table.size(); ++i, ++number) {
      const TableRow& row = table[i];
      for (std::uint32_t column = 0; column < row.cells.size(); ++column) {
        if (row.cells[column].empty()) continue;
        Passage cell;
        cell.lines = row.cells[column];
        cell.size = cell.lines.front().box.height();
        cell.cell = CellPlace{number, column, first};
        first = false;
        passages_.push_back(std::move(cell));
      }
    }
  }

  bool has_mark(const Passage& passage, const Passage& note) const {
    for (const LinePiece& line : passage.lines) {
      if (line.page != note.lines.front().page) continue;
      for (const PdfWord& word : line.words) {
        const std::string_view text =
            std::string_view(pages_[line.page].text).substr(word.begin, word.end - word.begin);
        if (text == note.note && is_note_mark(line.box, word, text)) return true;
      }
    }
    return false;
  }

  // A note is read behind the paragraph that holds its mark, as in other formats.
  std::vector<Passage> with_notes_at_marks() {
    std::vector<Passage> read;
    std::vector<Passage> notes;
    for (Passage& each : passages_)
      (each.is_note && !each.note.empty() ? notes : read).push_back(std::move(each));
    for (auto note = notes.rbegin(); note != notes.rend(); ++note) {
      auto place =
          std::find_if(read.begin(), read.end(), [&](const Passage& each) { return has_mark(each, *note); });
      if (place == read.end()) {
        const std::uint32_t page = note->lines.front().page;
        place = std::find_if(read.begin(), read.end(),
                             [&](const Passage& each) { return each.lines.front().page > page; });
      } else {
        ++place;
      }
      read.insert(place, std::move(*note));
    }
    return read;
  }

  // ---- paragraphs

  void close() {
    if (!open_.lines.empty()) {
      finish_kind(open_);
      passages_.push_back(std::move(open_));
    }
    open_ = {};
    add_notes();
  }

  void finish_kind(Passage& passage) const {
    passage.size = passage.lines.front().box.height();
    passage.is_heading = passage.size > body_.size * 1.08 && passage.lines.size() <= 3;
    const bool set_in = std::all_of(passage.lines.begin(), passage.lines.end(), [&](const LinePiece& line) {
      return line.box.left > body_.left + 15 && line.box.right < body_.right - 15;
    });
    passage.is_quotation = set_in && passage.lines.size() >= 2 && !begins_item(passage.lines[0]);
  }

  bool begins_item(const LinePiece& line) const { return line.is_item || list_marker(text_of(line)) > 0; }

  void read_line(LinePiece& line) {
    if (!open_.lines.empty() && !goes_on(line)) close();
    open_.lines.push_back(std::move(line));
  }

  // Where the lines of the open paragraph after the first begin.
  double indent() const {
    const std::vector<LinePiece>& lines = open_.lines;
    if (lines.size() > 1) return lines.back().box.left;
    const LinePiece& first = lines.front();
    const std::size_t marker = list_marker(text_of(first));
    for (const PdfWord& word : first.words) {
      if (marker > 0 && word.begin >= first.words.front().begin + marker) return word.box.left;
    }
    return first.box.left;
  }

  // Whether the first word of the next line would have stood on this one.
  bool had_room_for(const LinePiece& line, const LinePiece& next) const {
    // What is set in from the left may be so from the right.
    const bool item = begins_item(open_.lines.front());
    const double set_in = item ? 0 : std::max(0.0, line.box.left - body_.left);
    double right = std::max({right_ - set_in, line.box.right, next.box.right});
    if (open_.lines.size() > 1) {
      right = next.box.right;
      for (const LinePiece& each : open_.lines) right = std::max(right, each.box.right);
    }
    const double space = line.box.height() * 0.25;
    return line.box.right + space + next.words.front().box.width() < right - 1;
  }

  bool goes_on(const LinePiece& next) const {
    const LinePiece& last = open_.lines.back();
    const std::string_view end = text_of(last);
    const std::string_view begin = text_of(next);
    const bool parted = end.ends_with('-') && is_lower(begin.front());
    if (!near(last.box.height(), next.box.height(), body_.size * 0.1)) return false;
    if (next.is_item || (list_marker(begin) > 0 && !is_lower(begin.front()))) return false;
    const bool same_column = last.page == next.page && next.box.top > last.box.top;
    if (!same_column) {
      if (parted) return true;
      const bool ended = std::string_view(".!?:”\"").find(end.back()) != std::string_view::npos ||
                         end.ends_with("”") || end.ends_with("’");
      const bool heading = last.box.height() > body_.size * 1.08;
      return !heading && !ended && !had_room_for(last, next);
    }
    const double pitch = std::max(body_.pitch / body_.size, 1.0) * last.box.height();
    if (next.box.top - last.box.top > pitch * 1.22) return false;
    const bool first_line_set_in = open_.lines.size() == 1 && next.box.left < last.box.left;
    if (!first_line_set_in && !near(next.box.left, indent(), 4)) return false;
    const bool within_sentence =
        is_lower(begin.front()) && std::string_view(".!?:;").find(end.back()) == std::string_view::npos;
    return parted || within_sentence || !had_room_for(last, next);
  }

  const std::vector<PdfPage>& pages_;
  const std::vector<std::vector<bool>>& edges_;
  Body body_;
  std::size_t page_ = 0;
  double right_ = 0;  // of the column
  Passage open_;
  std::vector<std::string> header_;  // of the last table
  std::vector<Passage> notes_;       // that wait for the end of the paragraph
  std::vector<Passage> passages_;
};

}  // namespace

std::vector<Passage> lay_out(const std::vector<PdfPage>& pages, const std::vector<std::vector<bool>>& edges) {
  return Layout(pages, edges).run();
}

}  // namespace onus
