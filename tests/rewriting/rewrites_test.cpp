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
    {"Ms Hart was punched by Mr Baird and fell down the stairs.",
     "Mr Baird punched Ms Hart and she fell down the stairs."},
    {"Ms Hart was held down by Mr Baird and was slapped by him.",
     "Mr Baird held Ms Hart down and slapped her."},
    {"Ms Hart was slapped, kicked and choked by Mr Baird.", "Mr Baird slapped, kicked and choked Ms Hart."},
    {"Ms Hart wasn't injured by Mr Baird.", "Mr Baird didn't injure Ms Hart."},
    {"Ms Hart had been being stalked by Mr Baird for months.",
     "Mr Baird had been stalking Ms Hart for months."},
    {"Ms Hart is going to be attacked by Mr Baird.", "Mr Baird is going to attack Ms Hart."},
    {"Ms Hart got bitten by Mr Baird.", "Mr Baird bit Ms Hart."},
    {"Was Ms Hart hit by Mr Baird?", "Did Mr Baird hit Ms Hart?"},
    {"The boy who was injured by Mr Baird is six.", "The boy whom Mr Baird injured is six."},
    {"The phone smashed by Mr Baird was new.", "The phone that Mr Baird smashed was new."},
    {"After being hit by Mr Baird, Ms Hart left.", "After Mr Baird hit her, Ms Hart left."},
    {"While she was sleeping, Ms Hart was hit by Mr Baird.", "While Ms Hart was sleeping, Mr Baird hit her."},
    {"Isla saw Ms Hart being hit by Mr Baird.", "Isla saw Mr Baird hitting Ms Hart."},
    {"Ms Hart had her hair pulled by Mr Baird.", "Mr Baird pulled Ms Hart's hair."},
    {"Ms Hart was grabbed by Mr Baird, who then threw her phone away.",
     "Mr Baird grabbed Ms Hart and then threw her phone away."},
    {"Ms Hart was the victim of an assault by Mr Baird in May.", "Mr Baird assaulted Ms Hart in May."},
    {"Ms Hart endured years of humiliation by Mr Baird.", "Mr Baird humiliated Ms Hart for years."},
    {"Ms Hart suffered a broken nose at the hands of Mr Baird.", "Mr Baird broke Ms Hart's nose."},
    {"Mr Baird's assault on Ms Hart took place in the lift.", "Mr Baird assaulted Ms Hart in the lift."},
    {"Mr Baird's violence towards Ms Hart was constant.", "Mr Baird was constantly violent towards Ms Hart."},
    {"Ms Hart claims to be afraid of Mr Baird.", "Ms Hart says that she is afraid of Mr Baird."},
    // Whose doing the second verb was isn't told: "pulled" may be what he did or what she did.
    {"Ms Hart was grabbed by Mr Baird and pulled towards the door.", ""},
    {"Ms Hart has been punched by Mr Baird, and so has her mother.", ""},
    {"Ms Hart lives with the effects of abuse inflicted by Mr Baird.",
     "Ms Hart lives with the effects of abuse that Mr Baird inflicted."},
    {"Ms Hart was spat on and called names by Mr Baird.", ""},
    // Two people whom the pronoun could mean.
    {"Mr Baird and his brother were in the hall. Ms Hart was knocked over by him.", ""},
    // A charge and a finding of a court stay as they were worded.
    {"He was charged that Ms Hart was struck by Mr Baird.", ""},
    {"The judge found that Ms Hart was struck by Mr Baird.", ""},
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
