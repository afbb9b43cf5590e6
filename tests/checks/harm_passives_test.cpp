#include "checks/harm_passives.h"

#include <gtest/gtest.h>

#include "knowledge.h"

namespace onus {
namespace {

// [Brackets] hold the passive that should be found. A sentence without them should pass.
constexpr std::string_view kSentences[] = {
    "Ms Hart [was punched] in the face.",
    "Ms Hart [was punched by Mr Baird] in the kitchen.",
    "Ewan [was slapped by his father].",
    "She said that she [had been strangled] twice.",
    "Her hair [was pulled].",
    "Ms Hart [was being threatened].",
    "Isla [got kicked].",
    // The agent further off, before a time, in notes; handles and means are no agents.
    "The mother [was choked to unconsciousness by the father] eight days prior.",
    "Ms Hart [was battered by boyfriend] x3.",
    "Ms Hart [was harassed by her former husband] by phone and in person.",
    "Ms Hart [knocked to the ground by Mr Baird] in the kitchen.",
    "Ms Hart [was dragged] by the hair.",
    "Ms Hart [kicked] in the stomach at 31 weeks.",
    "Ms Hart [was pushed] to the ground and [kicked].",
    "Her orbital bone [was fractured] in the spring.",
    "V-1 [was struck] in the face.",
    "Ms Hart went to the emergency department [having been punched] in the face.",
    "Mother [pulled down the stairs by partner].",
    // Doubted, ordered, his excuse, other people's troubles, kinds of people.
    "Ms Hart claims that she was hit.",
    "Mr Baird is restrained from going to the school.",
    "He said that he had been provoked.",
    "The neighbours were evicted in June.",
    "She told the nurse that he'd broken her finger.",
    "Women are injured more often than men are.",
    // Mishaps, figures of speech, what has not been done.
    "Ewan's wrist was broken when he came off his sledge.",
    "Ms Hart was hit by a wave of tiredness.",
    "Ms Hart and the school are locked in a dispute.",
    "Ms Hart felt trapped.",
    "Mr Lane should be imprisoned.",
    "He lost his temper and kicked off.",
    "The gate was locked.",
    "Ms Hart is being controlled: Mr Baird sits in on every appointment.",
    // Not harm, or nobody's doing.
    "Ms Hart was supported by the health visitor.",
    "The report was written in May.",
    "Ewan was referred to the clinic.",
    "Mr Baird was arrested and charged.",
    "Ms Hart was exhausted.",
    // The one who is violent, as the object of somebody else's act.
    "Mr Baird was restrained by the police.",
    // Quoted, criticised, legal.
    "Ewan said, “Mum was hit on the head.”",
    "Mr Baird was charged that the complainer was punched on the face.",
    // The doer is already first.
    "Mr Baird punched Ms Hart.",
};

TEST(HarmPassives, AreFoundByTheirGrammar) {
  for (const std::string_view expected : kSentences) {
    const std::string text = without_brackets(expected);
    std::vector<Finding> findings = lint(paragraph(text), with_people(), knowledge()).findings;
    std::erase_if(findings, [](const Finding& f) { return !f.rule.starts_with("harm-passive"); });
    EXPECT_EQ(bracketed(text, findings), expected);
  }
}

TEST(HarmPassives, WithTheirAgentWeighLess) {
  const auto severity = [](std::string_view text) {
    return lint(paragraph(text), with_people(), knowledge()).findings.at(0).severity;
  };
  EXPECT_LT(severity("Ms Hart was punched by Mr Baird."), severity("Ms Hart was punched."));
}

}  // namespace
}  // namespace onus
