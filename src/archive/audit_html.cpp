#include "archive/audit_html.h"

#include <algorithm>
#include <cmath>
#include <ostream>

#include "archive/audit_pictures.h"
#include "archive/audit_tables.h"
#include "archive/audit_words.h"
#include "reporting/html_style.h"
#include "reporting/titles.h"
#include "reporting/xml_layout.h"
#include "text/fold.h"

namespace onus {
namespace {

constexpr std::string_view kScale =
    "<div class=\"scale\" aria-hidden=\"true\"><span>0%</span><span>50%</span><span>100%</span></div>";

std::string in_details(const std::string& name, const std::string& table) {
  return "<details><summary>" + name + "</summary>" + table + "</details>\n";
}

Measure specific(std::size_t component) {
  return {Measure::Kind::component, component, static_cast<std::size_t>(Level::specific)};
}
Measure fully_met(std::size_t criterion) {
  return {Measure::Kind::criterion, criterion, static_cast<std::size_t>(Rating::fully_met)};
}

// Components, criteria and errors: what is shown over time and by cohort. Categories are in the tables.
std::vector<Measure> pictured() {
  std::vector<Measure> measures = headline_measures();
  std::erase_if(measures, [](const Measure& measure) { return measure.kind == Measure::Kind::category; });
  return measures;
}

// “specific”, “fully met”, “in the report”.
std::string value_words(const Measure& measure) {
  return measure.kind == Measure::Kind::errors ? "in the report" : spaced(value_of(measure));
}

int place_of(const std::string& period) {
  const int year = std::stoi(period.substr(0, 4));
  return period.size() > 4 ? year * 4 + (period.back() - '1') : year;
}

class Dashboard {
 public:
  Dashboard(std::ostream& out, const Audit& audit) : out_(out), audit_(audit) {}

  void write() {
    head();
    title();
    if (!audit_.too_few) {
      glance();
      components();
      criteria();
      wording();
      if (audit_.has_trend()) trend();
      if (audit_.cohorts) cohorts(*audit_.cohorts);
      if (audit_.comparison) comparison(*audit_.comparison);
    }
    to_read();
    sample();
    if (audit_.ratings) ratings(*audit_.ratings);
    if (!audit_.too_few) limitations();
    foot();
  }

 private:
  void head() {
    const std::string name = escape_xml(store_name(audit_));
    out_ << "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
            "<meta name=\"robots\" content=\"noindex\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
            "'unsafe-inline'\">\n<title>Audit of "
         << name << " – onus</title>\n<style>" << html_style() << picture_style()
         << "</style>\n</head>\n<body>\n<header class=\"top\"><a class=\"skip\" href=\"#main\">Go to the "
            "figures"
            "</a><p class=\"brand\">onus</p></header>\n<main id=\"main\">\n"
         << picture_patterns() << "<h1>Audit of " << name << "</h1>\n<p class=\"sub\">";
    for (const std::string& sentence : counted_sentences(audit_)) out_ << escape_xml(sentence) << ' ';
    out_ << "</p>\n";
  }

  void link(bool there, std::string_view id, std::string_view name) {
    if (there) out_ << "<li><a href=\"#" << id << "\">" << name << "</a></li>";
  }

  void title() {
    const bool figures = !audit_.too_few;
    out_ << "<nav aria-label=\"Parts of the page\"><ul>";
    link(figures, "components", "Components");
    link(figures, "criteria", "Criteria");
    link(figures, "wording", "Wording");
    link(figures && audit_.has_trend(), "trend", "Over time");
    link(figures && audit_.cohorts, "cohorts", "Side by side");
    link(figures && audit_.comparison, "compared", "Two compared");
    link(!audit_.to_read.empty(), "to-read", "To read first");
    link(!audit_.sample.empty(), "sample", "Sample");
    link(audit_.ratings.has_value(), "readers", "Readers");
    link(figures, "limits", "What these figures can't tell");
    out_ << "</ul></nav>\n";
  }

  void open(std::string_view id, const std::string& name) {
    out_ << "<section id=\"" << id << "\" aria-labelledby=\"" << id << "-h\"><h2 id=\"" << id << "-h\">"
         << escape_xml(name) << "</h2>\n";
  }
  void close() { out_ << "</section>\n"; }

