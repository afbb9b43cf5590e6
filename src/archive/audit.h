#pragma once

#include <optional>
#include <string>
#include <vector>

#include "archive/audit_compare.h"
#include "archive/audit_figures.h"
#include "archive/audit_ratings.h"
#include "archive/audit_reports.h"
#include "archive/audit_request.h"

namespace onus {

// Indexes are those of AuditedReports::reports.
struct SampledReport {
  std::size_t report = 0;
  std::string cohort;  // empty where none was asked for, or where it is not shown
};

// All that one audit has to say. Printers turn it into text; they add nothing.
struct Audit {
  AuditRequest request;
  AuditedReports data;
  bool too_few = false;  // under ten reports: there are no figures
  Tally all;
  Grouping periods;
  std::optional<Grouping> cohorts;
  std::optional<Comparison> comparison;
  std::vector<std::size_t> to_read;  // the first twenty in that order
  std::int64_t worth_reading = 0;    // how many there are in it
  std::vector<SampledReport> sample;
  std::optional<RatingsResult> ratings;

  bool has_trend() const;  // at least two periods can be shown
};

// Throws Failure where the request or the store isn't one.
Audit audit(const AuditRequest&);

// In which order reports need a reader: those with more components absent first, then those with more errors,
// then with more warnings. Reports that speak of no abuse and hold no error or warning are left out.
std::vector<std::size_t> in_reading_order(const AuditedReports&);
int components_absent(const AuditedReport&);  // 0 where the report speaks of no abuse

// A path, or with --redact “report 17”, its number in the store.
std::string report_name(const Audit&, std::size_t report);
std::string store_name(const Audit&);  // without its folder; “the store” with --redact

}  // namespace onus
