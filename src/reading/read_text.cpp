#include <algorithm>
#include <utility>

#include "reading/document_builder.h"
#include "reading/pipe_table.h"
#include "reading/readers.h"
#include "reading/table_cells.h"
#include "reading/text_lines.h"

namespace onus {

namespace {

// A stretch of lines that stand together, without a blank one among them: [begin, end) in the list of lines.
struct Group {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t size() const { return end - begin; }
};

class TextReader {
 public:
  TextReader(std::string text, std::string source)
      : builder_(std::move(source), Format::text, std::move(text)) {
    text_ = builder_.document().text;
  }

  Document read() && {
    const std::size_t front = front_matter_size(text_);
    builder_.document().front_matter = {0, static_cast<std::uint32_t>(front)};
    builder_.skip(front, Treatment::front_matter);
    lines_ = lines_of(text_, front);
    find_groups();
    for (std::size_t i = 0; i < groups_.size(); ++i) read_group(i);
    skip_to(text_.size(), Treatment::layout);
    return std::move(builder_).finish();
  }

 private:
  std::string_view words(std::size_t line) const {
    return text_.substr(lines_[line].begin, lines_[line].end - lines_[line].begin);
  }

  void find_groups() {
    for (std::size_t line = 0; line < lines_.size(); ++line) {
      if (lines_[line].blank()) continue;
      const bool goes_on =
          !groups_.empty() && groups_.back().end == line && text_[lines_[line].start - 1] != '\f';
      if (goes_on) {
        groups_.back().end = line + 1;
      } else {
        groups_.push_back({line, line + 1});
      }
    }
  }

  void skip_to(std::size_t place, Treatment why) { builder_.skip(place - builder_.place(), why); }

  // One of several numbered lines in a row, each alone in its paragraph, is a list item rather than a
  // heading.
  bool in_numbered_list(std::size_t group) const {
    const auto numbered = [this](std::size_t other) {
      return other < groups_.size() && groups_[other].size() == 1 &&
             is_number_marker(words(groups_[other].begin)) &&
             heading_level(words(groups_[other].begin), true) == 0;
    };
    return numbered(group + 1) || (group > 0 && numbered(group - 1));
  }

  void read_group(std::size_t index) {
    const Group group = groups_[index];
    if (is_table(group)) return read_table(group);
    std::size_t line = group.begin;
    if (line + 1 < group.end && underline_level(words(line + 1)) > 0 && list_marker(words(line)) == 0) {
      read_heading(line, underline_level(words(line + 1)));
      skip_to(lines_[line + 1].end, Treatment::markup);
      line += 2;
    } else if (group.size() == 1 || is_all_capitals(words(line))) {
      const bool followed = index + 1 < groups_.size() || group.size() > 1;
      const std::uint8_t level = heading_level(words(line), in_numbered_list(index));
      if (level > 0 && (followed || level == 1)) read_heading(line++, level);
    }
    while (line < group.end) line = read_piece({line, group.end}, group.begin);
  }

  void read_heading(std::size_t line, std::uint8_t level) {
    indents_.clear();
    copy_line(line);
    builder_.end_block({BlockKind::heading, level});
  }

  void copy_line(std::size_t line) {
    skip_to(lines_[line].begin, Treatment::layout);
    builder_.copy(lines_[line].end - lines_[line].begin);
  }

  // Whether a line begins a list item, and not a wrapped line that happens to begin with "12. ".
  bool begins_item(std::size_t line, std::size_t group_begin) const {
    if (list_marker(words(line)) == 0) return false;
    if (line == group_begin || !is_number_marker(words(line))) return true;
    return in_item_ || std::string_view(".:;!?)").find(words(line - 1).back()) != std::string_view::npos;
  }

