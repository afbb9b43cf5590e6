#include "reporting/odt_anchor.h"

#include <algorithm>
#include <vector>

#include "reading/docx_xml.h"

namespace onus {
namespace {

bool is_paragraph(const XmlLayout& layout, std::uint32_t element) {
  return layout.is(element, Namespace::odf_text, "p") || layout.is(element, Namespace::odf_text, "h");
}

// What words may stand in beside what is not text of the document itself.
bool stands_aside(const XmlLayout& layout, std::uint32_t element) {
  return layout[element].space == Namespace::odf_drawing || layout.is(element, Namespace::odf_text, "note") ||
         layout.is(element, Namespace::odf_text, "tracked-changes") ||
         layout.is(element, Namespace::odf_office, "annotation");
}

// The elements from the root to the innermost one that holds `place`.
std::vector<std::uint32_t> path_to(const XmlLayout& layout, std::uint32_t place) {
  std::vector<std::uint32_t> path;
  for (std::uint32_t each = layout.at(place); each != kNoElement; each = layout[each].parent)
    path.push_back(each);
  std::reverse(path.begin(), path.end());
  return path;
}

struct Home {
  std::uint32_t paragraph = kNoElement;  // of the body
  std::uint32_t unbearing = kNoElement;  // the outermost element in it that bears no comments, on the way
};

Home home_of(const XmlLayout& layout, std::uint32_t place) {
  Home home;
  for (const std::uint32_t each : path_to(layout, place)) {
    if (home.paragraph == kNoElement) {
      if (stands_aside(layout, each)) return {};
      if (is_paragraph(layout, each)) home.paragraph = each;
    } else if (!layout.is(each, Namespace::odf_text, "span")) {
      home.unbearing = each;
      return home;
    }
  }
  return home;
}

// Elements can't be written into a CDATA section.
bool has_cdata(const XmlLayout& layout, std::uint32_t element) {
  return layout.source(element).find("<![CDATA[") != std::string_view::npos;
}

}  // namespace

std::optional<OdtAnchor> odt_anchor_on(const XmlLayout& layout, SourceSpan words) {
  if (words.empty()) return std::nullopt;
  const Home first = home_of(layout, words.begin);
  const Home last = home_of(layout, words.end - 1);
  if (first.paragraph == kNoElement) return std::nullopt;
  const XmlElement& paragraph = layout[first.paragraph];
  if (has_cdata(layout, first.paragraph)) return OdtAnchor{paragraph.open_end, paragraph.close_begin, false};
  OdtAnchor anchor{words.begin, words.end, true};
  if (first.unbearing != kNoElement) {
    anchor.begin = layout[first.unbearing].begin;
    anchor.exact = false;
  }
  if (last.paragraph != first.paragraph) {
    anchor.end = paragraph.close_begin;
    anchor.exact = false;
  } else if (last.unbearing != kNoElement) {
    anchor.end = layout[last.unbearing].end;
    anchor.exact = false;
  }
  return anchor;
}

std::uint32_t odt_plain_paragraph(const XmlLayout& layout, SourceSpan words) {
  if (words.empty()) return kNoElement;
  const Home home = home_of(layout, words.begin);
  if (home.paragraph == kNoElement || home.unbearing != kNoElement) return kNoElement;
  if (!layout.is(home.paragraph, Namespace::odf_text, "p") || has_cdata(layout, home.paragraph))
    return kNoElement;
  if (layout.slice(words.begin, words.end).find('<') != std::string_view::npos) return kNoElement;
  return home.paragraph;
}

}  // namespace onus
