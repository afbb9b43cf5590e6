#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "archive/audit_reports.h"
#include "archive/audit_statistics.h"

namespace onus {

// Of one rule or category: reports with at least one finding, and findings.
struct Hits {
  std::int64_t reports = 0;
  std::int64_t findings = 0;
};

// The counts of a group of reports.
struct Tally {
  std::int64_t reports = 0;
  std::int64_t words = 0;
  std::int64_t of_abuse = 0;
  std::int64_t with_error = 0;
  std::array<std::array<std::int64_t, 3>, kComponents> levels{};
  std::array<std::array<std::int64_t, 4>, kCriteria> ratings{};
  std::array<Hits, kCategories> categories{};
  std::vector<Hits> rules;  // in the order of AuditedReports::rules
};

// One thing that an audit counts. The order is that of the outputs.
struct Measure {
  enum class Kind : std::uint8_t { component, criterion, category, errors, rule };
  Kind kind = Kind::errors;
  std::size_t index = 0;  // of the component, criterion, category or rule
  std::size_t value = 0;  // the Level or Rating; else 0
};

std::string_view kind_name(Measure::Kind);
std::string id_of(const Measure&, const std::vector<AuditedRule>&);  // “perpetrator-pattern”
std::string value_of(const Measure&);                                // “specific”; “any” for findings
std::string title_of(const Measure&, const std::vector<AuditedRule>&);  // for people
std::optional<Hits> hits_of(const Measure&, const Tally&);              // nullopt for components and criteria

// How many of how many. Components: of the reports that speak of abuse. Criteria: of those to which the
// criterion applies (for the value not-applicable: of those that speak of abuse). Else: of all reports.
Share share_of(const Measure&, const Tally&);

// Everything: all levels, all ratings (not-applicable last), categories, errors, rules.
std::vector<Measure> all_measures(const AuditedReports&);
// What pictures and comparisons show: each component specific, each criterion fully met, each category, and
// errors.
std::vector<Measure> headline_measures();

struct Group {
  std::string name;
  Tally tally;
};

// Reports in groups by what their files say. A report that is in two of them (two files) counts in both.
struct Grouping {
  std::string field;
  std::vector<Group> shown;  // by name; the last may be those without a value, which has no name
  std::size_t hidden = 0;    // groups that are not shown
  bool for_safety = false;   // one or more of them had enough reports, but would have told of the others
  std::vector<std::string> hidden_names;  // for refusing to compare them; printed nowhere
};

inline constexpr std::int64_t kFewestReports = 10;

Tally tally_all(const AuditedReports&);
// `of` is one of the lists of an AuditedReport. Groups under ten reports are hidden, and with them the
// smallest others until no difference from the whole tells of fewer than ten reports or of a single group.
Grouping tally_groups(const AuditedReports&, std::string field, std::vector<std::string> AuditedReport::*of);

}  // namespace onus
