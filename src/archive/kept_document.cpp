#include "archive/kept_document.h"

#include "linting/fingerprint.h"
#include "text/line_index.h"

namespace onus {
namespace {

std::vector<KeptDocument::Finding> kept_findings(const DocumentReport& report) {
  const LineIndex index(report.document.prose);
  const std::vector<std::string> names = fingerprints(report);
  std::vector<KeptDocument::Finding> kept;
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    const Finding& finding = report.findings[i];
    const ProseSpan sentence = report.analysis.sentences[finding.sentence].span;
    KeptDocument::Finding row;
    row.rule = finding.rule;
    if (finding.category) row.category = name_of(*finding.category);
    row.severity = name_of(finding.severity);
    row.start = index.code_point(finding.span.begin);
    row.end = index.code_point(finding.span.end);
    row.sentence_start = index.code_point(sentence.begin);
    row.sentence_end = index.code_point(sentence.end);
    row.fingerprint = names[i];
    kept.push_back(std::move(row));
  }
  return kept;
}

std::string without_quoted(std::string_view message) {
  constexpr std::string_view kOpen = "“";
  constexpr std::string_view kClose = "”";
  std::string text;
  while (!message.empty()) {
    const std::size_t open = message.find(kOpen);
    const std::size_t close = open == std::string_view::npos ? open : message.rfind(kClose);
    text += message.substr(0, open);
    if (open == std::string_view::npos) break;
    text += "“…”";
    message.remove_prefix(close == std::string_view::npos || close < open ? message.size()
                                                                          : close + kClose.size());
  }
  return text;
}

}  // namespace

const std::string* KeptDocument::unreadable() const {
  for (const Trouble& trouble : problems)
    if (trouble.kind == "unreadable") return &trouble.message;
  return nullptr;
}

KeptDocument keep(const DocumentReport& report, bool with_text) {
  KeptDocument kept;
  kept.format = name_of(report.document.format);
  kept.kind = name_of(report.kind);
  kept.words = report.words;
  kept.describes_abuse = report.describes_abuse;
  kept.perpetrator_acts = report.balance.perpetrator_acts;
  kept.survivor_deficits = report.balance.survivor_deficits;
  kept.findings = kept_findings(report);
  for (const ComponentCoverage& coverage : report.coverage)
    kept.coverage.push_back({std::string(name_of(coverage.component)), std::string(name_of(coverage.level)),
                             static_cast<std::int64_t>(coverage.evidence.size())});
  for (const CriterionRating& criterion : report.criteria)
    kept.criteria.push_back(
        {std::string(name_of(criterion.criterion)), std::string(name_of(criterion.rating))});
  for (const Skipped& part : report.document.skipped)
    kept.problems.push_back({"skipped", without_quoted(part.what + ": " + part.why)});
  if (report.other_language)  // told apart from a report in which nothing was found
    kept.problems.push_back({"skipped", "the whole text: it isn't in English"});
  if (with_text) kept.text = report.document.prose;
  return kept;
}

KeptDocument keep_unreadable(std::string_view why) {
  KeptDocument kept;
  kept.problems.push_back({"unreadable", without_quoted(why)});
  return kept;
}

}  // namespace onus
