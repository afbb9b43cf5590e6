#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "language/model_file.h"
#include "language/parser.h"

namespace onus {
namespace {

// What other rooms stand on: each line is a sentence, already in tokens, and what has to hold in it, as
// "dependent relation head".
struct Parsed {
  const char* sentence;
  std::vector<const char*> arcs;
};

const std::vector<Parsed> kParsed = {
    {"She was pushed down the stairs by her husband .",
     {"She nsubj:pass pushed", "was aux:pass pushed", "husband obl:agent pushed", "stairs obl pushed"}},
    {"By May the work was finished by two builders .", {"builders obl:agent finished"}},
    {"The decision was made by 2012 .", {"2012 obl made"}},
    {"He broke the door and took her phone .",
     {"He nsubj broke", "door obj broke", "took conj broke", "her nmod:poss phone", "phone obj took"}},
    {"The children had been told not to speak to the police .",
     {"children nsubj:pass told", "been aux:pass told", "speak xcomp told", "police obl speak"}},
    {"The injuries inflicted on her were serious .",
     {"inflicted acl injuries", "injuries nsubj serious", "were cop serious"}},
    {"The father , who was arrested in May , denies it .",
     {"arrested acl:relcl father", "who nsubj:pass arrested", "was aux:pass arrested"}},
    {"She said that he did n't let her see her friends .",
     {"let ccomp said", "n't advmod let", "see xcomp let", "friends obj see"}},
};

TEST(ParsedSentences, HoldWhatRulesStandOn) {
  const ModelFile file(ONUS_SOURCE_DIR "/lexicons/en/english.model");
  const Parser parser(file.section("parser"));
  for (const Parsed& expected : kParsed) {
    const std::string prose = expected.sentence;
    std::vector<Token> tokens;
    const auto end = static_cast<std::uint32_t>(prose.size());
    for (std::uint32_t at = 0; at < end;) {
      Token token;
      token.span = {at, std::min(end, static_cast<std::uint32_t>(prose.find(' ', at)))};
      tokens.push_back(token);
      at = token.span.end + 1;
    }
    const TokenRange sentence{0, static_cast<std::uint32_t>(tokens.size())};
    parser.parse(tokens, {&sentence, 1}, prose);
    std::vector<std::string> arcs;
    for (const Token& token : tokens) {
      std::ostringstream arc;
      arc << slice(prose, token.span) << ' ' << text_of(token.deprel) << ' '
          << slice(prose, tokens[token.head].span);
      arcs.push_back(arc.str());
    }
    for (const char* arc : expected.arcs)
      EXPECT_TRUE(std::ranges::count(arcs, arc)) << arc << ": " << expected.sentence << "\n"
                                                 << testing::PrintToString(arcs);
  }
}

}  // namespace
}  // namespace onus
