#include "archive/audit_reports.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "archive/database.h"
#include "archive/schema.h"
#include "text/closed_list.h"
#include "text/failure.h"

namespace onus {
namespace {

struct FileRow {
  std::int64_t file = 0;
  std::string path;
  std::int64_t document = 0;
  std::int64_t run = 0;
};

struct DocumentRow {
  std::string content;
  std::string kind, format;
  std::int64_t words = 0;
  std::int64_t newest_run = 0;  // that used the same knowledge
  bool abuse = false;
  int levels = 0;  // components that were looked for
};

// What the metadata of one file say.
struct Fields {
  std::string date, cohort, pair;
};

std::optional<Rating> rating_from(std::string_view name) {
  static constexpr std::array<std::string_view, 4> kNames{"not-applicable", "not-met", "partially-met",
                                                          "fully-met"};
  return value_named<Rating>(kNames, name);
}

std::optional<Criterion> criterion_from(std::string_view name) {
  for (int i = 0; i < kCriteria; ++i)
    if (name_of(static_cast<Criterion>(i)) == name) return static_cast<Criterion>(i);
  return std::nullopt;
}

void add_once(std::vector<std::string>& list, const std::string& value) {
  if (value.empty()) return;
  const auto place = std::lower_bound(list.begin(), list.end(), value);
  if (place == list.end() || *place != value) list.insert(place, value);
}

class Reader {
 public:
  explicit Reader(const AuditRequest& request)
      : request_(request), database_(request.store, Database::Access::read) {
    check_schema(database_, request.store);
    database_.execute("BEGIN");  // one moment of the store, whatever a scan goes on writing
  }

  AuditedReports read() {
    read_documents();
    read_files();
    read_fields();
    choose();
    read_levels();
    read_ratings();
    read_findings();
    leave_out_unassessed();
    order();
    return std::move(result_);
  }

