#include "archive/audit_text.h"

#include <algorithm>
#include <ostream>

#include "archive/audit_words.h"
#include "text/fold.h"

namespace onus {
namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kMostRules = 10;
constexpr std::size_t kMostDisagreements = 10;
constexpr std::size_t kMostToRead = 10;

std::size_t length(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string left(std::string text, std::size_t width) {
  if (length(text) > width) {
    std::size_t bytes = 0;
    for (std::size_t count = 0; count < width; ++bytes)
      count += (static_cast<unsigned char>(text[bytes]) & 0xC0) != 0x80 ? 1 : 0;
    text = text.substr(0, bytes - 1);
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) text.pop_back();
    text += "…";
  }
  return text + std::string(width - std::min(width, length(text)), ' ');
}

std::string right(const std::string& text, std::size_t width) {
  return std::string(width - std::min(width, length(text)), ' ') + text;
}

void wrapped(std::ostream& out, const std::string& text, std::size_t indent) {
  std::string line;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word = text.substr(at, end - at);
    if (!line.empty() && indent + length(line) + 1 + length(word) > kWidth) {
      out << std::string(indent, ' ') << line << '\n';
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
    at = end + 1;
  }
  out << std::string(indent, ' ') << line << '\n';
}

class Printer {
 public:
  Printer(std::ostream& out, const Audit& audit) : out_(out), audit_(audit) {}

  void print() {
    out_ << "Audit of " << store_name(audit_) << '\n';
    std::string text;
    for (const std::string& sentence : counted_sentences(audit_))
      text += (text.empty() ? "" : " ") + sentence;
    wrapped(out_, text, 0);
    if (!audit_.too_few) figures();
    to_read();
    sample();
    ratings();
    if (audit_.too_few) return;
    heading("What these figures can't tell");
    for (const std::string& sentence : limits(audit_)) wrapped(out_, sentence, 2);
  }

 private:
  void heading(const std::string& title) { out_ << '\n' << title << '\n'; }

  void figures() {
    components();
    criteria();
    categories();
    rules();
    if (audit_.has_trend()) grouping(audit_.periods, "Over time");
    if (audit_.cohorts) grouping(*audit_.cohorts, "By " + audit_.cohorts->field);
    if (audit_.comparison) comparison(*audit_.comparison);
  }

  // “  perpetrator-pattern      51% (49–53%)     30%     19%”
  void line(const Measure& best, std::initializer_list<std::size_t> others) {
    const Share share = share_of(best, audit_.all);
    out_ << "  " << left(id_of(best, audit_.data.rules), 26)
         << left(share.of == 0 ? "–" : right(percent(share), 4) + " (" + interval_words(share) + ")", 18);
    for (const std::size_t value : others)
      out_ << right(percent(share_of({best.kind, best.index, value}, audit_.all)), 10);
  }

  void components() {
    heading("Components, of " + counted(audit_.all.of_abuse, "report"));
    out_ << left("", 28) << left("specific", 18) << right("mentioned", 10) << right("absent", 10) << '\n';
    for (std::size_t i = 0; i < kComponents; ++i) {
      line({Measure::Kind::component, i, static_cast<std::size_t>(Level::specific)},
           {static_cast<std::size_t>(Level::mentioned), static_cast<std::size_t>(Level::absent)});
      out_ << '\n';
    }
  }

  void criteria() {
    heading("Criteria, of the reports to which each applies");
    out_ << left("", 28) << left("fully met", 18) << right("partially", 10) << right("not met", 10)
         << right("applies to", 12) << '\n';
    for (std::size_t i = 0; i < kCriteria; ++i) {
      const Measure measure{Measure::Kind::criterion, i, static_cast<std::size_t>(Rating::fully_met)};
      line(measure,
           {static_cast<std::size_t>(Rating::partially_met), static_cast<std::size_t>(Rating::not_met)});
      out_ << right(grouped(share_of(measure, audit_.all).of), 12) << '\n';
    }
  }

  void hits_head(const std::string& title) {
    heading(title);
    out_ << left("", 28) << left("reports with any", 18) << right("findings", 10)
         << right("in 1,000 words", 16) << '\n';
  }

  void hits_line(const Measure& measure) {
    line(measure, {});
    const Hits hits = hits_of(measure, audit_.all).value_or(Hits{});
    out_ << right(grouped(hits.findings), 10) << right(rate(hits, audit_.all.words), 16) << '\n';
  }

  void categories() {
    hits_head("Wording, of " + counted(audit_.all.reports, "report"));
    for (std::size_t i = 0; i < kCategories; ++i) hits_line({Measure::Kind::category, i, 0});
    line({Measure::Kind::errors, 0, 0}, {});
    out_ << '\n';
  }

