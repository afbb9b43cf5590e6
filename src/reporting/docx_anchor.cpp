#include "reporting/docx_anchor.h"

#include <algorithm>
#include <array>
#include <map>

#include "reading/docx_xml.h"
#include "text/closed_list.h"

namespace onus {
namespace {

using Where = DocxPoint::Where;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// What may hold text boxes, or text in two versions.
bool is_drawing(const XmlLayout& layout, std::uint32_t element) {
  static constexpr std::array<std::string_view, 5> kNames{"AlternateContent", "drawing", "object", "pict",
                                                          "txbxContent"};
  const std::string_view name = local_name(layout[element].name);
  return one_of(name, kNames);
}

// The children of a run that are content.
std::vector<std::uint32_t> content_of(const XmlLayout& layout, std::uint32_t run) {
  std::vector<std::uint32_t> list = layout.children(run);
  std::erase_if(list, [&](std::uint32_t child) { return layout.is(child, "rPr"); });
  return list;
}

}  // namespace

bool can_cut(const XmlLayout& layout, std::uint32_t text) {
  const XmlElement& element = layout[text];
  const std::string_view words = layout.slice(element.open_end, element.close_begin);
  if (words.empty() || words.find('<') != std::string_view::npos) return false;
  // Without xml:space Word drops the white space at both ends, and must go on dropping it.
  const bool kept = attribute_in(layout.start_tag(text), "space") == "preserve";
  return kept || (!is_blank(words.front()) && !is_blank(words.back()));
}

DocxAnchors::DocxAnchors(const XmlLayout& layout) : layout_(layout) {
  find_fields();
  find_paragraphs();
  find_bookmarks();
}

void DocxAnchors::find_paragraphs() {
  std::vector<std::uint32_t> controls;  // content controls that are open and have had no paragraph yet
  std::uint32_t drawing_end = 0;
  for (std::uint32_t each = 0; each < layout_.elements().size(); ++each) {
    const XmlElement& element = layout_[each];
    if (element.begin < drawing_end) continue;
    if (is_drawing(layout_, each)) drawing_end = element.end;
    has_frames_ = has_frames_ || layout_.is(each, "framePr");
    if (layout_.is(each, "sdt")) controls.push_back(each);
    if (!layout_.is(each, "p")) continue;
    paragraphs_.push_back(each);
    const auto holds = [&](std::uint32_t control) { return element.end <= layout_[control].end; };
    if (std::any_of(controls.begin(), controls.end(), holds)) unbearing_.insert(each);
    controls.clear();
  }
}

bool DocxAnchors::bears_comments(std::uint32_t paragraph) const { return unbearing_.count(paragraph) == 0; }

// After its last child, or before the first that isn't its properties; nullopt where that is in a field.
std::optional<DocxPoint> DocxAnchors::edge_of(std::uint32_t paragraph, bool last) const {
  const std::vector<std::uint32_t> children = layout_.children(paragraph);
  if (children.empty()) return std::nullopt;
  DocxPoint point{Where::after, children.front(), 0};
  if (last) point.element = children.back();
  if (!last && !layout_.is(children.front(), "pPr")) point.where = Where::before;
  const XmlElement& element = layout_[point.element];
  if (field_at(point.where == Where::after ? element.end - 1 : element.begin)) return std::nullopt;
  return point;
}

// The end of a paragraph before it, or else the beginning of one after it.
std::optional<DocxAnchor> DocxAnchors::beside(std::uint32_t paragraph) const {
  const auto here = std::lower_bound(paragraphs_.begin(), paragraphs_.end(), paragraph);
  const auto anchor = [&](std::uint32_t other, bool last) -> std::optional<DocxAnchor> {
    if (!bears_comments(other)) return std::nullopt;
    const auto point = edge_of(other, last);
    if (!point) return std::nullopt;
    return DocxAnchor{*point, *point, false};
  };
  for (auto before = here; before != paragraphs_.begin();)
    if (auto found = anchor(*--before, true)) return found;
  for (auto after = here; after != paragraphs_.end(); ++after)
    if (auto found = anchor(*after, false)) return found;
  return std::nullopt;
}

// Where some field has no end, each is taken to end with its paragraph at the latest.
void DocxAnchors::find_fields() {
  if (collect_fields(false)) return;
  fields_.clear();
  collect_fields(true);
}

bool DocxAnchors::collect_fields(bool within_paragraphs) {
  std::vector<std::uint32_t> open;  // the runs that begin them
  for (std::uint32_t each = 0; each < layout_.elements().size(); ++each) {
    if (within_paragraphs && layout_.is(each, "p")) open.clear();
    if (!layout_.is(each, "fldChar")) continue;
    const std::string_view type = attribute_in(layout_.start_tag(each), "fldCharType");
    const std::uint32_t run = layout_.above(each, "r");
    if (run == kNoElement) continue;
    if (type == "begin") open.push_back(run);
    if (type != "end" || open.empty()) continue;
    if (open.size() == 1) fields_.push_back({open.front(), run});
    open.pop_back();
  }
  return open.empty();
}

std::optional<DocxAnchors::Field> DocxAnchors::field_at(std::uint32_t place) const {
  const auto field = std::partition_point(fields_.begin(), fields_.end(),
                                          [&](const Field& each) { return layout_[each.last].end <= place; });
  if (field == fields_.end() || layout_[field->first].begin > place) return std::nullopt;
  return *field;
}

DocxAnchors::Home DocxAnchors::home_of(std::uint32_t element) const {
  std::uint32_t outermost = kNoElement;  // drawing above the element
  for (std::uint32_t each = element; each != kNoElement; each = layout_[each].parent)
    if (is_drawing(layout_, each)) outermost = each;
  Home home;
  const std::uint32_t from = outermost == kNoElement ? element : outermost;
  home.paragraph = layout_.above(from, "p");
  if (home.paragraph == kNoElement) return home;
  std::uint32_t run = kNoElement;
  for (std::uint32_t each = from; each != home.paragraph; each = layout_[each].parent) {
    run = home.child;
    home.child = each;
  }
  const bool inserted = layout_.is(home.child, "ins") || layout_.is(home.child, "moveTo");
  if (inserted && run != kNoElement && layout_.is(run, "r")) home.child = run;
  home.direct = outermost == kNoElement && layout_.is(home.child, "r") &&
                (element == home.child || layout_[element].parent == home.child);
  return home;
}

std::optional<DocxAnchor> DocxAnchors::around(const Field& field) const {
  const Home first = home_of(field.first);
  const Home last = home_of(field.last);
  if (first.child == kNoElement) return std::nullopt;
  if (!bears_comments(first.paragraph)) return beside(first.paragraph);
  DocxAnchor anchor;
  anchor.begin = anchor.end = {Where::before, first.child, 0};
  if (last.paragraph == first.paragraph) anchor.end = {Where::after, last.child, 0};
  return anchor;
}

DocxPoint DocxAnchors::begin_at(std::uint32_t run, std::uint32_t text, std::uint32_t place) const {
  const std::vector<std::uint32_t> content = content_of(layout_, run);
  const bool cut = can_cut(layout_, text) && place > layout_[text].open_end;
  if (cut) return {Where::inside, run, place};
  if (content.front() == text) return {Where::before, run, 0};
  return {Where::inside, run, layout_[text].begin};
}

DocxPoint DocxAnchors::end_at(std::uint32_t run, std::uint32_t text, std::uint32_t place) const {
  const std::vector<std::uint32_t> content = content_of(layout_, run);
  const bool cut = can_cut(layout_, text) && place < layout_[text].close_begin;
  if (cut) return {Where::inside, run, place};
  if (content.back() == text) return {Where::after, run, 0};
  return {Where::inside, run, layout_[text].end};
}

std::optional<DocxAnchor> DocxAnchors::on(SourceSpan words) const {
  if (words.empty()) return std::nullopt;
  const std::uint32_t first = layout_.at(words.begin);
  const std::uint32_t last = layout_.at(words.end - 1);
  if (first == kNoElement || last == kNoElement) return std::nullopt;
  const Home begin = home_of(first);
  const Home end = home_of(last);
  if (begin.child == kNoElement || end.child == kNoElement) return std::nullopt;
  if (!bears_comments(begin.paragraph) || !bears_comments(end.paragraph)) return beside(begin.paragraph);
  DocxAnchor anchor;
  anchor.exact = begin.direct && end.direct;
  anchor.begin = begin.direct && layout_.is(first, "t") ? begin_at(begin.child, first, words.begin)
                                                        : DocxPoint{Where::before, begin.child, 0};
  anchor.end = end.direct && layout_.is(last, "t") ? end_at(end.child, last, words.end)
                                                   : DocxPoint{Where::after, end.child, 0};
  if (const auto field = field_at(words.begin)) {
    const auto outside = around(*field);
    if (!outside || outside->begin == outside->end) return outside;
    anchor.begin = outside->begin;
    anchor.exact = false;
  }
  if (const auto field = field_at(words.end - 1)) {
    const auto outside = around(*field);
    if (!outside || outside->begin == outside->end) return outside;
    anchor.end = outside->end;
    anchor.exact = false;
  }
  return anchor;
}

std::optional<DocxAnchor> DocxAnchors::on_reference(std::uint32_t reference) const {
  if (const auto field = field_at(layout_[reference].begin)) return around(*field);
  const Home home = home_of(reference);
  if (home.child == kNoElement) return std::nullopt;
  if (!bears_comments(home.paragraph)) return beside(home.paragraph);
  return DocxAnchor{{Where::before, home.child, 0}, {Where::after, home.child, 0}, false};
}

// ---- tracked changes

bool DocxAnchors::may_delete(std::uint32_t run) const {
  static constexpr std::array<std::string_view, 4> kPlain{"t", "softHyphen", "noBreakHyphen",
                                                          "lastRenderedPageBreak"};
  for (const std::uint32_t child : content_of(layout_, run)) {
    const std::string_view name = local_name(layout_[child].name);
    if (layout_[child].space != Namespace::word || !one_of(name, kPlain)) return false;
    if (name == "t" && !can_cut(layout_, child)) return false;
  }
  return true;
}

// A bookmark may be what a cross-reference shows; LibreOffice loses it when a change in it is rejected. That
// of where the writer was last is no such thing.
void DocxAnchors::find_bookmarks() {
  std::map<std::string_view, std::size_t> open;
  for (std::uint32_t each = 0; each < layout_.elements().size(); ++each) {
    const std::string_view tag = layout_.start_tag(each);
    if (layout_.is(each, "bookmarkStart") && attribute_in(tag, "name") != "_GoBack") {
      open[attribute_in(tag, "id")] = bookmarks_.size();
      bookmarks_.push_back({layout_[each].begin, layout_[each].end});
    }
    if (!layout_.is(each, "bookmarkEnd")) continue;
    const auto begun = open.find(attribute_in(tag, "id"));
    if (begun != open.end()) bookmarks_[begun->second].end = layout_[each].end;
  }
}

bool DocxAnchors::is_bookmarked(SourceSpan range) const {
  return std::any_of(bookmarks_.begin(), bookmarks_.end(),
                     [&](SourceSpan bookmark) { return bookmark.overlaps(range); });
}

// Marks between runs that a deletion leaves where they are.
bool DocxAnchors::is_loose_mark(std::uint32_t element) const {
  static constexpr std::array<std::string_view, 5> kMarks{"bookmarkStart", "bookmarkEnd", "proofErr",
                                                          "commentRangeStart", "commentRangeEnd"};
  const std::string_view name = local_name(layout_[element].name);
  return layout_[element].space == Namespace::word && one_of(name, kMarks);
}

std::vector<std::uint32_t> DocxAnchors::plain_runs(SourceSpan words) const {
  if (has_frames_) return {};
  const auto anchor = on(words);
  if (!anchor || !anchor->exact) return {};
  const std::uint32_t first = layout_.above(layout_.at(words.begin), "r");
  const std::uint32_t last = layout_.above(layout_.at(words.end - 1), "r");
  const std::uint32_t paragraph = layout_[first].parent;
  if (!layout_.is(paragraph, "p") || layout_[last].parent != paragraph) return {};
  if (layout_.above(paragraph, "sdt") != kNoElement ||
      is_bookmarked({layout_[first].begin, layout_[last].end}))
    return {};
  std::vector<std::uint32_t> runs;
  for (const std::uint32_t child : layout_.children(paragraph)) {
    if (layout_[child].end <= layout_[first].begin || layout_[child].begin >= layout_[last].end) continue;
    if (layout_.is(child, "r") ? !may_delete(child) : !is_loose_mark(child)) return {};
    if (layout_.is(child, "r")) runs.push_back(child);
  }
  return runs;
}

}  // namespace onus
