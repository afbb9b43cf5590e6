#include "archive/audit_csv.h"

#include <array>
#include <iomanip>
#include <ostream>
#include <sstream>

#include "archive/audit_words.h"
#include "reporting/print_csv.h"

namespace onus {
namespace {

enum class Column : std::uint8_t {
  table,
  field,
  group,
  kind,
  id,
  value,
  count,
  of,
  share,
  low,
  high,
  findings,
  per_1000_words,
  odds_ratio,
  odds_low,
  odds_high,
  p,
  p_holm,
  small,
  path,
  note
};
constexpr std::array<std::string_view, 21> kColumns{
    "table",    "field",     "group", "kind",   "id",       "value",          "count",
    "of",       "share",     "low",   "high",   "findings", "per_1000_words", "odds_ratio",
    "odds_low", "odds_high", "p",     "p_holm", "small",    "path",           "note"};

// One row, its cells set by name.
class Row {
 public:
  Row(std::string_view table) { set(Column::table, table); }

  Row& set(Column column, std::string_view text) {
    cells_[static_cast<std::size_t>(column)] = csv_field(text);
    return *this;
  }
  Row& set(Column column, std::int64_t number) {
    cells_[static_cast<std::size_t>(column)] = std::to_string(number);
    return *this;
  }
  Row& number(Column column, double value) {
    std::ostringstream text;
    text << std::setprecision(6) << value;
    cells_[static_cast<std::size_t>(column)] = text.str();
    return *this;
  }
  Row& interval(const Interval& interval) {
    return number(Column::low, interval.low).number(Column::high, interval.high);
  }
  Row& share(Share share) {
    set(Column::count, share.count).set(Column::of, share.of);
    return share.of == 0 ? *this : number(Column::share, share.value()).interval(wilson(share));
  }

  void print(std::ostream& out) const {
    for (std::size_t i = 0; i < cells_.size(); ++i) out << (i == 0 ? "" : ",") << cells_[i];
    out << "\r\n";
  }

 private:
  std::array<std::string, kColumns.size()> cells_;
};

class Table {
 public:
  Table(std::ostream& out, const Audit& audit) : out_(out), audit_(audit) {}

  void print() {
    out_ << "\xEF\xBB\xBF";
    for (std::size_t i = 0; i < kColumns.size(); ++i) out_ << (i == 0 ? "" : ",") << kColumns[i];
    out_ << "\r\n";
    notes();
    if (!audit_.too_few) figures();
    lists();
    if (audit_.ratings) ratings(*audit_.ratings);
  }

 private:
  void notes() {
    for (const std::string& sentence : counted_sentences(audit_))
      Row("counted").set(Column::note, sentence).print(out_);
    for (const std::string& sentence : limits(audit_)) Row("limits").set(Column::note, sentence).print(out_);
  }

  void figures() {
    group("all", "", "", audit_.all);
    grouping("period", audit_.periods);
    if (audit_.cohorts) grouping("cohort", *audit_.cohorts);
    if (audit_.comparison) comparison(*audit_.comparison);
  }

  Row measured(std::string_view table, const Measure& measure) const {
    return Row(table)
        .set(Column::kind, kind_name(measure.kind))
        .set(Column::id, id_of(measure, audit_.data.rules))
        .set(Column::value, value_of(measure));
  }

  void group(std::string_view table, std::string_view field, std::string_view name, const Tally& tally) {
    Row(table)
        .set(Column::field, field)
        .set(Column::group, name)
        .set(Column::kind, "reports")
        .set(Column::count, tally.reports)
        .print(out_);
    for (const Measure& measure : all_measures(audit_.data)) {
      Row row = measured(table, measure);
      row.set(Column::field, field).set(Column::group, name).share(share_of(measure, tally));
      if (const auto hits = hits_of(measure, tally)) {
        row.set(Column::findings, hits->findings);
        if (tally.words > 0)
          row.number(Column::per_1000_words,
                     1000 * static_cast<double>(hits->findings) / static_cast<double>(tally.words));
      }
      row.print(out_);
    }
  }

