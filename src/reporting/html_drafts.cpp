#include "reporting/html_drafts.h"

#include "reporting/compare_drafts.h"
#include "reporting/html_text.h"
#include "reporting/titles.h"
#include "reporting/xml_layout.h"

namespace onus {
namespace {

std::string row(std::string_view title, std::string_view before, std::string_view after) {
  return "<tr><th scope=\"row\">" + escape_xml(title) + "</th><td>" + escape_xml(before) + "</td><td>" +
         escape_xml(after) + "</td></tr>";
}

std::string levels(const DocumentReport& before, const DocumentReport& after) {
  std::string html =
      table_begin("Levels before and after", header_row({"What the report shows", "Before", "After"}));
  for (std::size_t i = 0; i < std::min(before.coverage.size(), after.coverage.size()); ++i)
    html += row(title_of(after.coverage[i].component), name_of(before.coverage[i].level),
                name_of(after.coverage[i].level));
  for (std::size_t i = 0; i < std::min(before.criteria.size(), after.criteria.size()); ++i)
    if (before.criteria[i].rating != Rating::not_applicable ||
        after.criteria[i].rating != Rating::not_applicable)
      html += row(title_of(after.criteria[i].criterion), spaced(name_of(before.criteria[i].rating)),
                  spaced(name_of(after.criteria[i].rating)));
  html += row("Findings", std::to_string(before.findings.size()), std::to_string(after.findings.size()));
  return html + std::string(kTableEnd);
}

std::string sentence_of(const DocumentReport& report, const Finding& finding) {
  const ProseSpan sentence = report.analysis.sentences[finding.sentence].span;
  return "<p class=\"quote\">" + escape_xml(slice<ProseText>(report.document.prose, sentence)) + "</p>";
}

std::string finding_list(std::string_view title, std::string_view none, const DocumentReport& report,
                         const std::vector<std::uint32_t>& list) {
  std::string html = "<h3>" + std::string(title) + " (" + std::to_string(list.size()) + ")</h3>";
  if (list.empty()) return html + "<p>" + std::string(none) + "</p>";
  html += "<ul>";
  for (const std::uint32_t index : list) {
    const Finding& finding = report.findings[index];
    html += "<li><strong>" + escape_xml(category_title(finding)) + "</strong>: “" +
            escape_xml(slice<ProseText>(report.document.prose, finding.span)) + "”" +
            sentence_of(report, finding) + "</li>";
  }
  return html + "</ul>";
}

std::string side(const DocumentReport& report, std::uint32_t block, std::string_view kind) {
  if (block == kNoBlock) return "<div></div>";
  return "<div class=\"" + std::string(kind) + "\">" + marked_block(report, block) + "</div>";
}

// Where there is no room for two columns, what stayed is shown once.
std::string both_sides(const DocumentReport& before, const DocumentReport& after,
                       const DraftComparison::Pair& pair) {
  return side(before, pair.old_block, pair.same ? "twice" : "changed") +
         side(after, pair.new_block, pair.same ? "same" : "changed");
}

}  // namespace

std::string drafts_section(const DocumentReport& old_draft, const DocumentReport& new_draft) {
  const DraftComparison comparison = compare_drafts(old_draft, new_draft);
  std::string html =
      "<section id=\"drafts\" aria-labelledby=\"drafts-title\"><h2 id=\"drafts-title\">The two "
      "drafts</h2><p class=\"sub\">Before: " +
      escape_xml(old_draft.document.source) + ". After: " + escape_xml(new_draft.document.source) + ".</p>" +
      levels(old_draft, new_draft);
  html += finding_list("What was mended", "No finding of the draft before is gone.", old_draft,
                       comparison.mended);
  html += finding_list("What is new", "There is no finding that the draft before didn't have.", new_draft,
                       comparison.fresh);
  html += "<p>" + counted(comparison.stayed.size(), "finding") + " stayed.</p>";
  html +=
      "<h3>Side by side</h3><p class=\"sub\">Passages that changed have a line at their left.</p><div "
      "class=\"drafts\"><div><h4>Before</h4></div><div><h4>After</h4></div>";
  for (const DraftComparison::Pair& pair : comparison.blocks) html += both_sides(old_draft, new_draft, pair);
  return html + "</div></section>";
}

}  // namespace onus
