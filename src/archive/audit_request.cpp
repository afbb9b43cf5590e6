#include "archive/audit_request.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "text/closed_list.h"
#include "text/failure.h"
#include "text/fold.h"

namespace onus {
namespace {

// Words that name someone who writes, works or is written about, as archives and document properties have
// them.
constexpr std::array<std::string_view, 27> kPersonWords{
    "author",     "writer",     "creator",  "worker",   "practitioner", "assessor",  "reporter",
    "editor",     "manager",    "officer",  "lead",     "user",         "username",  "owner",
    "supervisor", "modifiedby", "initials", "person",   "family",       "child",     "client",
    "name",       "surname",    "email",    "employee", "clinician",    "consultant"};

bool is_word_end(char c) { return c == '-' || c == '_' || c == ' ' || c == '.'; }

// “last-modified-by” has the words “last”, “modified”, “by” and, run together, “lastmodifiedby”.
bool names_a_person(const std::string& field) {
  std::string word, all;
  for (const char c : fold(field) + " ") {
    if (!is_word_end(c)) {
      word += c;
      all += c;
      continue;
    }
    if (one_of(word, kPersonWords)) return true;
    word.clear();
  }
  return one_of(all, kPersonWords) || all.ends_with("modifiedby") || all.ends_with("worker") ||
         all.ends_with("author");
}

void check_field(const std::string& field) {
  if (names_a_person(field))
    throw Failure("“" + field +
                  "” is about a person; figures speak about reports, never about those who write them or are "
                  "written about");
}

void check_date(const std::string& option, const std::string& date) {
  static const RE2 kDate("[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?");
  if (!date.empty() && !RE2::FullMatch(date, kDate))
    throw Failure("--" + option + " " + date +
                  ": expected a year, a month or a day: 2017, 2017-04 or 2017-04-30");
}

bool has_month(const std::string& date) {
  static const RE2 kMonth("[0-9]{4}-(0[1-9]|1[0-2])(-.*)?");
  return RE2::FullMatch(date, kMonth);
}

bool has_year(const std::string& date) {
  static const RE2 kYear("[0-9]{4}(-.*)?");
  return RE2::FullMatch(date, kYear);
}

}  // namespace

void check_request(const AuditRequest& request) {
  check_field(request.cohort);
  if (request.compare) check_field(request.compare->field);
  check_date("since", request.since);
  check_date("until", request.until);
}

bool is_within(const std::string& date, const std::string& since, const std::string& until) {
  if (since.empty() && until.empty()) return true;
  if (!has_year(date)) return false;
  const std::size_t from = std::min(date.size(), since.size());
  const std::size_t to = std::min(date.size(), until.size());
  const int after = date.compare(0, from, since, 0, from);
  const int before = date.compare(0, to, until, 0, to);
  const bool begun = after > 0 || (after == 0 && from == since.size());
  return begun && (before < 0 || (before == 0 && to == until.size()));
}

std::string period_of(const std::string& date, Period period) {
  if (!has_year(date)) return "";
  if (period == Period::year) return date.substr(0, 4);
  if (!has_month(date)) return "";
  const int month = (date[5] - '0') * 10 + (date[6] - '0');
  return date.substr(0, 4) + " Q" + std::to_string((month + 2) / 3);
}

}  // namespace onus
