#include <gtest/gtest.h>

#include <algorithm>

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
      {"Mr Baird was convicted and was fined £300.", ""},
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

// Verbs that the tagger takes for something else, subjects that stand right before the verb, agents whose
// by-phrase or owner is a longer noun.
TEST(Events, AgentsByTheOrderOfTheWords) {
  const std::string who = "Perpetrator: Callum Baird\n\nVictim: Leanne Hart\n\nChildren: Ewan Hart (9)\n\n";
  const Case cases[] = {
      {"Mr Baird burned Ewan's football boots.", "Callum Baird > Ewan Hart"},
      {"Mr Baird hands Ms Hart a fiver on Mondays.", "Callum Baird > Leanne Hart"},
      {"Ewan told his teacher \"Mr Baird pulled Mum off the chair\".", "Callum Baird >"},
      {"Night of the 31 Mr Baird put Ms Hart out of the house.", "Callum Baird > Leanne Hart"},
      {"Mr Baird was parked outside Ms Hart's work.", "Callum Baird > Leanne Hart"},
      {"Mr Baird texted Ms Hart a photograph of a coffin.", "Callum Baird > Leanne Hart"},
      {"Mr Baird checks the mileage on Ms Hart's car and Ms Hart has to send a photo of her desk.",
       "Callum Baird > Leanne Hart"},
  };
  for (const Case& c : cases) {
    const std::string all = events_of(tell(who + c.text));
    EXPECT_TRUE(all.find(c.events) != std::string::npos) << c.text << ": " << all;
    EXPECT_EQ(all.find("Leanne Hart >"), std::string::npos) << c.text << ": " << all;
  }
}

// The subject that notes leave out isn't whoever a pronoun before it last meant.
TEST(Events, SubjectsOverAList) {
  const std::string all = events_of(
      tell("Wiremu was alone with the baby. Wiremu disclosed that Carys:\n\n- throws things at him\n- burnt "
           "his arm\n- punched him"));
  EXPECT_NE(all.find("Carys >"), std::string::npos) << all;
  EXPECT_EQ(all.find("Wiremu >"), std::string::npos) << all;
}

TEST(Events, WhatIsUsedToBeDone) {
  const Told told = tell(
      "Perpetrator: Callum Baird\n\nVictim: Leanne Hart\n\nMr Baird used to lock her in the "
      "bathroom.");
  EXPECT_NE(
      std::find_if(told.events.begin(), told.events.end(), [](const Event& e) { return e.act == "lock"; }),
      told.events.end());
}

TEST(Events, SubjectsThatNotesLeaveOut) {
  const std::string who = "Perpetrator: Callum Baird\n\nVictim: Leanne Hart\n\n";
  for (const char* text : {"Mr Baird said she was out. Smashed the phone.",
                           "Mr Baird hit Ms Hart. She rang police. Pulled her hair."}) {
    const std::string all = events_of(tell(who + text));
    EXPECT_FALSE(all.empty()) << text;
    EXPECT_EQ(all.find("Leanne Hart >"), std::string::npos) << text << ": " << all;
  }
}

// Officers go on where a note tells of an arrest by one of them.
TEST(Events, WhatOfficersDoNext) {
  for (const char* text : {"Callum Baird was arrested by PC Hall. Took the phone of Leanne Hart.",
                           "Callum Baird was detained by PC Hall. Searched the house and took her phone."})
    EXPECT_EQ(events_of(tell("Perpetrator: Callum Baird\n\nVictim: Leanne Hart\n\n" + std::string(text)))
                  .find("Callum Baird >"),
              std::string::npos)
        << text;
}

// An act told without its agent, and then who did it.
TEST(Events, WhoDidIt) {
  const std::string all = events_of(tell("Ms Hart was hit in the face. She said that Mr Baird did it."));
  EXPECT_NE(all.find("Mr Baird > Ms Hart: physical alleged"), std::string::npos) << all;
}

// Notes leave out the auxiliary of a passive; who did it isn't told.
TEST(Events, PassivesOfNotes) {
  const std::string who = "Perpetrator: Callum Baird\n\nVictim: Leanne Hart\n\n";
  for (const char* text : {"Ms Hart's phone smashed.", "Windows kicked in.", "Door kicked in at 2 am."}) {
    const std::string all = events_of(tell(who + text));
    EXPECT_EQ(all.substr(0, 6), "none >") << text << ": " << all;
  }
}

