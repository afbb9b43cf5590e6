#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace onus {

// Two cohorts side by side. `field` is what the files' metadata call it.
struct CohortPair {
  std::string field;
  std::string first;
  std::string second;
};

enum class Period : std::uint8_t { year, quarter };

// What an audit is asked for.
struct AuditRequest {
  std::filesystem::path store;
  std::string cohort;  // a field of the metadata; empty: none
  std::optional<CohortPair> compare;
  std::string since, until;  // YYYY, YYYY-MM or YYYY-MM-DD, both counted in; empty: open
  Period period = Period::year;
  std::size_t sample = 0;  // reports to draw for reading by hand
  std::uint64_t seed = 1;
  std::filesystem::path ratings;  // empty: none
  bool redact = false;            // no path, no name of a reader
};

// Throws Failure where a field would make figures about a person who writes (“author”, “social worker”), or a
// date isn't one.
void check_request(const AuditRequest&);

// Surely no earlier than `since` and no later than `until`. A date that isn't exact enough to tell is not.
bool is_within(const std::string& date, const std::string& since, const std::string& until);
// “2017”, or “2017 Q2” where the date has a month; empty where it can't be told.
std::string period_of(const std::string& date, Period);

}  // namespace onus
