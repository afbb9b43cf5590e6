#include "checks/harm_words.h"

#include <gtest/gtest.h>

#include <fstream>

#include "text/failure.h"

namespace onus {
namespace {

std::string complaint_about(const std::string& text) {
  const std::filesystem::path file = std::filesystem::path(testing::TempDir()) / "harm.yaml";
  std::ofstream(file) << text;
  try {
    HarmWords::load(file);
  } catch (const Failure& failure) {
    return failure.what();
  }
  return "none";
}

TEST(HarmWords, AMistakeIsToldWithItsLine) {
  EXPECT_EQ(complaint_about("kind: harm\nblow: [fist]\n"), "harm.yaml:2: there is no list “blow” of harm");
  EXPECT_EQ(complaint_about("kind: harm\nblows: {why: What hits.}\n"),
            "harm.yaml:2: expected “words:” under “blows:”");
  EXPECT_EQ(complaint_about("kind: harm\nblows: {words: [[fist]]}\n"),
            "harm.yaml:2: expected a text after “words:”");
  EXPECT_EQ(complaint_about("kind: harm\nblows: [fist]\n"), "harm.yaml:1: the list “restrains” is missing");
  EXPECT_EQ(complaint_about("- fist\n"), "harm.yaml:1: expected names of lists, each with its “words:”");
}

TEST(HarmWords, ListsHoldTheirWords) {
  const HarmWords words = HarmWords::load(std::string(ONUS_SOURCE_DIR) + "/lexicons/en/words/harm.yaml");
  EXPECT_TRUE(words.has(HarmList::blows, "fist"));
  EXPECT_FALSE(words.has(HarmList::blows, "news"));
  EXPECT_TRUE(words.has(HarmList::misfortunes, "accident"));
}

}  // namespace
}  // namespace onus
