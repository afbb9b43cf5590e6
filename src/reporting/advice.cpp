#include "reporting/advice.h"

#include <algorithm>
#include <array>

#include "components/evidence.h"

namespace onus {
namespace {

// It has a place of its own: safety_of_disclosure.
bool is_about_safety(std::string_view prompt) { return prompt.starts_with("Who will read this report?"); }

std::vector<std::string_view> questions_of(const ComponentCoverage& coverage) {
  std::vector<std::string_view> list;
  for (const std::string& prompt : coverage.prompts)
    if (!is_about_safety(prompt)) list.push_back(prompt);
  return list;
}

}  // namespace

std::vector<std::string> best_questions(const DocumentReport& report, std::size_t most) {
  std::vector<std::vector<std::string_view>> lists;
  for (const Level level : {Level::absent, Level::mentioned})
    for (const ComponentCoverage& coverage : report.coverage)
      if (coverage.level == level) lists.push_back(questions_of(coverage));
  std::vector<std::string> best;
  for (std::size_t round = 0; round < 5; ++round)
    for (const auto& list : lists)
      if (round < list.size() && best.size() < most) best.emplace_back(list[round]);
  return best;
}

std::vector<const ComponentCoverage*> shown_components(const DocumentReport& report) {
  std::vector<const ComponentCoverage*> shown;
  for (const ComponentCoverage& each : report.coverage)
    if (report.describes_abuse || each.level != Level::absent) shown.push_back(&each);
  return shown;
}

std::vector<const CriterionRating*> shown_criteria(const DocumentReport& report) {
  std::vector<const CriterionRating*> shown;
  for (const CriterionRating& each : report.criteria)
    if (report.describes_abuse && each.rating != Rating::not_applicable) shown.push_back(&each);
  return shown;
}

std::vector<std::string> safety_of_disclosure(const DocumentReport& report) {
  std::vector<std::string> sentences;
  if (report.describes_abuse) {
    const Names names = family_names(report.cast);
    sentences.push_back("Who will read this report? If " + names.perpetrator + " may, leave out where " +
                        names.survivor + " and " + names.child +
                        " are, what is planned for their safety, and who helps in secret.");
    sentences.push_back(
        "A new address, a refuge, a new school or a friend who helps can tell where someone is. Write that " +
        names.survivor +
        " keeps the children safe, and keep the details where only those who need them can read them.");
  }
  sentences.emplace_back(
      "These notes are for the writer and for supervision. Take them out before the report goes to anyone "
      "else.");
  return sentences;
}

}  // namespace onus