  std::string title_text(const Measure& measure) const {
    return escape_xml(title_of(measure, audit_.data.rules));
  }
  Share share(const Measure& measure) const { return share_of(measure, audit_.all); }

  static bool is_less(Share a, Share b) { return (a.of == 0 ? 0 : a.value()) < (b.of == 0 ? 0 : b.value()); }

  // The measure with the largest share.
  Measure most(std::vector<Measure> measures) const {
    return *std::max_element(measures.begin(), measures.end(),
                             [&](const Measure& a, const Measure& b) { return is_less(share(a), share(b)); });
  }

  void glance_card(std::string_view name, const Measure& measure, const std::string& words) {
    const Share each = share(measure);
    out_ << "<div class=\"card\"><p class=\"muted\">" << name << "</p><p class=\"big\">" << percent(each)
         << "</p><p>" << words << " <span class=\"muted\">(" << interval_words(each) << ", "
         << grouped(each.count) << " of " << grouped(each.of) << ")</span></p></div>";
  }

  void glance() {
    std::vector<Measure> best, absent, wordings;
    for (std::size_t i = 0; i < kComponents; ++i) {
      best.push_back(specific(i));
      absent.push_back({Measure::Kind::component, i, static_cast<std::size_t>(Level::absent)});
    }
    for (std::size_t i = 0; i < kCategories; ++i) wordings.push_back({Measure::Kind::category, i, 0});
    const Measure errors{Measure::Kind::errors, 0, 0};
    const Measure shown = most(best), missing = most(absent), wording = most(wordings);
    out_ << "<div class=\"glance\">";
    glance_card("Shown best", shown, "of reports are specific about: " + title_text(shown));
    glance_card("Missing most", missing, "of reports say nothing of: " + title_text(missing));
    glance_card("Wording found most", wording, "of reports have some: " + title_text(wording));
    glance_card("Errors of wording", errors, "of reports have at least one finding that is an error");
    out_ << "</div>\n<p class=\"sub\">The range in brackets is the interval: where the share would lie 95 "
            "times in "
            "100. In the pictures it is the line with two ends.</p>\n";
  }

  void legend(std::string_view full, std::string_view hatched, std::string_view empty) {
    const auto key = [&](std::string_view css, std::string_view name) {
      out_ << "<li><svg width=\"22\" height=\"14\" aria-hidden=\"true\"><rect class=\"" << css
           << "\" x=\"1\" y=\"1\" width=\"20\" height=\"12\"/></svg>" << name << "</li>";
    };
    out_ << "<ul class=\"legend\">";
    key("on", full);
    key("hatched", hatched);
    key("off", empty);
    out_ << "</ul>";
  }

  void parts_row(const Measure& full, std::size_t hatched, std::size_t empty, const std::string& more) {
    const Share first = share(full), second = share({full.kind, full.index, hatched}),
                third = share({full.kind, full.index, empty});
    out_ << "<li><div class=\"said\"><b>" << title_text(full) << "</b><span>" << percent(first) << ' '
         << spaced(value_of(full)) << " <span class=\"muted\">(" << interval_words(first) << ")</span>, "
         << percent(second) << ' ' << spaced(value_of({full.kind, full.index, hatched})) << ", "
         << percent(third) << ' ' << spaced(value_of({full.kind, full.index, empty})) << more
         << "</span></div>" << parts_picture(first, second) << "</li>";
  }

  void components() {
    open("components", "The five components");
    out_ << "<p class=\"sub\">Of the " << counted(audit_.all.of_abuse, "report")
         << " that speak of abuse: how far each shows the component.</p><div class=\"card\">";
    legend("specific", "mentioned", "absent");
    out_ << "<ul class=\"rows\">";
    for (std::size_t i = 0; i < kComponents; ++i)
      parts_row(specific(i), static_cast<std::size_t>(Level::mentioned),
                static_cast<std::size_t>(Level::absent), "");
    out_ << "</ul>" << kScale << "</div>" << in_details("Table of the components", components_table(audit_));
    close();
  }

