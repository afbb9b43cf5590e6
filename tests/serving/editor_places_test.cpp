#include "serving/editor_places.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <vector>

namespace onus {
namespace {

using Json = nlohmann::json;

TEST(EditorPlaces, CountsAsAgreed) {
  const std::string text = "é😀x\r\n😀y\rz\n";
  struct Case {
    std::uint32_t place;
    std::uint32_t line;
    std::uint32_t utf8, utf16, utf32;
  };
  const std::vector<Case> cases{
      {0, 0, 0, 0, 0},  {2, 0, 2, 1, 1},  {6, 0, 6, 3, 2},  {7, 0, 7, 4, 3},  {9, 1, 0, 0, 0},
      {13, 1, 4, 2, 1}, {14, 1, 5, 3, 2}, {15, 2, 0, 0, 0}, {16, 2, 1, 1, 1}, {17, 3, 0, 0, 0},
  };
  for (const Case& c : cases) {
    const auto check = [&](PositionEncoding encoding, std::uint32_t character) {
      const EditorPlaces places(text, encoding);
      EXPECT_EQ(places.position(c.place), (EditorPosition{c.line, character}))
          << c.place << name_of(encoding);
      EXPECT_EQ(places.place(EditorPosition{c.line, character}), c.place) << c.place << name_of(encoding);
    };
    check(PositionEncoding::utf8, c.utf8);
    check(PositionEncoding::utf16, c.utf16);
    check(PositionEncoding::utf32, c.utf32);
  }
}

TEST(EditorPlaces, BeyondALineIsItsEndAndInsideACharacterItsBeginning) {
  const std::string text = "é😀\nab";
  for (const auto encoding : {PositionEncoding::utf8, PositionEncoding::utf16, PositionEncoding::utf32}) {
    const EditorPlaces places(text, encoding);
    EXPECT_EQ(places.place(EditorPosition{0, 99}), 6U);
    EXPECT_EQ(places.place(EditorPosition{1, 99}), 9U);
    EXPECT_EQ(places.place(EditorPosition{9, 0}), 9U);
  }
  EXPECT_EQ(EditorPlaces(text, PositionEncoding::utf8).place(EditorPosition{0, 4}), 2U);
  EXPECT_EQ(EditorPlaces(text, PositionEncoding::utf16).place(EditorPosition{0, 2}), 2U);
}

TEST(EditorPlaces, Changes) {
  const auto change = [](int from_line, int from, int to_line, int to, const char* words) {
    return Json{{"range",
                 {{"start", {{"line", from_line}, {"character", from}}},
                  {"end", {{"line", to_line}, {"character", to}}}}},
                {"text", words}};
  };
  std::string text = "😀 one\ntwo\n";
  apply_change(text, change(0, 3, 0, 6, "1"), PositionEncoding::utf16);
  EXPECT_EQ(text, "😀 1\ntwo\n");
  apply_change(text, change(0, 4, 1, 0, ""), PositionEncoding::utf16);
  EXPECT_EQ(text, "😀 1two\n");
  apply_change(text, change(0, 5, 0, 2, "x"), PositionEncoding::utf16);  // the wrong way round
  EXPECT_EQ(text, "😀 1txwo\n");
  apply_change(text, change(7, 0, 9, 0, "end"), PositionEncoding::utf16);
  EXPECT_EQ(text, "😀 1txwo\nend");
  apply_change(text, Json{{"text", "all"}}, PositionEncoding::utf16);
  EXPECT_EQ(text, "all");
  EXPECT_THROW(apply_change(text, Json{{"range", 1}, {"text", "x"}}, PositionEncoding::utf16),
               Json::exception);
}

}  // namespace
}  // namespace onus
