#include "reporting/comment_text.h"

#include <array>
#include <map>

#include "components/wordings.h"
#include "reporting/advice.h"
#include "reporting/titles.h"
#include "text/ascii.h"

namespace onus {
namespace {

constexpr std::size_t kQuestions = 5;

std::string quoted_words(const DocumentReport& report, ProseSpan span) {
  return "“" + std::string(slice<ProseText>(report.document.prose, span)) + "”";
}

void say_strengths(const DocumentReport& report, std::vector<std::string>& text) {
  if (report.strengths.empty()) return;
  text.emplace_back("Done well");
  for (const Strength& strength : report.strengths)
    text.push_back("+ " + quoted_words(report, strength.span) + " " + strength.why);
}

void say_coverage(const DocumentReport& report, std::vector<std::string>& text) {
  if (report.coverage.empty()) return;
  text.emplace_back(kComponentsTitle);
  if (!report.describes_abuse) text.push_back(say(Wording::no_abuse));
  for (const std::string& question : report.questions) text.push_back("? " + question);
  for (const ComponentCoverage* coverage : shown_components(report))
    text.push_back(std::string(title_of(coverage->component)) + ": " + std::string(name_of(coverage->level)) +
                   ". " + coverage->reason);
}

void say_partnering(const DocumentReport& report, std::vector<std::string>& text) {
  if (report.partnering.empty()) return;
  text.emplace_back(kPartneringTitle);
  for (const Partnering& each : report.partnering)
    text.push_back(std::string(title_of(each.point)) +
                   (each.told.empty() ? ": not told. " + each.question
                                      : ": told, in " + quoted_words(report, each.told) + "."));
}

void say_criteria(const DocumentReport& report, std::vector<std::string>& text) {
  const std::vector<const CriterionRating*> shown = shown_criteria(report);
  if (shown.empty()) return;
  text.emplace_back(kCriteriaTitle);
  for (const CriterionRating* rating : shown) {
    std::string line =
        std::string(title_of(rating->criterion)) + ": " + spaced(name_of(rating->rating)) + ".";
    for (const std::string& reason : rating->reasons) line += " " + reason;
    text.push_back(std::move(line));
  }
}

void say_people(const DocumentReport& report, std::vector<std::string>& text) {
  std::string line;
  for (const Person& person : report.cast.people)
    if (has_telling_role(person))
      line += (line.empty() ? "" : "; ") + person.name + " (" + role_title(person) + ")";
  if (!line.empty()) text.push_back("People, as the program understood them: " + line + ".");
}

void say_left_out(const DocumentReport& report, const std::vector<std::uint32_t>& left_out,
                  std::vector<std::string>& text) {
  if (left_out.empty()) return;
  std::map<std::string, std::size_t> by_category;
  for (const std::uint32_t index : left_out) ++by_category[category_title(report.findings[index])];
  std::string line = "Without a comment of their own: " + counted(left_out.size(), "finding") + " (";
  bool first = true;
  for (const auto& [category, count] : by_category) {
    line += (first ? "" : ", ") + category + " " + std::to_string(count);
    first = false;
  }
  text.push_back(line + "). The other outputs of onus show all of them.");
}

}  // namespace

std::vector<std::string> comment_on(const DocumentReport& report, const Finding& finding, bool quoted) {
  std::vector<std::string> text;
  text.push_back(category_title(finding) + " (" + std::string(name_of(finding.severity)) + ", " +
                 finding.rule + ")" + (quoted ? ", on " + quoted_words(report, finding.span) : ""));
  text.push_back(finding.message);
  if (!finding.why.empty()) text.emplace_back(trimmed(finding.why));
  for (const Suggestion& suggestion : finding.suggestions)
    text.push_back(std::string(label_of(suggestion.kind)) + ": " + suggestion.text);
  if (!finding.reference.empty()) text.push_back("See: " + finding.reference);
  return text;
}

std::vector<std::string> opening_comment(const DocumentReport& report,
                                         const std::vector<std::uint32_t>& left_out, bool tracked_changes) {
  std::vector<std::string> text;
  text.push_back("onus read this " + spaced(name_of(report.kind)) + ": " + findings_counted(report) +
                 " It reads writing and rates no person.");
  say_strengths(report, text);
  if (const auto questions = best_questions(report, kQuestions); !questions.empty()) {
    text.emplace_back("Questions that would help most");
    for (const std::string& question : questions) text.push_back("? " + question);
  }
  text.emplace_back("Before it is disclosed");
  for (std::string& sentence : safety_of_disclosure(report)) text.push_back(std::move(sentence));
  say_coverage(report, text);
  say_partnering(report, text);
  say_criteria(report, text);
  say_people(report, text);
  if (tracked_changes)
    text.emplace_back("Tracked changes put the same facts in better grammar; accept or reject each.");
  say_left_out(report, left_out, text);
  for (const Skipped& skipped : report.document.skipped)
    text.push_back("Not read: " + skipped.what + " (" + skipped.why + ").");
  for (const Problem& problem : report.problems) text.push_back("Note: " + problem.message);
  for (const SetAside& each : report.set_aside) text.push_back(title_of(report, each));
  return text;
}

}  // namespace onus