  void criteria() {
    open("criteria", "The criteria of the case file audits");
    out_ << "<p class=\"sub\">Of the reports to which the criterion applies: one without a plan is not "
            "counted for "
            "the plan.</p><div class=\"card\">";
    legend("fully met", "partially met", "not met");
    out_ << "<ul class=\"rows\">";
    for (std::size_t i = 0; i < kCriteria; ++i)
      parts_row(fully_met(i), static_cast<std::size_t>(Rating::partially_met),
                static_cast<std::size_t>(Rating::not_met), "; applies to " + grouped(share(fully_met(i)).of));
    out_ << "</ul>" << kScale << "</div>" << in_details("Table of the criteria", criteria_table(audit_));
    close();
  }

  void family(std::string_view name, Family of) {
    out_ << "<div class=\"card keep\"><h3>" << name << "</h3><ul class=\"rows\">";
    for (std::size_t i = 0; i < kCategories; ++i) {
      if (family_of(static_cast<Category>(i)) != of) continue;
      const Measure measure{Measure::Kind::category, i, 0};
      out_ << "<li><div class=\"said\"><b>" << title_text(measure) << "</b><span>" << percent(share(measure))
           << " <span class=\"muted\">(" << interval_words(share(measure)) << "); "
           << rate(audit_.all.categories[i], audit_.all.words) << " in 1,000 words</span></span></div>"
           << share_picture(share(measure)) << "</li>";
    }
    out_ << "</ul>" << kScale << "</div>";
  }

  void wording() {
    open("wording", "The wording");
    out_ << "<p class=\"sub\">Of all " << counted(audit_.all.reports, "report")
         << ": those with at least one finding of the kind, and how many findings there are in 1,000 words. "
            "Here a "
            "longer bar is more to mend.</p><div class=\"pictures\">";
    family("Where the onus is put", Family::victim_blaming);
    family("What is left out", Family::incident_only);
    family("Who is not named", Family::passive_voice);
    out_ << "</div>" << in_details("Table of the wording", wording_table(audit_))
         << in_details("Table of the rules", rules_table(audit_));
    close();
  }

  std::vector<TrendPoint> points(const Measure& measure) const {
    std::vector<TrendPoint> points;
    for (const Group& group : audit_.periods.shown) {
      const Share each = share_of(measure, group.tally);
      if (!group.name.empty() && each.of > 0) points.push_back({place_of(group.name), group.name, each});
    }
    return points;
  }

  void trend() {
    open("trend", "Over time");
    out_ << "<p class=\"sub\">Each picture goes from 0 to 100%. The band is the interval; where it is wide, "
            "there "
            "are few reports. A gap is a "
         << audit_.periods.field << " that is not shown. " << escape_xml(hidden_sentence(audit_.periods))
         << "</p><div class=\"multiples\">";
    for (const Measure& measure : pictured()) {
      const std::vector<TrendPoint> each = points(measure);
      if (each.empty()) continue;
      out_ << "<div class=\"card keep\"><h3>" << title_text(measure) << "</h3><p class=\"muted\">"
           << capitalised(value_words(measure)) << ": " << percent(each.front().share) << " in "
           << each.front().name << ", " << percent(each.back().share) << " in " << each.back().name << "</p>"
           << trend_picture(each) << "</div>";
    }
    out_ << "</div>"
         << in_details("Table over time", groups_table(audit_, audit_.periods, "Table over time"));
    close();
  }

  void cohorts(const Grouping& groups) {
    open("cohorts", "Side by side: " + groups.field);
    out_ << "<p class=\"sub\">The share of each group with its interval. Where intervals overlap much, the "
            "groups "
            "may well be alike. "
         << escape_xml(hidden_sentence(groups)) << "</p><div class=\"multiples\">";
    for (const Measure& measure : pictured()) {
      out_ << "<div class=\"card keep\"><h3>" << title_text(measure) << "</h3><p class=\"muted\">"
           << capitalised(value_words(measure)) << "</p><ul class=\"rows close\">";
      for (const Group& group : groups.shown) {
        const Share each = share_of(measure, group.tally);
        out_ << "<li><div class=\"said\"><span>" << escape_xml(group_name(groups, group)) << "</span><span>"
             << percent(each) << " <span class=\"muted\">(" << interval_words(each) << ")</span></span></div>"
             << point_picture(each) << "</li>";
      }
      out_ << "</ul>" << kScale << "</div>";
    }
    out_ << "</div>"
         << in_details("Table of the groups", groups_table(audit_, groups, "Table of the groups"));
    close();
  }

