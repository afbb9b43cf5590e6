#include "text/encoding.h"

#include <gtest/gtest.h>

namespace onus {
namespace {

using namespace std::string_literals;

std::string decoded(const std::string& bytes) {
  const auto text = decode(bytes);
  if (!text) return "binary";
  return std::string(text->encoding) + (text->repaired ? " repaired: " : ": ") + text->utf8;
}

std::string utf16(const std::string& ascii, bool little) {
  std::string bytes;
  for (const char c : ascii) bytes += little ? std::string{c, '\0'} : std::string{'\0', c};
  return bytes;
}

TEST(Encoding, RecognisesEachOne) {
  EXPECT_EQ(decoded(""), "UTF-8: ");
  EXPECT_EQ(decoded("Ms Hart"), "UTF-8: Ms Hart");
  EXPECT_EQ(decoded("\xEF\xBB\xBFMs Hart"), "UTF-8: Ms Hart");
  EXPECT_EQ(decoded("Siân’s £40 😀"), "UTF-8: Siân’s £40 😀");
  EXPECT_EQ(decoded("Si\xE2n\x92s \xA3"
                    "40 \x96 \x80"),
            "windows-1252: Siân’s £40 – €");
  EXPECT_EQ(decoded("\xFF\xFE" + utf16("Ms Hart", true)), "UTF-16LE: Ms Hart");
  EXPECT_EQ(decoded("\xFE\xFF" + utf16("Ms Hart", false)), "UTF-16BE: Ms Hart");
  EXPECT_EQ(decoded(utf16("Ms Hart said so.", true)), "UTF-16LE: Ms Hart said so.");
  EXPECT_EQ(decoded(utf16("Ms Hart said so.", false)), "UTF-16BE: Ms Hart said so.");
}

TEST(Encoding, RepairsWhatIsDamaged) {
  EXPECT_EQ(decoded("Siân’s £40 \xFF Siân"), "UTF-8 repaired: Siân’s £40 \uFFFD Siân");
  EXPECT_EQ(decoded("\xEF\xBB\xBF"
                    "a\x80"),
            "UTF-8 repaired: a\uFFFD");
  EXPECT_EQ(decoded("caf\xE9 \x81"), "windows-1252 repaired: café \uFFFD");
  EXPECT_EQ(decoded("\xFF\xFE"
                    "A\0\x00\xD8"
                    "B\0"s),
            "UTF-16LE repaired: A\uFFFDB");
  EXPECT_EQ(decoded("a surrogate \xED\xA0\x80 in Siân, Zoë"),
            "UTF-8 repaired: a surrogate \uFFFD\uFFFD\uFFFD in Siân, Zoë");
}

TEST(Encoding, RefusesWhatIsNotText) {
  EXPECT_EQ(decoded("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s), "binary");
  EXPECT_EQ(decoded("Ms Hart\0said"s), "binary");
  EXPECT_EQ(decoded("\x01\x02\x03\x04 a few words"), "binary");
  EXPECT_EQ(decoded("One stray \x02 mark in a long enough paragraph about Ms Hart and the children."),
            "UTF-8: One stray \x02 mark in a long enough paragraph about Ms Hart and the children.");
}

}  // namespace
}  // namespace onus
