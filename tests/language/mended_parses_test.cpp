#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "language/english.h"
#include "reading/document.h"

namespace onus {
namespace {

// What English mends behind the parser: "dependent relation head", or with a lemma, "word = lemma".
struct Mended {
  const char* sentence;
  std::vector<const char*> holds;
};

const std::vector<Mended> kMended = {
    // "in law" is no place, and the one who speaks isn't the one who acts
    {"Mrs Sandhu confirmed that her mother-in-law, Mrs Gurbaksh Kaur, holds her passport.",
     {"mother nsubj holds", "law nmod mother"}},
    {"Her mother-in-law hit her.", {"mother nsubj hit", "law nmod mother", "her obj hit"}},
    {"She lives with her mother-in-law, who locks the fridge.", {"mother obl lives", "with case mother"}},
    // a subject that hung on the noun behind
    {"She claimed that Lindqvist, a county firefighter, listens to the house through a baby monitor.",
     {"Lindqvist nsubj listens", "monitor obl listens"}},
    // "'s" with an object is "has"
    {"He's taken her phone.", {"He nsubj taken", "'s aux taken", "'s = have", "phone obj taken"}},
    {"He's told Ellie that Mum is poorly.", {"He nsubj told", "'s = have"}},
    {"He's told to leave.", {"He nsubj:pass told", "'s = be"}},
    {"She's called Anna.", {"'s = be"}},
    // a letter that is somebody, not the number of a list
    {"B. parked in the bus bay, engine on.", {"B. nsubj parked"}},
    {"B. hit T. in the car.", {"B. nsubj hit"}},
    {"4 Mar B. parked in the bus bay.", {"B. nsubj parked"}},
    {"Says B. sold the bikes.", {"B. nsubj sold"}},
    // nobody is called police
    {"A neighbour called police.", {"neighbour nsubj called", "police obj called", "called root called"}},
    {"The neighbour called police at nine.",
     {"The det neighbour", "neighbour nsubj called", "nine obl called"}},
    {"A member of the public called 999.", {"member nsubj called", "called root called", "999 obj called"}},
    {"Neighbours called police.", {"Neighbours nsubj called", "police obj called"}},
};

const English& english() {
  static const English loaded(ONUS_SOURCE_DIR "/lexicons/en/english.model");
  return loaded;
}

TEST(MendedParses, HoldWhatRulesStandOn) {
  for (const Mended& expected : kMended) {
    const std::string prose = expected.sentence;
    Block block;
    block.span = {0, static_cast<std::uint32_t>(prose.size())};
    Analysis analysis = english().analyse(prose, {&block, 1});
    english().parse_all(analysis, prose);
    std::vector<std::string> found;
    for (std::uint32_t t = 0; t < analysis.tokens.size(); ++t) {
      const Token& token = analysis.tokens[t];
      std::ostringstream arc, lemma;
      arc << slice(prose, token.span) << ' ' << text_of(token.deprel) << ' '
          << slice(prose, analysis.tokens[token.head].span);
      lemma << slice(prose, token.span) << " = " << analysis.lemma(t);
      found.push_back(arc.str());
      found.push_back(lemma.str());
    }
    for (const char* each : expected.holds)
      EXPECT_TRUE(std::ranges::count(found, each)) << each << ": " << expected.sentence << "\n"
                                                   << testing::PrintToString(found);
  }
}

}  // namespace
}  // namespace onus
