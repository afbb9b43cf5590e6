#include "rules/pattern_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "knowledge.h"

// The search by words and order finds what looking everywhere finds.
namespace onus {
namespace {

using Found = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t>;

Found place(std::uint32_t owner, const Match& match) {
  return {match.tokens.begin, match.tokens.end, match.underlined.begin, owner};
}

std::vector<Found> looked_for_everywhere(const Matcher& matcher, const PatternIndex& index) {
  std::vector<Found> found;
  const auto tokens = static_cast<std::uint32_t>(matcher.narrative().analysis.tokens.size());
  for (std::uint32_t t = 0; t < tokens; ++t)
    for (const auto& [owner, pattern] : index.uses())
      if (const auto match = matcher.match_at(*pattern, t)) found.push_back(place(owner, *match));
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<Found> searched_for(const Matcher& matcher, const PatternIndex& index) {
  std::vector<Found> found;
  const auto matches = find_matches(matcher, {&index});
  for (const auto& [owner, match] : matches.front()) found.push_back(place(owner, match));
  std::sort(found.begin(), found.end());
  return found;
}

void expect_same(const std::string& text) {
  const Knowledge& known = knowledge();
  const ReadParagraph read = read_paragraph(text, with_people().people, known);
  const Narrative narrative = read.narrative(DocumentKind::assessment);
  const Matcher matcher(narrative, known.components.vocabulary);
  for (const PatternIndex* index : {&known.rules.index, &known.components.index})
    EXPECT_EQ(searched_for(matcher, *index), looked_for_everywhere(matcher, *index)) << text;
}

TEST(PatternIndex, LosesNothingInTheExamplesOfRules) {
  std::string text;
  const std::vector<Rule>& rules = knowledge().rules.rules;
  for (std::size_t r = 0; r < rules.size(); r += 2)
    if (!rules[r].off)
      text += without_brackets(rules[r].flag.back()) + " " + without_brackets(rules[r].flag.front()) + " ";
  expect_same(text);
}

// Sentences of more words than the quicker kind of search holds.
TEST(PatternIndex, LosesNothingInLongSentences) {
  std::string text;
  for (int i = 0; i < 4; ++i)
    text +=
        "Ms Hart failed to protect Ewan and Isla from Mr Baird, who was said to be a good father to them, "
        "and the parents were again engaging in domestic violence, ";
  expect_same(text + "and the case was closed.");
}

}  // namespace
}  // namespace onus
