#include "components/plan.h"

#include <gtest/gtest.h>

#include <string>

#include "components/assess.h"
#include "knowledge.h"

namespace onus {
namespace {

struct Case {
  std::string_view text;
  std::string_view owner;  // role, or "" where there is no action
  std::string_view marks;  // of: about behaviour attendance check date answerable joint
};

std::string marks_of(const PlanAction& action) {
  std::string marks;
  const auto add = [&](bool there, std::string_view name) {
    if (there) marks += (marks.empty() ? "" : " ") + std::string(name);
  };
  add(action.about_abuse, "about");
  add(action.behaviour, "behaviour");
  add(action.attendance, "attendance");
  add(action.check, "check");
  add(action.date, "date");
  add(action.answerable, "answerable");
  add(action.joint, "joint");
  return marks;
}

std::vector<PlanAction> actions_of(Document document, Section section) {
  Settings settings = with_people();
  settings.people.professionals = {"Ms Orr"};
  DocumentReport report = lint(document, settings, knowledge());
  const Clauses clauses = find_clauses(report.analysis);
  Narrative narrative =
      narrate(report.document, report.analysis, clauses, report.cast, report.events, DocumentKind::plan);
  narrative.sections.assign(narrative.sections.size(), section);
  const Matcher matcher(narrative, knowledge().components.vocabulary);
  return plan_actions(look_at(matcher, find_matches(matcher, {&knowledge().components.index}).front(),
                              report.findings, knowledge().components, nullptr));
}

std::vector<PlanAction> actions_in(std::string_view text) {
  Document document = paragraph(text);
  document.blocks[0].kind = BlockKind::list_item;
  return actions_of(std::move(document), Section::plan);
}

// A line and one item below it, in a section that isn't called a plan.
std::vector<PlanAction> actions_below(std::string_view line, std::string_view item) {
  Document document = paragraph(line);
  Block block = document.blocks[0];
  block.kind = BlockKind::list_item;
  document.prose += "\n\n" + std::string(item);
  block.span = {static_cast<std::uint32_t>(line.size()) + 2,
                static_cast<std::uint32_t>(document.prose.size())};
  document.blocks.push_back(block);
  return actions_of(std::move(document), Section::body);
}

const Case kCases[] = {
    {"Mr Baird will attend the Caledonian programme.", "perpetrator", "about attendance"},
    {"Mr Baird will not contact Ms Hart.", "perpetrator", "about behaviour"},
    {"Mr Baird will send no messages to Ms Hart.", "perpetrator", "about behaviour"},
    {"Mr Baird to return the passport by 14 May.", "perpetrator", "about behaviour date"},
    {"Ms Hart will take Ewan to the dentist in June.", "non-offending-parent", "date"},
    {"Ms Hart to ensure that Mr Baird has no contact.", "non-offending-parent", "about behaviour answerable"},
    {"Ms Orr will visit Ewan at school every two weeks.", "professional", "check date"},
    {"The weather was fine.", "", ""},
    {"Mr Baird: comply with the order.", "perpetrator", "about"},
    {"Ms Hart carry on with the reading.", "non-offending-parent", ""},
    {"Mr Baird will stop texting and ringing Ms Hart.", "perpetrator", "about behaviour"},
    {"Mr Baird will be able to say what he has done.", "perpetrator", "behaviour"},
    {"Ms Orr to ensure that Mr Baird has no contact.", "professional", "about behaviour"},
    {"Mr Baird punched Ms Hart in June.", "", ""},
};

TEST(Plan, AnItemBelongsToWhomTheLineAboveNames) {
  const auto actions =
      actions_below("Mr Baird will:", "stop ringing Ms Hart; Ms Orr will ask her every Friday.");
  ASSERT_EQ(actions.size(), 1U);
  EXPECT_EQ(name_of(actions[0].role), "perpetrator");
  EXPECT_TRUE(actions[0].behaviour && actions[0].check && actions[0].date);
}

TEST(Plan, MayBeAListOfActionsAnywhere) {
  EXPECT_EQ(actions_below("Actions:", "Mr Baird to leave the house.").size(), 1U);
  EXPECT_EQ(actions_below("Outcome", "Mr Baird to leave the house.").size(), 1U);
  EXPECT_TRUE(actions_below("Ms Hart said:", "Mr Baird took her bank card.").empty());
}

TEST(Plan, Actions) {
  for (const Case& c : kCases) {
    const auto actions = actions_in(c.text);
    if (c.owner.empty()) {
      EXPECT_TRUE(actions.empty()) << c.text;
      continue;
    }
    ASSERT_EQ(actions.size(), 1U) << c.text;
    EXPECT_EQ(name_of(actions[0].role), c.owner) << c.text;
    EXPECT_EQ(marks_of(actions[0]), c.marks) << c.text;
  }
}

}  // namespace
}  // namespace onus
