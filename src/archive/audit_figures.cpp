#include "archive/audit_figures.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "reporting/titles.h"
#include "text/fold.h"

namespace onus {
namespace {

void count_findings(const AuditedReport& report, const std::vector<AuditedRule>& rules, Tally& tally) {
  std::array<std::int64_t, kCategories> by_category{};
  for (const RuleCount& count : report.rules) {
    ++tally.rules[count.rule].reports;
    tally.rules[count.rule].findings += count.findings;
    if (const auto category = rules[count.rule].category)
      by_category[static_cast<std::size_t>(*category)] += count.findings;
  }
  for (std::size_t i = 0; i < by_category.size(); ++i) {
    tally.categories[i].reports += by_category[i] > 0 ? 1 : 0;
    tally.categories[i].findings += by_category[i];
  }
}

void count(const AuditedReport& report, const std::vector<AuditedRule>& rules, Tally& tally) {
  tally.rules.resize(rules.size());
  ++tally.reports;
  tally.words += report.words;
  tally.with_error += report.errors > 0 ? 1 : 0;
  count_findings(report, rules, tally);
  if (!report.of_abuse) return;
  ++tally.of_abuse;
  for (std::size_t i = 0; i < report.levels.size(); ++i)
    ++tally.levels[i][static_cast<std::size_t>(report.levels[i])];
  for (std::size_t i = 0; i < report.ratings.size(); ++i)
    ++tally.ratings[i][static_cast<std::size_t>(report.ratings[i])];
}

constexpr std::size_t kNotApplicable = static_cast<std::size_t>(Rating::not_applicable);

Share rating_share(const std::array<std::int64_t, 4>& ratings, std::size_t value, std::int64_t of_abuse) {
  return {ratings[value], value == kNotApplicable ? of_abuse : of_abuse - ratings[kNotApplicable]};
}

// How many of the groups, smallest first, must be hidden.
std::size_t to_hide(const std::vector<std::int64_t>& sizes) {
  std::size_t hidden = 0;
  std::int64_t reports = 0;
  while (hidden < sizes.size() && sizes[hidden] < kFewestReports) reports += sizes[hidden++];
  if (hidden == 0) return 0;
  while (hidden < sizes.size() && (hidden < 2 || reports < kFewestReports)) reports += sizes[hidden++];
  return hidden;
}

}  // namespace

std::string_view kind_name(Measure::Kind kind) {
  static constexpr std::array<std::string_view, 5> kNames{"component", "criterion", "category", "errors",
                                                          "rule"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string id_of(const Measure& measure, const std::vector<AuditedRule>& rules) {
  switch (measure.kind) {
    case Measure::Kind::component:
      return std::string(name_of(static_cast<Component>(measure.index)));
    case Measure::Kind::criterion:
      return std::string(name_of(static_cast<Criterion>(measure.index)));
    case Measure::Kind::category:
      return std::string(name_of(static_cast<Category>(measure.index)));
    case Measure::Kind::errors:
      return "error";
    case Measure::Kind::rule:
      return rules[measure.index].id;
  }
  return {};
}

std::string value_of(const Measure& measure) {
  if (measure.kind == Measure::Kind::component)
    return std::string(name_of(static_cast<Level>(measure.value)));
  if (measure.kind == Measure::Kind::criterion)
    return std::string(name_of(static_cast<Rating>(measure.value)));
  return "any";
}

std::string title_of(const Measure& measure, const std::vector<AuditedRule>& rules) {
  if (measure.kind == Measure::Kind::component)
    return std::string(title_of(static_cast<Component>(measure.index)));
  if (measure.kind == Measure::Kind::criterion)
    return std::string(title_of(static_cast<Criterion>(measure.index)));
  if (measure.kind == Measure::Kind::errors) return "Any finding that is an error";
  return capitalised(spaced(id_of(measure, rules)));
}

std::optional<Hits> hits_of(const Measure& measure, const Tally& tally) {
  if (measure.kind == Measure::Kind::category) return tally.categories[measure.index];
  if (measure.kind == Measure::Kind::rule) return tally.rules[measure.index];
  return std::nullopt;
}

Share share_of(const Measure& measure, const Tally& tally) {
  switch (measure.kind) {
    case Measure::Kind::component:
      return {tally.levels[measure.index][measure.value], tally.of_abuse};
    case Measure::Kind::criterion:
      return rating_share(tally.ratings[measure.index], measure.value, tally.of_abuse);
    case Measure::Kind::category:
      return {tally.categories[measure.index].reports, tally.reports};
    case Measure::Kind::errors:
      return {tally.with_error, tally.reports};
    case Measure::Kind::rule:
      return {tally.rules[measure.index].reports, tally.reports};
  }
  return {};
}

std::vector<Measure> all_measures(const AuditedReports& reports) {
  std::vector<Measure> measures;
  for (std::size_t i = 0; i < kComponents; ++i)
    for (const Level level : {Level::specific, Level::mentioned, Level::absent})
      measures.push_back({Measure::Kind::component, i, static_cast<std::size_t>(level)});
  for (std::size_t i = 0; i < kCriteria; ++i)
    for (const Rating rating :
         {Rating::fully_met, Rating::partially_met, Rating::not_met, Rating::not_applicable})
      measures.push_back({Measure::Kind::criterion, i, static_cast<std::size_t>(rating)});
  for (std::size_t i = 0; i < kCategories; ++i) measures.push_back({Measure::Kind::category, i, 0});
  measures.push_back({Measure::Kind::errors, 0, 0});
  for (std::size_t i = 0; i < reports.rules.size(); ++i) measures.push_back({Measure::Kind::rule, i, 0});
  return measures;
}

std::vector<Measure> headline_measures() {
  std::vector<Measure> measures;
  for (std::size_t i = 0; i < kComponents; ++i)
    measures.push_back({Measure::Kind::component, i, static_cast<std::size_t>(Level::specific)});
  for (std::size_t i = 0; i < kCriteria; ++i)
    measures.push_back({Measure::Kind::criterion, i, static_cast<std::size_t>(Rating::fully_met)});
  for (std::size_t i = 0; i < kCategories; ++i) measures.push_back({Measure::Kind::category, i, 0});
  measures.push_back({Measure::Kind::errors, 0, 0});
  return measures;
}

Tally tally_all(const AuditedReports& reports) {
  Tally tally;
  tally.rules.resize(reports.rules.size());
  for (const AuditedReport& report : reports.reports) count(report, reports.rules, tally);
  return tally;
}

Grouping tally_groups(const AuditedReports& reports, std::string field,
                      std::vector<std::string> AuditedReport::*of) {
  std::map<std::string, Tally> tallies;
  for (const AuditedReport& report : reports.reports) {
    for (const std::string& name : report.*of) count(report, reports.rules, tallies[name]);
    if ((report.*of).empty()) count(report, reports.rules, tallies[""]);
  }
  std::vector<std::pair<std::int64_t, std::string>> order;
  for (const auto& [name, tally] : tallies) order.emplace_back(tally.reports, name);
  std::sort(order.begin(), order.end());
  std::vector<std::int64_t> sizes;
  for (const auto& [size, name] : order) sizes.push_back(size);
  Grouping grouping{std::move(field), {}, to_hide(sizes), false, {}};
  for (std::size_t i = 0; i < grouping.hidden; ++i) {
    grouping.for_safety = grouping.for_safety || order[i].first >= kFewestReports;
    grouping.hidden_names.push_back(order[i].second);
    tallies.erase(order[i].second);
  }
  for (auto& [name, tally] : tallies)
    if (!name.empty()) grouping.shown.push_back({name, std::move(tally)});
  if (const auto without = tallies.find(""); without != tallies.end())
    grouping.shown.push_back({"", std::move(without->second)});
  return grouping;
}

}  // namespace onus