  void grouping(std::string_view table, const Grouping& groups) {
    for (const Group& each : groups.shown) group(table, groups.field, group_name(groups, each), each.tally);
    if (const std::string hidden = hidden_sentence(groups); !hidden.empty())
      Row(table).set(Column::field, groups.field).set(Column::note, hidden).print(out_);
  }

  void comparison(const Comparison& comparison) {
    const CohortPair& cohorts = comparison.cohorts;
    for (const std::string& sentence : comparison_sentences(comparison))
      Row("comparison").set(Column::field, cohorts.field).set(Column::note, sentence).print(out_);
    for (const ComparedMeasure& row : comparison.rows) {
      const auto side = [&](const std::string& name, Share share) {
        measured("comparison", row.measure)
            .set(Column::field, cohorts.field)
            .set(Column::group, name)
            .share(share)
            .print(out_);
      };
      side(cohorts.first, row.first);
      side(cohorts.second, row.second);
      measured("difference", row.measure)
          .set(Column::field, cohorts.field)
          .set(Column::group, cohorts.second + " less " + cohorts.first)
          .number(Column::share, row.difference.value)
          .interval(row.difference.interval)
          .number(Column::odds_ratio, row.odds.value)
          .number(Column::odds_low, row.odds.interval.low)
          .number(Column::odds_high, row.odds.interval.high)
          .number(Column::p, row.p)
          .number(Column::p_holm, row.p_holm)
          .set(Column::small, row.small ? "yes" : "no")
          .print(out_);
    }
  }

  void lists() {
    for (const std::size_t report : audit_.to_read) {
      const AuditedReport& each = audit_.data.reports[report];
      Row("to-read")
          .set(Column::path, report_name(audit_, report))
          .set(Column::note, std::to_string(components_absent(each)) + " components absent, " +
                                 counted(each.errors, "error") + ", " + counted(each.warnings, "warning"))
          .print(out_);
    }
    for (const SampledReport& each : audit_.sample)
      Row("sample")
          .set(Column::field, audit_.request.cohort)
          .set(Column::group, each.cohort)
          .set(Column::path, report_name(audit_, each.report))
          .print(out_);
  }

  Row rated(std::string_view table, Measure::Kind kind, std::optional<std::size_t> index) const {
    return Row(table)
        .set(Column::kind, kind_name(kind))
        .set(Column::id, index ? id_of({kind, *index, 0}, audit_.data.rules) : "all");
  }

  void ratings(const RatingsResult& ratings) {
    for (const std::string& sentence : ratings_sentences(ratings))
      Row("agreement").set(Column::note, sentence).print(out_);
    for (const RaterAgreement& each : ratings.agreements) agreement(ratings, each);
    for (const Disagreement& each : ratings.disagreements) {
      std::string note = "readers: " + grade_name(each.kind, each.first);
      if (each.second) note += ", " + grade_name(each.kind, *each.second);
      rated("disagreement", each.kind, each.index)
          .set(Column::value, grade_name(each.kind, each.program))
          .set(Column::path, report_name(audit_, each.report))
          .set(Column::note, note)
          .print(out_);
    }
    if (!audit_.request.redact)
      for (const std::string& complaint : ratings.complaints)
        Row("agreement").set(Column::note, complaint).print(out_);
  }

  // `share` holds kappa, which can be below nought; `count` of `of` pairs have the same grade.
  void agreement(const RatingsResult& ratings, const RaterAgreement& each) {
    Row row = rated("agreement", each.kind, each.index);
    row.set(Column::group, between_words(ratings, each, audit_.request.redact))
        .set(Column::count, each.same)
        .set(Column::of, each.pairs);
    if (each.kappa) {
      row.set(Column::value, "kappa").number(Column::share, each.kappa->value);
      if (each.kappa->interval) row.interval(*each.kappa->interval);
    } else {
      row.set(Column::note, kappa_words(each));
    }
    row.print(out_);
  }

  std::ostream& out_;
  const Audit& audit_;
};

}  // namespace

void print_audit_csv(std::ostream& out, const Audit& audit) { Table(out, audit).print(); }

}  // namespace onus
