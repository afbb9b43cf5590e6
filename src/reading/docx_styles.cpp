#include "reading/docx_styles.h"

#include <algorithm>
#include <array>

#include "reading/docx_xml.h"
#include "text/fold.h"

namespace onus {

namespace {

// What Word, LibreOffice and converters call a heading, in lower case. Word itself always writes "heading 1"
// as the name; the identifier, and the names of other programs, are in the language of the writer.
constexpr std::array<std::string_view, 24> kHeadingWords = {
    "heading",   "überschrift", "berschrift", "titre",    "título", "ttulo",  "titolo",    "kop",
    "rubrik",    "overskrift",  "otsikko",    "nagłówek", "nagwek", "nadpis", "başlık",    "balk",
    "заголовок", "επικεφαλίδα", "címsor",     "cmsor",    "naslov", "titlu",  "fyrirsögn", "encabezado"};

constexpr std::array<std::string_view, 6> kQuotationNames = {"quote",      "intense quote", "block text",
                                                             "quotations", "block quote",   "zitat"};

std::uint8_t level_of(pugi::xml_node numbering) {
  const std::int32_t level = number(attribute(child(numbering, "ilvl"), "val"), 0);
  return static_cast<std::uint8_t>(std::clamp(level, 0, 8) + 1);
}

// The list "0" says that this is no list item although its style says so.
std::uint8_t list_depth(pugi::xml_node numbering) {
  const std::string_view list = attribute(child(numbering, "numId"), "val");
  return list == "0" || list.empty() ? std::uint8_t{0} : level_of(numbering);
}

// 9 is the level of body text: it says that this is no heading.
std::optional<std::uint8_t> outline_level(pugi::xml_node properties) {
  const pugi::xml_node outline = child(properties, "outlineLvl");
  if (!outline) return std::nullopt;
  const std::int32_t level = number(attribute(outline, "val"), 9);
  return static_cast<std::uint8_t>(level < 9 ? level + 1 : 0);
}

}  // namespace

std::uint8_t heading_level_of_style(std::string_view name) {
  const std::string folded = lower(name);
  if (folded == "title") return 1;
  if (folded == "subtitle") return 2;
  for (const std::string_view word : kHeadingWords) {
    if (!folded.starts_with(word)) continue;
    std::string_view rest = std::string_view(folded).substr(word.size());
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    if (rest.size() == 1 && rest[0] >= '1' && rest[0] <= '9') return static_cast<std::uint8_t>(rest[0] - '0');
  }
  return 0;
}

Styles::Style Styles::read_style(pugi::xml_node node) {
  Style style;
  style.based_on = attribute(child(node, "basedOn"), "val");
  const std::string name = decoded(attribute(child(node, "name"), "val"));
  const std::string folded = lower(name);
  const pugi::xml_node paragraph = child(node, "pPr");
  if (const std::uint8_t level = heading_level_of_style(name); level > 0) style.heading = level;
  if (const auto outline = outline_level(paragraph); outline && !style.heading) style.heading = outline;
  if (const pugi::xml_node numbering = child(paragraph, "numPr")) style.list = list_depth(numbering);
  if (std::find(kQuotationNames.begin(), kQuotationNames.end(), folded) != kQuotationNames.end()) {
    style.quotation = true;
  }
  const bool entry = folded.starts_with("toc ") || folded.starts_with("contents ");
  if (entry && folded.back() >= '1' && folded.back() <= '9') style.contents = true;
  const pugi::xml_node run = child(node, "rPr");
  if (const pugi::xml_node hidden = child(run, "vanish")) style.hidden = is_on(hidden);
  if (const pugi::xml_node bold = child(run, "b")) style.bold = is_on(bold);
  return style;
}

void Styles::inherit(Style& style, const Style& from) {
  if (!style.heading) style.heading = from.heading;
  if (!style.list) style.list = from.list;
  if (!style.quotation) style.quotation = from.quotation;
  if (!style.contents) style.contents = from.contents;
  if (!style.hidden) style.hidden = from.hidden;
  if (!style.bold) style.bold = from.bold;
}

Styles::Style Styles::with_inherited(const std::string& id) const {
  constexpr int kLongestChain = 32;  // a style may be based on itself
  Style style = styles_.at(id);
  std::string base = style.based_on;
  for (int step = 0; step < kLongestChain && !base.empty(); ++step) {
    const Style* from = find(base);
    if (from == nullptr) break;
    inherit(style, *from);
    base = from->based_on;
  }
  return style;
}

Styles::Styles(pugi::xml_node root) {
  for (const pugi::xml_node node : root.children()) {
    if (local_name(node) != "style") continue;
    const std::string id(attribute(node, "styleId"));
    styles_.insert_or_assign(id, read_style(node));
    const std::string_view standard = attribute(node, "default");
    if (attribute(node, "type") == "paragraph" &&
        (standard == "1" || standard == "true" || standard == "on")) {
      default_paragraph_ = id;
    }
  }
  std::unordered_map<std::string, Style> whole;
  for (const auto& [id, style] : styles_) whole.emplace(id, with_inherited(id));
  styles_ = std::move(whole);
}

const Styles::Style* Styles::find(std::string_view id) const {
  const auto found = styles_.find(std::string(id));
  return found == styles_.end() ? nullptr : &found->second;
}

ParagraphFormat Styles::format_of(pugi::xml_node properties) const {
  const std::string_view id = attribute(child(properties, "pStyle"), "val");
  Style style;
  if (const Style* named = find(id.empty() ? std::string_view(default_paragraph_) : id)) {
    style = *named;
  } else if (!id.empty()) {
    style.heading = heading_level_of_style(id);  // a document without its styles
  }
  if (const auto outline = outline_level(properties)) {
    if (*outline > 0 || !style.heading) style.heading = outline;
  }
  if (const pugi::xml_node numbering = child(properties, "numPr")) {
    const bool inherited = !child(numbering, "numId") && style.list.value_or(0) > 0;
    style.list = inherited ? level_of(numbering) : list_depth(numbering);
  }
  ParagraphFormat format;
  format.heading = style.heading.value_or(0);
  format.list = style.list.value_or(0);
  format.quotation = style.quotation.value_or(false);
  format.contents = style.contents.value_or(false);
  format.bold = style.bold.value_or(false);
  return format;
}

bool Styles::is_hidden(pugi::xml_node properties) const {
  if (!properties) return false;
  if (const pugi::xml_node hidden = child(properties, "vanish")) return is_on(hidden);
  const pugi::xml_node named = child(properties, "rStyle");
  const Style* style = named ? find(attribute(named, "val")) : nullptr;
  return style != nullptr && style->hidden.value_or(false);
}

bool Styles::is_bold(pugi::xml_node properties, bool otherwise) const {
  if (!properties) return otherwise;
  if (const pugi::xml_node bold = child(properties, "b")) return is_on(bold);
  const pugi::xml_node named = child(properties, "rStyle");
  const Style* style = named ? find(attribute(named, "val")) : nullptr;
  return style != nullptr ? style->bold.value_or(otherwise) : otherwise;
}

}  // namespace onus
