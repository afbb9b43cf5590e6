#include "text/line_index.h"

#include <gtest/gtest.h>

#include <string>

namespace onus {
namespace {

std::uint32_t place_of(const std::string& text, std::string_view word) {
  return static_cast<std::uint32_t>(text.find(word));
}

TEST(LineIndex, CountsAsPeopleAndEditorsDo) {
  const std::string text = "Siân cried.\r\nThen 😀 came\rand went\n\nlast";
  const LineIndex index(text);
  const auto cried = place_of(text, "cried"), came = place_of(text, "came"), went = place_of(text, "went"),
             last = place_of(text, "last");
  EXPECT_EQ(index.line_column(0), (LineColumn{1, 1}));
  EXPECT_EQ(index.line_column(cried), (LineColumn{1, 6}));
  EXPECT_EQ(index.line_column(came), (LineColumn{2, 8}));
  EXPECT_EQ(index.editor_position(came), (EditorPosition{1, 8}));
  EXPECT_EQ(index.line_column(went), (LineColumn{3, 5}));
  EXPECT_EQ(index.line_column(last), (LineColumn{5, 1}));
  EXPECT_EQ(index.code_point(came), 20u);
  EXPECT_EQ(index.utf16(came), 21u);
  EXPECT_EQ(index.code_point(9999), index.code_point(static_cast<std::uint32_t>(text.size())));
  EXPECT_EQ(index.line_column(came - 2), (LineColumn{2, 6}));  // inside the picture
}

TEST(LineIndex, FindsTheWayBack) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += i % 7 ? "aé😀" : "\n";
  const LineIndex index(text);
  for (std::uint32_t place = 0; place <= text.size(); ++place) {
    if (place < text.size() && (static_cast<unsigned char>(text[place]) & 0xC0) == 0x80) continue;
    EXPECT_EQ(index.place_of_code_point(index.code_point(place)), place);
    EXPECT_EQ(index.place_of_utf16(index.utf16(place)), place);
    EXPECT_EQ(index.place_of(index.editor_position(place)), place);
  }
  EXPECT_EQ(index.place_of({0, 50}), 0u);
  EXPECT_EQ(index.place_of({9999, 0}), text.size());
}

TEST(LineIndex, TakesAnEmptyText) {
  const LineIndex index("");
  EXPECT_EQ(index.line_column(0), (LineColumn{1, 1}));
  EXPECT_EQ(index.place_of({0, 4}), 0u);
  EXPECT_EQ(index.place_of_code_point(3), 0u);
}

}  // namespace
}  // namespace onus
