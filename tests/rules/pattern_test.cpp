#include "rules/pattern.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace onus {
namespace {

std::string complaint(std::string_view text) {
  Vocabulary vocabulary;
  try {
    parse_pattern(text, vocabulary, {});
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

TEST(Pattern, AMistakeIsNamed) {
  EXPECT_NE(complaint("fail to (protect").find("expected )"), std::string::npos);
  EXPECT_NE(complaint("fail to protect)").find("has no ("), std::string::npos);
  EXPECT_NE(complaint("{nobody} fail").find("{nobody}"), std::string::npos);
  EXPECT_NE(complaint("<thing>").find("<verb>"), std::string::npos);
  EXPECT_NE(complaint("").find("at least one word"), std::string::npos);
  EXPECT_EQ(complaint("{survivor} (fail|be unable) to protect {child}?"), "");
}

TEST(Pattern, BeginsWithTheWordsThatCanOpenIt) {
  Vocabulary vocabulary;
  const Pattern pattern = parse_pattern("{survivor} (fail|be unable) to protect", vocabulary, {});
  EXPECT_TRUE(pattern.has_subject);
  EXPECT_EQ(pattern.subject, RolePlace::survivor);
  EXPECT_EQ(pattern.anchors, (std::vector<std::uint32_t>{vocabulary.find("fail"), vocabulary.find("be")}));
}

TEST(Pattern, ARoleMayHaveToBeKnown) {
  Vocabulary vocabulary;
  EXPECT_TRUE(parse_pattern("{survivor!} fail", vocabulary, {}).subject_known);
  EXPECT_FALSE(parse_pattern("{survivor} fail", vocabulary, {}).subject_known);
  EXPECT_NE(complaint("{nobody!} fail").find("{nobody!}"), std::string::npos);
}

TEST(Pattern, InAWordClassARoleInFrontStaysInItsPlace) {
  Vocabulary vocabulary;
  const Sequence phrase = parse_phrase("{survivor} decide", vocabulary, {});
  ASSERT_EQ(phrase.size(), 2U);
  EXPECT_EQ(phrase.front().kind, Element::Kind::role);
}

TEST(Pattern, OfOneWordMayBeOptionalOnlyInCompany) {
  Vocabulary vocabulary;
  const Pattern pattern = parse_pattern("very? angry", vocabulary, {});
  EXPECT_EQ(pattern.anchors.size(), 2U);
}

TEST(Pattern, NeedsAWordThatMayNotBeLeftOut) {
  Vocabulary vocabulary;
  for (const std::string_view empty : {"plain?", "(not)? (plain)?", "not? ...", "not",
                                       "(not|never go?)? plain?", "(not|hardly) ... (but|not) (plain)?"})
    EXPECT_THROW(parse_pattern(empty, vocabulary, {}), std::invalid_argument) << empty;
  for (const std::string_view whole :
       {"(fail to|not) protect", "{survivor}", "not? protect", "<verb>", "{survivor} not"})
    EXPECT_NO_THROW(parse_pattern(whole, vocabulary, {})) << whole;
  EXPECT_THROW(parse_phrase("plain?", vocabulary, {}), std::invalid_argument);
}

}  // namespace
}  // namespace onus
