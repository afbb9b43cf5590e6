#include "reporting/odt_edit.h"

#include <algorithm>
#include <optional>

#include "reading/docx_xml.h"

namespace onus {
namespace {

constexpr std::string_view kOffice = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
constexpr std::string_view kText = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
constexpr std::string_view kDublinCore = "http://purl.org/dc/elements/1.1/";

// Character data in which blanks in a row, tabs and line ends mean what they are. [ODF 1.3, part 3, 6.1.2]
std::string as_content(std::string_view words, const std::string& prefix) {
  std::string content;
  bool blank_before = true;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find_first_of(" \t\r\n", at), words.size());
    if (end > at) {
      content += escape_xml(words.substr(at, end - at));
      blank_before = false;
      at = end;
      continue;
    }
    if (words[at] == '\n') content += "<" + prefix + "line-break/>";
    if (words[at] == '\t') content += "<" + prefix + "tab/>";
    if (words[at] == ' ') content += blank_before || at + 1 == words.size() ? "<" + prefix + "s/>" : " ";
    blank_before = true;
    ++at;
  }
  return content;
}

// A word that no name in the document begins with.
std::string fresh_stem(std::string_view bytes) {
  std::string stem = "onus";
  while (bytes.find("\"" + stem + "-") != std::string_view::npos) stem += "x";
  return stem + "-";
}

}  // namespace

OdtEdit::OdtEdit(const XmlLayout& layout, std::string_view author, std::string_view date)
    : layout_(layout), author_(author), date_(date), stem_(fresh_stem(layout.bytes())) {
  office_ = prefix_for(kOffice, "office", declarations_);
  text_ = prefix_for(kText, "text", declarations_);
  dc_ = prefix_for(kDublinCore, "dc", dc_declaration_);
  find_changes();
}

std::string OdtEdit::prefix_for(std::string_view uri, std::string_view usual,
                                std::string& declarations) const {
  const std::string_view bound = prefix_bound_to(layout_.start_tag(0), uri);
  if (!bound.empty()) return std::string(bound) + ":";
  declarations += " xmlns:" + std::string(usual) + "=\"" + std::string(uri) + "\"";
  return std::string(usual) + ":";
}

void OdtEdit::find_changes() {
  std::map<std::string_view, std::uint32_t> open;
  for (std::uint32_t each = 0; each < layout_.elements().size(); ++each) {
    const bool begins = layout_.is(each, Namespace::odf_text, "change-start");
    if (!begins && !layout_.is(each, Namespace::odf_text, "change-end")) continue;
    const std::string_view id = attribute_in(layout_.start_tag(each), "change-id");
    if (begins) {
      open[id] = layout_[each].end;
    } else if (const auto begin = open.find(id); begin != open.end()) {
      changes_.push_back({begin->second, layout_[each].begin});
    }
  }
}

std::string OdtEdit::signature() const {
  std::string text =
      "<" + dc_ + "creator" + dc_declaration_ + ">" + escape_xml(author_) + "</" + dc_ + "creator>";
  if (!date_.empty())
    text += "<" + dc_ + "date" + dc_declaration_ + ">" + escape_xml(date_) + "</" + dc_ + "date>";
  return text;
}

// ---- tracked changes

bool OdtEdit::may_replace(SourceSpan words) const {
  if (odt_plain_paragraph(layout_, words) == kNoElement) return false;
  const auto overlaps = [&](SourceSpan other) { return other.overlaps(words); };
  if (std::any_of(changes_.begin(), changes_.end(), overlaps)) return false;
  return std::none_of(replaced_.begin(), replaced_.end(), [&](const auto& each) {
    return SourceSpan{each.first, each.second.end}.overlaps(words);
  });
}

std::string OdtEdit::region(std::string_view id, std::string_view what, std::string_view content) const {
  const std::string name(id);
  const std::string change = text_ + std::string(what);
  return "<" + text_ + "changed-region" + declarations_ + " xml:id=\"" + name + "\" " + text_ + "id=\"" +
         name + "\"><" + change + "><" + office_ + "change-info>" + signature() + "</" + office_ +
         "change-info>" + std::string(content) + "</" + change + "></" + text_ + "changed-region>";
}

