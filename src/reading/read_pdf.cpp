#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "reading/document_builder.h"
#include "reading/left_out.h"
#include "reading/line_end_hyphen.h"
#include "reading/page_edges.h"
#include "reading/pdf_layout.h"
#include "reading/pdf_words.h"
#include "reading/readers.h"
#include "reading/sandbox.h"
#include "reading/table_cells.h"
#include "reading/text_lines.h"
#include "reading/unreadable.h"

namespace onus {

namespace {

class PdfReader {
 public:
  PdfReader(std::vector<PdfPage> pages, std::string source)
      : pages_(std::move(pages)), builder_(std::move(source), Format::pdf) {}

  Document read() && {
    for (std::size_t i = 0; i < pages_.size(); ++i) builder_.add_part("page " + std::to_string(i + 1));
    const auto edges = find_page_edges(pages_);
    for (const PdfPage& page : pages_) {
      for (const PdfLine& line : page.lines) hyphens_.add_words_of(page.words(line));
    }
    std::vector<Passage> passages = lay_out(pages_, edges);
    find_sizes(passages);
    for (std::size_t i = 0; i < passages.size(); ++i) read_passage(passages[i]);
    account_for_rest(edges);
    say_pages_without_words();
    // The words are those of the pages, but no program writes there.
    for (Origin& origin : builder_.document().origins) origin.copied = false;
    builder_.document().encoding = "UTF-8";
    return std::move(builder_).finish();
  }

 private:
  std::string_view text_of(const LinePiece& line) const {
    return std::string_view(pages_[line.page].text)
        .substr(line.words.front().begin, line.words.back().end - line.words.front().begin);
  }

  // The sizes of headings, the largest first, give their levels. The title has one of its own.
  void find_sizes(const std::vector<Passage>& passages) {
    for (const Passage& each : passages) {
      if (each.is_heading && !each.is_note && !each.cell) ++sizes_[-std::lround(each.size * 2)];
    }
    if (passages.empty() || sizes_.size() < 2) return;
    const Passage& first = passages.front();
    const auto largest = sizes_.begin();
    if (first.is_heading && largest->first == -std::lround(first.size * 2) && largest->second == 1)
      sizes_.erase(largest);
  }

  std::uint8_t level_of(double size) const {
    const auto found = sizes_.find(-std::lround(size * 2));
    if (found == sizes_.end()) return 1;
    return static_cast<std::uint8_t>(std::min<std::ptrdiff_t>(std::distance(sizes_.begin(), found) + 1, 6));
  }

  void read_passage(Passage& passage) {
    BlockShape shape;
    shape.page = passage.lines.front().page + 1;
    if (passage.cell) begin_cell(*passage.cell);
    if (!passage.cell) columns_ = 0;
    const std::size_t marker = list_marker(text_of(passage.lines.front()));
    const bool heading = !passage.is_note && !passage.cell && passage.is_heading;
    const bool item = (marker > 0 || passage.lines.front().is_item) && !heading && !passage.is_note;
    std::size_t skipped = item ? marker : 0;
    for (std::size_t i = 0; i < passage.lines.size(); ++i) {
      const LinePiece* next = i + 1 < passage.lines.size() ? &passage.lines[i + 1] : nullptr;
      read_line(passage.lines[i], next, skipped);
      skipped = 0;
    }
    const std::string_view words = builder_.block_so_far();
    if (passage.is_note) {
      shape.kind = BlockKind::footnote;
    } else if (heading) {
      shape.kind = BlockKind::heading;
      shape.level = level_of(passage.size);
    } else if (passage.cell) {
      shape.kind = BlockKind::table_cell;
      shape.level = item ? 1 : 0;
      shape.cell = cells_.cell();
    } else if (item) {
      shape.kind = BlockKind::list_item;
      shape.level = 1;
    } else if (passage.is_quotation) {
      shape.kind = BlockKind::quotation;
    } else if (passage.lines.size() == 1 && heading_level(words, false) > 0) {
      shape.kind = BlockKind::heading;
      shape.level = sizes_.empty() ? heading_level(words, false) : kUnstyledHeading;
    }
    const auto block = builder_.end_block(shape);
    if (block && passage.cell) cells_.read(builder_.blocks()[*block].span);
  }

  void begin_cell(const CellPlace& place) {
    if (place.first_of_table) {
      cells_ = TableCells(tables_++);
      row_ = UINT32_MAX;
    }
    if (row_ != place.row) {
      cells_.begin_row();
      row_ = place.row;
      columns_ = 0;
    }
    while (columns_ < place.column) {
      cells_.begin_cell();
      ++columns_;
    }
    cells_.begin_cell();
    ++columns_;
  }

