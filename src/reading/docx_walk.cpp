#include "reading/docx_walk.h"

#include <algorithm>
#include <array>
#include <utility>

#include "reading/paragraph_shape.h"
#include "reading/xml_words.h"

namespace onus {

namespace {

// What stands aside of one paragraph; a document with more in one place is read as if they stood in it.
constexpr std::size_t kMostDeferred = 1000;

pugi::xml_node change_mark(pugi::xml_node properties) {
  const pugi::xml_node deleted = child(properties, "del");
  return deleted ? deleted : child(properties, "moveFrom");
}

// A content control that Word fills with the table of contents.
bool holds_contents(pugi::xml_node control) {
  const pugi::xml_node part = child(child(control, "sdtPr"), "docPartObj");
  return attribute(child(part, "docPartGallery"), "val") == "Table of Contents";
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

}  // namespace

Notes::Notes(std::uint32_t part, pugi::xml_node root) : part_(part) {
  Namespaces namespaces;
  namespaces.enter(root);
  namespaces_ = std::make_shared<const Namespaces>(std::move(namespaces));
  for (const pugi::xml_node note : root.children()) {
    const std::string_view type = attribute(note, "type");
    if (!type.empty() && type != "normal") continue;  // the line between text and notes
    notes_.emplace(attribute(note, "id"), note);
  }
}

pugi::xml_node Notes::take(std::string_view id) {
  const auto found = notes_.find(std::string(id));
  if (found == notes_.end()) return {};
  const pugi::xml_node note = found->second;
  notes_.erase(found);
  return note;
}

WordElement DocxWalk::element_of(pugi::xml_node node) const {
  const std::string_view name = node.name();
  return word_element(namespaces_.of(name), local_name(name));
}

void DocxWalk::walk(std::uint32_t part, pugi::xml_node root) {
  part_ = part;
  namespaces_ = {};
  push(root, WordElement::transparent);
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

void DocxWalk::push(pugi::xml_node node, WordElement element) {
  const Namespaces::Mark mark = namespaces_.enter(node);
  if (!namespaces_.is_at(mark)) snapshot_.reset();
  frames_.push_back({node, node.first_child(), mark, element});
}

void DocxWalk::enter(pugi::xml_node node) {
  if (is_text(node)) {
    const bool words = drawings_ > 0 && local_name(node.parent()) == "t";
    const Treatment why = is_blank(node.value()) ? Treatment::layout
                          : words                ? Treatment::drawing
                                                 : Treatment::markup;
    if (why == Treatment::drawing) ++left_out_.drawings;
    discard_text(node, why);
  } else if (node.type() == pugi::node_element) {
    enter_element(node);
  }
}

void DocxWalk::enter_element(pugi::xml_node node) {
  const WordElement element = element_of(node);
  switch (element) {
    case WordElement::paragraph:
      begin_paragraph(node);
      return push(node, element);
    case WordElement::run: {
      const pugi::xml_node properties = child(node, "rPr");
      if (styles_.is_hidden(properties)) {
        ++left_out_.hidden;
        return discard(node, Treatment::hidden);
      }
      run_bold_ = styles_.is_bold(properties, paragraph_.format.bold);
      return push(node, element);
    }
    case WordElement::text:
      return read_text(node);
    case WordElement::tab:
      return insert(node, "\t");
    case WordElement::line_break:
      return insert(node, "\n");
    case WordElement::hyphen:
      return insert(node, "-");
    case WordElement::symbol:
      return insert_symbol(node);
    case WordElement::soft_hyphen:
    case WordElement::properties:
      return discard(node, Treatment::markup);
    case WordElement::instruction:
      return discard(node, Treatment::field);
    case WordElement::deleted:
    case WordElement::deleted_text:
      ++left_out_.deletions;
      return discard(node, Treatment::deleted);
    case WordElement::ruby_text:
      return discard(node, Treatment::alternative);
    case WordElement::formula:
      ++left_out_.formulas;
      return discard(node, Treatment::drawing);
    case WordElement::embedded:
      ++left_out_.embedded;
      return discard(node, Treatment::unread);
    case WordElement::table:
      begin_table();
      return push(node, element);
    case WordElement::row:
      return begin_row(node);
    case WordElement::cell:
      return begin_cell(node);
    case WordElement::content_control:
      if (!holds_contents(node)) return push(node, element);
      ++left_out_.contents;
      return discard(node, Treatment::contents);
    case WordElement::field_mark:
      field_mark(node);
      return discard(node, Treatment::markup);
    case WordElement::footnote:
      return defer_note(footnotes_, node);
    case WordElement::endnote:
      return defer_note(endnotes_, node);
    case WordElement::comment_start:
    case WordElement::comment_end:
      return comment_mark(node, element);
    case WordElement::drawing:
    case WordElement::object:
      if (drawings_++ == 0) drawing_has_text_ = drawing_has_picture_ = false;
      return push(node, element);
    case WordElement::text_box:
      return defer_text_box(node);
    case WordElement::page_break:
      ++pages_;
      if (!builder_.in_block()) paragraph_.page = pages_;
      return;
    case WordElement::choice:
      return choose_branch(node);
    case WordElement::transparent:
    case WordElement::deferred:
      if (drawings_ > 0) begin_drawing_child(node);
      return push(node, element);
  }
}

void DocxWalk::leave() {
  const Frame frame = frames_.back();
  frames_.pop_back();
  if (!namespaces_.is_at(frame.mark)) snapshot_.reset();
  namespaces_.leave(frame.mark);
  switch (frame.element) {
    case WordElement::paragraph:
      return end_paragraph();
    case WordElement::table:
      end_block();
      tables_.pop_back();
      return turn_aside();
    case WordElement::cell:
      end_block();
      return turn_aside();
    case WordElement::drawing:
    case WordElement::object:
      if (--drawings_ > 0) return;
      if (drawing_has_picture_ && frame.element == WordElement::drawing) ++left_out_.pictures;
      if (frame.element == WordElement::object) ++left_out_.objects;
      return;
    case WordElement::deferred: {
      end_block();
      const Scope& before = scopes_.back();
      part_ = before.part;
      namespaces_ = before.namespaces;
      in_note_ = before.in_note;
      drawings_ = before.drawings;
      scopes_.pop_back();
      snapshot_.reset();
      return;
    }
    default:
      return;
  }
}

// ---- what is read later than where it stands

// Puts what was deferred on top of the walk, the first of it uppermost.
void DocxWalk::turn_aside() {
  std::vector<Deferred> all;
  all.swap(deferred_);
  for (auto each = all.rbegin(); each != all.rend(); ++each) {
    scopes_.push_back({part_, namespaces_, in_note_, drawings_});
    part_ = each->part;
    namespaces_ = *each->namespaces;
    snapshot_ = each->namespaces;
    in_note_ = in_note_ || each->is_note;
    drawings_ = 0;
    push(each->node, WordElement::deferred);
  }
}

void DocxWalk::defer_text_box(pugi::xml_node node) {
  drawing_has_text_ = true;
  if (deferred_.size() >= kMostDeferred) return push(node, WordElement::transparent);
  if (!snapshot_) snapshot_ = std::make_shared<const Namespaces>(namespaces_);
  deferred_.push_back({node, part_, snapshot_, false});
}

void DocxWalk::defer_note(Notes& notes, pugi::xml_node reference) {
  if (deferred_.size() >= kMostDeferred) return;
  const pugi::xml_node note = notes.take(attribute(reference, "id"));
  if (!note) return;
  deferred_.push_back({note, notes.part(), notes.namespaces(), true});
}

// ---- blocks

void DocxWalk::begin_paragraph(pugi::xml_node node) {
  const Paragraph before = paragraph_;
  if (!before.goes_on) end_block();
  const pugi::xml_node properties = child(node, "pPr");
  const bool mark_deleted = static_cast<bool>(change_mark(child(properties, "rPr")));
  const std::string_view drop_cap = attribute(child(properties, "framePr"), "dropCap");
  paragraph_ = {};
  paragraph_.format = styles_.format_of(properties);
  paragraph_.is_initial = drop_cap == "drop" || drop_cap == "margin";
  paragraph_.goes_on = mark_deleted || paragraph_.is_initial;
  paragraph_.page = pages_;
  if (!before.goes_on) return;
  paragraph_.page = before.page;
  paragraph_.all_bold = before.is_initial || before.all_bold;
  if (!before.is_initial) builder_.insert(0, " ");
}

void DocxWalk::end_paragraph() {
  std::fill(fields_.begin(), fields_.end(),
            false);  // an instruction that has no end swallows no more than this
  instructions_ = 0;
  if (paragraph_.goes_on) return;
  end_block();
  turn_aside();
}

void DocxWalk::end_block() {
  const bool styled = paragraph_.format.heading > 0;
  const auto block = builder_.end_block(shape());
  styled_headings_ = styled_headings_ || (styled && block);
  if (block && !tables_.empty() && !in_note_) tables_.back().read(builder_.blocks()[*block].span);
  paragraph_.goes_on = false;
}

BlockShape DocxWalk::shape() const {
  ParagraphPlace place{paragraph_.format, in_note_, std::nullopt, paragraph_.page};
  if (!tables_.empty() && !in_note_) place.cell = tables_.back().cell();
  return paragraph_shape(place, builder_.block_so_far(), paragraph_.all_bold, styled_headings_);
}

void DocxWalk::begin_table() {
  end_block();
  tables_.emplace_back(table_count_++);
}

void DocxWalk::begin_row(pugi::xml_node node) {
  const pugi::xml_node properties = child(node, "trPr");
  if (child(properties, "del")) {
    ++left_out_.deletions;
    return discard(node, Treatment::deleted);
  }
  end_block();
  const std::int32_t before = number(attribute(child(properties, "gridBefore"), "val"), 0);
  if (!tables_.empty()) tables_.back().begin_row(static_cast<std::uint32_t>(before));
  push(node, WordElement::row);
}

void DocxWalk::begin_cell(pugi::xml_node node) {
  const pugi::xml_node properties = child(node, "tcPr");
  if (child(properties, "cellDel")) {
    ++left_out_.deletions;
    return discard(node, Treatment::deleted);
  }
  end_block();
  const std::int32_t columns = number(attribute(child(properties, "gridSpan"), "val"), 1);
  const pugi::xml_node merge = child(properties, "vMerge");
  const bool continues = merge && attribute(merge, "val") != "restart";
  if (!tables_.empty()) tables_.back().begin_cell(static_cast<std::uint32_t>(columns), continues);
  push(node, WordElement::cell);
}

// ---- drawings, alternatives, fields, comments

void DocxWalk::begin_drawing_child(pugi::xml_node node) {
  const std::string_view name = local_name(node);
  if (name == "blip" || name == "imagedata") drawing_has_picture_ = true;
  if (name == "chart") ++left_out_.charts;
  if (name == "relIds") ++left_out_.diagrams;
}

void DocxWalk::choose_branch(pugi::xml_node node) {
  const pugi::xml_node chosen = chosen_branch(node);
  for (const pugi::xml_node branch : node.children()) {
    if (branch != chosen) discard(branch, Treatment::alternative);
  }
  if (chosen) push(chosen, WordElement::transparent);
}

void DocxWalk::field_mark(pugi::xml_node node) {
  const std::string_view type = attribute(node, "fldCharType");
  if (type == "begin") {
    fields_.push_back(true);
    ++instructions_;
    return;
  }
  if (fields_.empty()) return;
  if (fields_.back()) --instructions_;
  fields_.back() = false;
  if (type == "end") fields_.pop_back();
}

void DocxWalk::comment_mark(pugi::xml_node node, WordElement element) {
  const auto range = ranges_.find(attribute(node, "id"));
  if (range == ranges_.end()) return;
  if (element == WordElement::comment_start) {
    range->second = {builder_.next_prose(), builder_.next_prose()};
  } else {
    const auto end = static_cast<std::uint32_t>(builder_.prose().size());
    range->second.end = std::max(range->second.begin, end);
  }
}

// ---- words

void DocxWalk::discard_text(pugi::xml_node text, Treatment why) { skip_text(builder_, part_, text, why); }

void DocxWalk::discard(pugi::xml_node node, Treatment why) { skip_element(builder_, part_, node, why); }

void DocxWalk::read_text(pugi::xml_node node) {
  for (const pugi::xml_node each : node.children()) {
    if (!is_text(each)) {
      discard(each, Treatment::markup);
    } else if (in_instruction()) {
      discard_text(each, Treatment::field);
    } else if (paragraph_.format.contents) {
      ++left_out_.contents;
      discard_text(each, Treatment::contents);
    } else {
      const std::string_view raw = each.value();
      paragraph_.all_bold = paragraph_.all_bold && (run_bold_ || is_blank(raw));
      builder_.go_to(part_, place_of(each), raw);
      if (each.type() == pugi::node_cdata) {
        builder_.copy(raw.size());
      } else {
        copy_words(builder_, raw);
      }
    }
  }
}

void DocxWalk::insert(pugi::xml_node node, std::string_view with) {
  if (in_instruction() || paragraph_.format.contents) return;
  insert_for(builder_, part_, node, with);
}

// The ticks and boxes of forms, from the fonts that have them; other symbols are ornaments.
void DocxWalk::insert_symbol(pugi::xml_node node) {
  struct Symbol {
    std::string_view code;
    std::string_view text;
  };
  static constexpr std::array kWingdings = {Symbol{"F0FE", "☒"}, Symbol{"F0FD", "☒"}, Symbol{"F0A8", "☐"},
                                            Symbol{"F06F", "☐"}, Symbol{"F0FC", "✓"}, Symbol{"F0FB", "✗"},
                                            Symbol{"F052", "☑"}, Symbol{"F0E0", "→"}};
  const std::string_view code = attribute(node, "char");
  for (const Symbol& symbol : kWingdings) {
    if (symbol.code == code) insert(node, symbol.text);
  }
}

}  // namespace onus
