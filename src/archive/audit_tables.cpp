#include "archive/audit_tables.h"

#include <algorithm>
#include <map>

#include "archive/audit_words.h"
#include "reporting/html_text.h"
#include "reporting/titles.h"
#include "reporting/xml_layout.h"
#include "text/fold.h"

namespace onus {
namespace {

std::string title(const Audit& audit, const Measure& measure) {
  return escape_xml(title_of(measure, audit.data.rules));
}

std::string share_cells(Share share) {
  return number(grouped(share.count) + " of " + grouped(share.of)) + number(percent(share)) +
         number(interval_words(share));
}

std::string hits_row(const Audit& audit, const Measure& measure) {
  const Hits hits = hits_of(measure, audit.all).value_or(Hits{});
  return "<tr>" + row_head(title(audit, measure)) + share_cells(share_of(measure, audit.all)) +
         number(grouped(hits.findings)) + number(rate(hits, audit.all.words)) + "</tr>";
}

std::string values_table(const Audit& audit, Measure::Kind kind, std::size_t of,
                         std::initializer_list<int> values, const std::string& label) {
  std::string rows;
  for (std::size_t i = 0; i < of; ++i)
    for (const int value : values) {
      const Measure measure{kind, i, static_cast<std::size_t>(value)};
      rows += "<tr>" + row_head(title(audit, measure)) + cell(spaced(value_of(measure))) +
              share_cells(share_of(measure, audit.all)) + "</tr>";
    }
  return table_html(label, {"", "", "Reports", "Share", "Interval"}, rows);
}

std::string item_title(const Audit& audit, Measure::Kind kind, std::optional<std::size_t> index) {
  if (!index) return kind == Measure::Kind::component ? "All components" : "All criteria";
  return title(audit, {kind, *index, 0});
}

// How many cells a row has so far.
std::size_t columns_of(const std::string& row) {
  std::size_t count = 0;
  for (std::size_t at = row.find("<td>"); at != std::string::npos; at = row.find("<td>", at + 1)) ++count;
  return count;
}

std::string path_cell(const Audit& audit, std::size_t report) {
  return "<td class=\"path\">" + escape_xml(report_name(audit, report)) + "</td>";
}

}  // namespace

std::string cell(const std::string& html) { return "<td>" + html + "</td>"; }
std::string number(const std::string& html) { return "<td class=\"n\">" + html + "</td>"; }
std::string row_head(const std::string& html) { return "<th scope=\"row\">" + html + "</th>"; }

std::string table_html(const std::string& label, const std::vector<std::string>& columns,
                       const std::string& rows) {
  return table_begin(label, header_row(columns)) + rows + std::string(kTableEnd);
}

std::string components_table(const Audit& audit) {
  return values_table(audit, Measure::Kind::component, kComponents, {2, 1, 0}, "Table of the components");
}

std::string criteria_table(const Audit& audit) {
  return values_table(audit, Measure::Kind::criterion, kCriteria, {3, 2, 1, 0}, "Table of the criteria");
}

std::string wording_table(const Audit& audit) {
  std::string rows;
  for (std::size_t i = 0; i < kCategories; ++i) rows += hits_row(audit, {Measure::Kind::category, i, 0});
  return table_html("Table of the wording",
                    {"", "Reports with any", "Share", "Interval", "Findings", "In 1,000 words"}, rows);
}

std::string rules_table(const Audit& audit) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < audit.all.rules.size(); ++i)
    if (audit.all.rules[i].reports > 0) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return audit.all.rules[a].reports > audit.all.rules[b].reports;
  });
  std::string rows;
  for (const std::size_t i : order) rows += hits_row(audit, {Measure::Kind::rule, i, 0});
  return table_html("Table of the rules",
                    {"Rule", "Reports with any", "Share", "Interval", "Findings", "In 1,000 words"}, rows);
}

