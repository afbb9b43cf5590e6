#include "archive/audit_compare.h"

#include <algorithm>

namespace onus {
namespace {

const Group* group_named(const Grouping& grouping, const std::string& name) {
  const auto found = std::find_if(grouping.shown.begin(), grouping.shown.end(),
                                  [&](const Group& group) { return group.name == name; });
  return found == grouping.shown.end() ? nullptr : &*found;
}

// Whether there is no such cohort or a hidden one is not said apart: a small one would be told by it.
std::string reason_against(const CohortPair& cohorts, const Group* first, const Group* second) {
  if (cohorts.first == cohorts.second) return "a cohort can't be compared with itself";
  if (first != nullptr && second != nullptr) return "";
  const std::string& name = first == nullptr ? cohorts.first : cohorts.second;
  return "“" + name +
         "” is not among the cohorts that can be shown: there is none of that name, or it has "
         "under ten reports, or it would tell of one that has";
}

ComparedMeasure compared(const Measure& measure, Share first, Share second) {
  return {measure,
          first,
          second,
          difference(first, second),
          odds_ratio(first, second),
          fisher_exact(first, second),
          1,
          is_small(first, second)};
}

void adjust(std::vector<ComparedMeasure>& rows) {
  std::vector<double> p;
  for (const ComparedMeasure& row : rows) p.push_back(row.p);
  const std::vector<double> adjusted = holm(p);
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].p_holm = adjusted[i];
}

bool is_in(const std::vector<std::string>& cohorts, const std::string& name) {
  return std::binary_search(cohorts.begin(), cohorts.end(), name);
}

}  // namespace

Comparison compare_cohorts(const AuditedReports& reports, const CohortPair& cohorts) {
  const Grouping grouping = tally_groups(reports, cohorts.field, &AuditedReport::pair_cohorts);
  const Group* first = group_named(grouping, cohorts.first);
  const Group* second = group_named(grouping, cohorts.second);
  Comparison comparison;
  comparison.cohorts = cohorts;
  comparison.refused = reason_against(cohorts, first, second);
  if (!comparison.refused.empty()) return comparison;
  comparison.first_reports = first->tally.reports;
  comparison.second_reports = second->tally.reports;
  comparison.in_both =
      std::count_if(reports.reports.begin(), reports.reports.end(), [&](const AuditedReport& report) {
        return is_in(report.pair_cohorts, cohorts.first) && is_in(report.pair_cohorts, cohorts.second);
      });
  for (const Measure& measure : headline_measures()) {
    const Share one = share_of(measure, first->tally), two = share_of(measure, second->tally);
    if (one.of > 0 && two.of > 0) comparison.rows.push_back(compared(measure, one, two));
  }
  adjust(comparison.rows);
  return comparison;
}

}  // namespace onus
