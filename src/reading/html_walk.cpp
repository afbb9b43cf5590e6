#include "reading/html_walk.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

#include "reading/html_tree.h"
#include "reading/paragraph_shape.h"

namespace onus {

namespace {

constexpr std::string_view kBlanks = " \t\r\n\f";

bool is_blank(std::string_view text) { return text.find_first_not_of(kBlanks) == std::string_view::npos; }

bool is_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Elements that stand in a line of text; all others are blocks.
bool is_inline(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_RUBY:
    case GUMBO_TAG_RB:
    case GUMBO_TAG_RT:
    case GUMBO_TAG_RP:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_UNKNOWN:  // "o:p" of Word, custom elements
      return true;
    default:
      return false;
  }
}

std::uint8_t heading_of(GumboTag tag) {
  if (tag < GUMBO_TAG_H1 || tag > GUMBO_TAG_H6) return 0;
  return static_cast<std::uint8_t>(tag - GUMBO_TAG_H1 + 1);
}

std::string without_blanks(std::string_view text) {
  std::string close;
  for (const char c : text) {
    if (kBlanks.find(c) == std::string_view::npos)
      close += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  }
  return close;
}

bool has_class(const GumboNode* node, std::string_view name) {
  const std::string_view classes = html_attribute(node, "class");
  for (std::size_t at = classes.find(name); at != std::string_view::npos; at = classes.find(name, at + 1)) {
    const bool begins = at == 0 || classes[at - 1] == ' ';
    const bool ends = at + name.size() == classes.size() || classes[at + name.size()] == ' ';
    if (begins && ends) return true;
  }
  return false;
}

bool is_hidden(const GumboNode* node) {
  if (gumbo_get_attribute(&node->v.element.attributes, "hidden") != nullptr) return true;
  const std::string style = without_blanks(html_attribute(node, "style"));
  return style.find("display:none") != std::string::npos || style.find("mso-hide:all") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

// A paragraph that is indented from both sides, as LibreOffice writes the style for quotations.
bool is_set_in(const GumboNode* node) {
  if (node->v.element.tag != GUMBO_TAG_P && node->v.element.tag != GUMBO_TAG_DIV) return false;
  const std::string style = without_blanks(html_attribute(node, "style"));
  const auto margin = [&](std::string_view name) {
    const std::size_t at = style.find(name);
    return at == std::string::npos ? 0.0 : std::strtod(style.c_str() + at + name.size(), nullptr);
  };
  return margin("margin-left:") > 0.2 && margin("margin-right:") > 0.2;
}

// The number that refers to a note, or leads back from it.
bool is_note_mark(const GumboNode* node) {
  if (node->v.element.tag != GUMBO_TAG_A) return false;
  const std::string_view target = html_attribute(node, "href");
  const std::string_view role = html_attribute(node, "role");
  return role == "doc-noteref" || role == "doc-backlink" || target.starts_with("#_ftn") ||
         target.starts_with("#_edn") || target.starts_with("#sdfootnote") || target.starts_with("#sdendnote");
}

bool is_note(const GumboNode* node) {
  const std::string_view id = html_attribute(node, "id");
  const auto numbered = [&](std::string_view name) {
    return id.starts_with(name) && id.size() > name.size();
  };
  if (node->v.element.tag == GUMBO_TAG_DIV && (numbered("sdfootnote") || numbered("sdendnote"))) return true;
  const std::string_view role = html_attribute(node, "role");
  return role == "doc-endnotes" || role == "doc-footnote" || has_class(node, "MsoFootnoteText") ||
         has_class(node, "MsoEndnoteText");
}

std::int32_t span_of(const GumboNode* node, const char* name) {
  const std::string_view value = html_attribute(node, name);
  std::int32_t span = 1;
  std::from_chars(value.data(), value.data() + value.size(), span);
  return std::clamp(span, 1, 1000);
}

// Visits every node in the order of the tree, whatever its depth; `visit` says whether to go inside.
template <class Visit>
void each_node(const GumboNode* top, Visit visit) {
  std::vector<std::pair<const GumboNode*, unsigned>> open;
  const auto enter = [&](const GumboNode* node) {
    if (visit(node) && (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE))
      open.emplace_back(node, 0);
  };
  enter(top);
  while (!open.empty()) {
    auto& [node, next] = open.back();
    if (next == node->v.element.children.length) {
      open.pop_back();
    } else {
      enter(static_cast<const GumboNode*>(node->v.element.children.data[next++]));
    }
  }
}

bool is_text(const GumboNode* node) {
  return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
         node->type == GUMBO_NODE_CDATA;
}

std::string words_of(std::string_view text) {
  std::string words;
  for (const char c : text) {
    const bool blank = kBlanks.find(c) != std::string_view::npos;
    if (!blank) words += c;
    if (blank && !words.empty() && words.back() != ' ') words += ' ';
  }
  while (words.ends_with(' ')) words.pop_back();
  return words;
}

}  // namespace

std::uint32_t HtmlWalk::place_of(const GumboNode* node) const {
  return static_cast<std::uint32_t>(node->v.text.original_text.data - text_.data());
}

std::string_view HtmlWalk::raw_of(const GumboNode* node) const {
  const auto found = texts_.find(place_of(node));
  if (found == texts_.end()) return {};
  return text_.substr(found->first, found->second - found->first);
}

// The tree doesn't part a text from tags inside it that the parser ignored, so two may overlap where the
// parser has moved one of them.
void HtmlWalk::find_texts(const GumboNode* root) {
  each_node(root, [&](const GumboNode* node) {
    if (is_text(node) && node->v.text.original_text.data != nullptr) {
      const std::uint32_t begin = place_of(node);
      const auto size = static_cast<std::uint32_t>(node->v.text.original_text.length);
      if (begin < text_.size())
        texts_[begin] = std::min(begin + size, static_cast<std::uint32_t>(text_.size()));
      if (node->parent->type == GUMBO_NODE_ELEMENT && node->parent->v.element.tag == GUMBO_TAG_TITLE)
        title_ = words_of(node->v.text.text);
    }
    return true;
  });
  for (auto each = texts_.begin(); each != texts_.end(); ++each) {
    const auto next = std::next(each);
    if (next != texts_.end()) each->second = std::min(each->second, next->first);
  }
}

void HtmlWalk::walk(const GumboNode* root) {
  find_texts(root);
  push(root);
  while (!frames_.empty()) {
    Frame& frame = frames_.back();
    if (frame.next == frame.node->v.element.children.length) {
      leave();
    } else {
      enter(static_cast<const GumboNode*>(frame.node->v.element.children.data[frame.next++]));
    }
  }
  end_block();
}

void HtmlWalk::enter(const GumboNode* node) {
  if (is_text(node)) return read_text(node);
  if (node->type == GUMBO_NODE_ELEMENT) return enter_element(node);
  if (node->type == GUMBO_NODE_TEMPLATE) discard(node, Treatment::code);
}

// Whether it is left out, and if so accounts for it.
bool HtmlWalk::discards(const GumboNode* node) {
  const GumboTag tag = node->v.element.tag;
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
      discard(node, Treatment::code);
      return true;
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_RP:
      discard(node, Treatment::markup);
      return true;
    case GUMBO_TAG_RT:
      discard(node, Treatment::alternative);
      return true;
    case GUMBO_TAG_SVG:
      ++left_out_.pictures;
      discard(node, Treatment::drawing);
      return true;
    case GUMBO_TAG_MATH:
      ++left_out_.formulas;
      discard(node, Treatment::drawing);
      return true;
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
      ++left_out_.embedded;
      discard(node, Treatment::unread);
      return true;
    case GUMBO_TAG_DEL:
      ++left_out_.deletions;
      discard(node, Treatment::deleted);
      return true;
    default:
      break;
  }
  const std::string_view title = html_attribute(node, "title");
  if (tag == GUMBO_TAG_DIV && (title == "header" || title == "footer")) {  // as LibreOffice writes them
    page_edges_ = true;
    discard(node, Treatment::header_footer);
    return true;
  }
  if (is_note_mark(node)) {
    discard(node, Treatment::markup);
    return true;
  }
  if (!is_hidden(node)) return false;
  ++left_out_.hidden;
  discard(node, Treatment::hidden);
  return true;
}

