#include "language/word_features.h"

#include <gtest/gtest.h>

#include <string>

namespace onus {
namespace {

// Training computes features in Python: these values are from there (word_features.py: the number of
// features, the hash of the normalised form, and all hashes h folded by x = 31 · x + h).
TEST(WordFeatures, AreThoseOfTraining) {
  const struct {
    const char* form;
    std::size_t count;
    std::uint64_t word, folded;
  } cases[] = {
      {"McDonald's", 20, 9183826777637484528U, 6351391109858069501U},
      {"1.17", 13, 13718962795328536658U, 6415542808621929166U},
      {"s.47", 13, 3267715673813518067U, 1160014047161932107U},
      {"\xE2\x80\x99s", 7, 557114878284698280U, 17633019408892516370U},
      {"N.B.\xE2\x80\xA6", 17, 6646325760776788829U, 17927754074568787909U},
      {"na\xC3\xAFve", 16, 2199317678058289517U, 3389845584042276167U},
      {"a", 4, 12638187199001669824U, 16733677739673889175U},
      {"", 1, 14695981038468906945U, 14695981038468906944U},
      {"internationalisations-of-everything", 34, 16081371152533844505U, 13333399512948208960U},
  };
  for (const auto& expected : cases) {
    const WordFeatures features = word_features(expected.form);
    std::uint64_t folded = 0;
    for (const std::uint64_t hash : features.all()) folded = folded * 31 + hash;
    EXPECT_EQ(features.count, expected.count) << expected.form;
    EXPECT_EQ(features.word, expected.word) << expected.form;
    EXPECT_EQ(folded, expected.folded) << expected.form;
  }
}

TEST(WordFeatures, OfAnyLengthAreBounded) {
  for (const std::size_t size : {24U, 25U, 255U, 256U, 257U, 100000U})
    EXPECT_EQ(word_features(std::string(size, 'x')).count, WordFeatures::kMost) << size;
}

}  // namespace
}  // namespace onus