std::string groups_table(const Audit& audit, const Grouping& groups, const std::string& label) {
  std::vector<std::string> columns{""};
  for (const Group& group : groups.shown)
    columns.push_back(group_name(groups, group) + " (" + grouped(group.tally.reports) + ")");
  std::string rows;
  for (const Measure& measure : headline_measures()) {
    rows += "<tr>" + row_head(title(audit, measure) + " <span class=\"muted\">" + spaced(value_of(measure)) +
                              "</span>");
    for (const Group& group : groups.shown) {
      const Share share = share_of(measure, group.tally);
      rows += number(percent(share) + "<br><span class=\"muted\">" + interval_words(share) + "</span>");
    }
    rows += "</tr>";
  }
  return table_html(label, columns, rows);
}

std::string comparison_table(const Audit& audit, const Comparison& comparison) {
  std::string rows;
  for (const ComparedMeasure& row : comparison.rows) {
    const auto side = [](Share share) {
      return number(grouped(share.count) + " of " + grouped(share.of) + ", " + percent(share));
    };
    rows += "<tr>" + row_head(title(audit, row.measure)) + side(row.first) + side(row.second) +
            number(difference_words(row.difference)) + number(ratio_words(row.odds)) +
            number(p_words(row.p)) + number(p_words(row.p_holm)) + cell(row.small ? "small" : "") + "</tr>";
  }
  return table_html("Table of the comparison",
                    {"", comparison.cohorts.first, comparison.cohorts.second, "Difference", "Odds ratio",
                     "p alone", "p among all", "Numbers"},
                    rows);
}

std::string to_read_table(const Audit& audit) {
  std::string rows;
  for (const std::size_t report : audit.to_read) {
    const AuditedReport& each = audit.data.reports[report];
    rows += "<tr>" + path_cell(audit, report) + number(std::to_string(components_absent(each))) +
            number(grouped(each.errors)) + number(grouped(each.warnings)) + "</tr>";
  }
  return table_html("Table of reports to read first", {"Report", "Components absent", "Errors", "Warnings"},
                    rows);
}

std::string sample_table(const Audit& audit) {
  const bool cohorts = !audit.request.cohort.empty();
  std::string rows;
  for (const SampledReport& each : audit.sample)
    rows += "<tr>" + path_cell(audit, each.report) + (cohorts ? cell(escape_xml(each.cohort)) : "") + "</tr>";
  std::vector<std::string> columns{"Report"};
  if (cohorts) columns.push_back(audit.request.cohort);
  return table_html("Table of the sample", columns, rows);
}

// A row for each component and criterion, the three pairs of raters side by side.
std::string agreement_table(const Audit& audit, const RatingsResult& ratings) {
  std::vector<std::string> columns{""};
  std::map<std::pair<Measure::Kind, std::optional<std::size_t>>, std::string> rows;
  for (const RaterAgreement& each : ratings.agreements) {
    const std::string between = capitalised(between_words(ratings, each, audit.request.redact));
    if (columns.back() != between) columns.push_back(between);
    std::string& row = rows[{each.kind, each.index}];
    for (auto cells = columns_of(row); cells + 2 < columns.size(); ++cells) row += cell("");
    row += "<td>" + grouped(each.same) + " of " + grouped(each.pairs) + "<br>kappa " + kappa_words(each);
    if (each.unsettled > 0) row += "<br>applies for one only: " + grouped(each.unsettled);
    row += "</td>";
  }
  std::string html;
  for (const auto& [item, row] : rows)
    html += "<tr>" + row_head(item_title(audit, item.first, item.second)) + row + "</tr>";
  return table_html("Table of agreement", columns, html);
}

std::string disagreement_table(const Audit& audit, const RatingsResult& ratings) {
  std::string rows;
  for (std::size_t i = 0; i < std::min(ratings.disagreements.size(), kMostDisagreements); ++i) {
    const Disagreement& each = ratings.disagreements[i];
    rows += "<tr>" + path_cell(audit, each.report) + cell(item_title(audit, each.kind, each.index)) +
            cell(spaced(grade_name(each.kind, each.first))) +
            cell(each.second ? spaced(grade_name(each.kind, *each.second)) : "–") +
            cell(spaced(grade_name(each.kind, each.program))) + "</tr>";
  }
  return table_html("Table of what to talk about",
                    {"Report", "On", "First reader", "Second reader", "Program"}, rows);
}

}  // namespace onus
