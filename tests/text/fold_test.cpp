#include "text/fold.h"

#include <gtest/gtest.h>

namespace onus {
namespace {

TEST(Fold, MakesWordsAlikeForLookingUp) {
  EXPECT_EQ(fold(""), "");
  EXPECT_EQ(fold("Ms HART"), "ms hart");
  EXPECT_EQ(fold("SIÂN"), "siân");
  EXPECT_EQ(fold("Didn’t"), "didn't");
  EXPECT_EQ(fold("non‐molestation"), "non-molestation");
  EXPECT_EQ(fold("non\u00ADmolestation"), "nonmolestation");
  EXPECT_EQ(fold("Straße"), "strasse");
  std::string to = "a ";
  fold("B", to);
  EXPECT_EQ(to, "a b");
}

TEST(Fold, LowerKeepsTheSpelling) {
  EXPECT_EQ(lower("STRAßE Didn’t"), "straße didn’t");
  EXPECT_TRUE(is_ascii("plain"));
  EXPECT_FALSE(is_ascii("naïve"));
}

}  // namespace
}  // namespace onus
