#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "reading/line_end_hyphen.h"
#include "reading/printed.h"
#include "reading/readers.h"
#include "reading/sound.h"

namespace onus {

namespace {

// A page as pdftotext would describe it, from "left top size words" a line; six points a letter and a full
// line is 400 wide.
std::string page(const std::string& lines) {
  std::string xml = "<page width=\"600\" height=\"800\">\n";
  std::istringstream all(lines);
  double left = 0, top = 0, size = 0;
  std::string words;
  while (all >> left >> top >> size && std::getline(all, words)) {
    const auto box = [&](double from, double to) {
      std::ostringstream text;
      text << "xMin=\"" << from << "\" yMin=\"" << top << "\" xMax=\"" << to << "\" yMax=\"" << top + size
           << "\"";
      return text.str();
    };
    std::istringstream each(words);
    std::string inside, word;
    double at = left;
    while (each >> word) {
      const double end = at + 6.0 * static_cast<double>(word.size());
      inside += "<word " + box(at, end) + ">" + word + "</word>\n";
      at = end + 3;
    }
    xml += "<line " + box(left, at - 3) + ">\n" + inside + "</line>\n";
  }
  return xml + "</page>\n";
}

std::string read(const std::string& xml) {
  const Document document = read_pdf_words(xml, "a.pdf");
  EXPECT_EQ(unsound(document), "");
  return printed(document);
}

constexpr const char* kBody =
    "100 200 10 Mr Hart controlled what Ms Hart spent and whom she was allowed to see,\n"
    "100 212 10 and he read her messages every night from the year of their wedding to the\n"
    "100 224 10 day on which she left.\n"
    "100 250 10 The next paragraph begins below a gap, and its lines are as long as the first\n"
    "100 262 10 ones are.\n";

TEST(Pdf, LinesBecomeParagraphs) {
  EXPECT_EQ(read(page("100 100 20 A report\n" + std::string(kBody))),
            "heading 1 p1: A report\n"
            "paragraph p1: Mr Hart controlled what Ms Hart spent and whom she was allowed to see, and he "
            "read her messages "
            "every night from the year of their wedding to the day on which she left.\n"
            "paragraph p1: The next paragraph begins below a gap, and its lines are as long as the first "
            "ones are.\n");
}

TEST(Pdf, HeadsAndNumbersOfPagesAreNotRead) {
  std::string all;
  for (int i = 1; i <= 3; ++i)
    all += page("100 30 9 Confidential: Hart family\n100 200 10 Words of page.\n300 770 9 Page " +
                std::to_string(i) + "\n");
  EXPECT_EQ(read(all),
            "paragraph p1: Words of page.\nparagraph p2: Words of page.\nparagraph p3: Words of page.\n"
            "skipped: the words at the top and bottom of the pages\n");
}

TEST(Pdf, ATableIsReadRowByRow) {
  EXPECT_EQ(
      read(page(std::string(kBody) +
                "100 400 10 Date\n200 400 10 Event\n100 416 10 2017\n200 416 10 He hit her on\n"
                "200 428 10 the arm.\n100 444 10 2018\n200 444 10 She left.\n"))
          .substr(read(page(kBody)).size()),
      "table_cell p1 0.0: Date\ntable_cell p1 0.1 [beside Date]: Event\ntable_cell p1 1.0 [under Date]: "
      "2017\n"
      "table_cell p1 1.1 [under Event] [beside 2017]: He hit her on the arm.\n"
      "table_cell p1 2.0 [under Date]: 2018\ntable_cell p1 2.1 [under Event] [beside 2018]: She left.\n");
}

TEST(Pdf, HyphensAtLineEnds) {
  LineEndHyphens hyphens;
  hyphens.add_words_of("the risk of taking a long-term view of the investment here");
  EXPECT_FALSE(hyphens.keeps_hyphen("the invest", "ment, which"));
  EXPECT_FALSE(hyphens.keeps_hyphen("a protec", "tion"));
  EXPECT_TRUE(hyphens.keeps_hyphen("a long", "term"));
  EXPECT_TRUE(hyphens.keeps_hyphen("the risk", "taking"));
  EXPECT_TRUE(hyphens.keeps_hyphen("her self", "esteem"));
}

TEST(Pdf, PagesWithoutWordsAreSaid) {
  EXPECT_EQ(read(page("100 200 10 Words.\n") + page("")), "paragraph p1: Words.\nskipped: page 2\n");
}

TEST(Pdf, NoDescriptionOfAPageBreaksIt) {
  for (const char* each :
       {"<page ", "<page width=\"x\"><line ><word >a</word></line>", "<word>a</word>",
        "<page width=\"1e999\" height=\"nan\"><line xMin=\"inf\"><word xMin=\"-1e300\">a</word><word>b"})
    read_pdf_words(each, "a");
}

}  // namespace

}  // namespace onus