  void rules() {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < audit_.all.rules.size(); ++i)
      if (audit_.all.rules[i].reports > 0) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return audit_.all.rules[a].reports > audit_.all.rules[b].reports;
    });
    if (order.empty()) return;
    const std::size_t shown = std::min(order.size(), kMostRules);
    hits_head("Rules, the first " + std::to_string(shown) + " of " + std::to_string(order.size()));
    for (std::size_t i = 0; i < shown; ++i) hits_line({Measure::Kind::rule, order[i], 0});
  }

  void grouping(const Grouping& groups, const std::string& title) {
    heading(title + ": specific components, and reports with an error");
    columns({"reports", "pattern", "harm", "efforts", "impact", "inters.", "error"});
    for (const Group& group : groups.shown) {
      row_head(groups, group);
      for (std::size_t i = 0; i < kComponents; ++i)
        cell({Measure::Kind::component, i, static_cast<std::size_t>(Level::specific)}, group);
      cell({Measure::Kind::errors, 0, 0}, group);
      out_ << '\n';
    }
    heading(title + ": criteria fully met");
    columns({"reports", "assess.", "impact", "plan", "expect.", "centre"});
    for (const Group& group : groups.shown) {
      row_head(groups, group);
      for (std::size_t i = 0; i < kCriteria; ++i)
        cell({Measure::Kind::criterion, i, static_cast<std::size_t>(Rating::fully_met)}, group);
      out_ << '\n';
    }
    if (const std::string hidden = hidden_sentence(groups); !hidden.empty()) wrapped(out_, hidden, 2);
  }

  void columns(std::initializer_list<std::string_view> names) {
    out_ << left("", 20);
    for (const std::string_view name : names) out_ << right(std::string(name), 8);
    out_ << '\n';
  }

  void row_head(const Grouping& groups, const Group& group) {
    out_ << "  " << left(group_name(groups, group), 18) << right(grouped(group.tally.reports), 8);
  }

  void cell(const Measure& measure, const Group& group) {
    out_ << right(percent(share_of(measure, group.tally)), 8);
  }

  void comparison(const Comparison& comparison) {
    heading("Compared");
    for (const std::string& sentence : comparison_sentences(comparison)) wrapped(out_, sentence, 2);
    if (!comparison.refused.empty()) return;
    out_ << left("", 28) << right(left_of(comparison.cohorts.first), 10)
         << right(left_of(comparison.cohorts.second), 10) << right("points", 18) << right("p", 12) << '\n';
    for (const ComparedMeasure& row : comparison.rows) compared_line(row);
  }

  static std::string left_of(const std::string& name) { return length(name) <= 9 ? name : left(name, 9); }

  void compared_line(const ComparedMeasure& row) {
    std::string points = difference_words(row.difference);
    if (const std::size_t word = points.find(" points"); word != std::string::npos) points.erase(word, 7);
    out_ << "  " << left(id_of(row.measure, audit_.data.rules), 26) << right(percent(row.first), 10)
         << right(percent(row.second), 10) << right(points, 18) << right(p_words(row.p_holm), 12)
         << (row.small ? " *" : "") << '\n';
  }

  void to_read() {
    if (audit_.to_read.empty()) return;
    heading("Reports that gain most from a reader");
    wrapped(out_, order_sentence(audit_, std::min(audit_.to_read.size(), kMostToRead)), 2);
    for (std::size_t i = 0; i < std::min(audit_.to_read.size(), kMostToRead); ++i) {
      const std::size_t report = audit_.to_read[i];
      const AuditedReport& each = audit_.data.reports[report];
      out_ << "  " << components_absent(each) << " absent, " << counted(each.errors, "error") << ", "
           << counted(each.warnings, "warning") << ": " << report_name(audit_, report) << '\n';
    }
  }

  void sample() {
    if (audit_.sample.empty()) return;
    heading("Sample for reading by hand");
    wrapped(out_, sample_sentence(audit_), 2);
    for (const SampledReport& each : audit_.sample)
      out_ << "  " << report_name(audit_, each.report)
           << (each.cohort.empty() ? "" : "  (" + each.cohort + ")") << '\n';
  }

  void ratings() {
    if (!audit_.ratings) return;
    const RatingsResult& ratings = *audit_.ratings;
    heading("Readers and the program");
    for (const std::string& sentence : ratings_sentences(ratings)) wrapped(out_, sentence, 2);
    std::string between;
    for (const RaterAgreement& each : ratings.agreements) {
      const std::string words = between_words(ratings, each, audit_.request.redact);
      if (words != between)
        out_ << "  " << left(capitalised(words), 34) << right("same", 12) << right("kappa", 22) << '\n';
      between = words;
      agreement_line(each);
    }
    disagreements(ratings);
  }

  std::string item_name(Measure::Kind kind, std::optional<std::size_t> index) const {
    if (!index) return kind == Measure::Kind::component ? "all components" : "all criteria";
    return id_of({kind, *index, 0}, audit_.data.rules);
  }

  void agreement_line(const RaterAgreement& each) {
    out_ << "    " << left(item_name(each.kind, each.index), 32)
         << right(grouped(each.same) + " of " + grouped(each.pairs), 12) << right(kappa_words(each), 22)
         << (each.unsettled > 0 ? "  +" + grouped(each.unsettled) : "") << '\n';
  }

  void disagreements(const RatingsResult& ratings) {
    if (ratings.disagreements.empty()) return;
    const std::size_t shown = std::min(ratings.disagreements.size(), kMostDisagreements);
    out_ << "  To talk about, the furthest apart first (" << shown << " of " << ratings.disagreements.size()
         << "):\n";
    for (std::size_t i = 0; i < shown; ++i) {
      const Disagreement& each = ratings.disagreements[i];
      out_ << "    " << item_name(each.kind, each.index) << ": " << grade_name(each.kind, each.first);
      if (each.second) out_ << " and " << grade_name(each.kind, *each.second);
      out_ << ", program " << grade_name(each.kind, each.program) << "\n      "
           << report_name(audit_, each.report) << '\n';
    }
  }

  std::ostream& out_;
  const Audit& audit_;
};

}  // namespace

void print_audit_text(std::ostream& out, const Audit& audit) { Printer(out, audit).print(); }

}  // namespace onus
