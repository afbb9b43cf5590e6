#include "reporting/docx_edit.h"

#include <algorithm>

#include "reading/docx_xml.h"

namespace onus {
namespace {

using Where = DocxPoint::Where;

constexpr std::uint32_t kMostId = 0x7FFFFFFF;
constexpr std::string_view kTransitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view kStrict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

std::uint32_t id_in(std::string_view text) {
  std::uint64_t value = 0;
  if (text.empty() || text.size() > 10) return 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return value <= kMostId ? static_cast<std::uint32_t>(value) : 0;
}

std::string root_tag(const XmlLayout& layout) {
  return layout.elements().empty() ? std::string() : std::string(layout.start_tag(0));
}

}  // namespace

bool is_strict(const XmlLayout& layout) { return root_tag(layout).find(kStrict) != std::string::npos; }

WordPrefix word_prefix(const XmlLayout& layout) {
  const std::string root = root_tag(layout);
  const std::string_view uri = is_strict(layout) ? kStrict : kTransitional;
  const std::string_view bound = prefix_bound_to(root, uri);
  if (!bound.empty()) return {std::string(bound) + ":", ""};
  return {"w:", " xmlns:w=\"" + std::string(uri) + "\""};
}

void FreshIds::see(const XmlLayout& layout) {
  for (std::uint32_t each = 0; each < layout.elements().size(); ++each) {
    if (layout[each].space != Namespace::word) continue;
    const std::string_view tag = layout.start_tag(each);
    if (tag.find(":id=") == std::string_view::npos) continue;
    const std::uint32_t id = id_in(attribute_in(tag, "id"));
    used_.insert(id);
  }
}

std::uint32_t FreshIds::next() {
  if (last_ == 0 && !used_.empty() && *used_.rbegin() < kMostId - 1'000'000) last_ = *used_.rbegin();
  do {
    ++last_;
  } while (used_.count(last_) > 0);
  return last_;
}

DocxEdit::DocxEdit(const XmlLayout& layout, FreshIds& ids, Signature signature)
    : layout_(layout), ids_(ids), signature_(std::move(signature)) {
  const WordPrefix known = word_prefix(layout);
  prefix_ = known.prefix;
  declaration_ = known.declaration;
}

// ---- what is written

std::string DocxEdit::tag(std::string_view name, std::string_view attributes) const {
  return "<" + prefix_ + std::string(name) + declaration_ + std::string(attributes);
}

std::string DocxEdit::end_tag(std::string_view name) const {
  return "</" + prefix_ + std::string(name) + ">";
}

std::string DocxEdit::signed_with(std::uint32_t id) const {
  std::string text = " " + prefix_ + "id=\"" + std::to_string(id) + "\" " + prefix_ + "author=\"" +
                     escape_xml(signature_.author) + "\"";
  if (!signature_.date.empty()) text += " " + prefix_ + "date=\"" + signature_.date + "\"";
  return text;
}

std::string DocxEdit::reference(std::uint32_t id) const {
  return tag("r", ">") + "<" + prefix_ + "commentReference " + prefix_ + "id=\"" + std::to_string(id) +
         "\"/>" + end_tag("r");
}

DocxEdit::Markers& DocxEdit::markers_at(const DocxPoint& point) {
  if (point.where == Where::inside) return runs_[point.element].cuts[point.place];
  const XmlElement& element = layout_[point.element];
  return between_[point.where == Where::before ? element.begin : element.end];
}

void DocxEdit::comment(std::uint32_t id, const DocxAnchor& anchor) {
  const std::string number = " " + prefix_ + "id=\"" + std::to_string(id) + "\"/>";
  const std::string begin = tag("commentRangeStart", number);
  const std::string end = tag("commentRangeEnd", number) + reference(id);
  if (anchor.begin == anchor.end) {
    markers_at(anchor.begin).begins += begin + end;
    return;
  }
  markers_at(anchor.begin).begins += begin;
  markers_at(anchor.end).ends += end;
}

void DocxEdit::replace(SourceSpan words, const std::vector<std::uint32_t>& runs, std::string_view text) {
  const auto number = static_cast<std::uint32_t>(deletions_.size());
  Deletion deletion;
  deletion.words = words;
  deletion.inserted = tag("ins", signed_with(ids_.next()) + ">") + tag("r", ">") +
                      properties_of(runs.front(), false) + "<" + prefix_ + "t xml:space=\"preserve\">" +
                      escape_xml(text) + end_tag("t") + end_tag("r") + end_tag("ins");
  deletions_.push_back(std::move(deletion));
  for (const std::uint32_t run : runs) runs_[run].deletions.push_back(number);
}

// ---- runs

// With `keep_changes` as it stands; else without the record of what the formatting was.
std::string DocxEdit::properties_of(std::uint32_t run, bool keep_changes) const {
  for (const std::uint32_t child : layout_.children(run)) {
    if (!layout_.is(child, "rPr")) continue;
    std::string text(layout_.source(child));
    if (keep_changes) return text;
    for (const std::uint32_t property : layout_.children(child)) {
      if (!layout_.is(property, "rPrChange")) continue;
      text.erase(layout_[property].begin - layout_[child].begin,
                 layout_[property].end - layout_[property].begin);
    }
    return text;
  }
  return {};
}

// For the second half of a run: a record of a change of format has a number of its own.
std::string DocxEdit::fresh_properties(std::uint32_t run) const {
  std::string text = properties_of(run, true);
  const std::size_t change = text.find("rPrChange");
  if (change == std::string::npos) return text;
  const std::size_t begin = text.find(":id=", change);
  if (begin == std::string::npos) return text;
  const std::size_t close = text.find(text[begin + 4], begin + 5);
  return text.replace(begin + 5, close - begin - 5, std::to_string(ids_.next()));
}

std::string DocxEdit::text_piece(std::uint32_t text, SourceSpan range, bool deleted) const {
  const XmlElement& element = layout_[text];
  const SourceSpan words{std::max(range.begin, element.open_end), std::min(range.end, element.close_begin)};
  const bool whole = words.begin == element.open_end && words.end == element.close_begin;
  if (whole && !deleted) return std::string(layout_.source(text));
  const std::string prefix(layout_[text].name.substr(0, element.name.size() - 1));
  const std::string name = prefix + (deleted ? "delText" : "t");
  return "<" + name + " xml:space=\"preserve\">" + std::string(layout_.slice(words.begin, words.end)) + "</" +
         name + ">";
}

// The part of a run between two cuts, as a run of its own; empty where it has no content.
std::string DocxEdit::piece(std::uint32_t run, SourceSpan range, bool first, bool deleted) const {
  std::string content;
  for (const std::uint32_t child : layout_.children(run)) {
    const XmlElement& element = layout_[child];
    if (layout_.is(child, "rPr") || element.end <= range.begin || element.begin >= range.end) continue;
    const bool cut = layout_.is(child, "t") && element.has_content();
    if (cut && (range.end <= element.open_end || range.begin >= element.close_begin)) continue;
    content += cut ? text_piece(child, range, deleted) : std::string(layout_.source(child));
  }
  if (content.empty()) return {};
  return std::string(layout_.start_tag(run)) + (first ? properties_of(run, true) : fresh_properties(run)) +
         content + "</" + std::string(layout_[run].name) + ">";
}

std::string DocxEdit::rewritten(std::uint32_t run, const RunEdit& edit) const {
  const XmlElement& element = layout_[run];
  std::set<std::uint32_t> bounds{element.open_end, element.close_begin};
  for (const auto& [place, markers] : edit.cuts) bounds.insert(place);
  for (const std::uint32_t number : edit.deletions)
    for (const std::uint32_t place : {deletions_[number].words.begin, deletions_[number].words.end})
      if (place > element.open_end && place < element.close_begin) bounds.insert(place);
  std::string text;
  bool first = true;
  for (auto bound = bounds.begin(); std::next(bound) != bounds.end(); ++bound) {
    const SourceSpan range{*bound, *std::next(bound)};
    const auto in = [&](std::uint32_t number) { return deletions_[number].words.overlaps(range); };
    const auto deletion = std::find_if(edit.deletions.begin(), edit.deletions.end(), in);
    const bool deleted = deletion != edit.deletions.end();
    const std::string part = piece(run, range, first, deleted);
    if (!part.empty()) first = false;
    text +=
        deleted && !part.empty() ? tag("del", signed_with(ids_.next()) + ">") + part + end_tag("del") : part;
    if (deleted && deletions_[*deletion].words.end <= range.end) text += deletions_[*deletion].inserted;
    if (const auto cut = edit.cuts.find(range.end); cut != edit.cuts.end())
      text += cut->second.ends + cut->second.begins;
  }
  return text;
}

std::string DocxEdit::write() const {
  std::string text;
  std::uint32_t done = 0;
  auto run = runs_.begin();
  const auto copy_to = [&](std::uint32_t place) {
    text += layout_.slice(done, place);
    done = place;
  };
  const auto write_runs_before = [&](std::uint32_t place) {
    for (; run != runs_.end() && layout_[run->first].begin < place; ++run) {
      copy_to(layout_[run->first].begin);
      text += rewritten(run->first, run->second);
      done = layout_[run->first].end;
    }
  };
  for (const auto& [place, markers] : between_) {
    write_runs_before(place);
    copy_to(place);
    text += markers.ends + markers.begins;
  }
  write_runs_before(static_cast<std::uint32_t>(layout_.bytes().size()));
  copy_to(static_cast<std::uint32_t>(layout_.bytes().size()));
  return text;
}

}  // namespace onus
