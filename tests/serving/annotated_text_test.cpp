#include "serving/annotated_text.h"

#include <gtest/gtest.h>

#include <vector>

#include "serving/bad_request.h"

namespace onus {
namespace {

struct Found {
  Utf16Span span;
  bool markup = false;
};

// Where `words` of the text to be read is for the client.
Found find_words(const AnnotatedText& annotated, const std::string& words) {
  const auto begin = static_cast<std::uint32_t>(annotated.text.find(words));
  const SourceSpan span{begin, begin + static_cast<std::uint32_t>(words.size())};
  const LineIndex index(annotated.text);
  const Utf16Span original = in_original(annotated, index, span);
  return {original, holds_markup(annotated, original)};
}

TEST(AnnotatedText, PlacesCountInWhatTheClientHas) {
  struct Case {
    std::string data;
    std::string text;
    std::string words;
    Utf16Span span;
    bool markup;
  };
  const std::vector<Case> cases{
      {R"({"text":"He hit her."})", "He hit her.", "hit", {3, 6}, false},
      {R"({"text":"😀 hit","metaData":{}})", "😀 hit", "hit", {3, 6}, false},
      {R"({"annotation":[{"text":"A "},{"markup":"<b>"},{"text":"hit"},{"markup":"</b>"},{"text":" B"}]})",
       "A hit B",
       "hit",
       {5, 8},
       false},
      {R"({"annotation":[{"text":"A "},{"markup":"<b>"},{"text":"hit"},{"markup":"</b>"},{"text":" B"}]})",
       "A hit B",
       "A hit",
       {0, 8},
       true},
      {R"({"annotation":[{"text":"A"},{"markup":"</p>","interpretAs":"\n\n"},{"text":"B hit"}]})",
       "A\n\nB hit",
       "B hit",
       {5, 10},
       false},
      {R"({"annotation":[{"text":"A"},{"markup":"</p>","interpretAs":"\n\n"},{"text":"B"}]})",
       "A\n\nB",
       "\n",
       {1, 5},
       true},
      {R"({"annotation":[{"markup":"😀"},{"text":"hit"}]})", "hit", "hit", {2, 5}, false},
  };
  for (const Case& c : cases) {
    const AnnotatedText annotated = parse_annotated(c.data);
    EXPECT_EQ(annotated.text, c.text) << c.data;
    const Found found = find_words(annotated, c.words);
    EXPECT_EQ(found.span, c.span) << c.data << " gives " << found.span.begin << " to " << found.span.end;
    EXPECT_EQ(found.markup, c.markup) << c.data;
  }
}

TEST(AnnotatedText, WhatIsNotOneIsRefused) {
  for (const char* data :
       {"", "x", "[]", "{}", R"({"text":1})", R"({"text":"a","annotation":[]})", R"({"annotation":1})",
        R"({"annotation":[1]})", R"({"annotation":[{}]})", R"({"annotation":[{"text":"a","markup":"b"}]})",
        R"({"annotation":[{"markup":"b","interpretAs":2}]})", "{\"text\":\"\xFF\"}"})
    EXPECT_THROW(parse_annotated(data), BadRequest) << data;
  EXPECT_THROW(plain_text("caf\xE9"), BadRequest);
}

TEST(AnnotatedText, NothingToReadIsNoFault) {
  EXPECT_EQ(parse_annotated(R"({"annotation":[]})").text, "");
  EXPECT_EQ(plain_text("").text, "");
  EXPECT_EQ(plain_text(std::string("a\0b", 3)).text, "a b");
}

}  // namespace
}  // namespace onus
