#include <cmark.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "reading/document_builder.h"
#include "reading/markdown_inlines.h"
#include "reading/pipe_table.h"
#include "reading/readers.h"
#include "reading/table_cells.h"
#include "reading/text_lines.h"

namespace onus {

namespace {

using Iterator = std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)>;
using Tree = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;

// The text of one block as the parser saw it: its lines without the marks of the quotations and lists around
// them.
struct Content {
  struct Line {
    std::size_t begin = 0;     // in `text`
    std::size_t size = 0;      // with its line end
    std::uint32_t source = 0;  // in the file
  };
  std::string text;
  std::vector<Line> lines;

  void add(std::string_view words, std::uint32_t source) {
    lines.push_back({text.size(), words.size(), source});
    text += words;
  }
  std::string_view line(std::size_t i) const {
    std::string_view words = std::string_view(text).substr(lines[i].begin, lines[i].size);
    while (words.ends_with('\n') || words.ends_with('\r')) words.remove_suffix(1);
    return words;
  }
};

class MarkdownReader {
 public:
  MarkdownReader(std::string text, std::string source)
      : builder_(std::move(source), Format::markdown, std::move(text)), text_(builder_.document().text) {}

  Document read() && {
    const std::size_t front = front_matter_size(text_);
    builder_.document().front_matter = {0, static_cast<std::uint32_t>(front)};
    builder_.skip(front, Treatment::front_matter);
    find_lines(front);
    const Tree tree(cmark_parse_document(text_.data() + front, text_.size() - front, CMARK_OPT_DEFAULT),
                    &cmark_node_free);
    const Iterator iterator(cmark_iter_new(tree.get()), &cmark_iter_free);
    for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
      cmark_node* node = cmark_iter_get_node(iterator.get());
      if (event == CMARK_EVENT_EXIT) {
        leave(node);
      } else if (enter(node)) {
        cmark_iter_reset(iterator.get(), node, CMARK_EVENT_EXIT);  // its inline children have been read
      }
    }
    skip_to(static_cast<std::uint32_t>(text_.size()));
    if (code_blocks_ > 0) builder_.left_out(counted(code_blocks_, "block of code"), "it isn't prose");
    if (html_blocks_ > 0)
      builder_.left_out(counted(html_blocks_, "passage in HTML"), "only Markdown is read here");
    return std::move(builder_).finish();
  }

 private:
  static std::string counted(int count, const std::string& what) {
    if (count == 1) return "1 " + what;
    std::string many = what;
    many.insert(std::min(many.find(' '), many.size()), "s");
    return std::to_string(count) + " " + many;
  }

  void find_lines(std::size_t from) {
    for (std::size_t begin = from; begin < text_.size();) {
      line_starts_.push_back(static_cast<std::uint32_t>(begin));
      const std::size_t end = text_.find_first_of("\r\n", begin);
      if (end == std::string_view::npos) break;
      begin = end + (text_.substr(end, 2) == "\r\n" ? 2 : 1);
    }
    line_starts_.push_back(static_cast<std::uint32_t>(text_.size()));
  }

  // Lines count from one, as the parser counts them.
  std::uint32_t line_start(int line) const {
    const auto index = static_cast<std::size_t>(std::max(line - 1, 0));
    return line_starts_[std::min(index, line_starts_.size() - 1)];
  }
  std::string_view source(std::uint32_t begin, std::uint32_t end) const {
    return text_.substr(begin, end - begin);
  }

  void skip_to(std::uint32_t place) {
    if (place <= builder_.place()) return;
    const std::string_view gap = source(builder_.place(), place);
    const bool blank = gap.find_first_not_of(" \t\r\n") == std::string_view::npos;
    builder_.skip(gap.size(), blank ? Treatment::layout : Treatment::markup);
  }