// What no frame of the lists has, told by what stands beside the verb: acts before and after, the one who
// tells of it, how often, what is named.
TEST(Events, ConductByWhatStandsBesideIt) {
  const std::string who = "Perpetrator: Callum Baird\n\nVictim: Leanne Hart\n\nChildren: Ewan Hart (9)\n\n";
  struct {
    const char* text;
    const char* act;
  } const told[] = {
      {"Mr Baird read the mileage on her car every evening and rang her at work at ten and at four.", "rang"},
      {"Ewan said that Mr Baird takes her plate away and scrapes it into the bin.", "scrapes"},
      {"Mr Baird has parked by Ms Hart's gate on eleven mornings.", "parked"},
      {"Mr Baird told the priest that Ms Hart was possessed.", "told"},
      {"Mr Baird would not let Ms Hart sit at the table.", "let"},
  };
  for (const auto& c : told) {
    const Told found = tell(who + c.text);
    EXPECT_TRUE(std::any_of(found.events.begin(), found.events.end(), [&](const Event& e) {
      return found.text(e.span).starts_with(c.act);
    })) << c.text;
  }
  // Talk to professionals, what was done about it, and what is praised.
  for (const char* text :
       {"Mr Baird says that Ms Hart bruises easily.", "Mr Baird was arrested and bailed to his brother's.",
        "It is to his credit that Mr Baird took Ewan to the park.",
        "Mr Baird told the panel that he drank because he had lost his job.",
        "Mr Baird has a conviction for fraud."})
    EXPECT_TRUE(tell(who + text).events.empty()) << text;
}

// Whoever is told to have done several acts is known by what else he does, somebody who struck back once
// isn't.
TEST(Events, ConductShowsAPattern) {
  const Told told = tell(
      "Children: Ewan Hart (9)\n\nLeanne Hart said that Callum Baird slapped her and that Callum Baird spat "
      "at her. "
      "Callum Baird kept her bank card. Callum Baird took her keys. Callum Baird scrapes her dinner into the "
      "bin.");
  const std::uint32_t who = told.who("Callum Baird");
  ASSERT_NE(who, kNone);
  EXPECT_EQ(told.people.cast.people[who].role(), Role::perpetrator);
}

// What is said belongs to the act.
TEST(Events, SayingsAreWhole) {
  const Told told = tell(
      "Perpetrator: Callum Baird\n\nVictim: Leanne Hart\n\nMr Baird told Ms Hart that he would burn the "
      "house down.");
  ASSERT_FALSE(told.events.empty());
  EXPECT_NE(told.text(told.events.front().span).find("burn the house"), std::string::npos);
}

// "Her wages were paid into his account": whoever gets them, who isn't said to have done it.
TEST(Events, WhoeverReceives) {
  const Told told = tell(
      "Perpetrator: Callum Baird\n\nVictim: Leanne Hart\n\nMs Hart's wages were paid into Mr "
      "Baird's account.");
  ASSERT_EQ(told.events.size(), 1U);
  EXPECT_EQ(told.name(told.events.front().agent), "Callum Baird");
  EXPECT_FALSE(told.events.front().agent_in_sentence);
}

