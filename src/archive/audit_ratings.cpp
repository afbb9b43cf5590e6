#include "archive/audit_ratings.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <unordered_map>

#include "archive/read_csv.h"
#include "text/closed_list.h"
#include "text/failure.h"
#include "text/fold.h"

namespace onus {
namespace {

constexpr std::size_t kGrades = 3;
constexpr std::array<std::string_view, kGrades> kLevels{"absent", "mentioned", "specific"};
constexpr std::array<std::string_view, kGrades> kRatings{"not-met", "partially-met", "fully-met"};
constexpr std::string_view kNotApplicable = "not-applicable";
// An item that only one of two takes to apply is this far apart: as far as grades can be.
constexpr int kApart = 2;

struct Item {
  Measure::Kind kind = Measure::Kind::component;
  std::size_t index = 0;
  friend auto operator<=>(const Item&, const Item&) = default;
};

using ByReader = std::map<std::string, Grade>;
using Judged = std::map<std::pair<std::size_t, Item>, ByReader>;

std::string plain(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t'");  // an apostrophe guards against formulas
  if (first == std::string_view::npos) return "";
  std::string word = fold(text.substr(first, text.find_last_not_of(" \t") - first + 1));
  std::replace(word.begin(), word.end(), ' ', '-');
  return word;
}

std::optional<Item> item_named(const std::string& name) {
  if (const auto component = component_from(name))
    return Item{Measure::Kind::component, static_cast<std::size_t>(*component)};
  for (std::size_t i = 0; i < kCriteria; ++i)
    if (name_of(static_cast<Criterion>(i)) == name) return Item{Measure::Kind::criterion, i};
  return std::nullopt;
}

// nullopt: no such grade.
std::optional<Grade> grade_named(const Item& item, const std::string& name) {
  if (item.kind == Measure::Kind::criterion && name == kNotApplicable) return Grade{};
  const auto& names = item.kind == Measure::Kind::component ? kLevels : kRatings;
  if (const auto grade = value_named<int>(names, name)) return Grade{*grade};
  return std::nullopt;
}

Grade program_grade(const AuditedReport& report, const Item& item) {
  if (item.kind == Measure::Kind::component) return static_cast<int>(report.levels[item.index]);
  const auto rating = static_cast<int>(report.ratings[item.index]);
  return rating == 0 ? Grade{} : Grade{rating - 1};
}

int distance(const Grade& a, const Grade& b) {
  if (a.has_value() != b.has_value()) return kApart;
  return a ? std::abs(*a - *b) : 0;
}

// Finds reports by whole paths or by their ends.
class Paths {
 public:
  explicit Paths(const AuditedReports& reports) {
    for (std::size_t i = 0; i < reports.reports.size(); ++i)
      for (const std::string& path : reports.reports[i].paths) {
        whole_[path] = i;
        by_name_[name_in(path)].emplace_back(path, i);
      }
  }

  // nullopt, and why not.
  std::optional<std::size_t> find(const std::string& path, std::string& why) const {
    if (const auto found = whole_.find(path); found != whole_.end()) return found->second;
    std::set<std::size_t> fitting;
    if (const auto named = by_name_.find(name_in(path)); named != by_name_.end())
      for (const auto& [each, report] : named->second)
        if (each.ends_with("/" + path)) fitting.insert(report);
    if (fitting.size() == 1) return *fitting.begin();
    why = fitting.empty() ? "is not among the reports that are counted" : "fits more than one report";
    return std::nullopt;
  }

 private:
  static std::string name_in(const std::string& path) { return path.substr(path.rfind('/') + 1); }
  std::unordered_map<std::string, std::size_t> whole_;
  std::unordered_map<std::string, std::vector<std::pair<std::string, std::size_t>>> by_name_;
};

struct Columns {
  std::size_t path = 0, reader = 0, item = 0, rating = 0;
};

std::optional<std::size_t> column(const std::vector<std::string>& header,
                                  std::initializer_list<std::string_view> names) {
  for (std::size_t i = 0; i < header.size(); ++i)
    if (std::find(names.begin(), names.end(), plain(header[i])) != names.end()) return i;
  return std::nullopt;
}

Columns columns_of(const std::filesystem::path& file, const std::vector<std::string>& header) {
  const auto path = column(header, {"path", "report"}), reader = column(header, {"reader"}),
             item = column(header, {"item", "component", "criterion", "criterion/component"}),
             rating = column(header, {"rating", "level"});
  if (!path || !reader || !item || !rating)
    throw Failure(file.string() + " should begin with a line of column names: path, reader, item, rating");
  return {*path, *reader, *item, *rating};
}

// Takes the rows in, one after the other.
class Intake {
 public:
  Intake(const AuditedReports& reports, const Columns& columns, RatingsResult& result)
      : paths_(reports), columns_(columns), result_(result) {}

  void take(const std::vector<std::string>& row, std::size_t number) {
    ++result_.rows;
    const std::string complaint = try_to_take(row);
    if (!complaint.empty()) result_.complaints.push_back("row " + std::to_string(number) + ": " + complaint);
  }

  Judged judged;

