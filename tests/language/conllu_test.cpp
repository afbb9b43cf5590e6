#include "language/conllu.h"

#include <gtest/gtest.h>

#include <sstream>

namespace onus {
namespace {

constexpr std::string_view kSample =
    "# newdoc\n# sent_id = one\n# text = She didn't go.\n"
    "1\tShe\tshe\tPRON\tPRP\tCase=Nom|Number=Sing|Person=3\t4\tnsubj\t_\t_\n"
    "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tdid\tdo\tAUX\tVBD\tTense=Past|VerbForm=Fin\t4\taux\t_\t_\n"
    "3\tn't\tnot\tPART\tRB\tPolarity=Neg\t4\tadvmod\t_\t_\n"
    "4\tgo\tgo\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No\n"
    "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n\n"
    "# newpar\n# sent_id = two\n# text = Dont.\n"
    "1-2\tDont\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
    "1\tDo\tdo\tAUX\tVB\tVerbForm=Inf\t0\troot\t_\t_\n"
    "2\tn't\tnot\tPART\tRB\tPolarity=Neg\t1\tadvmod\t_\t_\n"
    "3\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_\n\n";

std::vector<std::string> words(const Treebank& treebank) {
  std::vector<std::string> words;
  for (const Token& token : treebank.analysis.tokens)
    words.emplace_back(slice(std::string_view(treebank.prose), token.span));
  return words;
}

TEST(Conllu, KeepsTokensSentencesAndSpaces) {
  const Treebank treebank = read_conllu(kSample);
  EXPECT_EQ(treebank.problems, std::vector<std::string>());
  EXPECT_EQ(treebank.prose, "She didn't go.\n\nDont.");
  EXPECT_EQ(words(treebank), (std::vector<std::string>{"She", "did", "n't", "go", ".", "Do", "nt", "."}));
  ASSERT_EQ(treebank.analysis.sentences.size(), 2U);
  EXPECT_EQ(treebank.blocks.size(), 2U);
  EXPECT_EQ(treebank.analysis.sentences[1].block, 1U);
  EXPECT_TRUE(treebank.analysis.sentences[0].parsed);
  EXPECT_EQ(treebank.analysis.tokens[0].head, 3U);
  EXPECT_EQ(treebank.analysis.tokens[3].head, 3U);
  EXPECT_EQ(treebank.analysis.tokens[5].head, 5U);
  EXPECT_EQ(treebank.analysis.lemma(2), "not");
  EXPECT_EQ(treebank.sentence_ids, (std::vector<std::string>{"one", "two"}));
}

TEST(Conllu, PrintsWhatItReads) {
  const Treebank treebank = read_conllu(kSample);
  std::ostringstream out;
  print_conllu(out, treebank.analysis, treebank.prose, treebank.sentence_ids);
  const Treebank again = read_conllu(out.str());
  EXPECT_EQ(words(again), words(treebank));
  EXPECT_NE(out.str().find("2-3\tdidn't\t_"), std::string::npos) << out.str();
  EXPECT_NE(out.str().find("4\tgo\tgo\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No\n"),
            std::string::npos)
      << out.str();
}

TEST(Conllu, SaysWhatItDoesNotUnderstand) {
  for (const std::string_view line :
       {"1\tone\n", "3\ta\ta\tX\tX\t_\t0\troot\t_\t_\n", "2-1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n", "nonsense\n",
        "1\t\t\t\t\t\t\t\t\t\n"}) {
    const Treebank treebank = read_conllu(line);
    EXPECT_EQ(treebank.problems.size(), 1U) << line;
    EXPECT_TRUE(treebank.analysis.tokens.empty()) << line;
  }
}

// A head that isn't in the sentence leaves it unparsed rather than pointing elsewhere.
TEST(Conllu, UnparsedWithoutHeads) {
  const Treebank treebank = read_conllu("1\ta\ta\tX\tX\t_\t7\tdep\t_\t_\n2\tb\tb\tX\tX\t_\t_\t_\t_\t_\n\n");
  ASSERT_EQ(treebank.analysis.sentences.size(), 1U);
  EXPECT_FALSE(treebank.analysis.sentences[0].parsed);
  EXPECT_EQ(treebank.analysis.tokens[0].head, 0U);
}

}  // namespace
}  // namespace onus
