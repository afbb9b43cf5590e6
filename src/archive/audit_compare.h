#pragma once

#include <string>
#include <vector>

#include "archive/audit_figures.h"

namespace onus {

struct ComparedMeasure {
  Measure measure;
  Share first, second;
  Difference difference;  // second - first
  OddsRatio odds;
  double p = 1;       // Fisher's exact test
  double p_holm = 1;  // made larger for the number of rows
  bool small = false;
};

// Two cohorts side by side, with what their difference could be.
struct Comparison {
  CohortPair cohorts;
  std::int64_t first_reports = 0, second_reports = 0;
  std::int64_t in_both = 0;           // reports of which each has a file: the tests take the two for separate
  std::string refused;                // why the two are not compared; empty: they are
  std::vector<ComparedMeasure> rows;  // without measures that no report of one of the two could have
};

Comparison compare_cohorts(const AuditedReports&, const CohortPair&);

}  // namespace onus
