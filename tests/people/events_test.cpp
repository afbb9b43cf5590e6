#include <gtest/gtest.h>

#include "people/telling.h"

namespace onus::test {
namespace {

// "Mr Baird > Ms Hart: physical", one event a line, in their order.
std::string events_of(const Told& told) {
  std::string out;
  for (const Event& event : told.events) {
    if (!out.empty()) out += "; ";
    out += (event.agent_in_sentence ? told.name(event.agent) : "none") + " >";
    for (const std::uint32_t target : event.target) out += " " + told.name(target);
    out += ": " + std::string(name_of(event.tactic));
    if (event.standing != Standing::unstated) out += " " + std::string(name_of(event.standing));
    if (event.negated) out += " negated";
  }
  return out;
}

struct Case {
  const char* text;
  const char* events;
};

TEST(Events, AgentsAndTargets) {
  const Case cases[] = {
      {"Mr Baird punched Ms Hart.", "Mr Baird > Ms Hart: physical"},
      {"Ms Hart was punched by Mr Baird.", "Mr Baird > Ms Hart: physical"},
      {"Ms Hart was strangled.", "none > Ms Hart: physical"},
      {"Ms Hart said that Mr Baird had kicked her.", "Mr Baird > Ms Hart: physical alleged"},
      {"Mr Baird admitted that he had kicked Ms Hart.", "Mr Baird > Ms Hart: physical admitted"},
      {"Mr Baird denied that he had kicked Ms Hart.", "Mr Baird > Ms Hart: physical disputed"},
      {"Mr Baird did not punch Ms Hart.", "Mr Baird > Ms Hart: physical negated"},
      {"Mr Baird locked Ms Hart out.", "Mr Baird > Ms Hart: deprivation"},
      {"Mr Baird took Ms Hart's bank card.", "Mr Baird > Ms Hart: economic"},
      {"Mr Baird would not let Ms Hart see her family.", "Mr Baird > Ms Hart: isolation"},
      {"Mr Baird breached the order.", "Mr Baird >: post-separation"},
  };
  for (const Case& c : cases) EXPECT_EQ(events_of(tell(c.text)), c.events) << c.text;
}

// What counts only from someone of whom other acts are told.
TEST(Events, ActsOfAPattern) {
  const std::string pattern =
      "Mr Baird punched Ms Hart in March. Mr Baird strangled Ms Hart in May. Mr Baird threatened Ms Hart. ";
  const Case cases[] = {
      {"Mr Baird counts the coins in Ms Hart's purse.", "Mr Baird > Ms Hart: economic"},
      {"Mr Baird told Ms Hart that she would be next.", "Mr Baird > Ms Hart: threat"},
      {"Mr Baird came to Ms Hart's gym.", "Mr Baird > Ms Hart: stalking"},
      {"Mr Baird told the social worker that Ms Hart was late.", ""},
      {"Mr Baird read Ewan a story.", ""},
  };
  for (const Case& c : cases) {
    const std::string all = events_of(tell(pattern + c.text)), first = events_of(tell(pattern));
    const bool more = all.size() > first.size();
    EXPECT_EQ(more, c.events[0] != '\0') << c.text << ": " << all;
    EXPECT_EQ(events_of(tell(c.text)).empty() || c.events[0] == '\0', true) << c.text << " without a pattern";
  }
}

TEST(Events, AgentsThatTheParseMayMiss) {
  const Case cases[] = {
      {"Ms Hart said he kicked the door.", "? >: property alleged"},
      {"Mr Baird denied hitting Ms Hart.", "Mr Baird > Ms Hart: physical disputed"},
      {"Mr Baird has a conviction for assaulting Ms Hart.", "Mr Baird > Ms Hart: physical"},
      {"Mr Baird slapped Ms Hart, kicked her and then spat at her.",
       "Mr Baird > Ms Hart: physical; Mr Baird > Ms Hart: physical; Mr Baird > Ms Hart: physical"},
  };
  for (const Case& c : cases) EXPECT_EQ(events_of(tell(c.text)), c.events) << c.text;
}

TEST(Events, AccountsArentActs) {
  const Case cases[] = {
      {"Ms Hart says Mr Baird told her nobody would find the body.", "Mr Baird > Ms Hart: threat alleged"},
      {"The court convicted Mr Baird of assaulting Ms Hart.", "Mr Baird > Ms Hart: physical convicted"},
      {"Mr Baird breached his bail twice.", "Mr Baird >: post-separation"},
      {"Ms Hart sustained a cut above the eye.", "none > Ms Hart: physical"},
      {"Ms Hart disclosed violence from Mr Baird.", "Mr Baird > Ms Hart: physical"},
  };
  for (const Case& c : cases) EXPECT_EQ(events_of(tell(c.text)), c.events) << c.text;
}

TEST(Events, WhatACourtFound) {
  const Told told = tell(
      "| Finding | Outcome |\n|---|---|\n| Mr Baird slapped Ms Hart | Found |\n| Ms Hart kicked Mr Baird | "
      "Not "
      "found |\n");
  EXPECT_EQ(events_of(told),
            "Mr Baird > Ms Hart: physical found; Ms Hart > Mr Baird: physical disputed negated");
}

TEST(Events, WhatIsNone) {
  const char* texts[] = {
      "Mr Baird took his bank card.",
      "Ms Hart may be hurt.",
      "Police checked the phone records.",
      "The social worker will check the messages.",
      "Ms Hart took Ewan to school.",
      "The school followed the procedure.",
      "Ms Hart was exhausted.",
  };
  for (const char* text : texts) EXPECT_EQ(events_of(tell(text)), "") << text;
}

TEST(Events, TimesAndFrequencies) {
  const Told told = tell("Mr Baird checked her phone every night. In March 2020 Mr Baird slapped Ms Hart.");
  ASSERT_EQ(told.events.size(), 2U);
  EXPECT_EQ(told.text(told.events[0].frequency), "every night");
  EXPECT_EQ(told.text(told.events[1].when), "In March 2020");
}

TEST(Events, HarmVerbs) {
  for (const char* verb : {"punch", "strangle", "threaten", "rape", "humiliate", "stalk"})
    EXPECT_TRUE(act_words().is_harm_verb(verb)) << verb;
  for (const char* verb : {"tell", "take", "give", "refer", "visit", "arrest"})
    EXPECT_FALSE(act_words().is_harm_verb(verb)) << verb;
}

}  // namespace
}  // namespace onus::test