void HtmlWalk::enter_element(const GumboNode* node) {
  if (discards(node)) return;
  const GumboTag tag = node->v.element.tag;
  if (tag == GUMBO_TAG_IMG) {
    ++left_out_.pictures;
    return;
  }
  if (tag == GUMBO_TAG_BR) {
    const auto place = static_cast<std::uint32_t>(node->v.element.start_pos.offset);
    builder_.go_to(0, place, text_.substr(place, 0));
    builder_.insert(0, "\n");
    blank_before_ = true;
    return;
  }
  push(node);
}

void HtmlWalk::push(const GumboNode* node) {
  const GumboTag tag = node->v.element.tag;
  Frame frame;
  frame.node = node;
  frame.heading = heading_;
  frame.bold = bold_;
  frame.note = in_note_;
  frame.preformatted = preformatted_;
  frame.is_block = !is_inline(tag);
  if (frame.is_block) end_block();
  if (tag == GUMBO_TAG_TABLE) {
    frame.is_table = true;
    tables_.push_back({TableCells(table_count_++), {}, 0});
  }
  if (tag == GUMBO_TAG_TR) begin_row();
  if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) begin_cell(node);
  if (tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_MENU || tag == GUMBO_TAG_DIR) {
    frame.is_list = true;
    ++lists_;
  }
  if (tag == GUMBO_TAG_BLOCKQUOTE || is_set_in(node)) {
    frame.is_quotation = true;
    ++quotations_;
  }
  if (const std::uint8_t level = heading_of(tag); level > 0) heading_ = level;
  if (has_class(node, "MsoTitle")) heading_ = 1;
  const std::string_view style = html_attribute(node, "style");
  const bool heavy = without_blanks(style).find("font-weight:bold") != std::string::npos;
  if (tag == GUMBO_TAG_B || tag == GUMBO_TAG_STRONG || tag == GUMBO_TAG_TH || heavy) bold_ = true;
  if (tag == GUMBO_TAG_PRE) preformatted_ = true;
  if (is_note(node)) in_note_ = true;
  if (tag == GUMBO_TAG_Q) {
    frame.quote_marks = true;
    builder_.insert(0, "“");
    blank_before_ = false;
  }
  frames_.push_back(frame);
}

