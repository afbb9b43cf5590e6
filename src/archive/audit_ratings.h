#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "archive/audit_figures.h"
#include "archive/audit_kappa.h"

namespace onus {

// What a reader of a report judged: 0 to 2 in the order of the levels (absent, mentioned, specific) or of the
// ratings (not, partially, fully met); nullopt: not applicable.
using Grade = std::optional<int>;

// Two raters on one component or criterion, or on all of a kind.
struct RaterAgreement {
  std::string between;  // “the readers”, “Reader 1 and the program”
  Measure::Kind kind = Measure::Kind::component;
  std::optional<std::size_t> index;  // nullopt: all of the kind together
  std::int64_t pairs = 0;            // both gave a grade
  std::int64_t same = 0;             // and the same one
  std::int64_t unsettled = 0;        // besides: only one of them took the criterion to apply
  std::optional<Kappa> kappa;        // nullopt: under ten pairs, or all have one grade
};

// What to talk about: the readers differ, or the program differs from both.
struct Disagreement {
  std::size_t report = 0;  // index in AuditedReports::reports
  Measure::Kind kind = Measure::Kind::component;
  std::size_t index = 0;
  Grade first, program;
  std::optional<Grade> second;  // nullopt: there was one reader
  bool of_readers = false;
};

struct RatingsResult {
  std::int64_t rows = 0;
  std::int64_t reports = 0;             // with at least one reader
  std::int64_t twice = 0;               // with two
  std::string first_name, second_name;  // who “first” and “second” are where two read everything; else empty
  std::vector<RaterAgreement> agreements;
  std::vector<Disagreement> disagreements;  // those furthest apart first
  std::vector<std::string> complaints;      // rows that could not be used, a line each
};

// A CSV file with the columns path, reader, item (or “component” or “criterion”) and rating; a row for each
// thing that a reader judged. A path is that of the store, or the end of just one of them. Of more than two
// readers of a report the first two by name count. Throws Failure where the file is no such table.
RatingsResult compare_ratings(const std::filesystem::path& file, const AuditedReports&);

std::string grade_name(Measure::Kind, const Grade&);  // “partially-met”

}  // namespace onus