 private:
  bool has_table(const std::string& name) {
    Statement statement(database_, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
    return statement.bind(name).step();
  }

  void read_documents() {
    Statement rows(database_,
                   "SELECT document, content, kind, format, words, describes_abuse, "
                   "(SELECT max(run) FROM runs WHERE runs.knowledge = documents.knowledge) FROM documents "
                   "WHERE format IS NOT NULL");
    while (rows.step())
      documents_[rows.integer(0)] = {rows.text(1),
                                     rows.text(2),
                                     rows.text(3),
                                     rows.integer(4),
                                     rows.integer(6),
                                     rows.integer(5) != 0,
                                     0};
  }

  void read_files() {
    last_run_ = database_.number("SELECT max(run) FROM runs");
    Statement rows(database_, "SELECT file, path, document, run, problem FROM files ORDER BY path");
    while (rows.step()) {
      const bool readable = !rows.is_null(2) && documents_.count(rows.integer(2)) > 0;
      if (!readable && rows.is_null(2) && rows.is_null(4)) continue;  // not a document but what holds some
      ++result_.counts.files;
      if (readable)
        files_.push_back({rows.integer(0), rows.text(1), rows.integer(2), rows.integer(3)});
      else
        ++result_.counts.unreadable;
    }
  }

  void read_fields() {
    if (!has_table("metadata")) return check_fields();
    const std::string pair = request_.compare ? request_.compare->field : "";
    Statement rows(database_,
                   "SELECT file, field, value FROM metadata WHERE field IN ('date', 'year', ?, ?)");
    rows.bind(request_.cohort).bind(pair);
    while (rows.step()) {
      Fields& fields = fields_[rows.integer(0)];
      const std::string field = rows.text(1), value = rows.text(2);
      if (field == "date" || (field == "year" && fields.date.empty())) fields.date = value;
      if (field == request_.cohort) fields.cohort = value;
      if (field == pair) fields.pair = value;
      seen_fields_[field] = true;
    }
    result_.has_metadata = database_.number("SELECT EXISTS (SELECT 1 FROM metadata)") != 0;
    check_fields();
  }

  // “kind” and “format” are known of every report.
  static bool is_built_in(const std::string& field) { return field == "kind" || field == "format"; }

  void check_fields() {
    for (const std::string& field : {request_.cohort, request_.compare ? request_.compare->field : ""})
      if (!field.empty() && !is_built_in(field) && !seen_fields_.count(field))
        throw Failure("no file in " + request_.store.string() + " has a field “" + field + "”; " +
                      there_are());
  }

  std::string there_are() {
    if (!has_table("metadata") || database_.number("SELECT count(*) FROM metadata") == 0)
      return "a scan with --meta or --meta-csv gives files fields; kind and format are always there";
    Statement rows(database_, "SELECT DISTINCT field FROM metadata ORDER BY field");
    std::string names;
    while (rows.step()) names += rows.text(0) + ", ";
    return "there are " + names + "kind and format";
  }

  std::string value_of(const std::string& field, const std::string& value,
                       const DocumentRow& document) const {
    if (!value.empty() || seen_fields_.count(field)) return value;
    return field == "kind" ? document.kind : field == "format" ? document.format : "";
  }

  // One report for each content, and the document that stands for it.
  void choose() {
    std::unordered_map<std::string, std::int64_t> newest;
    for (const FileRow& file : files_) {
      const DocumentRow& row = documents_[file.document];
      const auto [place, fresh] = newest.try_emplace(row.content, file.document);
      const DocumentRow& old = documents_[place->second];
      if (!fresh && std::pair(row.newest_run, file.document) > std::pair(old.newest_run, place->second))
        place->second = file.document;
    }
    std::int64_t newest_run = 0;
    for (const FileRow& file : files_)
      if (is_counted(file)) add(file, newest[documents_[file.document].content]);
    for (const AuditedReport& report : result_.reports)
      newest_run = std::max(newest_run, documents_[report.document].newest_run);
    for (const AuditedReport& report : result_.reports)
      result_.counts.older += documents_[report.document].newest_run < newest_run ? 1 : 0;
  }

  bool is_counted(const FileRow& file) {
    const std::string& date = fields_[file.file].date;
    if (is_within(date, request_.since, request_.until)) return true;
    ++result_.counts.outside;
    if (period_of(date, Period::year).empty()) ++result_.counts.undated;
    return false;
  }

  void add(const FileRow& file, std::int64_t document) {
    const DocumentRow& row = documents_[document];
    const auto [place, fresh] = places_.try_emplace(document, result_.reports.size());
    if (fresh) {
      AuditedReport report;
      report.document = document;
      report.content = row.content;
      report.words = row.words;
      report.of_abuse = row.abuse;
      result_.reports.push_back(std::move(report));
    } else {
      ++result_.counts.same_text;
    }
    AuditedReport& report = result_.reports[place->second];
    const Fields& fields = fields_[file.file];
    report.paths.push_back(file.path);
    add_once(report.cohorts, value_of(request_.cohort, fields.cohort, row));
    if (request_.compare) add_once(report.pair_cohorts, value_of(request_.compare->field, fields.pair, row));
    add_once(report.periods, period_of(fields.date, request_.period));
    result_.counts.not_seen += file.run < last_run_ ? 1 : 0;
  }

  AuditedReport* report_of(std::int64_t document) {
    if (document == last_document_) return last_report_;
    const auto found = places_.find(document);
    last_document_ = document;
    return last_report_ = found == places_.end() ? nullptr : &result_.reports[found->second];
  }

  void read_levels() {
    Statement rows(database_, "SELECT document, component, level FROM coverage");
    while (rows.step()) {
      AuditedReport* report = report_of(rows.integer(0));
      const auto component = component_from(rows.text(1));
      const auto level = level_from(rows.text(2));
      if (report == nullptr || !component || !level) continue;
      report->levels[static_cast<std::size_t>(*component)] = *level;
      if (*component == Component::perpetrator_pattern && *level != Level::absent) report->of_abuse = true;
      ++documents_[report->document].levels;
    }
  }

  // A criterion that applies says that the report speaks of abuse.
  void read_ratings() {
    Statement rows(database_, "SELECT document, criterion, rating FROM criteria");
    while (rows.step()) {
      AuditedReport* report = report_of(rows.integer(0));
      const auto criterion = criterion_from(rows.text(1));
      const auto rating = rating_from(rows.text(2));
      if (report == nullptr || !criterion || !rating) continue;
      report->ratings[static_cast<std::size_t>(*criterion)] = *rating;
      if (*rating != Rating::not_applicable) report->of_abuse = true;
    }
  }

  std::uint32_t rule_named(const std::string& id, const std::string& category) {
    const auto [place, fresh] =
        rule_places_.try_emplace(id, static_cast<std::uint32_t>(result_.rules.size()));
    if (fresh) result_.rules.push_back({id, category_from(category)});
    return place->second;
  }

  // The rows of a document stand together; a finding's words and place are not read.
  void read_findings() {
    Statement rows(database_, "SELECT document, rule, category, severity FROM findings");
    while (rows.step()) {
      AuditedReport* report = report_of(rows.integer(0));
      if (report == nullptr) continue;
      const std::uint32_t rule = rule_named(rows.text(1), rows.text(2));
      const auto known = std::find_if(report->rules.begin(), report->rules.end(),
                                      [&](const RuleCount& count) { return count.rule == rule; });
      known == report->rules.end() ? report->rules.push_back({rule, 1}) : void(++known->findings);
      const auto severity = severity_from(rows.text(3));
      report->errors += severity == Severity::error ? 1 : 0;
      report->warnings += severity == Severity::warning ? 1 : 0;
    }
  }

  void leave_out_unassessed() {
    std::erase_if(result_.reports, [&](const AuditedReport& report) {
      if (documents_[report.document].levels > 0) return false;
      result_.counts.not_assessed += static_cast<std::int64_t>(report.paths.size());
      result_.counts.same_text -= static_cast<std::int64_t>(report.paths.size()) - 1;
      return true;
    });
    result_.counts.reports = static_cast<std::int64_t>(result_.reports.size());
    result_.counts.without_abuse =
        std::count_if(result_.reports.begin(), result_.reports.end(),
                      [](const AuditedReport& report) { return !report.of_abuse; });
  }

  void order() {
    std::vector<std::uint32_t> rank(result_.rules.size());
    std::sort(result_.rules.begin(), result_.rules.end(),
              [](const AuditedRule& a, const AuditedRule& b) { return a.id < b.id; });
    for (std::uint32_t i = 0; i < result_.rules.size(); ++i) rank[rule_places_[result_.rules[i].id]] = i;
    for (AuditedReport& report : result_.reports)
      for (RuleCount& count : report.rules) count.rule = rank[count.rule];
    std::sort(result_.reports.begin(), result_.reports.end(),
              [](const AuditedReport& a, const AuditedReport& b) { return a.content < b.content; });
  }

  const AuditRequest& request_;
  Database database_;
  AuditedReports result_;
  std::int64_t last_run_ = 0;
  std::unordered_map<std::int64_t, DocumentRow> documents_;
  std::vector<FileRow> files_;
  std::unordered_map<std::int64_t, Fields> fields_;
  std::map<std::string, bool> seen_fields_;
  std::unordered_map<std::int64_t, std::size_t> places_;  // of a document's report
  std::unordered_map<std::string, std::uint32_t> rule_places_;
  std::int64_t last_document_ = -1;
  AuditedReport* last_report_ = nullptr;
};

}  // namespace

AuditedReports read_reports(const AuditRequest& request) { return Reader(request).read(); }

}  // namespace onus
