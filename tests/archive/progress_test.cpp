#include "archive/progress.h"

#include <gtest/gtest.h>

#include <sstream>

namespace onus {
namespace {

TEST(Progress, Lines) {
  EXPECT_EQ(progress_line({50, 50, 0, 1}, 200, 5), "50 of 200 files, 5.0 a second, 0:30 left, 1 problem");
  EXPECT_EQ(progress_line({0, 0, 0, 0}, 1, 0), "0 of 1 file, 0 problems");
  EXPECT_EQ(progress_line({10, 10, 0, 0}, 10010, 1),
            "10 of 10010 files, 1.0 a second, 2:46:40 left, 0 problems");
}

TEST(Progress, Bars) {
  EXPECT_EQ(progress_bar(0, 4), "[----]");
  EXPECT_EQ(progress_bar(0.5, 4), "[##--]");
  EXPECT_EQ(progress_bar(1, 4), "[####]");
}

TEST(Progress, NothingIsDrawnBeforeItIsTime) {
  std::ostringstream out;
  {
    Progress progress(out, true);
    progress.show({1, 1, 0, 0}, 10);
    progress.say("a line");
  }
  EXPECT_EQ(out.str(), "a line\n");
}

}  // namespace
}  // namespace onus
