#include "reporting/place.h"

#include "reporting/titles.h"

namespace onus {

Places::Places(const DocumentReport& report)
    : report_(report), prose_(report.document.prose), source_(report.document.text) {}

std::optional<Places::Lines> Places::lines(ProseSpan span) const {
  if (report_.document.text.empty()) return std::nullopt;
  const auto source = in_source(report_.document, span);
  if (!source) return std::nullopt;
  return Lines{source_.line_column(source->begin), source_.line_column(source->end)};
}

std::uint32_t Places::page(const Finding& finding) const {
  return report_.document.blocks[report_.analysis.sentences[finding.sentence].block].page;
}

std::string Places::told(const Finding& finding) const {
  std::string text(heading_over(report_, finding));
  const auto add = [&](const std::string& more) { text += (text.empty() ? "" : ", ") + more; };
  if (const std::uint32_t number = page(finding); number > 0) add("page " + std::to_string(number));
  if (const auto at = lines(finding.span)) add("line " + std::to_string(at->begin.line));
  return text;
}

}  // namespace onus
