#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "archive/audit_request.h"
#include "components/coverage.h"
#include "rules/finding.h"

namespace onus {

// How often one rule found something in one report.
struct RuleCount {
  std::uint32_t rule = 0;  // index in AuditedReports::rules
  std::uint32_t findings = 0;
};

// One content, however many files hold it.
struct AuditedReport {
  std::int64_t document = 0;  // its row in the store
  std::string content;        // its hash
  std::vector<std::string> paths;
  std::int64_t words = 0;
  bool of_abuse = false;  // some act or some wording for abuse is there: components and criteria apply
  std::array<Level, kComponents> levels{};
  std::array<Rating, kCriteria> ratings{};
  std::vector<RuleCount> rules;
  std::int64_t errors = 0;
  std::int64_t warnings = 0;
  // Of its files, each once, in order; empty where no file has any.
  std::vector<std::string> cohorts, pair_cohorts, periods;
};

struct AuditedRule {
  std::string id;
  std::optional<Category> category;
};

// What was counted and what was left out. Files first, then reports.
struct AuditCounts {
  std::int64_t files = 0;
  std::int64_t unreadable = 0;    // files
  std::int64_t outside = 0;       // files not surely within --since and --until
  std::int64_t undated = 0;       // of those, files without a date
  std::int64_t same_text = 0;     // files that hold what another one holds
  std::int64_t not_assessed = 0;  // files in which nothing was looked for, such as those in another language
  std::int64_t not_seen = 0;      // files counted that the last scan did not come to
  std::int64_t reports = 0;
  std::int64_t without_abuse = 0;  // reports that speak of none
  std::int64_t older = 0;          // reports read with older rules than the newest
};

struct AuditedReports {
  std::vector<AuditedReport> reports;  // in the order of their contents, the same for any order of scanning
  std::vector<AuditedRule> rules;      // by id
  AuditCounts counts;
  bool has_metadata = false;
};

// Reads a store as it is at one moment, a scan at work or not. Of a content that was read more than once,
// what the newest rules found counts. Throws Failure where the store can't be read or is none, or has no such
// field.
AuditedReports read_reports(const AuditRequest&);

}  // namespace onus
