#include <gtest/gtest.h>

#include <string>

#include "knowledge.h"

// Levels of short reports about Ms Hart, Mr Baird, Ewan and Isla, who are declared.
namespace onus {
namespace {

const ComponentCoverage& coverage_of(const DocumentReport& report, Component component) {
  return report.coverage[static_cast<std::size_t>(component)];
}

DocumentReport read(std::string_view text) { return lint(paragraph(text), with_people(), knowledge()); }

struct Case {
  Component component;
  Level level;
  std::string_view text;
};

constexpr Component kPattern = Component::perpetrator_pattern;
constexpr Component kHarm = Component::harm_to_child;
constexpr Component kEfforts = Component::protective_efforts;
constexpr Component kImpact = Component::impact_on_child;
constexpr Component kIntersections = Component::intersections;

const Case kCases[] = {
    {kPattern, Level::absent, "Ms Hart lives in Perth. Mr Baird is a joiner."},
    {kPattern, Level::mentioned, "Mr Baird punched Ms Hart."},
    {kPattern, Level::mentioned, "Mr Baird punched Ms Hart, kicked her and slapped her every weekend."},
    {kPattern, Level::mentioned, "Mr Baird punched Ms Hart. He read her messages. He took her bank card."},
    {kPattern, Level::specific,
     "Mr Baird punched Ms Hart. He read her messages every night. He took her bank card."},
    {kPattern, Level::specific,
     "Ms Hart said that Mr Baird punched her. He read her messages every night and took her bank card."},
    {kPattern, Level::specific, "Mr Baird punched Ms Hart. He checks her phone. He takes her wages."},
    {kPattern, Level::absent, "Mr Baird did not hit Ms Hart."},
    {kPattern, Level::absent, "The court did not find that Mr Baird hit Ms Hart."},
    {kPattern, Level::absent, "Mr Baird was acquitted of strangling Ms Hart in May."},
    {kPattern, Level::absent, "Mr Baird was found not guilty of raping Ms Hart."},
    {kPattern, Level::absent, "Mr Baird denied that he had hit Ms Hart."},
    {kPattern, Level::mentioned,
     "Mr Baird punched Ms Hart. The charge of strangling Ms Hart every weekend was withdrawn. The court did "
     "not find that he took her bank card."},
    {kPattern, Level::mentioned,
     "Mr Baird punched Ms Hart. He says that Ms Hart bites him every weekend. He alleges that Ms Hart was "
     "violent."},
    {kPattern, Level::absent, "Mr Baird has never hit Ms Hart or shouted."},
    {kPattern, Level::absent, "Mr Baird pays for the football club. Mr Baird moved to Perth in 2012."},
    {kHarm, Level::absent, "Mr Baird punched Ms Hart."},
    {kHarm, Level::absent, "Mr Baird punched Ms Hart. Mr Baird pays for Ewan's football club."},
    {kHarm, Level::absent, "Mr Baird punched Ms Hart. Ewan fell off his bike and was hurt."},
    {kHarm, Level::absent, "Mr Baird punched Ms Hart. Isla writes down what she eats."},
    {kHarm, Level::absent, "Mr Baird punched Ms Hart. The court did not find that Mr Baird hit Isla."},
    {kHarm, Level::absent, "Mr Baird punched Ms Hart. In June he was acquitted of assaulting Isla."},
    {kHarm, Level::absent,
     "Mr Baird punched Ms Hart. Police took no further action on the allegation that he locked Isla in the "
     "shed."},
    {kHarm, Level::absent,
     "Mr Baird punched Ms Hart. Isla said, \"I put the chair against our door so Ewan can sleep.\""},
    {kHarm, Level::absent, "Mr Baird punched Ms Hart. Ewan may have been present for some of it."},
    {kHarm, Level::mentioned, "Mr Baird punched Ms Hart. Ewan was exposed to domestic abuse."},
    {kHarm, Level::mentioned, "Mr Baird punched Ms Hart in front of Ewan."},
    {kHarm, Level::specific, "Mr Baird slapped Ewan."},
    {kHarm, Level::specific, "Mr Baird made Ewan watch."},
    {kHarm, Level::specific, "Mr Baird questioned Isla about where Ms Hart goes."},
    {kEfforts, Level::absent, "Ms Hart failed to protect Ewan."},
    {kEfforts, Level::mentioned, "Ms Hart called the police. Ms Hart left Mr Baird."},
    {kEfforts, Level::mentioned, "Ms Hart took Ewan to school."},
    {kEfforts, Level::absent, "Mr Baird stopped Ms Hart going to her church."},
    {kEfforts, Level::absent, "Mr Baird punched Ms Hart. What does Ms Hart do to keep Ewan safe?"},
    {kEfforts, Level::absent, "Ms Hart told the officer that Mr Baird punched her."},
    {kEfforts, Level::specific,
     "Ms Hart sleeps beside Isla when Mr Baird drinks. Ms Hart took nights so that she would be home at "
     "three."},
    {kEfforts, Level::specific, "Ms Hart walked Ewan to school every day. She read Isla a story at bedtime."},
    {kEfforts, Level::absent, "Mr Baird burned Ms Hart. She told the nurse that she had spilled the tea."},
    {kHarm, Level::absent,
     "Mr Baird punched Ms Hart. The children were in bed at the time and therefore were not affected."},
    {kHarm, Level::mentioned, "Mr Baird punched Ms Hart. Ewan was in bed at the time but heard it."},
    {kHarm, Level::absent, "Mr Baird strangled Ms Hart and killed her cat."},
    {kImpact, Level::absent, "Mr Baird punched Ms Hart. Isla sleeps on the sofa and was unaffected."},
    {kImpact, Level::absent, "Mr Baird punched Ms Hart. There was no impact on the children."},
    {kImpact, Level::absent, "Ewan is eight. Isla likes football."},
    {kImpact, Level::mentioned, "The abuse had an impact on the children."},
    {kImpact, Level::absent, "Ewan hit another boy in the playground. Isla has nightmares."},
    {kImpact, Level::absent, "Mr Baird punched Ms Hart. The social worker has seen each child alone."},
    {kImpact, Level::absent, "Mr Baird made Ewan eat in the hall."},
    {kImpact, Level::mentioned,
     "Mr Baird punched Ms Hart. She lives in Perth. She works there. It is far. The shop is open. It rains "
     "there. Ewan wets the bed."},
    {kImpact, Level::specific,
     "Ms Hart was punched in June. She lives in Perth. Since that night Ewan wets the bed."},
    {kImpact, Level::specific, "Ewan wears a hood since Mr Baird cut his hair."},
    {kImpact, Level::specific, "Ewan wets the bed since Mr Baird kicked the door in."},
    {kImpact, Level::specific, "Isla flinches when Mr Baird comes home."},
    {kImpact, Level::mentioned, "Ewan is tired in class. Ms Hart was punched in June."},
    {kImpact, Level::absent, "Mr Baird punched Ms Hart. Ewan's weight is on the 50th centile."},
    {kIntersections, Level::absent, "Mr Baird punched Ms Hart."},
    {kIntersections, Level::mentioned, "Mr Baird punched Ms Hart. Ms Hart has depression."},
    {kIntersections, Level::absent, "Mr Baird punched Ms Hart. Tempers were high. Ewan has epilepsy."},
    {kIntersections, Level::specific, "Ms Hart's depression lifted when Mr Baird was in prison."},
    {kIntersections, Level::specific, "Mr Baird hid Ms Hart's medication."},
    {kIntersections, Level::mentioned,
     "Mr Baird punched Ms Hart. He said that Ms Hart is struggling with her mental health."},
    {kIntersections, Level::specific, "Mr Baird told the school that Ms Hart is mad."},
    {kIntersections, Level::specific, "Mr Baird used Ms Hart's depression against her."},
};

TEST(Coverage, Levels) {
  for (const Case& c : kCases) {
    const DocumentReport report = read(c.text);
    const ComponentCoverage& coverage = coverage_of(report, c.component);
    EXPECT_EQ(name_of(coverage.level), name_of(c.level)) << name_of(c.component) << ": " << c.text << "\n"
                                                         << coverage.reason;
  }
}

TEST(Coverage, EveryLevelHasAReasonAndEvidence) {
  for (const Case& c : kCases) {
    for (const ComponentCoverage& coverage : read(c.text).coverage) {
      EXPECT_FALSE(coverage.reason.empty()) << c.text;
      EXPECT_EQ(coverage.reason.find('{'), std::string::npos) << coverage.reason;
      EXPECT_EQ(coverage.evidence.empty(), coverage.level == Level::absent) << c.text << coverage.reason;
      EXPECT_LE(coverage.prompts.size(), 5U);
      EXPECT_TRUE(coverage.level != Level::specific || coverage.prompts.empty());
      for (const std::string& prompt : coverage.prompts)
        EXPECT_EQ(prompt.find('{'), std::string::npos) << prompt;
    }
  }
}

// Evidence doesn't overlap, and comes in the order of the text.
TEST(Coverage, EvidenceIsInOrder) {
  for (const Case& c : kCases)
    for (const ComponentCoverage& coverage : read(c.text).coverage)
      for (std::size_t i = 1; i < coverage.evidence.size(); ++i)
        EXPECT_LE(coverage.evidence[i - 1].span.end, coverage.evidence[i].span.begin) << c.text;
}

TEST(Coverage, PromptsNameTheFamily) {
  const DocumentReport report = read("Mr Baird punched Ms Hart while Ewan was upstairs.");
  const auto& prompts = coverage_of(report, kPattern).prompts;
  ASSERT_FALSE(prompts.empty());
  EXPECT_NE(prompts.front().find("Mr Baird"), std::string::npos) << prompts.front();
  const auto& efforts = coverage_of(report, kEfforts).prompts;
  ASSERT_FALSE(efforts.empty());
  EXPECT_NE(efforts.front().find("Who will read this report"), std::string::npos) << efforts.front();
}

// A quote runs to the end of its clause and not beyond it.
TEST(Coverage, QuotesAreWhole) {
  const DocumentReport report =
      read("Mr Baird gave Ms Hart £10 a week and he kept her bank card. Since then he has hit her.");
  const auto& evidence = coverage_of(report, kPattern).evidence;
  ASSERT_GE(evidence.size(), 2U);
  EXPECT_EQ(slice<ProseText>(report.document.prose, evidence[0].span), "gave Ms Hart £10 a week");
  EXPECT_EQ(slice<ProseText>(report.document.prose, evidence[1].span), "kept her bank card");
}

// It counts for the pattern and is shown with the harm to the child.
TEST(Coverage, AnActAgainstAChildIsShownOnce) {
  const DocumentReport report = read("Mr Baird slapped Ewan. Mr Baird punched Ms Hart every week.");
  EXPECT_EQ(coverage_of(report, kHarm).evidence.size(), 1U);
  EXPECT_EQ(coverage_of(report, kPattern).evidence.size(), 1U);
}

// The same words told in another section are one act.
TEST(Coverage, WhatIsToldTwiceCountsOnce) {
  const DocumentReport report = read(
      "Mr Baird punched Ms Hart in May. Mr Baird punched Ms Hart. Mr Baird punched Ms Hart. "
      "He took her bank card.");
  EXPECT_EQ(name_of(coverage_of(report, kPattern).level), "mentioned");
}

TEST(Coverage, NothingIsAskedWhereNoActIsTold) {
  const DocumentReport report = read("Ms Hart lives in Perth with Ewan and Isla. The children are well.");
  EXPECT_FALSE(report.describes_abuse);
  for (const ComponentCoverage& coverage : report.coverage) EXPECT_TRUE(coverage.prompts.empty());
  for (const CriterionRating& rating : report.criteria)
    EXPECT_EQ(name_of(rating.rating), "not-applicable") << name_of(rating.criterion);
}

// A charge isn't told by an active verb, and what he says of her shows nothing: neither is held up as done
// well.
TEST(Coverage, PraisesNoChargesAndNoClaims) {
  for (const std::string_view text :
       {"Police informed me that Mr Baird has been charged with assault on 3 May.",
        "Mr Baird said that Ms Hart is struggling with her mental health and is imagining things."})
    EXPECT_TRUE(read(text).strengths.empty()) << text;
  EXPECT_FALSE(read("Mr Baird punched Ms Hart on 3 May.").strengths.empty());
}

// An effect that stands beside an act is told with it; that it follows from it is said only where the words
// say so.
TEST(Coverage, SaysLinkedOnlyOfWhatTheWordsLink) {
  const DocumentReport beside = read("Mr Baird punched Ms Hart. Isla bites other children at nursery.");
  EXPECT_EQ(coverage_of(beside, kImpact).reason.find("linked"), std::string::npos);
  EXPECT_TRUE(beside.strengths.empty());
  const DocumentReport linked = read("Ewan wets the bed since Mr Baird kicked the door in.");
  EXPECT_NE(coverage_of(linked, kImpact).reason.find("linked"), std::string::npos);
}

// Where the parts aren't known, what is missing is who plays them.
TEST(Coverage, SaysOfNobodyUnknownThatNothingIsTold) {
  const DocumentReport report =
      lint(paragraph("Robin Pike punched Alex Amber in the face."), Settings{}, knowledge());
  for (const Component component : {kPattern, kHarm, kEfforts}) {
    const std::string& reason = coverage_of(report, component).reason;
    EXPECT_EQ(reason.find("found"), std::string::npos) << reason;
    EXPECT_NE(reason.find("not clear"), std::string::npos) << reason;
  }
}

TEST(Coverage, TellsAnActByAnyone) {
  EXPECT_TRUE(read("Ms Hart was punched.").describes_abuse);
  EXPECT_FALSE(read("Mr Baird did not hit Ms Hart.").describes_abuse);
}

// A family in difficulty: injuries with a reason, quarrels and what children do to each other. Nothing is
// then an effect of what somebody did.
TEST(Coverage, OrdinaryTroubleIsNoAbuse) {
  for (const std::string_view text :
       {"Sinéad Breen has fits. Bruising to her arms is in keeping with falls. Kacper (9) stays awake to "
        "listen "
        "for her and falls asleep in class.",
        "Lan Nguyen was knocked off her bike and her wrist was broken. Bao (14) kicked the door. Bao missed "
        "fourteen days of school.",
        "Sinéad Breen and Tomasz Wójcik had words about the bill, both shouted, Sinéad threw a tea towel. "
        "Kacper "
        "(9) wets the bed.",
        "Minh Tran checks the attendance app of Bao (14) each morning. Bao hit another boy in the yard.",
        "I asked about domestic violence and was told of none. Kacper (9) wets the bed."}) {
    const DocumentReport report = lint(paragraph(text), Settings{}, knowledge());
    EXPECT_FALSE(report.describes_abuse) << text;
    for (const ComponentCoverage& coverage : report.coverage)
      EXPECT_EQ(name_of(coverage.level), "absent") << text << ": " << coverage.reason;
  }
  for (const std::string_view text :
       {"Sinéad Breen was punched and her wrist was broken.", "Tomasz Wójcik strangled Sinéad Breen.",
        "Tomasz Wójcik took Sinéad Breen's bank card and reads Sinéad Breen's messages every night."})
    EXPECT_TRUE(lint(paragraph(text), Settings{}, knowledge()).describes_abuse) << text;
}

// What a court did not find and what one side says of the other is no example of telling who did what.
TEST(Coverage, WhatWasNotFoundIsNotPraised) {
  for (const std::string_view text :
       {"The court did not find that Mr Baird hit Isla in May.",
        "On 14 June Mr Baird was acquitted of assaulting Isla.",
        "Police took no further action on the allegation that Mr Baird locked Isla in the shed every night.",
        "Mr Baird said that Ms Hart is imagining things and that her bipolar is getting worse.",
        "Mr Baird denied that he had hit Isla in May."}) {
    const DocumentReport report = read("Mr Baird punched Ms Hart. " + std::string(text));
    for (const Strength& strength : report.strengths)
      EXPECT_FALSE(report.document.prose.substr(strength.span.begin, strength.span.end - strength.span.begin)
                       .find(text) != std::string::npos)
          << text << ": " << strength.why;
  }
}

}  // namespace
}  // namespace onus
