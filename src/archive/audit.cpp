#include "archive/audit.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "archive/audit_sample.h"
#include "text/failure.h"

namespace onus {
namespace {

constexpr std::size_t kMostToRead = 20;

bool is_shown(const std::optional<Grouping>& cohorts, const std::string& name) {
  return cohorts && std::any_of(cohorts->shown.begin(), cohorts->shown.end(),
                                [&](const Group& group) { return group.name == name; });
}

// Each cohort has its share of the sample; a report in two of them counts in the first by name.
std::vector<SampledReport> draw_sample(const AuditedReports& data, const AuditRequest& request,
                                       const std::optional<Grouping>& cohorts) {
  std::map<std::string, std::vector<std::size_t>> strata;
  for (std::size_t i = 0; i < data.reports.size(); ++i) {
    const AuditedReport& report = data.reports[i];
    strata[report.cohorts.empty() ? "" : report.cohorts.front()].push_back(i);
  }
  std::vector<std::size_t> sizes;
  for (const auto& [name, reports] : strata) sizes.push_back(reports.size());
  const std::vector<std::size_t> parts = allotted(sizes, request.sample);
  SampleDraw draw(request.seed);
  std::vector<SampledReport> sample;
  std::size_t stratum = 0;
  for (const auto& [name, reports] : strata)
    for (const std::size_t place : draw.some_of(reports.size(), parts[stratum++]))
      sample.push_back({reports[place], is_shown(cohorts, name) ? name : ""});
  return sample;
}

}  // namespace

bool Audit::has_trend() const {
  return std::count_if(periods.shown.begin(), periods.shown.end(),
                       [](const Group& group) { return !group.name.empty(); }) >= 2;
}

int components_absent(const AuditedReport& report) {
  if (!report.of_abuse) return 0;
  return static_cast<int>(std::count(report.levels.begin(), report.levels.end(), Level::absent));
}

std::vector<std::size_t> in_reading_order(const AuditedReports& data) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < data.reports.size(); ++i)
    if (components_absent(data.reports[i]) > 0 || data.reports[i].errors + data.reports[i].warnings > 0)
      order.push_back(i);
  const auto need = [&](std::size_t i) {
    const AuditedReport& report = data.reports[i];
    return std::make_tuple(-components_absent(report), -report.errors, -report.warnings,
                           std::cref(report.paths.front()), i);
  };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return need(a) < need(b); });
  return order;
}

Audit audit(const AuditRequest& request) {
  check_request(request);
  Audit result;
  result.request = request;
  result.data = read_reports(request);
  const AuditedReports& data = result.data;
  result.too_few = data.counts.reports < kFewestReports;
  if (!result.too_few) {
    result.all = tally_all(data);
    result.periods =
        tally_groups(data, request.period == Period::year ? "year" : "quarter", &AuditedReport::periods);
    if (!request.cohort.empty()) result.cohorts = tally_groups(data, request.cohort, &AuditedReport::cohorts);
    if (request.compare) result.comparison = compare_cohorts(data, *request.compare);
  }
  result.to_read = in_reading_order(data);
  result.worth_reading = static_cast<std::int64_t>(result.to_read.size());
  result.to_read.resize(std::min(result.to_read.size(), kMostToRead));
  if (request.sample > 0) result.sample = draw_sample(data, request, result.cohorts);
  if (!request.ratings.empty()) result.ratings = compare_ratings(request.ratings, data);
  return result;
}

std::string report_name(const Audit& audit, std::size_t report) {
  const AuditedReport& each = audit.data.reports[report];
  return audit.request.redact ? "report " + std::to_string(each.document) : each.paths.front();
}

std::string store_name(const Audit& audit) {
  return audit.request.redact ? "the store" : audit.request.store.filename().string();
}

}  // namespace onus
