#include "text/boundaries.h"

#include <gtest/gtest.h>

#include <string>

namespace onus {
namespace {

// The text with a bar at each boundary inside it.
std::string barred(std::string_view text, const std::vector<std::uint32_t>& places) {
  std::string result;
  for (std::size_t i = 0; i + 1 < places.size(); ++i)
    result += (i ? "|" : "") + std::string(text.substr(places[i], places[i + 1] - places[i]));
  return result;
}

TEST(Boundaries, AreByteOffsets) {
  const auto words = [](std::string_view text) { return barred(text, word_boundaries(text)); };
  const auto sentences = [](std::string_view text) { return barred(text, sentence_boundaries(text)); };
  const auto graphemes = [](std::string_view text) { return barred(text, grapheme_boundaries(text)); };
  EXPECT_EQ(words(""), "");
  EXPECT_EQ(words("Siân can’t."), "Siân| |can’t|.");
  EXPECT_EQ(sentences("He hit her. She ran."), "He hit her. |She ran.");
  EXPECT_EQ(graphemes("a👨‍👩‍👧e\u0301"), "a|👨‍👩‍👧|e\u0301");
}

}  // namespace
}  // namespace onus
