#include "components/partnering.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "knowledge.h"

namespace onus {
namespace {

// A line for each point: "+ point" where it is told, "? point" where it is asked for.
std::string shown(std::string_view text, DocumentKind kind = DocumentKind::assessment) {
  Settings settings = with_people();
  settings.kind = kind;
  std::string lines;
  for (const Partnering& each : lint(paragraph(text), settings, knowledge()).partnering) {
    EXPECT_NE(each.told.empty(), each.question.empty());
    lines += (each.told.empty() ? "? " : "+ ") + std::string(name_of(each.point)) + "\n";
  }
  return lines;
}

constexpr std::string_view kAct = "Mr Baird punched Ms Hart in March. ";

TEST(Partnering, IsAskedForWhereItIsNotTold) {
  EXPECT_EQ(shown(kAct),
            "? earlier-relationships\n? childs-own-words\n? efforts-asked-about\n? efforts-credited\n"
            "? efforts-told-back\n");
}

TEST(Partnering, IsFoundWhereItIsTold) {
  EXPECT_EQ(
      shown(std::string(kAct) +
            "His previous partner left him in 2015. Since the separation he has sent forty messages a day. "
            "Ewan told his teacher that he hides the car keys. The worker asked Ms Hart what she does to "
            "keep the children calm. Ms Hart is a protective parent. The worker told Ms Hart that her "
            "routines had kept the children safe."),
      "+ earlier-relationships\n+ since-separation\n+ childs-own-words\n+ efforts-asked-about\n"
      "+ efforts-credited\n+ efforts-told-back\n");
}

TEST(Partnering, IsNotToldByWhatWasNotPossible) {
  const std::string lines =
      shown(std::string(kAct) + "I was unable to speak to Ms Hart alone. Her previous " +
            "partner was also violent.");
  EXPECT_NE(lines.find("? efforts-asked-about"), std::string::npos) << lines;
}

TEST(Partnering, FindsAChildsWordsBehindAColon) {
  for (const std::string_view words :
       {"Ewan told Mrs N: \"He makes Isla stand in the hall.\"", "Isla to the worker: “He squeezed my ear.”"})
    EXPECT_NE(shown(std::string(kAct) + std::string(words)).find("+ childs-own-words"), std::string::npos)
        << words;
  EXPECT_NE(shown(std::string(kAct) + "Ms Hart to the worker: “He squeezed my ear.”").find("? childs-own"),
            std::string::npos);
}

// A quotation is shown whole, and rather than what is only reported.
TEST(Partnering, ShowsTheChildsOwnWords) {
  const std::string text = std::string(kAct) +
                           "Ewan told his teacher that he is tired. Ewan said: “I had to "
                           "pick. I picked wrong.” He likes football.";
  const DocumentReport report = lint(paragraph(text), with_people(), knowledge());
  const auto words =
      std::ranges::find(report.partnering, PartneringPoint::childs_own_words, &Partnering::point);
  ASSERT_NE(words, report.partnering.end());
  EXPECT_EQ(report.document.prose.substr(words->told.begin, words->told.size()),
            "Ewan said: “I had to pick. I picked wrong.”");
}

TEST(Partnering, AfterASeparationIsAskedForOnlyWhereThereWasOne) {
  EXPECT_NE(shown(std::string(kAct) + "Ms Hart moved out in June.").find("? since-separation"),
            std::string::npos);
}

TEST(Partnering, IsNotExpectedOfEveryDocument) {
  EXPECT_EQ(shown(kAct, DocumentKind::chronology), "");
  EXPECT_EQ(shown("Ewan likes football. Ms Hart works at the bakery."), "");
}

TEST(HiddenAbuse, IsAskedAboutOnceWhereTheWordingSuggestsIt) {
  const auto questions = [](std::string_view text) {
    const DocumentReport report = lint(paragraph(text), with_people(), knowledge());
    EXPECT_FALSE(report.describes_abuse);
    return report.questions.size();
  };
  EXPECT_EQ(questions("The couple have a volatile relationship."), 1U);
  EXPECT_EQ(questions("Ewan likes football. Ms Hart works at the bakery."), 0U);
}

}  // namespace
}  // namespace onus