// The one person who uses violence does the like to the same one in the next sentence.
TEST(Events, AgentsOfTheSentenceBeside) {
  const std::string who = "Perpetrator: Callum Baird\n\nVictim: Leanne Hart\n\n";
  const auto agent_of_first = [&](const std::string& text) {
    const Told told = tell(who + text);
    return told.events.empty() ? std::string("none") : told.name(told.events.front().agent);
  };
  EXPECT_EQ(agent_of_first("Ms Hart was pushed against the sink. Mr Baird then slapped Ms Hart."),
            "Callum Baird");
  EXPECT_EQ(agent_of_first("Ms Hart was pushed against the sink. Mr Baird then slapped Ms Hart's cousin."),
            "?");
  EXPECT_EQ(
      agent_of_first("Ms Hart was pushed against the sink. Ms Hart's brother was there. Mr Baird slapped Ms "
                     "Hart."),
      "?");
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

// What somebody does beside a blow, and reaches nobody.
TEST(Events, OrdinaryDoingsBesideABlow) {
  const std::string who = "Perpetrator: Callum Baird\n\nVictim: Leanne Hart\n\n";
  for (const char* text : {"He slapped Leanne Hart and swallowed two tablets.",
                           "He punched Leanne Hart and vomited in the garden.",
                           "He strangled her, then telephoned the ambulance.", "He kicked her and sneezed.",
                           "He slapped her, was sorry and wept."})
    EXPECT_EQ(tell(who + text).events.size(), 1U) << text;
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

// What an allegation came to is told with it, and it is never "found".
TEST(Events, OutcomesOfAllegations) {
  const Case cases[] = {
      {"The court did not find that Callum hit Isla.", "not found"},
      {"The judge could not find that Callum kicked Leanne.", "not found"},
      {"The judge was not satisfied that Callum hit Leanne.", "not found"},
      {"The court made no finding that Callum hit Isla.", "not found"},
      {"It was not proved that Callum punched Leanne.", "not found"},
      {"The allegation that Callum strangled Leanne was not proved.", "not found"},
      {"The assault on Leanne was not proved.", "not found"},
      {"On 14 June he was acquitted of assaulting Isla.", "acquitted"},
      {"Callum was found not guilty of raping Leanne.", "acquitted"},
      {"The jury acquitted Callum of strangling Leanne.", "acquitted"},
      {"He was cleared of stalking Leanne.", "acquitted"},
      {"He was acquitted of an assault on Leanne.", "acquitted"},
      {"The charge of strangling Leanne was withdrawn.", "withdrawn"},
      {"Charges of assaulting Leanne were dropped.", "withdrawn"},
      {"The Crown Prosecution Service dropped the charge that Callum had raped Leanne.", "withdrawn"},
      {"The case against Callum for kicking Leanne was discontinued.", "withdrawn"},
      {"Callum was charged with assaulting Leanne. The charge was dropped.", "withdrawn"},
      {"Police took no further action on the allegation that Callum locked Isla in the shed.",
       "no further action"},
      {"He was arrested for punching Leanne and no further action was taken.", "no further action"},
      {"Callum pleaded not guilty to assaulting Leanne.", "denied"},
      {"The court found that Callum hit Isla.", ""},
      {"Callum was convicted of assaulting Leanne.", ""},
      {"Callum was found guilty of assaulting Leanne.", ""},
      {"Callum was charged with assaulting Leanne.", ""},
      {"Callum was acquitted of theft and then hit Leanne.", ""},
      {"The charge was dropped after Callum threatened Leanne.", ""},
      {"Police took no further action although Callum had hit Leanne.", ""},
  };
  for (const Case& c : cases) {
    const Told told =
        tell("Perpetrator: Callum Baird\n\nVictim: Leanne Hart\n\nChildren: Isla Baird (4)\n\n" +
             std::string(c.text));
    ASSERT_FALSE(told.events.empty()) << c.text;
    const Event& event = told.events.front();
    EXPECT_EQ(words_for(event.outcome), c.events) << c.text;
    EXPECT_EQ(event.standing == Standing::disputed, c.events[0] != '\0') << c.text;
  }
}

// A court that didn't find an act raises nobody's standing.
TEST(Events, WhatWasNotFoundRaisesNoRole) {
  const Told told = tell(
      "Ms Hart lives with Mr Baird. Mr Baird punched Ms Hart in January. He threatened to kill her. He "
      "strangled her in May. He smashed her phone. The court did not find that Mr Baird hit her with a "
      "belt.");
  const std::uint32_t him = told.who("Mr Baird");
  ASSERT_NE(him, kNone);
  ASSERT_TRUE(told.people.cast.people[him].plays(Role::perpetrator));
  EXPECT_NE(told.people.cast.people[him].roles.front().standing, Standing::found);
}

// Each of several that-clauses has the teller of the first.
TEST(Events, TellersOfCoordinatedClauses) {
  const char* const texts[] = {
      "Leanne told me that Callum keeps the car key, that he reads her letters, and that in January he "
      "stopped "
      "her going to the funeral.",
      "Leanne said that Callum locks the door, that he hides the key and that in May he cut up her coat.",
      "Leanne said that Callum hit her and that on the Friday before that he had kicked her."};
  for (const char* text : texts) {
    const Told told = tell("Perpetrator: Callum Baird\n\nVictim: Leanne Hart\n\n" + std::string(text));
    EXPECT_GE(told.events.size(), 2U) << text;
    for (const Event& event : told.events) {
      EXPECT_EQ(told.name(event.told_by), "Leanne Hart") << text << ": " << told.text(event.span);
      EXPECT_EQ(event.standing, Standing::alleged) << text;
    }
  }
}

// What a party writes in a statement is that party's account.
TEST(Events, APartysOwnStatement) {
  const Told told = tell(
      "I, Priya Nair, will say as follows:\n\nI am the mother of Dev Nair. The respondent, Ravi Menon, is "
      "his "
      "father.\n\nThe respondent slapped me every week. He threatened to kill me in March 2022.");
  ASSERT_EQ(told.events.size(), 2U);
  for (const Event& event : told.events) {
    EXPECT_EQ(told.name(event.told_by), "Priya Nair");
    EXPECT_EQ(event.standing, Standing::alleged);
  }
}

// What the parent being abused does to somebody is told with what it was done for.
TEST(Events, PurposeOfWhatTheSurvivorDoes) {
  const std::string who = "Perpetrator: Callum Baird\n\nVictim: Leanne Hart\n\nChildren: Ewan Baird (9)\n\n";
  const Case cases[] = {
      {"Leanne pushed Callum away from the door so that she could get to Ewan.",
       "pushed Callum away from the door so that she could get to Ewan"},
      {"Leanne slapped Callum to get away.", "slapped Callum to get away"},
      {"Callum slapped Leanne to get the keys.", "slapped Leanne"},
  };
  for (const Case& c : cases) {
    const Told told = tell(who + c.text);
    ASSERT_FALSE(told.events.empty()) << c.text;
    EXPECT_EQ(told.text(told.events.front().span), c.events) << c.text;
  }
}

}  // namespace
}  // namespace onus::test
