#include "reading/odt_styles.h"

#include <algorithm>

#include "reading/docx_xml.h"

namespace onus {

namespace {

bool names_quotation(std::string_view name) {
  return name == "Quotations" || name == "Quote" || name == "Block Text" || name == "Block Quotation" ||
         name == "Intense Quote";
}

// "Contents 1" … "Contents 10": lines of a table of contents that is no longer one.
bool names_contents(std::string_view name) {
  return name.starts_with("Contents ") && name.size() > 9 && name[9] >= '1' && name[9] <= '9';
}

// "Heading_20_1" is how a style's name is written for programs.
std::string spelt_out(std::string_view name) {
  std::string text;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool space = name.substr(i, 4) == "_20_";
    text += space ? ' ' : name[i];
    if (space) i += 3;
  }
  return text;
}

bool is_heavy(std::string_view weight) { return weight == "bold" || weight >= "600"; }

}  // namespace

void OdtStyles::add(pugi::xml_node styles) {
  for (const pugi::xml_node node : styles.children()) {
    if (local_name(node) != "style") continue;
    const std::string_view family = attribute(node, "family");
    if (family != "paragraph" && family != "text") continue;
    Style style;
    style.parent = attribute(node, "parent-style-name");
    const std::string_view shown = attribute(node, "display-name");
    const std::string_view name = attribute(node, "name");
    style.shown_name = shown.empty() ? spelt_out(name) : decoded(shown);
    style.outline = number(attribute(node, "default-outline-level"), 0);
    const pugi::xml_node text = child(node, "text-properties");
    style.weight = attribute(text, "font-weight");
    style.display = attribute(text, "display");
    styles_.insert_or_assign(family[0] + std::string(name), std::move(style));
  }
}

// From the style upwards, until `visit` says that it has what it wanted.
template <class Visit>
void OdtStyles::each_up(Family family, std::string_view name, Visit visit) const {
  constexpr int kLongestChain = 32;  // a style may be based on itself
  std::string next(name);
  for (int step = 0; step < kLongestChain && !next.empty(); ++step) {
    const auto found = styles_.find(static_cast<char>(family) + next);
    if (found == styles_.end() || visit(found->second)) return;
    next = found->second.parent;
  }
}

ParagraphFormat OdtStyles::paragraph(std::string_view name) const {
  ParagraphFormat format;
  format.bold = is_heavy(weight(Family::paragraph, name));
  if (!styles_.contains(static_cast<char>(Family::paragraph) + std::string(name)))
    format.heading = heading_level_of_style(spelt_out(name));  // a document without its styles
  each_up(Family::paragraph, name, [&](const Style& style) {
    if (style.outline > 0 && format.heading == 0)
      format.heading = static_cast<std::uint8_t>(std::min(style.outline, 9));
    if (format.heading == 0) format.heading = heading_level_of_style(style.shown_name);
    format.quotation = format.quotation || names_quotation(style.shown_name);
    format.contents = format.contents || names_contents(style.shown_name);
    return format.heading > 0;
  });
  return format;
}

bool OdtStyles::is_hidden(std::string_view name) const {
  std::string_view display;
  each_up(Family::text, name, [&](const Style& style) {
    display = style.display;
    return !display.empty();
  });
  return display == "none";
}

std::string_view OdtStyles::weight(Family family, std::string_view name) const {
  std::string_view found;
  each_up(family, name, [&](const Style& style) {
    found = style.weight;
    return !found.empty();
  });
  return found;
}

bool OdtStyles::is_bold(std::string_view name, bool otherwise) const {
  const std::string_view found = weight(Family::text, name);
  return found.empty() ? otherwise : is_heavy(found);
}

}  // namespace onus
