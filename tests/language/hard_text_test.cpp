#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "language/english.h"

namespace onus {
namespace {

const English& english() {
  static const English model(ONUS_SOURCE_DIR "/lexicons/en/english.model");
  return model;
}

std::string times(std::size_t count, std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

// Analyses and parses a text of one block and holds it to what an analysis promises; the seconds it took.
double seconds_for(const std::string& prose) {
  const auto begin = std::chrono::steady_clock::now();
  const Block block = {.span = {0, static_cast<std::uint32_t>(prose.size())}, .cell = {}};
  Analysis analysis = english().analyse(prose, std::span(&block, 1));
  english().parse_all(analysis, prose);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  std::uint32_t place = 0;
  for (const Sentence& sentence : analysis.sentences) {
    EXPECT_TRUE(sentence.parsed);
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const Token& token = analysis.tokens[i];
      EXPECT_LE(place, token.span.begin);
      EXPECT_LE(token.span.end, prose.size());
      EXPECT_TRUE(sentence.tokens.contains(token.head));
      EXPECT_LT(token.lemma, analysis.lemmas.size());
      place = token.span.end;
    }
  }
  return seconds.count();
}

const std::string kHardTexts[] = {
    "",
    "x",
    std::string(100'000, 'a'),
    std::string(100'000, '.'),
    std::string(100'000, '('),
    times(50'000, "a "),
    times(5'000, "\x01\x02\x1F\x7F word "),
    times(5'000, "😀👩‍👧 hit 👍🏽 "),
    times(5'000, "אמר לו \u202Eכי הוא\u202C "),
    times(5'000, "قال إنه ضربها. "),
    times(5'000, "e\u0301\u0302\u0303\u0304"),
    times(3'000, "don't can't she'd've y'all'd "),
    times(2'000, "Mr. and "),
    times(2'000, "https://example.org/a/very/long/path?with=parts&and=more "),
};

TEST(HardText, KeepsItsPromises) {
  for (const std::string& text : kHardTexts) {
    SCOPED_TRACE(text.substr(0, 40));
    EXPECT_LT(seconds_for(text), 60);
  }
}

// A sentence of ten thousand words, which a treebank's file can bring although segmentation makes none.
TEST(HardText, OneLongSentence) {
  const auto seconds = [](std::uint32_t size) {
    const std::string prose = times(size, "and he hit her ");
    Analysis analysis;
    for (std::uint32_t at = 0; at < prose.size();) {
      const auto end = static_cast<std::uint32_t>(prose.find(' ', at));
      analysis.tokens.push_back({.span = {at, end}, .features = {}});
      at = end + 1;
    }
    const auto count = static_cast<std::uint32_t>(analysis.tokens.size());
    analysis.sentences.push_back(
        {.span = {0, static_cast<std::uint32_t>(prose.size())}, .tokens = {0, count}});
    const auto begin = std::chrono::steady_clock::now();
    english().annotate(analysis, prose);
    english().parse_all(analysis, prose);
    std::uint32_t roots = 0;
    for (std::uint32_t i = 0; i < count; ++i) roots += analysis.tokens[i].head == i;
    EXPECT_EQ(roots, 1U);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  seconds(250);
  const double short_one = seconds(250);
  const double long_one = seconds(2'500);  // ten thousand words
  EXPECT_LT(long_one, 100 * short_one + 1) << "more than linear";
}

}  // namespace
}  // namespace onus
