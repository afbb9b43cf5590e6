#include "archive/audit_words.h"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <sstream>

namespace onus {
namespace {

std::string fixed(double number, int digits) {
  std::ostringstream text;
  text << std::fixed << std::setprecision(digits) << number;
  return text.str();
}

int whole_percent(double share) { return static_cast<int>(std::lround(100 * share)); }

// With a minus sign that is one, which screen readers say.
std::string signed_number(int number) {
  return number < 0 ? "−" + std::to_string(-number) : std::to_string(number);
}

// With two digits that mean something: 0.034, 0.41, 5.2, 118.
std::string two_digits(double number) {
  return fixed(number, number >= 100 ? 0 : number >= 10 ? 1 : number >= 0.095 ? 2 : 3);
}

void say_if(std::vector<std::string>& sentences, std::int64_t number, const std::string& sentence) {
  if (number > 0) sentences.push_back(sentence);
}

std::string range_words(const AuditRequest& request) {
  const std::string from = request.since.empty() ? "" : " from " + request.since;
  return from + (request.until.empty() ? "" : (from.empty() ? " up to " : " to ") + request.until);
}

std::string was(std::int64_t number) { return number == 1 ? " was " : " were "; }
std::string holds(std::int64_t number) { return number == 1 ? " holds " : " hold "; }

}  // namespace

std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), ",");
  return digits;
}

std::string counted(std::int64_t number, std::string_view noun) {
  return grouped(number) + " " + std::string(noun) + (number == 1 ? "" : "s");
}

std::string percent(Share share) {
  return share.of == 0 ? "–" : std::to_string(rounded_percent(share)) + "%";
}

std::string interval_words(Share share) {
  if (share.of == 0) return "–";
  const Interval interval = wilson(share);
  return std::to_string(whole_percent(interval.low)) + "–" + std::to_string(whole_percent(interval.high)) +
         "%";
}

std::string difference_words(const Difference& difference) {
  const int value = whole_percent(difference.value);
  return (value > 0 ? "+" : "") + signed_number(value) + " points (" +
         signed_number(whole_percent(difference.interval.low)) + " to " +
         signed_number(whole_percent(difference.interval.high)) + ")";
}

std::string ratio_words(const OddsRatio& odds) {
  return two_digits(odds.value) + " (" + two_digits(odds.interval.low) + " to " +
         two_digits(odds.interval.high) + ")";
}

std::string p_words(double p) { return p < 0.001 ? "under 0.001" : fixed(p, p < 0.095 ? 3 : 2); }

std::string rate(const Hits& hits, std::int64_t words) {
  return words == 0 ? "–" : fixed(1000 * static_cast<double>(hits.findings) / static_cast<double>(words), 2);
}

std::string kappa_words(const RaterAgreement& agreement) {
  if (agreement.pairs < kFewestReports) return "too few";
  if (!agreement.kappa) return "one grade for all";
  const std::string value = fixed(agreement.kappa->value, 2);
  if (!agreement.kappa->interval) return value + " (no interval)";
  return value + " (" + fixed(agreement.kappa->interval->low, 2) + " to " +
         fixed(agreement.kappa->interval->high, 2) + ")";
}

std::string between_words(const RatingsResult& ratings, const RaterAgreement& agreement, bool redact) {
  std::string words = agreement.between;
  if (redact || ratings.first_name.empty()) return words;
  const auto put = [&](const std::string& role, const std::string& name) {
    if (words.starts_with(role)) words = name + words.substr(role.size());
  };
  put("the first reader", ratings.first_name);
  put("the second reader", ratings.second_name);
  put("the readers", ratings.first_name + " and " + ratings.second_name);
  return words;
}

std::string group_name(const Grouping& grouping, const Group& group) {
  return group.name.empty() ? "(no " + grouping.field + ")" : group.name;
}

std::vector<std::string> counted_sentences(const Audit& audit) {
  const AuditCounts& counts = audit.data.counts;
  std::vector<std::string> sentences{counted(counts.reports, "report") + range_words(audit.request) +
                                     ", in " + counted(counts.reports + counts.same_text, "file") + "."};
  say_if(sentences, counts.same_text,
         counted(counts.same_text, "file") + holds(counts.same_text) +
             "the same text as another; each report counts once in a group.");
  say_if(sentences, counts.outside,
         counted(counts.outside, "file") + was(counts.outside) + "left out for the date" +
             (counts.undated > 0 ? ", " + grouped(counts.undated) + " of them without one." : "."));
  say_if(sentences, counts.unreadable, counted(counts.unreadable, "file") + " could not be read.");
  say_if(sentences, counts.not_assessed,
         counted(counts.not_assessed, "file") + was(counts.not_assessed) +
             "not in English; nothing was looked for there.");
  say_if(sentences, counts.without_abuse,
         counted(counts.without_abuse, "report") + (counts.without_abuse == 1 ? " speaks" : " speak") +
             " of no abuse: components and criteria leave them out.");
  say_if(
      sentences, counts.not_seen,
      counted(counts.not_seen, "file") + was(counts.not_seen) + "not met by the last scan, and count still.");
  say_if(sentences, counts.older,
         counted(counts.older, "report") + was(counts.older) +
             "read with older rules than the others; scan the whole archive again before comparing.");
  if (audit.too_few) sentences.push_back("Under ten reports: no figures are shown.");
  return sentences;
}

