#include "reporting/annotated_copy.h"

#include <algorithm>
#include <numeric>

#include "text/failure.h"

namespace onus {

std::vector<std::uint32_t> worst_first(const DocumentReport& report, std::uint32_t most) {
  std::vector<std::uint32_t> order(report.findings.size());
  std::iota(order.begin(), order.end(), 0U);
  if (order.size() <= most) return order;
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return report.findings[a].severity > report.findings[b].severity;
  });
  return order;
}

const Suggestion* first_rewrite(const Finding& finding) {
  const auto rewrite = std::find_if(
      finding.suggestions.begin(), finding.suggestions.end(),
      [](const Suggestion& each) { return each.kind == SuggestionKind::rewrite && !each.span.empty(); });
  return rewrite == finding.suggestions.end() ? nullptr : &*rewrite;
}

const std::string& part_of(const Document& document, ProseSpan span) {
  const auto origin = std::partition_point(document.origins.begin(), document.origins.end(),
                                           [&](const Origin& each) { return each.prose.end <= span.begin; });
  static const std::string kNowhere;
  return origin == document.origins.end() ? kNowhere : document.parts[origin->part];
}

void refuse_comments(const DocumentReport& report, std::string_view why) {
  throw Failure(report.document.source + " can't be given comments: it " + std::string(why),
                ExitCode::unreadable);
}

std::string declared_as_utf8(std::string xml) {
  const std::size_t end = xml.find("?>");
  if (!xml.starts_with("<?xml") || end == std::string::npos) return xml;
  const std::size_t at = xml.find("encoding=");
  if (at == std::string::npos || at > end) return xml;
  const std::size_t close = xml.find(xml[at + 9], at + 10);
  return close == std::string::npos ? xml : xml.replace(at + 10, close - at - 10, "UTF-8");
}

}  // namespace onus
