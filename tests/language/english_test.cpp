#include "language/english.h"

#include <gtest/gtest.h>

#include <string>

namespace onus {
namespace {

const English& english() {
  static const English model(ONUS_SOURCE_DIR "/lexicons/en/english.model");
  return model;
}

Analysis analyse(std::string_view prose) {
  const Block block = {.span = {0, static_cast<std::uint32_t>(prose.size())}, .cell = {}};
  Analysis analysis = english().analyse(prose, std::span(&block, 1));
  english().parse_all(analysis, prose);
  return analysis;
}

// Words with their tags and lemmas: "She/PRP/she".
std::string tagged(std::string_view prose) {
  const Analysis analysis = analyse(prose);
  std::string out;
  for (std::uint32_t i = 0; i < analysis.tokens.size(); ++i) {
    const Token& token = analysis.tokens[i];
    if (i > 0) out += ' ';
    out.append(slice(prose, token.span)).append("/").append(text_of(token.xpos));
    out.append("/").append(analysis.lemma(i));
  }
  return out;
}

// Arcs as "relation(head, dependent)" without punctuation.
std::string arcs(std::string_view prose) {
  const Analysis analysis = analyse(prose);
  std::string out;
  for (std::uint32_t i = 0; i < analysis.tokens.size(); ++i) {
    const Token& token = analysis.tokens[i];
    if (token.deprel == Deprel::punct) continue;
    if (!out.empty()) out += ' ';
    out.append(text_of(token.deprel)).append("(");
    if (token.head != i) out.append(slice(prose, analysis.tokens[token.head].span)).append(", ");
    out.append(slice(prose, token.span)).append(")");
  }
  return out;
}

TEST(English, TagsAndLemmas) {
  EXPECT_EQ(tagged("She didn't leave."), "She/PRP/she did/VBD/do n't/RB/not leave/VB/leave ././.");
  EXPECT_EQ(tagged("He hit the children."), "He/PRP/he hit/VBD/hit the/DT/the children/NNS/child ././.");
  // A form that the dictionary lacks keeps something of itself.
  EXPECT_EQ(tagged("He fined her."), "He/PRP/he fined/VBD/fine her/PRP/she ././.");
}

TEST(English, ATitleBehindASmallWordBeginsNoSentence) {
  for (const char* prose : {"SW observed Ms Petrenko shake.", "School then told Mr Hale that she was absent.",
                            "Police saw Mrs Orr at the door."})
    EXPECT_EQ(analyse(prose).sentences.size(), 1U) << prose;
  EXPECT_EQ(analyse("The visit ended. Ms Petrenko wept.").sentences.size(), 2U);
  // The mark of a note belongs to the sentence that it stands behind.
  EXPECT_EQ(analyse("The court made an order.[^1] The parents parted.").sentences.size(), 2U);
  EXPECT_EQ(analyse("The court made an order.[12] The parents parted.").sentences.size(), 2U);
}

TEST(English, Arcs) {
  EXPECT_EQ(arcs("The mother was hit by him."),
            "det(mother, The) nsubj:pass(hit, mother) aux:pass(hit, was) root(hit) case(him, by) "
            "obl:agent(hit, him)");
}

TEST(English, TypographicApostrophe) {
  EXPECT_EQ(tagged("She didn’t leave."), "She/PRP/she did/VBD/do n’t/RB/not leave/VB/leave ././.");
}

TEST(English, EveryTreeIsATree) {
  const Analysis analysis =
      analyse("When police came he, who had hit her, said \"no\" (and left). £40 a week; e.g. Mr. X!!");
  for (const Sentence& sentence : analysis.sentences) {
    EXPECT_TRUE(sentence.parsed);
    int roots = 0;
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      std::uint32_t at = i;
      for (std::uint32_t steps = 0; analysis.tokens[at].head != at; ++steps) {
        ASSERT_LE(steps, sentence.tokens.size()) << "a circle";
        at = analysis.tokens[at].head;
        ASSERT_TRUE(sentence.tokens.contains(at));
      }
      roots += analysis.tokens[i].head == i;
    }
    EXPECT_EQ(roots, 1);
  }
}

TEST(English, AnyBytes) {
  for (const std::string& prose :
       {std::string(), std::string(" "), std::string("\x01\x02"), std::string("😀😀 👩‍👧"),
        std::string("שלום עולם"), std::string(5000, 'a'), std::string(500, '('),
        std::string("\xE2\x80\x8F.")})
    analyse(prose);
}

}  // namespace
}  // namespace onus