  static double widest(const Comparison& comparison) {
    double most = 0.1;
    for (const ComparedMeasure& row : comparison.rows)
      most = std::max({most, std::abs(row.difference.interval.low), std::abs(row.difference.interval.high)});
    return std::min(1.0, std::ceil(most * 10) / 10);
  }

  void comparison(const Comparison& comparison) {
    open("compared", "Two compared");
    for (const std::string& sentence : comparison_sentences(comparison))
      out_ << "<p class=\"sub\">" << escape_xml(sentence) << "</p>";
    if (comparison.refused.empty()) {
      const double most = widest(comparison);
      out_ << "<div class=\"pictures two\">";
      comparison_card("Components and criteria: more is better", comparison, most, false);
      comparison_card("Wording: fewer is better", comparison, most, true);
      out_ << "</div>" << in_details("Table of the comparison", comparison_table(audit_, comparison));
    }
    close();
  }

  void comparison_card(std::string_view name, const Comparison& comparison, double most, bool wording) {
    out_ << "<div class=\"card\"><h3>" << name << "</h3><ul class=\"rows\">";
    for (const ComparedMeasure& row : comparison.rows) {
      const Measure::Kind kind = row.measure.kind;
      if ((kind == Measure::Kind::category || kind == Measure::Kind::errors) != wording) continue;
      out_ << "<li><div class=\"said\"><b>" << title_text(row.measure) << "</b><span>"
           << escape_xml(comparison.cohorts.first) << ' ' << percent(row.first) << ", "
           << escape_xml(comparison.cohorts.second) << ' ' << percent(row.second) << ": "
           << difference_words(row.difference)
           << (row.p_holm < 0.05 ? " <span class=\"tag sure\">more than chance</span>" : "")
           << (row.small ? " <span class=\"tag\">small</span>" : "") << "</span></div>"
           << difference_picture(row.difference, most) << "</li>";
    }
    const std::string edge = std::to_string(static_cast<int>(std::lround(100 * most)));
    out_ << "</ul><div class=\"scale\" aria-hidden=\"true\"><span>" << edge
         << " points fewer</span><span>alike"
         << "</span><span>" << edge << " points more</span></div></div>";
  }

  void to_read() {
    if (audit_.to_read.empty()) return;
    open("to-read", "Reports that gain most from a reader");
    out_ << "<p class=\"sub\">" << escape_xml(order_sentence(audit_, audit_.to_read.size())) << "</p>"
         << to_read_table(audit_);
    close();
  }

  void sample() {
    if (audit_.sample.empty()) return;
    open("sample", "Sample for reading by hand");
    out_ << "<p class=\"sub\">" << escape_xml(sample_sentence(audit_)) << "</p>" << sample_table(audit_);
    close();
  }

  void ratings(const RatingsResult& ratings) {
    open("readers", "Readers and the program");
    for (const std::string& sentence : ratings_sentences(ratings))
      out_ << "<p class=\"sub\">" << escape_xml(sentence) << "</p>";
    out_ << agreement_table(audit_, ratings);
    if (!ratings.disagreements.empty())
      out_ << "<h3>What to talk about, the furthest apart first ("
           << counted(static_cast<std::int64_t>(ratings.disagreements.size()), "judgement")
           << (ratings.disagreements.size() > kMostDisagreements ? "; the others are in the CSV" : "")
           << ")</h3>" << disagreement_table(audit_, ratings);
    close();
  }

  void limitations() {
    open("limits", "What these figures can't tell");
    out_ << "<ul>";
    for (const std::string& sentence : limits(audit_)) out_ << "<li>" << escape_xml(sentence) << "</li>";
    out_ << "</ul>";
    close();
  }

  void foot() {
    out_ << "<footer><p>onus " ONUS_VERSION
            " reads writing. It never rates a person, a parent or a family's risk. Groups under ten reports "
            "are not "
            "shown, and there is no figure for anyone who writes. Intervals are Wilson's, for 95 in 100; "
            "differences have Newcombe's. It is an independent project, not affiliated with or endorsed by "
            "the Safe "
            "&amp; Together Institute.</p></footer>\n</main>\n</body>\n</html>\n";
  }

  std::ostream& out_;
  const Audit& audit_;
};

}  // namespace

void print_audit_html(std::ostream& out, const Audit& audit) { Dashboard(out, audit).write(); }

}  // namespace onus