void OdtEdit::replace(SourceSpan words, std::string_view text) {
  const std::uint32_t paragraph = odt_plain_paragraph(layout_, words);
  const std::string out = stem_ + std::to_string(++count_);
  const std::string in = stem_ + std::to_string(++count_);
  std::string gone(layout_.slice(words.begin, words.end));
  for (std::uint32_t each = layout_.at(words.begin); each != paragraph; each = layout_[each].parent)
    gone = std::string(layout_.start_tag(each)) + gone + "</" + std::string(layout_[each].name) + ">";
  const std::string style(attribute_in(layout_.start_tag(paragraph), "style-name"));
  const std::string styled = style.empty() ? "" : " " + text_ + "style-name=\"" + style + "\"";
  regions_ += region(out, "deletion", "<" + text_ + "p" + styled + ">" + gone + "</" + text_ + "p>");
  regions_ += region(in, "insertion", "");
  const auto mark = [&](std::string_view name, const std::string& id) {
    return "<" + text_ + std::string(name) + declarations_ + " " + text_ + "change-id=\"" + id + "\"/>";
  };
  replaced_[words.begin] = {words.end, mark("change", out) + mark("change-start", in) +
                                           as_content(text, text_) + mark("change-end", in)};
}

// Where the changed regions go: with those that are there, or before all text but forms.
std::pair<std::uint32_t, std::string> OdtEdit::regions() const {
  if (regions_.empty()) return {0, ""};
  std::uint32_t place = 0;
  for (std::uint32_t each = 0; each < layout_.elements().size(); ++each) {
    const XmlElement& element = layout_[each];
    if (layout_.is(each, Namespace::odf_text, "tracked-changes") && element.close_begin > element.open_end)
      return {element.close_begin, regions_};
    const bool body = layout_.is(each, Namespace::odf_office, "text");
    if (body && place == 0) place = element.open_end;
    const bool forms = layout_.is(each, Namespace::odf_office, "forms");
    if (forms && place != 0 && layout_.is(element.parent, Namespace::odf_office, "text")) place = element.end;
  }
  // Without the attribute a word processor would go on recording.
  return {place, "<" + text_ + "tracked-changes" + declarations_ + " " + text_ + "track-changes=\"false\">" +
                     regions_ + "</" + text_ + "tracked-changes>"};
}

// ---- comments

std::uint32_t OdtEdit::outside_of_changes(std::uint32_t place, bool begins) const {
  const auto after = replaced_.lower_bound(place);
  if (after == replaced_.begin()) return place;
  const auto& [begin, change] = *std::prev(after);
  if (place <= begin || place >= change.end) return place;
  return begins ? begin : change.end;
}

void OdtEdit::comment(const OdtAnchor& anchor, const std::vector<std::string>& paragraphs) {
  const std::string name = " " + office_ + "name=\"" + stem_ + std::to_string(++count_) + "\"";
  std::string text = "<" + office_ + "annotation" + declarations_ + name + ">" + signature();
  for (const std::string& paragraph : paragraphs)
    text += "<" + text_ + "p>" + as_content(paragraph, text_) + "</" + text_ + "p>";
  text += "</" + office_ + "annotation>";
  markers_[anchor.begin].begins += text;
  markers_[anchor.end].ends =
      "<" + office_ + "annotation-end" + declarations_ + name + "/>" + markers_[anchor.end].ends;
}

std::string OdtEdit::write() const {
  std::map<std::uint32_t, Markers> markers;
  for (const auto& [place, each] : markers_) {
    if (!each.ends.empty()) markers[outside_of_changes(place, false)].ends += each.ends;
    if (!each.begins.empty()) markers[outside_of_changes(place, true)].begins += each.begins;
  }
  const auto [place_of_regions, all_regions] = regions();
  std::map<std::uint32_t, std::string> pieces;
  for (const auto& [place, each] : markers) pieces[place] = each.ends + each.begins;
  for (const auto& [place, change] : replaced_) pieces[place] += change.with;
  if (!all_regions.empty()) pieces[place_of_regions] = all_regions + pieces[place_of_regions];
  std::string text;
  std::uint32_t done = 0;
  for (const auto& [place, piece] : pieces) {
    text += layout_.slice(done, place);
    text += piece;
    const auto change = replaced_.find(place);
    done = change == replaced_.end() ? place : change->second.end;
  }
  return text += layout_.slice(done, static_cast<std::uint32_t>(layout_.bytes().size()));
}

}  // namespace onus
