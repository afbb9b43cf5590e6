#include "reading/docx_elements.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace onus {

namespace {

// The namespace of a branch is one that this reader may take for understood: those of Office and its
// standards.
bool is_understood(pugi::xml_node branch, std::string_view prefix) {
  constexpr int kFarthest = 64;
  const std::string declaration = "xmlns:" + std::string(prefix);
  pugi::xml_node node = branch;
  for (int step = 0; node && step < kFarthest; ++step, node = node.parent()) {
    const pugi::xml_attribute found = node.attribute(declaration.c_str());
    if (!found) continue;
    const std::string_view uri = found.value();
    return uri.starts_with("http://schemas.microsoft.com/office/") ||
           uri.starts_with("http://schemas.openxmlformats.org/") ||
           uri.starts_with("http://purl.oclc.org/ooxml/") || uri.starts_with("urn:schemas-microsoft-com:");
  }
  return true;
}

bool is_understood(pugi::xml_node branch) {
  std::string_view required = attribute(branch, "Requires");
  while (!required.empty()) {
    const std::string_view prefix = required.substr(0, required.find(' '));
    required.remove_prefix(std::min(prefix.size() + 1, required.size()));
    if (!prefix.empty() && !is_understood(branch, prefix)) return false;
  }
  return true;
}

}  // namespace

pugi::xml_node chosen_branch(pugi::xml_node alternatives) {
  pugi::xml_node fallback;
  for (const pugi::xml_node branch : alternatives.children()) {
    const std::string_view name = local_name(branch);
    if (name == "Choice" && branch.first_child() && is_understood(branch)) return branch;
    if (name == "Fallback") fallback = branch;
  }
  return fallback;
}

WordElement word_element(Namespace space, std::string_view local) {
  using Entry = std::pair<std::string_view, WordElement>;
  static constexpr std::array kWord = {
      Entry{"altChunk", WordElement::embedded},
      Entry{"br", WordElement::line_break},
      Entry{"commentRangeEnd", WordElement::comment_end},
      Entry{"commentRangeStart", WordElement::comment_start},
      Entry{"cr", WordElement::line_break},
      Entry{"customXmlPr", WordElement::properties},
      Entry{"del", WordElement::deleted},
      Entry{"delInstrText", WordElement::instruction},
      Entry{"delText", WordElement::deleted_text},
      Entry{"drawing", WordElement::drawing},
      Entry{"endnoteReference", WordElement::endnote},
      Entry{"fldChar", WordElement::field_mark},
      Entry{"footnoteReference", WordElement::footnote},
      Entry{"instrText", WordElement::instruction},
      Entry{"lastRenderedPageBreak", WordElement::page_break},
      Entry{"moveFrom", WordElement::deleted},
      Entry{"noBreakHyphen", WordElement::hyphen},
      Entry{"object", WordElement::object},
      Entry{"p", WordElement::paragraph},
      Entry{"pPr", WordElement::properties},
      Entry{"pict", WordElement::drawing},
      Entry{"ptab", WordElement::tab},
      Entry{"r", WordElement::run},
      Entry{"rPr", WordElement::properties},
      Entry{"rt", WordElement::ruby_text},
      Entry{"rubyPr", WordElement::properties},
      Entry{"sdt", WordElement::content_control},
      Entry{"sdtEndPr", WordElement::properties},
      Entry{"sdtPr", WordElement::properties},
      Entry{"sectPr", WordElement::properties},
      Entry{"smartTagPr", WordElement::properties},
      Entry{"softHyphen", WordElement::soft_hyphen},
      Entry{"subDoc", WordElement::embedded},
      Entry{"sym", WordElement::symbol},
      Entry{"t", WordElement::text},
      Entry{"tab", WordElement::tab},
      Entry{"tbl", WordElement::table},
      Entry{"tblGrid", WordElement::properties},
      Entry{"tblPr", WordElement::properties},
      Entry{"tblPrEx", WordElement::properties},
      Entry{"tc", WordElement::cell},
      Entry{"tcPr", WordElement::properties},
      Entry{"tr", WordElement::row},
      Entry{"trPr", WordElement::properties},
      Entry{"txbxContent", WordElement::text_box},
  };
  static_assert(std::is_sorted(kWord.begin(), kWord.end(),
                               [](const Entry& a, const Entry& b) { return a.first < b.first; }));
  if (space == Namespace::compatibility && local == "AlternateContent") return WordElement::choice;
  if (space == Namespace::math && local == "oMath") return WordElement::formula;
  if (space != Namespace::word) return WordElement::transparent;
  const auto found =
      std::lower_bound(kWord.begin(), kWord.end(), local,
                       [](const Entry& entry, std::string_view name) { return entry.first < name; });
  return found != kWord.end() && found->first == local ? found->second : WordElement::transparent;
}

}  // namespace onus