  // True for a leaf whose children have been dealt with.
  bool enter(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_BLOCK_QUOTE:
        ++quotations_;
        return false;
      case CMARK_NODE_ITEM:
        ++items_;
        return false;
      case CMARK_NODE_PARAGRAPH:
        read_paragraph(node);
        return true;
      case CMARK_NODE_HEADING:
        read_heading(node);
        return true;
      case CMARK_NODE_CODE_BLOCK:
        read_code(node);
        return false;
      case CMARK_NODE_HTML_BLOCK:
        read_html(node);
        return false;
      default:
        return false;
    }
  }

  void leave(cmark_node* node) {
    if (cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE) --quotations_;
    if (cmark_node_get_type(node) == CMARK_NODE_ITEM) --items_;
  }

  // How many bytes at the beginning of a line that goes on a paragraph belong to the blocks around it.
  std::size_t prefix_size(std::string_view line) const {
    std::size_t size = 0;
    const auto skip_blanks = [&] {
      while (size < line.size() && (line[size] == ' ' || line[size] == '\t')) ++size;
    };
    skip_blanks();
    for (int depth = 0; depth < quotations_ && size < line.size() && line[size] == '>'; ++depth) {
      ++size;
      skip_blanks();
    }
    return size;
  }

  Content content_of(cmark_node* node) const {
    Content content;
    const int first = cmark_node_get_start_line(node);
    const int last = std::max(first, cmark_node_get_end_line(node));
    for (int line = first; line <= last; ++line) {
      const std::uint32_t begin = line_start(line);
      const std::uint32_t end = line_start(line + 1);
      const std::string_view words = source(begin, end);
      const std::size_t column = static_cast<std::size_t>(std::max(cmark_node_get_start_column(node), 1) - 1);
      const std::size_t prefix = line == first ? std::min(column, words.size()) : prefix_size(words);
      content.add(words.substr(prefix), static_cast<std::uint32_t>(begin + prefix));
    }
    return content;
  }

  BlockShape shape() const {
    BlockShape shape;
    if (quotations_ > 0) shape.kind = BlockKind::quotation;
    if (quotations_ == 0 && items_ > 0) shape.kind = BlockKind::list_item;
    shape.level = static_cast<std::uint8_t>(std::min(items_, 9));
    return shape;
  }

  // The parser may count the line below an underlined heading to it.
  static void end_at_underline(Content& content) {
    for (std::size_t i = 1; i < content.lines.size(); ++i) {
      const std::string_view line = content.line(i);
      const std::size_t last = line.find_last_not_of(" \t");
      const std::size_t first = line.find_first_not_of(" \t");
      const std::string_view marks =
          last == std::string_view::npos ? "" : line.substr(first, last + 1 - first);
      if (marks.empty() || marks.find_first_not_of(marks[0]) != std::string_view::npos) continue;
      if (marks[0] != '=' && marks[0] != '-') continue;
      content.lines.resize(i + 1);
      content.text.resize(content.lines.back().begin + content.lines.back().size);
    }
  }

  void read_heading(cmark_node* node) {
    Content content = content_of(node);
    end_at_underline(content);
    const bool underlined = content.lines.size() > 1;
    const std::string_view text = content.text;
    const std::string_view words = underlined ? text.substr(0, content.lines.back().begin) : text;
    const std::size_t begin = underlined ? 0 : std::min(text.find_first_not_of("# \t"), text.size());
    read_inlines(node, content, begin, attributes_begin(words));
    builder_.end_block({BlockKind::heading, static_cast<std::uint8_t>(cmark_node_get_heading_level(node))});
  }

  // Where "{#name .class}", which some programs write behind a heading, begins.
  static std::size_t attributes_begin(std::string_view heading) {
    const std::size_t end = heading.find_last_not_of(" \t\r\n#");
    const std::size_t begin = heading.rfind('{');
    if (end == std::string_view::npos || begin == std::string_view::npos || heading[end] != '}')
      return heading.size();
    const bool attributes =
        heading[begin + 1] == '#' || heading[begin + 1] == '.' || heading[begin + 1] == '-';
    return attributes ? begin : heading.size();
  }

  void read_paragraph(cmark_node* node) {
    const Content content = content_of(node);
    if (const std::size_t rule = table_rule(content); rule > 0) return read_table(content, rule);
    read_inlines(node, content, 0, content.text.size());
    BlockShape found = shape();
    cmark_node* only = cmark_node_first_child(node);
    const bool strong = only != nullptr && cmark_node_next(only) == nullptr &&
                        cmark_node_get_type(only) == CMARK_NODE_STRONG && found.kind == BlockKind::paragraph;
    const std::string_view words = builder_.block_so_far();
    if (strong && reads_like_a_heading(words)) {
      const std::uint8_t numbered = is_number_marker(words) ? heading_level(words, false) : std::uint8_t{0};
      found = {BlockKind::heading, numbered > 0 ? numbered : kUnstyledHeading};
    }
    builder_.end_block(found);
  }

  // Reads the children of `node`, which lie in `content` from `begin` on; from `end` on there is only
  // notation.
  void read_inlines(cmark_node* node, const Content& content, std::size_t begin, std::size_t end) {
    if (content.lines.front().source < builder_.place())
      return;  // read already, were the parser ever so wrong
    const auto steps = align_inlines(node, std::string_view(content.text).substr(begin));
    skip_to(content.lines.front().source);
    if (!steps) return read_unaligned(node, content);
    skip_to(content.lines.front().source + static_cast<std::uint32_t>(begin));
    for (InlineStep step : *steps) {
      step.begin += begin;
      step.end += begin;
      if (step.begin < end && step.end > end) {
        InlineStep rest = step;
        rest.begin = step.end = end;
        take(content, step, end);
        step = rest;
      }
      take(content, step, end);
    }
  }

  void take(const Content& content, InlineStep step, std::size_t end_of_words) {
    if (step.begin >= end_of_words) step.kind = InlineStep::Kind::skip;
    bool written = false;
    auto line = std::upper_bound(content.lines.begin(), content.lines.end(), step.begin,
                                 [](std::size_t at, const Content::Line& each) { return at < each.begin; });
    --line;
    for (; line != content.lines.end() && line->begin < step.end; ++line) {
      const std::size_t from = std::max(step.begin, line->begin);
      const std::size_t to = std::min(step.end, line->begin + line->size);
      skip_to(static_cast<std::uint32_t>(line->source + (from - line->begin)));
      take_piece(step, to - from, written);
      written = true;
    }
  }

  void take_piece(const InlineStep& step, std::size_t size, bool again) {
    switch (step.kind) {
      case InlineStep::Kind::copy:
        return builder_.copy(size);
      case InlineStep::Kind::replace:
        return again ? builder_.skip(size, Treatment::markup) : builder_.replace(size, step.with);
      case InlineStep::Kind::remark:
        if (!again) add_remark(step.with, size);
        return builder_.skip(size, Treatment::remark);
      case InlineStep::Kind::skip:
        return builder_.skip(size, step.why);
    }
  }

  void add_remark(std::string text, std::size_t size) {
    const std::uint32_t next = builder_.next_prose();
    const std::uint32_t place = builder_.place();
    builder_.document().remarks.push_back(
        {std::move(text), {next, next}, 0, {place, static_cast<std::uint32_t>(place + size)}});
  }

  void read_unaligned(cmark_node* node, const Content& content) {
    const std::uint32_t end =
        static_cast<std::uint32_t>(content.lines.back().source + content.lines.back().size);
    builder_.replace(end - builder_.place(), as_prose(inline_text(node)));
  }

  // The line with the rule of a table, which stands below its headers; 0 where there is none.
  static std::size_t table_rule(const Content& content) {
    for (std::size_t i = 1; i < content.lines.size(); ++i) {
      if (is_pipe_rule(content.line(i)) &&
          pipe_cells(content.line(i)).size() == pipe_cells(content.line(i - 1)).size()) {
        return i;
      }
    }
    return 0;
  }

  void read_table(const Content& content, std::size_t rule) {
    TableCells cells(tables_++);
    for (std::size_t i = 0; i < content.lines.size(); ++i) {
      if (i == rule) continue;
      if (i + 1 < rule) {
        read_cell(content, i, {0, content.line(i).size()});  // words right above a table
        builder_.end_block(shape());
        continue;
      }
      cells.begin_row();
      std::vector<PipeCell> row = pipe_cells(content.line(i));
      if (row.empty()) row.push_back({0, content.line(i).size()});
      for (const PipeCell& cell : row) {
        cells.begin_cell();
        read_cell(content, i, cell);
        const auto block = builder_.end_block({BlockKind::table_cell, 0, cells.cell()});
        if (block) cells.read(builder_.blocks()[*block].span);
      }
    }
    skip_to(static_cast<std::uint32_t>(content.lines.back().source +
                                       content.line(content.lines.size() - 1).size()));
  }

  // A cell is parsed as a heading: inlines only, whatever it begins with.
  void read_cell(const Content& content, std::size_t line, PipeCell cell) {
    const std::string_view words = content.line(line).substr(cell.begin, cell.end - cell.begin);
    if (words.empty()) return;
    const std::string heading = "# " + std::string(words);
    const Tree tree(cmark_parse_document(heading.data(), heading.size(), CMARK_OPT_DEFAULT),
                    &cmark_node_free);
    Content alone;
    alone.add(words, static_cast<std::uint32_t>(content.lines[line].source + cell.begin));
    cmark_node* node = cmark_node_first_child(tree.get());
    if (node != nullptr) read_inlines(node, alone, 0, words.size());
  }

  // Without fences it is more often a paragraph that somebody has indented than code.
  void read_code(cmark_node* node) {
    const std::uint32_t begin = line_start(cmark_node_get_start_line(node));
    const std::uint32_t end = line_start(cmark_node_get_end_line(node) + 1);
    const std::size_t column = static_cast<std::size_t>(std::max(cmark_node_get_start_column(node), 1) - 1);
    const std::string_view first = source(begin, end).substr(std::min<std::size_t>(column, end - begin));
    if (!first.starts_with("```") && !first.starts_with("~~~")) {
      return read_indented(static_cast<std::uint32_t>(begin + column), end);
    }
    ++code_blocks_;
    skip_to(begin);
    if (end > builder_.place()) builder_.skip(end - builder_.place(), Treatment::code);
  }

  void read_indented(std::uint32_t begin, std::uint32_t end) {
    skip_to(begin);
    const std::vector<TextLine> lines = lines_of(text_.substr(0, end), std::max(begin, builder_.place()));
    std::size_t width = 0;
    for (const TextLine& line : lines) width = std::max<std::size_t>(width, line.end - line.begin);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const TextLine& line = lines[i];
      const std::size_t prefix = prefix_size(source(line.start, line.end));
      skip_to(std::min(static_cast<std::uint32_t>(line.start + prefix), line.end));
      if (line.end > builder_.place()) builder_.copy(line.end - builder_.place());
      const bool last = i + 1 == lines.size() || lines[i + 1].blank() || line.blank();
      if (last) {
        builder_.end_block(shape());
      } else {
        const LineBreak kind =
            line_break(source(line.begin, line.end), source(lines[i + 1].begin, lines[i + 1].end), width);
        builder_.replace(line.next - line.end, kind == LineBreak::soft ? " " : "\n");
      }
    }
  }

  // The parser says that a comment ends a line early, so its lines are counted instead.
  static int line_count(cmark_node* node) {
    const char* literal = cmark_node_get_literal(node);
    return literal == nullptr ? 1 : static_cast<int>(lines_of(literal).size());
  }

  void read_html(cmark_node* node) {
    const std::uint32_t begin = line_start(cmark_node_get_start_line(node));
    const std::uint32_t end = line_start(cmark_node_get_start_line(node) + line_count(node));
    skip_to(begin);
    if (end <= builder_.place()) return;
    const std::string_view html = source(builder_.place(), end);
    if (std::optional<std::string> remark = remark_in(html)) {
      add_remark(std::move(*remark), html.size());
      builder_.skip(html.size(), Treatment::remark);
      return;
    }
    if (has_words_outside_tags(html)) ++html_blocks_;
    builder_.skip(html.size(), Treatment::html);
  }

  static bool has_words_outside_tags(std::string_view html) {
    while (!html.empty()) {
      const std::size_t open = std::min(html.find('<'), html.size());
      if (html.substr(0, open).find_first_not_of(" \t\r\n") != std::string_view::npos) return true;
      const bool comment = html.substr(open).starts_with("<!--");
      const std::string_view end = comment ? "-->" : ">";
      const std::size_t close = html.find(end, open);
      if (close == std::string_view::npos) return false;
      html.remove_prefix(close + end.size());
    }
    return false;
  }

  DocumentBuilder builder_;
  std::string_view text_;
  std::vector<std::uint32_t> line_starts_;  // and the end of the text
  int quotations_ = 0;
  int items_ = 0;
  int code_blocks_ = 0;
  int html_blocks_ = 0;
  std::uint32_t tables_ = 0;
};

}  // namespace

Document read_markdown(std::string text, std::string source) {
  return MarkdownReader(std::move(text), std::move(source)).read();
}

}  // namespace onus
