#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "knowledge.h"

// Sentences about kinds of people against sentences about a family, in documents with and without people of
// their own.
namespace onus {
namespace {

// Of the last sentence of `text`.
bool general(std::string_view text, DocumentKind kind = DocumentKind::other) {
  const ReadParagraph read = read_paragraph(text, with_people().people, knowledge());
  return read.narrative(kind).general.back();
}

constexpr std::string_view kOfKinds[] = {
    "Women who are assaulted by a partner often go back several times before they leave.",
    "Children who grow up with domestic abuse may find it hard to sleep.",
    "A child who hears violence through a wall is harmed by it.",
    "Survivors are hurt more often after separation than before it.",
    "A parent who has been abused must be asked on her own.",
    "In most of the files domestic violence was recorded as a quarrel.",
    "One in four women is abused by a partner at some time in her life.",
    "Some 40 per cent of those killed had asked an agency for help.",
    "The study found that mothers were blamed where domestic violence was recorded.",
    "The statute creates a presumption against a parent who has committed domestic violence.",
    "Professionals should ask a woman alone whether she is being hurt.",
    "Perpetrators often say that they were provoked.",
    "Anyone who is being abused can ask for an order.",
    "Research on coercive control describes how victims are isolated.",
    "Many of the children in such homes are hurt when they step in.",
    "Judges are asked to think about what a child has lived with where there is domestic violence.",
    // In a report about a family, literature is still literature.
    "Mr Baird hit Ms Hart in May. Women who are strangled are at greater danger of being killed.",
};

constexpr std::string_view kOfAFamily[] = {
    "There was domestic violence in the home.",
    "There is domestic violence between the parents.",
    "Police were called after a woman was assaulted in the home on 3 May.",
    "A woman was assaulted by her partner in Glasgow.",
    "The children have been exposed to domestic violence.",
    "Children have been exposed to domestic abuse.",
    "Children exposed to domestic abuse.",
    "Children asleep upstairs.",
    "The mother was assaulted while a child was in the room.",
    "Domestic violence is a feature.",
    "Mum was hit where a child could see it.",
    "She is a victim of domestic abuse.",
    "This is a child who has lived with domestic violence.",
    "Ms Hart is a woman who has been abused.",
    "He believes that women exaggerate and that she was not hurt.",
    "My children are exposed to violence whenever they go there.",
    "The family has a history of domestic violence.",
    "A child was hurt when the door was kicked in.",
    "Practitioners are worried about the domestic violence in this family.",
    "The couple are known to agencies for domestic abuse.",
    // Where the document is about a family, so are its children.
    "Mr Baird hit Ms Hart in May. Children often hide when violence starts.",
};

TEST(GeneralStatements, SpeakOfKindsOfPeople) {
  for (const std::string_view text : kOfKinds) EXPECT_TRUE(general(text)) << text;
}

TEST(GeneralStatements, AreNotAboutAFamily) {
  for (const std::string_view text : kOfAFamily) EXPECT_FALSE(general(text)) << text;
}

TEST(GeneralStatements, OfChildrenAreAboutThisFamilysInAReport) {
  constexpr std::string_view children = "Children who grow up with domestic abuse may find it hard to sleep.";
  EXPECT_TRUE(general(children, DocumentKind::other));
  EXPECT_FALSE(general(children, DocumentKind::assessment));
}

// Each "they" is asked about the sentence before; that may go on for as long as a paragraph does.
TEST(GeneralStatements, AParagraphMayBeLong) {
  std::string text;
  for (int i = 0; i < 8000; ++i) text += "They left early. ";
  EXPECT_FALSE(general(text + "They heard raised voices."));
}

}  // namespace
}  // namespace onus
