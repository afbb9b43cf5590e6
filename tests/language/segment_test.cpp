#include "language/segment.h"

#include <gtest/gtest.h>

#include <string>

#include "text/code_points.h"
#include "text/failure.h"

namespace onus {
namespace {

Block block(std::size_t begin, std::size_t end) {
  Block made;
  made.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  return made;
}

// Paragraphs parted by empty lines, as readers leave them.
std::vector<Block> blocks_of(std::string_view prose) {
  std::vector<Block> blocks;
  for (std::size_t begin = 0; begin < prose.size();) {
    const auto end = std::min(prose.find("\n\n", begin), prose.size());
    blocks.push_back(block(begin, end));
    begin = end + 2;
  }
  return blocks;
}

// The text with | between tokens that touch and ‖ between sentences.
std::string divided(std::string_view prose) {
  const auto blocks = blocks_of(prose);
  const auto segments = segment(prose, blocks);
  std::string text;
  for (const auto& sentence : segments.sentences) {
    if (!text.empty()) text += " ‖ ";
    for (auto i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const auto span = segments.tokens[i].span;
      if (i > sentence.tokens.begin) text += segments.tokens[i - 1].span.end == span.begin ? "|" : " ";
      text += slice(prose, span);
    }
  }
  return text;
}

std::string joined(std::string_view expected) {
  std::string text;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (expected.substr(i).starts_with(" ‖ ")) {
      text += ' ';
      i += std::string_view(" ‖ ").size() - 1;
    } else if (expected[i] != '|') {
      text += expected[i];
    }
  }
  return text;
}

// Each line is the answer; without its bars it is the question.
void expect_divisions(std::initializer_list<std::string_view> lines) {
  for (const auto line : lines) EXPECT_EQ(divided(joined(line)), line);
}

TEST(Segment, Contractions) {
  expect_divisions({
      "Mr. Baird did|n't come|.",
      "She ca|n't say|, wo|n't say and should|n't have to|.",
      "She did|n’t go|; he|’s there|, they|’ll wait|, I|’ve seen it and we|’d know|.",
      "I can|not go|.",
      "He|'s gon|na come|, he do|nt|, I du|n|no|.",
      "Callum|'s phone and the children|'s school|; the parents|' home|.",
      "DO|N'T|!",
      "O'Connor and D'Souza came at four o'clock|, Ma'am|.",
      "It was the 1990's|.",
  });
  expect_divisions({"He do|nt want to|, he did|nt go|, I|m sure and you|ve seen|."});
}

TEST(Segment, HyphensAndSlashes) {
  expect_divisions({
      "A well|-|known|, six|-|year|-|old child|.",
      "The non-molestation order and the ex-husband re-entered|, with his co-accused|.",
      "He sent an e-mail|.",
      "He and|/|or she said yes|/|no|.",
      "The father|(|s|) came w/o notice|; s/he rang|.",
      "on 03/04/2021|, 12-20-2000 or 14/2|, between 5|-|10 and 1939|-|1945|, 24|/|7",
      "Ring 020-7946-0958 or 713-853-3989|.",
      "He hit her — hard – then ran|--|away|.",
  });
}

TEST(Segment, Abbreviations) {
  expect_divisions({
      "Approx. 40 people|, e.g. Mrs. Hart|, i.e. the mother|, came|.",
      "His D.O.B. is 3.4.1989|.",
      "An inquiry under s. 47 of the Act|.",
      "An inquiry under s.|47|, see para.|4.2 and No.|3|.",
      "He lives in St. Helens|, near Dr. A. B. Smith|.",
      "Ms A|. ‖ She moved|.",
      "I met Mr P|. ‖ He shouted|.",
      "It ended at 3 p.m. on Sat. 4 Jan. 2020|.",
      "It ended at 3 p.m|. ‖ He left|.",
      "Drink|, drugs|, etc|. ‖ The police came|.",
      "Drink|, drugs|, etc.|, were found|.",
      "Safe Homes Ltd. runs it|.",
      "There was no harm|. ‖ He said no|.",
      "Was it R v. Smith or R v Jones|?",
      "Jennifer M. Anderson came|.",
      "Bruising to the L. arm|, see App. B|.",
  });
}

TEST(Segment, NumbersMoneyAndAddresses) {
  expect_divisions({
      "He took £|40|, $|1,200.50 and US$|30|, or 15|% of it|.",
      "At 10.30|pm|, 5|pm or 17:45 he drank 70|cl on the 3rd|.",
      "Case ZE23C00123 and CP/2023/123|.",
      "1.17 On 3 March he hit her|.",
      "1|. He hit her|.",
      "(|a|) He hit her|.",
      "Write to a.baird@example.org.uk|, see www.example.org/|. ‖ Then wait|.",
      "See https://example.org/a_(b)?c=d|. ‖ Then wait|.",
      "It is in report.docx or on example.co.uk|.",
      "He was 3|. ‖ She was 2|.",
  });
}

TEST(Segment, EndsOfSentences) {
  expect_divisions({
      "He hit her|. ‖ She ran|.",
      "\"|Get out|!|\" he said|. ‖ She ran|.",
      "He said|, “|Get out|.|” ‖ She ran|.",
      "(|He hit her|.|) ‖ She ran|.",
      "What now|?! ‖ We wait|.",
      "He waited ... and hit her|.",
      "He waited|… ‖ She ran|.",
  });
  EXPECT_EQ(divided("He hit her.She ran."), "He hit her|. ‖ She ran|.");
}

TEST(Segment, NoSentenceCrossesABlock) {
  EXPECT_EQ(divided("Analysis of risk\n\nhe hit her\n\n• and ran"),
            "Analysis of risk ‖ he hit her ‖ • and ran");
  EXPECT_EQ(divided("MS HART FAILED\n\nMs Hart"), "MS HART FAILED ‖ Ms Hart");
  EXPECT_EQ(divided("He\n• hit her\n• ran\n1. she cried\nall day"),
            "He ‖ • hit her ‖ • ran ‖ 1|. she cried all day");
  const std::string_view prose = "One.\n\nTwo.";
  const std::vector<Block> one = {block(0, prose.size())};
  EXPECT_EQ(segment(prose, one).sentences.size(), 2u);
}

TEST(Segment, OtherScriptsAndPictures) {
  expect_divisions({
      "Siân cried 😀|👍🏽 .",
      "He sent 👨‍👩‍👧|❤️|.",
      "قال إنه لم يضربها|. ‖ She said so|.",
      "f**k off you b****",
  });
}

// A model of one weight of nothing: every gap that may end a sentence does, or none.
const std::string& model_bytes(bool ends) {
  const auto make = [](std::int32_t threshold) {
    const BoundaryHeader header{1, threshold, {}};
    return std::string(reinterpret_cast<const char*>(&header), sizeof header) +
           std::string(1 + WordCases::kBytes, '\0');
  };
  static const std::string every = make(-1), none = make(0);
  return ends ? every : none;
}

BoundaryModel model_of(const std::string& bytes) { return BoundaryModel(std::as_bytes(std::span(bytes))); }

TEST(Segment, AModelDecides) {
  const std::string_view prose =
      "Summary of risk Mr Hart hit Ms Hart. She ran to the police and they came at once.";
  const auto blocks = blocks_of(prose);
  EXPECT_EQ(segment(prose, blocks, model_of(model_bytes(false))).sentences.size(), 1u);
  EXPECT_GT(segment(prose, blocks, model_of(model_bytes(true))).sentences.size(), 2u);
  const std::string lines = std::string(prose) + "\n\nThe end";
  EXPECT_EQ(segment(lines, blocks_of(lines), model_of(model_bytes(true))).sentences.size(), 3u);
  EXPECT_THROW(model_of(std::string("too short")), Failure);
  EXPECT_THROW(model_of(std::string(100, '\1')), Failure);
}

// What segment.h promises, for texts that nobody writes.
void expect_promises_of(const std::string& prose, const std::vector<Block>& blocks,
                        const Segments& segments) {
  std::uint32_t end = 0, tokens = 0;
  for (const auto& token : segments.tokens) {
    ASSERT_LE(end, token.span.begin);
    ASSERT_LT(token.span.begin, token.span.end);
    for (auto i = end; i < token.span.begin; i += code_point_at(prose, i).size)
      ASSERT_EQ(class_of(code_point_at(prose, i).value), CharClass::space);
    end = token.span.end;
  }
  for (const auto& sentence : segments.sentences) {
    ASSERT_EQ(sentence.tokens.begin, tokens);
    ASSERT_FALSE(sentence.tokens.empty());
    ASSERT_LE(sentence.tokens.size(), kMostTokensInSentence);
    ASSERT_EQ(sentence.span.begin, segments.tokens[sentence.tokens.begin].span.begin);
    ASSERT_EQ(sentence.span.end, segments.tokens[sentence.tokens.end - 1].span.end);
    ASSERT_TRUE(blocks[sentence.block].span.contains(sentence.span));
    tokens = sentence.tokens.end;
  }
  ASSERT_EQ(tokens, segments.tokens.size());
}

void expect_promises(const std::string& prose) {
  const auto blocks = blocks_of(prose);
  expect_promises_of(prose, blocks, segment(prose, blocks));
  expect_promises_of(prose, blocks, segment(prose, blocks, model_of(model_bytes(true))));
  expect_promises_of(prose, blocks, segment(prose, blocks, model_of(model_bytes(false))));
}

std::string repeated(std::string_view part, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += part;
  return text;
}

TEST(Segment, IsLinearAndKeepsItsPromises) {
  // 100,000 bytes each: anything that isn't linear would not come back.
  for (const std::string_view part : {"a",         "a ",      "a.",
                                      "aa.",       "A. ",     "1-",
                                      "1.",        "1/",      "a-",
                                      "a'",        "'",       "\"",
                                      "(",         ")",       ". ",
                                      "... ",      "a@",      "a@b.c ",
                                      "http://a)", "www.a.",  ":)",
                                      "😀",         "\u200D",  "👨‍",
                                      "é",         "e\u0301", "\u0301",
                                      "中",        "ไทย",     "ا",
                                      "\u202E",    "\x01",    "he hit her, and ",
                                      "Mr. ",      "e.g. ",   "no.1",
                                      "No. ",      "$",       "#",
                                      "f*",        "a&",      "&",
                                      "_",         "-",       "–",
                                      "…",         "\n",      "s.\u00A0"})
    expect_promises(repeated(part, 100'000));
}

TEST(Segment, KeepsItsPromisesForMixtures) {
  const std::string_view parts[] = {"Mr", ".", " ",   "’",   "'",    "s",   "1",      "-",
                                    "/",  "😀", "A",   "e.g", "\n\n", "(",   "\"",     "é",
                                    "中", "@", "://", "*",   "$",    "n't", "\u00AD", ","};
  std::uint32_t state = 1;
  for (int round = 0; round < 300; ++round) {
    std::string prose;
    for (int i = 0; i < 60; ++i)
      prose +=
          parts[(state = state * 1664525u + 1013904223u) >> 16 & 0xFFFF ? (state >> 16) % std::size(parts)
                                                                        : 0];
    expect_promises(prose);
  }
}

}  // namespace
}  // namespace onus
