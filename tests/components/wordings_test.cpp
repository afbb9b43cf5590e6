#include "components/wordings.h"

#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <set>
#include <string>

#include "components/component_words.h"
#include "text/fold.h"

namespace onus {
namespace {

std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : lower(text) + " ") {
    if ((c >= 'a' && c <= 'z') || c == '-') {
      word += c;
    } else if (!word.empty()) {
      words.insert(word);
      word.clear();
    }
  }
  return words;
}

// Words that rate a person, a parent or a family's risk. What this room prints has none of them.
const std::set<std::string> kRating{
    "risk",       "risky",     "dangerous",   "high-risk",  "score",        "scores",      "unsafe",
    "unfit",      "fit",       "destructive", "neglectful", "competent",    "incompetent", "proficient",
    "good",       "bad",       "poor",        "weak",       "failed",       "failing",     "fails",
    "failure",    "victim",    "abuser",      "offender",   "manipulative", "unreliable",  "credible",
    "incredible", "resilient", "vulnerable",  "damaged",    "toxic",        "severe",      "serious",
    "low",        "medium",    "high",        "worst",      "best",         "better",      "deserves",
    "should",     "must",      "adequate"};

std::string rating_word(std::string_view text) {
  for (const std::string& word : words_of(text))
    if (kRating.contains(word)) return word;
  return {};
}

TEST(Wordings, RateNobody) {
  for (const std::string_view wording : all_wordings()) EXPECT_EQ(rating_word(wording), "") << wording;
  for (const std::string_view words : all_tactic_words()) EXPECT_EQ(rating_word(words), "") << words;
  EXPECT_EQ(rating_word("Ms Hart is a dangerous parent"), "dangerous");
}

// Names of indicators and prompts are printed as they stand in the files.
TEST(Wordings, OfTheFilesRateNobody) {
  const auto folder = std::filesystem::path(ONUS_SOURCE_DIR) / "lexicons" / "en" / "components";
  int seen = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const YAML::Node top = YAML::LoadFile(entry.path().string());
    for (const YAML::Node& indicator : top["indicators"]) {
      const auto name = indicator["name"].as<std::string>();
      EXPECT_EQ(rating_word(name), "") << entry.path().filename() << ": " << name;
      ++seen;
    }
    for (const YAML::Node& prompt : top["prompts"]) {
      const auto ask = prompt["ask"].as<std::string>();
      EXPECT_EQ(rating_word(ask), "") << entry.path().filename() << ": " << ask;
      EXPECT_EQ(ask.find('!'), std::string::npos) << ask;
    }
  }
  EXPECT_GT(seen, 40);
}

TEST(Wordings, HaveBalancedSlots) {
  for (const std::string_view wording : all_wordings()) {
    int depth = 0;
    for (const char c : wording) {
      depth += c == '{';
      depth -= c == '}';
      EXPECT_TRUE(depth == 0 || (c != ' ' && c != ',' && c != ';')) << wording;
    }
    EXPECT_EQ(depth, 0) << wording;
  }
}

TEST(Wordings, AreFilled) {
  EXPECT_EQ(say(Wording::efforts_one, {{"survivor", "Ms Hart"}}),
            "One everyday act by Ms Hart was found; one more would make it specific.");
  EXPECT_EQ(counted(0, "act", "acts"), "no acts");
  EXPECT_EQ(counted(1, "act", "acts"), "one act");
  EXPECT_EQ(counted(13, "act", "acts"), "13 acts");
  const std::string three[] = {"Ewan", "Isla", "Rory"};
  EXPECT_EQ(listed(three), "Ewan, Isla and Rory");
  EXPECT_EQ(listed({}), "");
}

TEST(Names, GoThereAndBack) {
  for (int i = 0; i < kComponents; ++i)
    EXPECT_EQ(component_from(name_of(static_cast<Component>(i))), static_cast<Component>(i));
  for (int i = 0; i < 3; ++i) EXPECT_EQ(level_from(name_of(static_cast<Level>(i))), static_cast<Level>(i));
  EXPECT_EQ(component_from("children"), std::nullopt);
  EXPECT_EQ(name_of(Criterion::perpetrator_at_centre), "perpetrator-at-centre");
  EXPECT_EQ(name_of(Rating::not_applicable), "not-applicable");
}

TEST(Signs, BelongToAComponent) {
  EXPECT_EQ(component_of(Sign::abuse), Component::perpetrator_pattern);
  EXPECT_EQ(component_of(Sign::exposure), Component::harm_to_child);
  EXPECT_EQ(component_of(Sign::credit), Component::protective_efforts);
  EXPECT_EQ(component_of(Sign::statement), Component::impact_on_child);
  EXPECT_EQ(component_of(Sign::condition), Component::intersections);
  EXPECT_EQ(component_of(Sign::work), std::nullopt);
  EXPECT_EQ(component_of(Sign::answerable), std::nullopt);
}

}  // namespace
}  // namespace onus
