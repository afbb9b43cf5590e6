#pragma once

#include <string>
#include <vector>

#include "reading/read.h"
#include "reporting/annotated_copy.h"

namespace onus {

// The report on a file in which a finding lies on the first occurrence of each of `words`, with `rewrite` as
// its suggestion where there is one.
inline DocumentReport findings_on(const std::string& file, const std::string& name,
                                  const std::vector<std::string>& words, const std::string& rewrite) {
  DocumentReport report;
  report.document = std::get<Document>(read_bytes(file, name));
  for (std::uint32_t block = 0; block < report.document.blocks.size(); ++block) {
    report.analysis.sentences.emplace_back();
    report.analysis.sentences.back().span = report.document.blocks[block].span;
    report.analysis.sentences.back().block = block;
  }
  for (const std::string& each : words) {
    const auto place = static_cast<std::uint32_t>(report.document.prose.find(each));
    Finding finding;
    finding.rule = "rule";
    finding.category = Category::doubt;
    finding.span = {place, place + static_cast<std::uint32_t>(each.size())};
    finding.message = "About “" + each + "”.";
    if (!rewrite.empty()) finding.suggestions.push_back({SuggestionKind::rewrite, finding.span, rewrite, {}});
    report.findings.push_back(std::move(finding));
  }
  return report;
}

}  // namespace onus
