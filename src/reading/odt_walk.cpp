#include "reading/odt_walk.h"

#include <algorithm>
#include <array>
#include <utility>

#include "reading/paragraph_shape.h"
#include "reading/remark_text.h"
#include "reading/xml_words.h"
#include "text/closed_list.h"

namespace onus {

namespace {

// What stands aside of one paragraph; a document with more in one place is read as if they stood in it.
constexpr std::size_t kMostDeferred = 1000;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return is_blank(c); });
}

bool is_index(std::string_view name) {
  return name == "table-of-content" || name.ends_with("-index") || name == "bibliography";
}

// Elements of the text that hold no words of it.
bool is_declaration(std::string_view name) {
  static constexpr std::array<std::string_view, 8> kNames = {"sequence-decls",
                                                             "variable-decls",
                                                             "user-field-decls",
                                                             "dde-connection-decls",
                                                             "alphabetical-index-auto-mark-file",
                                                             "note-citation",
                                                             "script",
                                                             "number"};
  return one_of(name, kNames);
}

}  // namespace

void OdtWalk::walk(std::uint32_t part, pugi::xml_node root) {
  part_ = part;
  namespaces_ = {};
  // Only the body is read, but the prefixes may have been declared above it.
  std::vector<pugi::xml_node> above;
  for (pugi::xml_node node = root.parent(); node && node.type() == pugi::node_element; node = node.parent())
    above.push_back(node);
  for (auto node = above.rbegin(); node != above.rend(); ++node) namespaces_.enter(*node);
  push(root, Kind::transparent);
  while (!frames_.empty() || !deferred_.empty()) {
    if (frames_.empty()) turn_aside();
    Frame& frame = frames_.back();
    const pugi::xml_node node = frame.next;
    if (!node) {
      leave();
      continue;
    }
    frame.next = node.next_sibling();
    enter(node);
  }
  end_block();
}

void OdtWalk::push(pugi::xml_node node, Kind kind) {
  const Namespaces::Mark mark = namespaces_.enter(node);
  frames_.push_back({node, node.first_child(), mark, kind, words_bold_});
}

void OdtWalk::enter(pugi::xml_node node) {
  if (is_text(node)) {
    if (in_paragraph_) return read_text(node);
    return discard_text(node, is_blank(node.value()) ? Treatment::layout : Treatment::markup);
  }
  if (node.type() != pugi::node_element) return;
  Namespaces::Mark mark = namespaces_.enter(node);  // an element may declare its own prefix
  const Namespace space = namespaces_.of(node.name());
  namespaces_.leave(mark);
  const std::string_view name = local_name(node);
  switch (space) {
    case Namespace::odf_text:
      return enter_text(node, name);
    case Namespace::odf_table:
      return enter_table(node, name);
    case Namespace::odf_drawing:
      return enter_drawing(node, name);
    case Namespace::odf_office:
      return enter_office(node, name);
    case Namespace::math:
      return discard(node, Treatment::drawing);
    default:
      if (name == "title" || name == "desc") return discard(node, Treatment::image_text);
      return push(node, Kind::transparent);
  }
}

void OdtWalk::enter_text(pugi::xml_node node, std::string_view name) {
  if (name == "p" || name == "h") return begin_paragraph(node, name == "h");
  if (name == "span" || name == "a") return begin_words(node);
  if (name == "s") {
    const std::int32_t count = std::clamp(number(attribute(node, "c"), 1), 1, 200);
    return insert(node, std::string(static_cast<std::size_t>(count), ' '));
  }
  if (name == "tab") return insert(node, "\t");
  if (name == "line-break") return insert(node, "\n");
  if (name == "soft-page-break") {
    ++pages_;
    if (!builder_.in_block()) paragraph_.page = pages_;
    return;
  }
  if (name == "note-body") return defer(node, true);
  if (name == "list") {
    ++lists_;
    return push(node, Kind::list);
  }
  if (name == "tracked-changes") {
    for (const pugi::xml_node change : node.children()) {
      if (child(change, "deletion")) ++left_out_.deletions;
    }
    return discard(node, Treatment::deleted);
  }
  if (is_index(name) && child(node, "index-body")) {
    ++left_out_.contents;
    return discard(node, Treatment::contents);
  }
  const bool hidden = name == "hidden-paragraph" || name == "hidden-text";
  if (hidden || (name == "section" && attribute(node, "display") == "none")) {
    if (!hidden || attribute(node, "is-hidden") == "true") {
      ++left_out_.hidden;
      return discard(node, Treatment::hidden);
    }
  }
  if (name == "ruby-text") return discard(node, Treatment::alternative);
  if (is_declaration(name)) return discard(node, Treatment::markup);
  push(node, Kind::transparent);
}