std::string hidden_sentence(const Grouping& grouping) {
  if (grouping.hidden == 0) return "";
  std::string sentence = counted(static_cast<std::int64_t>(grouping.hidden), "group") + " of “" +
                         grouping.field + (grouping.hidden == 1 ? "” is" : "” are") +
                         " not shown: under ten reports";
  if (grouping.for_safety) sentence += ", or the smallest others, so that no difference tells of those";
  return sentence + ".";
}

std::vector<std::string> limits(const Audit& audit) {
  std::vector<std::string> sentences{
      "These figures are about writing. They say nothing of how a family is, of how great a risk is, or of "
      "how "
      "well anyone works: good work that is not in the report is not in the figures.",
      "A program read the reports. It misses some things and takes some for others; read the sample by hand "
      "before you rest a decision on a figure.",
      "The interval is where the share would lie for reports of this kind, 95 times in 100, if these were "
      "drawn "
      "by chance from them. Reports of one team are alike, so the truth is less sure than it says."};
  if (audit.has_trend() || audit.cohorts || audit.comparison)
    sentences.push_back(
        "Groups differ in more than what divides them here: in kinds of report, in families, in who kept "
        "which "
        "files. A difference does not tell its cause.");
  sentences.push_back(
      "Findings in 1,000 words have no interval: they come in clusters, a few reports holding many.");
  return sentences;
}

std::string order_sentence(const Audit& audit, std::size_t shown) {
  return "The order: most components absent first, then most errors, then most warnings. It says which "
         "reports "
         "gain most from a second pair of eyes, and nothing else. " +
         counted(audit.worth_reading, "report") + (audit.worth_reading == 1 ? " has" : " have") +
         " something to look at; the first " + grouped(static_cast<std::int64_t>(shown)) + " are here.";
}

std::string sample_sentence(const Audit& audit) {
  return counted(static_cast<std::int64_t>(audit.sample.size()), "report") +
         " drawn by chance with the seed " + std::to_string(audit.request.seed) +
         (audit.request.cohort.empty() ? "" : ", each “" + audit.request.cohort + "” with its share") +
         ". The same reports and seed give the same sample everywhere.";
}

std::vector<std::string> comparison_sentences(const Comparison& comparison) {
  if (!comparison.refused.empty()) return {"Not compared: " + comparison.refused + "."};
  const CohortPair& cohorts = comparison.cohorts;
  std::vector<std::string> sentences{
      cohorts.second + " (" + counted(comparison.second_reports, "report") + ") against " + cohorts.first +
          " (" + counted(comparison.first_reports, "report") + "): a difference above nought says that " +
          cohorts.second + " has more.",
      "p is Fisher's exact test, made larger for the " + std::to_string(comparison.rows.size()) +
          " rows (Holm). A large p doesn't say that the two are alike."};
  const auto small = std::count_if(comparison.rows.begin(), comparison.rows.end(),
                                   [](const ComparedMeasure& row) { return row.small; });
  if (small > 0)
    sentences.push_back("“Small” rows rest on few reports: under thirty in a group, or under five expected.");
  if (comparison.in_both > 0)
    sentences.push_back("Some reports are in both groups; the tests take the groups for separate.");
  return sentences;
}

std::vector<std::string> ratings_sentences(const RatingsResult& ratings) {
  std::vector<std::string> sentences{
      counted(ratings.reports, "report") + was(ratings.reports) + "judged by hand, " +
          grouped(ratings.twice) + " of them by two readers.",
      "Kappa with linear weights: 1 where two always agree, 0 where they agree as chance would have it; one "
      "step "
      "apart counts half. It needs ten pairs. Where nearly all have one grade, it is low though they agree.",
      "“All” rows put several judgements of one report together, so their intervals are too narrow."};
  const auto complaints = static_cast<std::int64_t>(ratings.complaints.size());
  if (complaints > 0) sentences.push_back(counted(complaints, "row") + " could not be used.");
  return sentences;
}

}  // namespace onus