  void read_line(const LinePiece& line, const LinePiece* next, std::size_t skip) {
    const std::string_view page = pages_[line.page].text;
    std::uint32_t begin = line.words.front().begin + static_cast<std::uint32_t>(skip);
    if (skip > 0) drop(line.page, line.words.front().begin, begin, Treatment::markup);
    std::uint32_t end = begin;
    for (const PdfWord& word : line.words) {
      if (word.end <= begin) continue;
      if (is_note_mark(line.box, word, page.substr(word.begin, word.end - word.begin))) {
        copy(line.page, begin, end);
        drop(line.page, word.begin, word.end, Treatment::markup);
        begin = end = word.end;
      } else {
        if (begin == end && word.begin > end && builder_.in_block()) builder_.insert(0, " ");
        if (begin == end) begin = word.begin;
        end = word.end;
      }
    }
    if (next == nullptr) return copy(line.page, begin, end);
    const std::string_view words = page.substr(begin, end - begin);
    const std::string_view after = text_of(*next);
    const bool detached = words.ends_with(" -");
    const bool parted =
        words.size() > 1 && words.ends_with('-') && after.front() >= 'a' && after.front() <= 'z';
    if (!parted) {
      copy(line.page, begin, end);
      builder_.insert(0, " ");
      return;
    }
    const std::string_view front = words.substr(0, words.size() - (detached ? 2 : 1));
    if (!detached && hyphens_.keeps_hyphen(front, after)) return copy(line.page, begin, end);
    const auto cut = static_cast<std::uint32_t>(words.size() - front.size());
    copy(line.page, begin, end - cut);
    drop(line.page, end - cut, end, Treatment::layout);
  }

  void copy(std::uint32_t page, std::uint32_t begin, std::uint32_t end) {
    if (end <= begin) return;
    builder_.go_to(page, begin, std::string_view(pages_[page].text).substr(begin, end - begin));
    builder_.copy(end - begin);
  }

  void drop(std::uint32_t page, std::uint32_t begin, std::uint32_t end, Treatment why) {
    builder_.go_to(page, begin, std::string_view(pages_[page].text).substr(begin, end - begin));
    builder_.skip(end - begin, why);
  }

  void account_for_rest(const std::vector<std::vector<bool>>& edges) {
    bool any = false;
    std::uint64_t all = 0;
    for (std::uint32_t i = 0; i < pages_.size(); ++i) {
      all += pages_[i].text.size();
      for (std::size_t line = 0; line < pages_[i].lines.size(); ++line) {
        const PdfLine& each = pages_[i].lines[line];
        if (!edges[i][line] || each.words.empty()) continue;
        any = true;
        drop(i, each.words.front().begin, each.words.back().end, Treatment::header_footer);
      }
    }
    ByteAccount& account = builder_.document().account;
    if (all > account.total()) account.add(all - account.total(), Treatment::layout);
    if (any) say_page_edges(builder_);
  }

  void say_pages_without_words() {
    std::string pages;
    int count = 0;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      if (!pages_[i].text.empty()) continue;
      ++count;
      if (count <= 20) pages += (pages.empty() ? "" : ", ") + std::to_string(i + 1);
    }
    if (count == 0) return;
    if (count > 20) pages += " …";
    builder_.left_out(
        (count == 1 ? "page " : "pages ") + pages,
        "there is no text on it, only a picture or nothing; a scan has to go through text recognition");
  }

  std::vector<PdfPage> pages_;
  DocumentBuilder builder_;
  LineEndHyphens hyphens_;
  std::map<long, std::size_t> sizes_;
  TableCells cells_{0};
  std::uint32_t tables_ = 0;
  std::uint32_t row_ = 0;
  std::uint32_t columns_ = 0;
};

bool says_encrypted(std::string_view bytes) {
  constexpr std::size_t kTail = 4096;
  return bytes.substr(bytes.size() - std::min(bytes.size(), kTail)).find("/Encrypt") !=
         std::string_view::npos;
}

}  // namespace

Document read_pdf_words(std::string_view xhtml, std::string source) {
  return PdfReader(parse_pdf_words(xhtml), std::move(source)).read();
}

Document read_pdf(std::string_view bytes, std::string source, const Limits&) {
  SandboxedProgram program;
  program.command = {"/usr/bin/pdftotext", "-bbox-layout", "-enc", "UTF-8", "-", "-"};
  program.input = bytes;
  program.time = std::chrono::seconds(8);
  program.memory_bytes = std::uint64_t{192} << 20;
  const SandboxResult result = run_in_sandbox(program);
  switch (result.ending) {
    case Ending::done:
      return read_pdf_words(result.output, std::move(source));
    case Ending::failed:
      if (says_encrypted(bytes))
        throw Unreadable("is protected with a password; remove the password, or give the Word document");
      throw Unreadable("is a damaged PDF; save it again, or give the Word document that it was made from");
    case Ending::too_slow:
    case Ending::too_much:
      throw Unreadable("is a PDF too large or too slow to read; split it, or give the Word document");
    case Ending::not_there:
      throw Unreadable("is a PDF, and reading it needs pdftotext; install the Debian package poppler-utils");
    case Ending::no_sandbox:
      break;
  }
  throw Unreadable(
      "is a PDF, and the sandbox for reading it (bubblewrap) doesn't start here; install the Debian package "
      "bubblewrap and allow user namespaces");
}

}  // namespace onus
