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

std::vector<PlanAction> actions_in(std::string_view text) {
  Document document = paragraph(text);
  document.blocks[0].kind = BlockKind::list_item;
  Settings settings = with_people();
  settings.people.professionals = {"Ms Orr"};
  DocumentReport report = lint(document, settings, knowledge());
  const Clauses clauses = find_clauses(report.analysis);
  Narrative narrative =
      narrate(report.document, report.analysis, clauses, report.cast, report.events, DocumentKind::plan);
  narrative.sections.assign(1, Section::plan);
  const Matcher matcher(narrative, knowledge().components.vocabulary);
  return plan_actions(look_at(matcher, find_matches(matcher, {&knowledge().components.index}).front(),
                              report.findings, knowledge().components));
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
};

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
