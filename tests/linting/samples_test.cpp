#include <gtest/gtest.h>

#include <set>

#include "knowledge.h"
#include "reading/read.h"

namespace onus {
namespace {

DocumentReport lint_sample(const std::string& name) {
  Reading reading = read_file(std::string(ONUS_SOURCE_DIR) + "/corpora/samples/" + name);
  return lint(std::get<Document>(std::move(reading)), {}, knowledge());
}

const Person* person(const DocumentReport& report, std::string_view name) {
  for (const Person& candidate : report.cast.people)
    if (candidate.name == name) return &candidate;
  return nullptr;
}

TEST(Samples, TheWeakReportHasFindingsOfAllThreeFamilies) {
  const DocumentReport report = lint_sample("assessment.docx");
  EXPECT_GE(report.findings.size(), 15U);
  std::set<Family> families;
  for (const Finding& finding : report.findings)
    if (finding.category) families.insert(family_of(*finding.category));
  EXPECT_EQ(families.size(), 3U);
}

TEST(Samples, TheStrongReportIsLeftAlone) {
  const DocumentReport report = lint_sample("child-plan.docx");
  EXPECT_TRUE(report.findings.empty()) << report.findings.front().message;
  for (const ComponentCoverage& coverage : report.coverage)
    EXPECT_EQ(coverage.level, Level::specific) << name_of(coverage.component);
}

TEST(Samples, RolesComeFromWhatTheReportsState) {
  const DocumentReport weak = lint_sample("assessment.docx");
  ASSERT_NE(person(weak, "Callum Baird"), nullptr);
  EXPECT_EQ(person(weak, "Callum Baird")->role(), Role::perpetrator);
  EXPECT_EQ(person(weak, "Leanne Hart")->role(), Role::non_offending_parent);
  // The mother is the one convicted in this one; being a mother decides nothing.
  const DocumentReport mixed = lint_sample("court-statement.docx");
  EXPECT_EQ(person(mixed, "Adwoa Boakye")->role(), Role::perpetrator);
  EXPECT_EQ(person(mixed, "Kofi Amponsah")->role(), Role::non_offending_parent);
}

TEST(Samples, EveryFindingLiesInItsSentenceAndSaysWhatToDo) {
  for (const char* name : {"assessment.docx", "court-statement.docx", "child-plan.docx"}) {
    const DocumentReport report = lint_sample(name);
    for (const Finding& finding : report.findings) {
      EXPECT_FALSE(finding.span.empty()) << finding.rule;
      EXPECT_TRUE(in_source(report.document, finding.span).has_value()) << finding.rule;
      EXPECT_FALSE(finding.message.empty()) << finding.rule;
      EXPECT_FALSE(finding.suggestions.empty()) << finding.rule;
      EXPECT_EQ(finding.message.find('{'), std::string::npos) << finding.message;
      for (const Suggestion& suggestion : finding.suggestions)
        EXPECT_EQ(suggestion.text.find('{'), std::string::npos) << suggestion.text;
    }
  }
}

}  // namespace
}  // namespace onus