void HtmlWalk::leave() {
  const Frame frame = frames_.back();
  if (frame.is_block) end_block();
  if (frame.quote_marks) builder_.insert(0, "”");
  frames_.pop_back();
  if (frame.is_table) tables_.pop_back();
  if (frame.is_list) --lists_;
  if (frame.is_quotation) --quotations_;
  heading_ = frame.heading;
  bold_ = frame.bold;
  in_note_ = frame.note;
  preformatted_ = frame.preformatted;
}

// ---- tables

void HtmlWalk::begin_row() {
  if (tables_.empty()) return;
  Table& table = tables_.back();
  table.cells.begin_row();
  table.column = 0;
  fill_reached();
}

// Columns that a cell of a row above reaches down to.
void HtmlWalk::fill_reached() {
  Table& table = tables_.back();
  while (table.column < table.reach.size() && table.reach[table.column] > 0) {
    --table.reach[table.column++];
    table.cells.begin_cell(1, true);
  }
}

void HtmlWalk::begin_cell(const GumboNode* node) {
  if (tables_.empty()) return;
  constexpr std::size_t kMostColumns = 1000;
  Table& table = tables_.back();
  const std::int32_t columns = span_of(node, "colspan");
  const std::int32_t rows = span_of(node, "rowspan");
  if (table.column > 0) fill_reached();
  table.cells.begin_cell(static_cast<std::uint32_t>(columns));
  for (std::int32_t i = 0; i < columns && table.column < kMostColumns; ++i, ++table.column) {
    if (table.reach.size() <= table.column) table.reach.resize(table.column + 1);
    table.reach[table.column] = rows - 1;
  }
}

// ---- blocks

void HtmlWalk::end_block() {
  const BlockShape found = shape();
  const bool styled = heading_ > 0;
  const auto block = builder_.end_block(found);
  styled_headings_ = styled_headings_ || (styled && block);
  if (block && !tables_.empty() && !in_note_) tables_.back().cells.read(builder_.blocks()[*block].span);
  all_bold_ = true;
  blank_before_ = true;
}