  // A paragraph, a list item or a quotation: from the first line of `rest` to where the next one begins.
  std::size_t read_piece(Group rest, std::size_t group_begin) {
    const bool item = begins_item(rest.begin, group_begin);
    const bool quotation = !item && words(rest.begin).starts_with('>');
    in_item_ = item;
    std::size_t end = rest.begin + 1;
    while (end < rest.end && !begins_item(end, group_begin) && words(end).starts_with('>') == quotation)
      ++end;
    const bool one_line_each = longest({rest.begin, end}) > kLongestWrapped;
    if (one_line_each) end = rest.begin + 1;
    BlockShape shape;
    if (item) {
      shape = {BlockKind::list_item, item_level(lines_[rest.begin].indent())};
      skip_to(lines_[rest.begin].begin, Treatment::layout);
      builder_.skip(list_marker(words(rest.begin)), Treatment::markup);
    } else if (quotation) {
      shape.kind = BlockKind::quotation;
    } else {
      indents_.clear();
    }
    read_lines({rest.begin, end}, quotation);
    builder_.end_block(shape);
    return end;
  }

  std::size_t longest(Group group) const {
    std::size_t most = 0;
    for (std::size_t line = group.begin; line < group.end; ++line) most = std::max(most, words(line).size());
    return most;
  }

  void read_lines(Group group, bool quotation) {
    const std::size_t width = longest(group);
    for (std::size_t line = group.begin; line < group.end; ++line) {
      skip_to(std::max(lines_[line].begin, builder_.place()), Treatment::layout);
      if (quotation) {
        builder_.skip(words(line).size() - unquoted(words(line)).size(), Treatment::markup);
      }
      builder_.copy(lines_[line].end - builder_.place());
      if (line + 1 == group.end) continue;
      const std::string_view next = quotation ? unquoted(words(line + 1)) : words(line + 1);
      const bool soft = line_break(words(line), next, width) == LineBreak::soft;
      builder_.replace(lines_[line].next - lines_[line].end, soft ? " " : "\n");
    }
  }

  static std::string_view unquoted(std::string_view line) {
    return line.substr(std::min(line.find_first_not_of("> \t"), line.size()));
  }

  std::uint8_t item_level(std::uint32_t indent) {
    while (!indents_.empty() && indents_.back() > indent) indents_.pop_back();
    if (indents_.empty() || indents_.back() < indent) indents_.push_back(indent);
    return static_cast<std::uint8_t>(std::min<std::size_t>(indents_.size(), 9));
  }

  bool is_table(Group group) const {
    if (group.size() < 2) return false;
    for (std::size_t line = group.begin; line < group.end; ++line) {
      if (!is_pipe_rule(words(line)) && pipe_cells(words(line)).size() < 2) return false;
    }
    return true;
  }

  void read_table(Group group) {
    TableCells cells(tables_++);
    for (std::size_t line = group.begin; line < group.end; ++line) {
      if (is_pipe_rule(words(line))) {
        skip_to(lines_[line].end, Treatment::markup);
        continue;
      }
      cells.begin_row();
      for (const PipeCell& cell : pipe_cells(words(line))) {
        cells.begin_cell();
        skip_to(lines_[line].begin + cell.begin, Treatment::markup);
        builder_.copy(cell.end - cell.begin);
        const auto block = builder_.end_block({BlockKind::table_cell, 0, cells.cell()});
        if (block) cells.read(builder_.blocks()[*block].span);
      }
    }
  }

  // A longer line wasn't wrapped by hand: where such lines stand together each is a paragraph.
  static constexpr std::size_t kLongestWrapped = 120;

  DocumentBuilder builder_;
  std::string_view text_;
  std::vector<TextLine> lines_;
  std::vector<Group> groups_;
  std::vector<std::uint32_t> indents_;  // of the list items that are open
  bool in_item_ = false;
  std::uint32_t tables_ = 0;
};

}  // namespace

Document read_plain_text(std::string text, std::string source) {
  return TextReader(std::move(text), std::move(source)).read();
}

}  // namespace onus