 private:
  std::string try_to_take(const std::vector<std::string>& row) {
    if (row.size() <= std::max({columns_.path, columns_.reader, columns_.item, columns_.rating}))
      return "has too few columns";
    std::string why;
    const auto report = paths_.find(row[columns_.path], why);
    if (!report) return "the path " + why;
    const auto item = item_named(plain(row[columns_.item]));
    if (!item) return "“" + row[columns_.item] + "” is no component and no criterion";
    const auto grade = grade_named(*item, plain(row[columns_.rating]));
    if (!grade) return "“" + row[columns_.rating] + "” is no rating for this";
    if (row[columns_.reader].empty()) return "has no reader";
    const bool fresh = judged[{*report, *item}].emplace(row[columns_.reader], *grade).second;
    return fresh ? "" : "the same reader has judged this before; the first row counts";
  }

  Paths paths_;
  Columns columns_;
  RatingsResult& result_;
};

// What two raters gave, as it comes.
struct Pairs {
  RatingTable table{kGrades, std::vector<std::int64_t>(kGrades)};
  std::int64_t unsettled = 0;

  void add(const Grade& a, const Grade& b) {
    if (a && b)
      ++table[static_cast<std::size_t>(*a)][static_cast<std::size_t>(*b)];
    else if (a || b)
      ++unsettled;
  }
};

using Key = std::pair<Measure::Kind, std::optional<std::size_t>>;

RaterAgreement agreement(const std::string& between, const Key& key, const Pairs& pairs) {
  RaterAgreement result{between, key.first, key.second, 0, 0, pairs.unsettled, std::nullopt};
  for (std::size_t i = 0; i < kGrades; ++i) {
    for (std::size_t j = 0; j < kGrades; ++j) result.pairs += pairs.table[i][j];
    result.same += pairs.table[i][i];
  }
  if (result.pairs >= kFewestReports) result.kappa = weighted_kappa(pairs.table);
  return result;
}

class Comparing {
 public:
  Comparing(const AuditedReports& reports, RatingsResult& result) : reports_(reports), result_(result) {}

  void add(std::size_t report, const Item& item, const ByReader& readers) {
    const Grade first = readers.begin()->second;
    const Grade program = program_grade(reports_.reports[report], item);
    std::optional<Grade> second;
    if (readers.size() > 1) second = std::next(readers.begin())->second;
    add_pair(0, item, first, second);
    add_pair(1, item, first, program);
    if (second) add_pair(2, item, *second, program);
    const bool of_readers = second && distance(first, *second) > 0;
    const bool of_program = distance(first, program) > 0 && (!second || distance(*second, program) > 0);
    if (of_readers || of_program)
      result_.disagreements.push_back({report, item.kind, item.index, first, program, second, of_readers});
  }

  void finish(const std::string& first, const std::string& second) {
    const std::array<std::string, 3> between{"the readers", first + " and the program",
                                             second + " and the program"};
    for (std::size_t i = 0; i < between.size(); ++i)
      for (const auto& [key, pairs] : pairs_[i])
        result_.agreements.push_back(agreement(between[i], key, pairs));
    std::stable_sort(result_.disagreements.begin(), result_.disagreements.end(),
                     [](const Disagreement& a, const Disagreement& b) { return apart(a) > apart(b); });
  }

 private:
  void add_pair(std::size_t which, const Item& item, const Grade& a, const std::optional<Grade>& b) {
    if (!b) return;
    pairs_[which][{item.kind, item.index}].add(a, *b);
    pairs_[which][{item.kind, std::nullopt}].add(a, *b);
  }

  static int apart(const Disagreement& item) {
    const int program = distance(item.first, item.program);
    return item.second
               ? std::max({program, distance(item.first, *item.second), distance(*item.second, item.program)})
               : program;
  }

  const AuditedReports& reports_;
  RatingsResult& result_;
  std::array<std::map<Key, Pairs>, 3> pairs_;  // readers; first and program; second and program
};

void name_readers(const Judged& judged, RatingsResult& result) {
  std::set<std::string> names;
  std::set<std::size_t> reports, twice;
  for (const auto& [what, readers] : judged) {
    for (const auto& [reader, grade] : readers) names.insert(reader);
    reports.insert(what.first);
    if (readers.size() > 1) twice.insert(what.first);
  }
  result.reports = static_cast<std::int64_t>(reports.size());
  result.twice = static_cast<std::int64_t>(twice.size());
  if (names.size() != 2) return;
  result.first_name = *names.begin();
  result.second_name = *names.rbegin();
}

}  // namespace

std::string grade_name(Measure::Kind kind, const Grade& grade) {
  if (!grade) return std::string(kNotApplicable);
  const auto& names = kind == Measure::Kind::component ? kLevels : kRatings;
  return std::string(names[static_cast<std::size_t>(*grade)]);
}

RatingsResult compare_ratings(const std::filesystem::path& file, const AuditedReports& reports) {
  const CsvTable table = read_csv_file(file);
  RatingsResult result;
  Intake intake(reports, columns_of(file, table.front()), result);
  for (std::size_t i = 1; i < table.size(); ++i) intake.take(table[i], i + 1);
  name_readers(intake.judged, result);
  Comparing comparing(reports, result);
  for (const auto& [what, readers] : intake.judged) comparing.add(what.first, what.second, readers);
  comparing.finish("the first reader", "the second reader");
  return result;
}

}  // namespace onus