BlockShape HtmlWalk::shape() const {
  ParagraphPlace place;
  place.in_note = in_note_;
  if (!tables_.empty() && !in_note_) place.cell = tables_.back().cells.cell();
  const std::string_view words = builder_.block_so_far();
  const bool is_title = !place.cell && !styled_headings_ && !title_.empty() && words == title_;
  place.format.heading = heading_ == 0 && is_title ? 1 : heading_;
  place.format.list = static_cast<std::uint8_t>(std::min(lists_, 9));
  place.format.quotation = quotations_ > 0;
  return paragraph_shape(place, words, all_bold_, styled_headings_);
}

// ---- words

void HtmlWalk::discard(const GumboNode* node, Treatment why) {
  each_node(node, [&](const GumboNode* each) {
    if (is_text(each)) {
      const std::string_view raw = raw_of(each);
      builder_.go_to(0, place_of(each), raw);
      builder_.skip(raw.size(), is_blank(raw) ? Treatment::layout : why);
    }
    return true;
  });
}

void HtmlWalk::read_text(const GumboNode* node) {
  const std::string_view raw = raw_of(node);
  if (raw.empty()) return;
  all_bold_ = all_bold_ && (bold_ || is_blank(raw));
  builder_.go_to(0, place_of(node), raw);
  read_words(raw);
}

void HtmlWalk::read_words(std::string_view raw) {
  while (!raw.empty()) {
    std::size_t size = std::min(raw.find_first_of(" \t\r\n\f&<"), raw.size());
    if (size > 0) {
      builder_.copy(size);
      blank_before_ = false;
    } else if (raw[0] == '&') {
      size = read_reference(raw);
    } else if (raw[0] == '<') {
      const bool tag =
          raw.size() > 1 && (is_letter_or_digit(raw[1]) || raw[1] == '/' || raw[1] == '!' || raw[1] == '?');
      size = tag ? std::min(raw.find('>'), raw.size() - 1) + 1 : 1;  // the parser ignored the tag
      if (tag) {
        builder_.skip(size, Treatment::markup);
      } else {
        builder_.copy(size);
        blank_before_ = false;
      }
    } else {
      size = std::min(raw.find_first_not_of(kBlanks), raw.size());
      read_blank(raw.substr(0, size));
    }
    raw.remove_prefix(size);
  }
}

std::size_t HtmlWalk::read_reference(std::string_view raw) {
  constexpr std::size_t kLongest = 40;
  std::size_t size = 1;
  if (raw.substr(1, 1) == "#") ++size;
  while (size < raw.size() && size < kLongest && is_letter_or_digit(raw[size])) ++size;
  if (size < raw.size() && raw[size] == ';') ++size;
  const std::string reference(raw.substr(0, size));
  auto found = references_.find(reference);
  if (found == references_.end())
    found = references_.emplace(reference, size == 1 ? reference : html_reference(reference)).first;
  if (is_blank(found->second)) {
    if (!blank_before_ || preformatted_)
      builder_.replace(size, " ");
    else
      builder_.skip(size, Treatment::layout);
    blank_before_ = true;
    return size;
  }
  if (found->second == reference) {
    builder_.copy(size);
  } else {
    builder_.replace(size, as_prose(found->second));
  }
  blank_before_ = false;
  return size;
}

// Blanks in a row stand for one, and a line end in the file for a blank; not in a `pre`.
void HtmlWalk::read_blank(std::string_view blank) {
  if (preformatted_) {
    for (std::string_view rest = blank; !rest.empty();) {
      const std::size_t size = rest.starts_with("\r\n") ? 2 : 1;
      const bool line_end = rest[0] == '\n' || rest[0] == '\r';
      line_end ? builder_.replace(size, "\n") : builder_.copy(size);
      rest.remove_prefix(size);
    }
    return;
  }
  if (blank_before_) return builder_.skip(blank.size(), Treatment::layout);
  blank[0] == ' ' ? builder_.copy(1) : builder_.replace(1, " ");
  builder_.skip(blank.size() - 1, Treatment::layout);
  blank_before_ = true;
}

}  // namespace onus
