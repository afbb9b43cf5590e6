#include <gtest/gtest.h>

#include "knowledge.h"

namespace onus {
namespace {

struct Case {
  std::string_view text;
  std::string_view
      rewritten;  // the whole text with the best rewrite applied; empty: no rewrite may be offered
};

constexpr Case kCases[] = {
    {"Ms Hart was punched by Mr Baird.", "Mr Baird punched Ms Hart."},
    {"She was punched in the face by him.", "He punched her in the face."},
    {"Ms Hart has been repeatedly threatened by Mr Baird.", "Mr Baird has repeatedly threatened Ms Hart."},
    {"Ms Hart was being followed by Mr Baird.", "Mr Baird was following Ms Hart."},
    {"Ewan may have been hit by Mr Baird.", "Mr Baird may have hit Ewan."},
    {"In March, Ms Hart was beaten by Mr Baird in the car.", "In March, Mr Baird beat Ms Hart in the car."},
    {"The children were spat at by Mr Baird.", "Mr Baird spat at the children."},
    {"Ms Hart said that she was kicked by Mr Baird.", "Ms Hart said that Mr Baird kicked her."},
    {"They were threatened by two men.", "Two men threatened them."},
    {"Ms Hart claims that Mr Baird hit her.", "Ms Hart says that Mr Baird hit her."},
    {"Ms Hart claimed that Mr Baird took her phone.", "Ms Hart said that Mr Baird took her phone."},
    // Nothing that the sentence itself doesn't hold.
    {"Ms Hart was punched in the face.", ""},
    // Words of somebody else stay as they are.
    {"Ewan said, “Mum was hit by Dad.”", ""},
    // Two verbs share the subject; turning one would leave the other without.
    {"Ms Hart was punched by Mr Baird and fell down the stairs.", ""},
};

std::string best_rewrite(std::string_view text) {
  const DocumentReport report = lint(paragraph(text), with_people(), knowledge());
  for (const Finding& finding : report.findings)
    for (const Suggestion& suggestion : finding.suggestions)
      if (suggestion.kind == SuggestionKind::rewrite) {
        std::string result(text);
        return result.replace(suggestion.span.begin, suggestion.span.size(), suggestion.text);
      }
  return "";
}

TEST(Rewrites, KeepTheFactsAndTurnTheSentence) {
  for (const Case& example : kCases) EXPECT_EQ(best_rewrite(example.text), example.rewritten) << example.text;
}

TEST(Rewrites, LeaveNothingToFindInTheirPlace) {
  for (const Case& example : kCases) {
    if (example.rewritten.empty()) continue;
    const auto before = lint(paragraph(example.text), with_people(), knowledge()).findings.size();
    EXPECT_LT(lint(paragraph(example.rewritten), with_people(), knowledge()).findings.size(), before)
        << example.rewritten;
  }
}

TEST(Reframes, LeaveASlotForTheOneWhoDidIt) {
  const DocumentReport report =
      lint(paragraph("Ms Hart was punched in the face."), with_people(), knowledge());
  ASSERT_FALSE(report.findings.empty());
  const Suggestion& best = report.findings[0].suggestions.at(0);
  EXPECT_EQ(best.kind, SuggestionKind::reframe);
  EXPECT_EQ(best.text, "[name of the person who did this] punched Ms Hart");
  EXPECT_EQ(best.slots, std::vector<std::string>{"name of the person who did this"});
}

}  // namespace
}  // namespace onus