void OdtWalk::enter_table(pugi::xml_node node, std::string_view name) {
  if (name == "table") {
    end_block();
    tables_.emplace_back(table_count_++);
    covered_.push_back(0);
    return push(node, Kind::table);
  }
  if (name == "table-row" && !tables_.empty()) {
    end_block();
    tables_.back().begin_row();
    covered_.back() = 0;
    return push(node, Kind::row);
  }
  if (name == "table-cell" && !tables_.empty()) return begin_cell(node);
  if (name == "covered-table-cell" && !tables_.empty()) return covered_cell(node);
  push(node, Kind::transparent);
}

void OdtWalk::enter_drawing(pugi::xml_node node, std::string_view name) {
  const bool shape = name == "custom-shape" || name == "rect" || name == "ellipse" || name == "line" ||
                     name == "connector" || name == "polygon" || name == "polyline" || name == "path";
  if (name == "text-box" || shape) return defer(node, in_note_);
  if (name == "image") {
    ++left_out_.pictures;
    return discard(node, Treatment::drawing);
  }
  if (name == "object" || name == "object-ole") {
    ++left_out_.objects;
    return discard(node, Treatment::unread);
  }
  push(node, Kind::transparent);
}

void OdtWalk::enter_office(pugi::xml_node node, std::string_view name) {
  if (name == "annotation") return read_comment(node);
  if (name == "annotation-end") return end_comment(node);
  if (name == "forms" || name == "binary-data") return discard(node, Treatment::unread);
  push(node, Kind::transparent);
}

void OdtWalk::leave() {
  const Frame frame = frames_.back();
  frames_.pop_back();
  namespaces_.leave(frame.mark);
  words_bold_ = frame.bold;
  switch (frame.kind) {
    case Kind::paragraph:
      return end_paragraph();
    case Kind::list:
      --lists_;
      return;
    case Kind::table:
      end_block();
      tables_.pop_back();
      covered_.pop_back();
      return;
    case Kind::cell:
      return end_block();
    case Kind::deferred: {
      end_block();
      const Scope& before = scopes_.back();
      namespaces_ = before.namespaces;
      in_note_ = before.in_note;
      lists_ = before.lists;
      words_bold_ = before.words_bold;
      in_paragraph_ = before.in_paragraph;
      scopes_.pop_back();
      return;
    }
    default:
      return;
  }
}

// ---- what is read later than where it stands

void OdtWalk::turn_aside() {
  std::vector<Deferred> all;
  all.swap(deferred_);
  for (auto each = all.rbegin(); each != all.rend(); ++each) {
    scopes_.push_back({namespaces_, in_note_, lists_, words_bold_, in_paragraph_});
    namespaces_ = each->namespaces;
    in_note_ = in_note_ || each->is_note;
    lists_ = 0;
    words_bold_ = false;
    in_paragraph_ = false;
    push(each->node, Kind::deferred);
  }
}

void OdtWalk::defer(pugi::xml_node node, bool is_note) {
  if (deferred_.size() >= kMostDeferred) return push(node, Kind::transparent);
  deferred_.push_back({node, namespaces_, is_note});
}

// ---- blocks

void OdtWalk::begin_paragraph(pugi::xml_node node, bool heading) {
  end_block();
  const std::string_view style = attribute(node, "style-name");
  paragraph_ = {};
  paragraph_.format = styles_.paragraph(style);
  paragraph_.page = pages_;
  if (heading) {
    const std::int32_t level = number(attribute(node, "outline-level"), 1);
    paragraph_.format.heading = static_cast<std::uint8_t>(std::clamp(level, 1, 9));
  }
  push(node, Kind::paragraph);
  words_bold_ = paragraph_.format.bold;
  in_paragraph_ = true;
}

void OdtWalk::end_paragraph() {
  in_paragraph_ = false;
  end_block();
  turn_aside();
}

void OdtWalk::end_block() {
  const bool styled = paragraph_.format.heading > 0;
  const auto block = builder_.end_block(shape());
  styled_headings_ = styled_headings_ || (styled && block);
  if (block && !tables_.empty() && !in_note_) tables_.back().read(builder_.blocks()[*block].span);
}

