#include "reporting/titles.h"

#include <algorithm>
#include <array>

#include "text/fold.h"

namespace onus {
namespace {

constexpr std::array<std::string_view, kComponents> kComponentTitles{
    "The perpetrator's pattern", "Harm to the child", "The other parent's protective efforts",
    "Impact on the child", "Substance use, mental health, culture, money and the rest"};
constexpr std::array<std::string_view, kCriteria> kCriterionTitles{
    "The assessment", "Wide-ranging impact on the child", "The plan", "What is expected of each parent",
    "The perpetrator at the centre"};

constexpr std::array<std::string_view, kPartneringPoints> kPartneringTitles{
    "Earlier relationships", "Since the separation", "The child's own words",
    "Efforts: asked about",  "Efforts: credited",    "Efforts: told back"};

}  // namespace

std::string_view title_of(Component component) {
  return kComponentTitles[static_cast<std::size_t>(component)];
}
std::string_view title_of(Criterion criterion) {
  return kCriterionTitles[static_cast<std::size_t>(criterion)];
}
std::string_view title_of(PartneringPoint point) {
  return kPartneringTitles[static_cast<std::size_t>(point)];
}

std::string_view title_of(Role role) {
  return role == Role::non_offending_parent ? "non-offending parent" : name_of(role);
}

std::string spaced(std::string_view name) {
  std::string text(name);
  std::replace(text.begin(), text.end(), '-', ' ');
  return text;
}

std::string counted(std::size_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

std::string_view label_of(SuggestionKind kind) {
  return kind == SuggestionKind::prompt ? "Ask" : kind == SuggestionKind::rewrite ? "Write" : "Perhaps";
}

std::string category_title(const Finding& finding) {
  return capitalised(finding.category ? spaced(name_of(*finding.category)) : spaced(finding.rule));
}

std::string role_title(const Person& person) {
  if (person.roles.empty()) return "role unknown";
  const RoleClaim& claim = person.roles.front();
  std::string line = std::string(title_of(claim.role)) + ", " + std::string(name_of(claim.basis));
  if (claim.role == Role::perpetrator && claim.standing != Standing::unstated)
    line += " (" + std::string(name_of(claim.standing)) + ")";
  return line;
}

bool has_telling_role(const Person& person) {
  return person.role() != Role::unknown && person.role() != Role::other;
}

std::string summary_of(const DocumentReport& report) {
  return report.document.source + ": " + findings_counted(report);
}

std::string findings_counted(const DocumentReport& report) {
  std::array<std::size_t, 3> by_severity{};
  for (const Finding& finding : report.findings) ++by_severity[static_cast<std::size_t>(finding.severity)];
  if (report.findings.empty()) return "nothing to change in the wording.";
  std::string text = counted(report.findings.size(), "finding") + " (";
  std::string parts;
  static constexpr std::array<std::string_view, 3> kNouns{"note", "warning", "error"};
  for (std::size_t i = 3; i-- > 0;)
    if (by_severity[i] > 0) parts += (parts.empty() ? "" : ", ") + counted(by_severity[i], kNouns[i]);
  return text + parts + ").";
}

std::string_view heading_over(const DocumentReport& report, const Finding& finding) {
  const Block& block = report.document.blocks[report.analysis.sentences[finding.sentence].block];
  return block.kind == BlockKind::heading ? slice<ProseText>(report.document.prose, block.span)
                                          : heading_of(report.document, block);
}

std::string title_of(const DocumentReport& report, const SetAside& each) {
  return "Set aside in the document: “" +
         std::string(slice<ProseText>(report.document.prose, each.finding.span)) + "” (" + each.finding.rule +
         "): " + each.reason;
}

}  // namespace onus
