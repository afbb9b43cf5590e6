#include "serving/language_code.h"

#include <gtest/gtest.h>

#include <vector>

#include "serving/bad_request.h"

namespace onus {
namespace {

TEST(LanguageCode, AsClientsNameThem) {
  struct Case {
    const char* asked;
    const char* preferred;
    const char* code;
    bool english;
  };
  const std::vector<Case> cases{
      {"en-GB", "", "en-GB", true},
      {"en", "", "en", true},
      {"en-", "", "en", true},
      {"EN-gb", "", "en-GB", true},
      {"en_IE", "", "en-IE", true},
      {"en-XY", "", "en-XY", true},
      {"en-GB-oxendict", "", "en", true},
      {"auto", "", "en-GB", true},
      {"auto", "de-DE,en-US", "en-US", true},
      {"de-DE", "", "de-DE", false},
      {"cy-GB", "", "cy-GB", false},
      {"enm", "", "enm", false},
  };
  for (const Case& c : cases) {
    const LanguageCode language = language_from(c.asked, c.preferred);
    EXPECT_EQ(language.code, c.code) << c.asked;
    EXPECT_EQ(language.english, c.english) << c.asked;
  }
  for (const char* wrong : {"", "en GB", "<b>", "a-very-long-code-that-is-longer-than-any-language"})
    EXPECT_THROW(language_from(wrong, ""), BadRequest) << wrong;
}

TEST(LanguageCode, EnglishOfGreatBritainIsOfferedFirst) {
  ASSERT_FALSE(offered_languages().empty());
  EXPECT_EQ(offered_languages().front().code, "en-GB");
}

}  // namespace
}  // namespace onus