BlockShape OdtWalk::shape() const {
  ParagraphPlace place{paragraph_.format, in_note_, std::nullopt, paragraph_.page};
  place.format.list = static_cast<std::uint8_t>(std::min(lists_, 9));
  if (!tables_.empty() && !in_note_) place.cell = tables_.back().cell();
  return paragraph_shape(place, builder_.block_so_far(), paragraph_.all_bold, styled_headings_);
}

void OdtWalk::begin_cell(pugi::xml_node node) {
  end_block();
  const std::int32_t columns = number(attribute(node, "number-columns-spanned"), 1);
  tables_.back().begin_cell(static_cast<std::uint32_t>(std::max(columns, 1)), false);
  covered_.back() = columns - 1;
  push(node, Kind::cell);
}

// A cell that another one covers: from the left, or else from above.
void OdtWalk::covered_cell(pugi::xml_node node) {
  end_block();
  if (covered_.back() > 0) {
    --covered_.back();
  } else {
    tables_.back().begin_cell(1, true);
  }
  push(node, Kind::cell);
}

void OdtWalk::begin_words(pugi::xml_node node) {
  const std::string_view style = attribute(node, "style-name");
  if (styles_.is_hidden(style)) {
    ++left_out_.hidden;
    return discard(node, Treatment::hidden);
  }
  push(node, Kind::words);
  words_bold_ = styles_.is_bold(style, words_bold_);
}

// ---- comments

void OdtWalk::read_comment(pugi::xml_node node) {
  std::string text;
  SourceSpan where;
  bool any = false;
  std::uint64_t bytes = 0;
  for (pugi::xml_node each = node; each; each = next_inside(node, each)) {
    if (!is_text(each)) continue;
    const std::string_view raw = each.value();
    bytes += raw.size();
    discard_text(each, Treatment::comment);
    const std::string_view holder = local_name(each.parent());
    if (holder == "creator" || holder == "date" || holder == "date-string" || holder == "creator-initials")
      continue;
    const std::uint32_t place = place_of(each);
    const SourceSpan span{place, static_cast<std::uint32_t>(place + raw.size())};
    where = any ? join(where, span) : span;
    any = true;
    text += decoded(raw);
  }
  const std::optional<std::string> told = remark_text(text);
  if (!told) {
    ++comments_;
    return;
  }
  builder_.document().account.move(bytes, Treatment::comment, Treatment::remark);
  std::vector<Remark>& remarks = builder_.document().remarks;
  const std::uint32_t next = builder_.next_prose();
  open_remarks_.insert_or_assign(std::string(attribute(node, "name")), remarks.size());
  remarks.push_back({as_prose(*told), {next, next}, part_, where});
}

void OdtWalk::end_comment(pugi::xml_node node) {
  const auto found = open_remarks_.find(attribute(node, "name"));
  if (found == open_remarks_.end()) return;
  ProseSpan& about = builder_.document().remarks[found->second].about;
  about.end = std::max(about.begin, static_cast<std::uint32_t>(builder_.prose().size()));
}

// ---- words

void OdtWalk::discard_text(pugi::xml_node text, Treatment why) { skip_text(builder_, part_, text, why); }

void OdtWalk::discard(pugi::xml_node node, Treatment why) { skip_element(builder_, part_, node, why); }

// Several blanks in a row stand for one, across elements too. [ODF 1.3, part 3, 6.1.2]
void OdtWalk::read_text(pugi::xml_node text) {
  std::string_view raw = text.value();
  if (paragraph_.format.contents) {
    ++left_out_.contents;
    return discard_text(text, Treatment::contents);
  }
  paragraph_.all_bold = paragraph_.all_bold && (words_bold_ || is_blank(raw));
  builder_.go_to(part_, place_of(text), raw);
  while (!raw.empty()) {
    const auto size = static_cast<std::size_t>(
        std::find_if(raw.begin(), raw.end(), [](char c) { return is_blank(c); }) - raw.begin());
    if (size > 0) {
      copy_words(builder_, raw.substr(0, size));
      paragraph_.blank_before = false;
      raw.remove_prefix(size);
      continue;
    }
    if (paragraph_.blank_before) {
      builder_.skip(1, Treatment::layout);
    } else {
      builder_.copy(1);
      paragraph_.blank_before = true;
    }
    raw.remove_prefix(1);
  }
}

void OdtWalk::insert(pugi::xml_node node, std::string_view with) {
  if (!in_paragraph_ || paragraph_.format.contents) return;
  insert_for(builder_, part_, node, with);
  paragraph_.blank_before = false;
}

}  // namespace onus
