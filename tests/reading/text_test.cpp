#include <gtest/gtest.h>

#include "reading/printed.h"
#include "reading/read.h"
#include "reading/sound.h"

namespace onus {

namespace {

struct Case {
  std::string_view what;
  std::string_view text;
  std::string_view blocks;
};

constexpr Case kTexts[] = {
    {"paragraphs by blank lines", "One.\n\n\nTwo.\n", "paragraph: One.\nparagraph: Two.\n"},
    {"no line end at the end", "One.\n\nTwo.", "paragraph: One.\nparagraph: Two.\n"},
    {"lines of Windows and of old Macs", "One.\r\n\r\nTwo.\rThree.",
     "paragraph: One.\nparagraph: Two.⏎Three.\n"},
    {"blank lines with spaces", "One.\n  \t\nTwo.", "paragraph: One.\nparagraph: Two.\n"},
    {"pages", "One.\fTwo.", "paragraph: One.\nparagraph: Two.\n"},
    {"wrapped lines are one sentence",
     "Ms Hart told the social worker that the children had been asleep\nin their room when Mr Hart came "
     "home.\n",
     "paragraph: Ms Hart told the social worker that the children had been asleep in their room when Mr Hart "
     "came home.\n"},
    {"a line that isn't full is the writer's own",
     "Name: Callum Baird\nDate of birth: 1 May 1990\nOn the phone he was calm.\n",
     "paragraph: Name: Callum Baird⏎Date of birth: 1 May 1990⏎On the phone he was calm.\n"},
    {"a line that goes on in lower case", "She left\nbecause he hit her.\n",
     "paragraph: She left because he hit her.\n"},
    {"numbered headings", "5. Analysis\n\nHe hit her.\n\n5.1 Risk to Isla\n\nIt is high.\n",
     "heading 1: 5. Analysis\nparagraph: He hit her.\nheading 2: 5.1 Risk to Isla\nparagraph: It is high.\n"},
    {"numbered items aren't headings",
     "1. Attend the course\n\n2. Stay away from the school\n\n3. Pay the fine\n",
     "list_item 1: Attend the course\nlist_item 1: Stay away from the school\nlist_item 1: Pay the fine\n"},
    {"a numbered sentence isn't a heading", "1. He attended the course.\n\nText here.\n",
     "list_item 1: He attended the course.\nparagraph: Text here.\n"},
    {"capitals", "ANALYSIS OF RISK\nHe hit her.\n\nVIEWS OF THE CHILD:\n\nIsla is sad.\n",
     "heading 1: ANALYSIS OF RISK\nparagraph: He hit her.\nheading 1: VIEWS OF THE CHILD:\nparagraph: Isla "
     "is sad.\n"},
    {"underlined", "Analysis\n========\nText.\n\nRisk\n----\n\nMore.\n",
     "heading 1: Analysis\nparagraph: Text.\nheading 2: Risk\nparagraph: More.\n"},
    {"the name of a section", "Family background\n\nThey met in 2012.\n",
     "heading 2: Family background\nparagraph: They met in 2012.\n"},
    {"what only looks like one",
     "Dear Ms Hart\n\nCase number: 12\n\nCASE NUMBER: 12\n\nThank you for your report.\n\nFiona Mackellar\n",
     "paragraph: Dear Ms Hart\nparagraph: Case number: 12\nparagraph: CASE NUMBER: 12\nparagraph: Thank you "
     "for your report.\n"
     "paragraph: Fiona Mackellar\n"},
    {"list items",
     "The plan:\n- Mr Hart attends\n  the course\n- Ms Hart\n    * calls\n• a bullet\n(a) a letter\n(iv) "
     "four\n",
     "paragraph: The plan:\nlist_item 1: Mr Hart attends the course\nlist_item 1: Ms Hart\nlist_item 2: "
     "calls\n"
     "list_item 1: a bullet\nlist_item 1: a letter\nlist_item 1: four\n"},
    {"a number at the beginning of a wrapped line",
     "The mother and the father were both seen at the office on the morning of\n12. May and again in the "
     "week after that.\n",
     "paragraph: The mother and the father were both seen at the office on the morning of 12. May and again "
     "in the week after that.\n"},
    {"quotations", "He wrote:\n> You made me\n> do it.\nShe left.\n",
     "paragraph: He wrote:\nquotation: You made me do it.\nparagraph: She left.\n"},
    {"a table", "| Who | Action |\n|-----|--------|\n| Ms Hart | Stay calm |\n| Mr Hart | |\n",
     "table_cell 0.0: Who\ntable_cell 0.1 [beside Who]: Action\ntable_cell 1.0 [under Who]: Ms Hart\n"
     "table_cell 1.1 [under Action] [beside Ms Hart]: Stay calm\ntable_cell 2.0 [under Who]: Mr Hart\n"},
    {"long lines are paragraphs",
     "He came home late that night and shouted at the children, who hid behind the sofa until their aunt "
     "arrived to take them away.\n"
     "She rang.\n",
     "paragraph: He came home late that night and shouted at the children, who hid behind the sofa until "
     "their aunt arrived to take "
     "them away.\nparagraph: She rang.\n"},
    {"front matter", "---\nkind: plan\n---\nText.\n", "paragraph: Text.\n"},
    {"a rule is no front matter", "---\n\nText.\n\n---\n",
     "paragraph: ---\nparagraph: Text.\nparagraph: ---\n"},
    {"what no one sees", "re\u00ADport \uFEFFand\u200B copy\n", "paragraph: report and copy\n"},
};

TEST(ReadText, TurnsLinesIntoBlocks) {
  for (const Case& each : kTexts) {
    SCOPED_TRACE(each.what);
    const Reading reading = read_bytes(std::string(each.text), "report.txt");
    EXPECT_EQ(printed(reading), each.blocks);
    ASSERT_TRUE(std::holds_alternative<Document>(reading));
    EXPECT_EQ(unsound(std::get<Document>(reading)), "");
  }
}

constexpr Case kMarkdown[] = {
    {"headings", "# One\n\n## Two ##\n\nThree\n=====\n\nFour {#four .x}\n----\n",
     "heading 1: One\nheading 2: Two\nheading 1: Three\nheading 2: Four\n"},
    {"words right below an underlined heading", "One\n===\nTwo.\n\nThree\n---\n- four\n",
     "heading 1: One\nparagraph: Two.\nheading 2: Three\nlist_item 1: four\n"},
    {"emphasis, escapes, entities",
     "Ms Hart *failed* to __protect__ the \\*children\\* &amp; &ldquo;Isla&rdquo; &nosuch; \\a.\n",
     "paragraph: Ms Hart failed to protect the *children* & “Isla” &nosuch; \\a.\n"},
    {"unmatched marks", "2 * 3 * 4 **a*b_c_ ***d** e*\n", "paragraph: 2 * 3 * 4 **a*b_c_ d e\n"},
    {"links and pictures",
     "See [the *plan*](a(b).md \"t\") and ![a photo](x.png) or <http://a.b/?c&amp;d> [x][r] [r] "
     "[no].\n\n[r]: /u\n",
     "paragraph: See the plan and  or http://a.b/?c&d x r [no].\n"},
    {"code in a line", "The `rule-\nname` and `` a`b ``.\n", "paragraph: The rule- name and  a`b .\n"},
    {"line ends", "She left\nbecause  \nhe hit her\\\nthen.\n",
     "paragraph: She left because⏎he hit her⏎then.\n"},
    {"labels on lines of their own", "Name: Callum\nDate of birth: May\n",
     "paragraph: Name: Callum⏎Date of birth: May\n"},
    {"lists", "- one\n  goes on\n  - two\n\n    again\n\n1. first\n2. second\n",
     "list_item 1: one goes on\nlist_item 2: two\nlist_item 2: again\nlist_item 1: first\nlist_item 1: "
     "second\n"},
    {"quotations", "> He said\n> *no*\nlazily.\n>> deeper\n> - item\n>   goes on\n",
     "quotation: He said no lazily.\nquotation: deeper\nquotation 1: item goes on\n"},
    {"a table", "Above.\n\n| Who | *Action* |\n|:----|---:|\n| Ms \\| Hart | 1. stay **calm** |\n| alone |\n",
     "paragraph: Above.\ntable_cell 0.0: Who\ntable_cell 0.1 [beside Who]: Action\ntable_cell 1.0 [under "
     "Who]: Ms | Hart\n"
     "table_cell 1.1 [under Action] [beside Ms | Hart]: 1. stay calm\ntable_cell 2.0 [under Who]: alone\n"},
    {"a definition above the words", "[a]: /u \"t\"\n[b]: /v\nSee [a] there.\n", "paragraph: See a there.\n"},
    {"indented words are words", "Text.\n\n    Indented words\n    go on.\n\n    More.\n",
     "paragraph: Text.\nparagraph: Indented words go on.\nparagraph: More.\n"},
    {"code in a block", "Text.\n\n```\nfailed\n```\n", "paragraph: Text.\nskipped: 1 block of code\n"},
    {"HTML", "Text <b>bold</b><br>.\n\n<div>\nlost\n</div>\n\n<hr>\n",
     "paragraph: Text bold.\nskipped: 1 passage in HTML\n"},
    {"a bold line", "**5. Analysis**\n\nText.\n\n**She failed.**\n",
     "heading 1: 5. Analysis\nparagraph: Text.\nparagraph: She failed.\n"},
    {"remarks",
     "One <!-- onus: off --> two.\n\n<!-- onus: ignore doubt -->\nThree. <!-- a note -->\n\n<!-- onus:\n  on "
     "-->\n",
     "paragraph: One  two.\nparagraph: Three.\nremark: off [on ]\nremark: ignore doubt [on ]\nremark: on [on "
     "]\n"},
    {"front matter", "---\nonus: x\n---\n# One\n", "heading 1: One\n"},
    {"lines of Windows", "# One\r\n\r\ntwo\r\nthree\r\n\r\n- four\r\n",
     "heading 1: One\nparagraph: two three\nlist_item 1: four\n"},
    {"tabs", "-\tone\n\n\ttwo\n", "list_item 1: one\nlist_item 1: two\n"},
};

TEST(ReadMarkdown, TurnsBlocksIntoBlocks) {
  for (const Case& each : kMarkdown) {
    SCOPED_TRACE(each.what);
    const Reading reading = read_bytes(std::string(each.text), "report.md");
    EXPECT_EQ(printed(reading), each.blocks);
    ASSERT_TRUE(std::holds_alternative<Document>(reading));
    EXPECT_EQ(unsound(std::get<Document>(reading)), "");
  }
}

TEST(ReadMarkdown, LosesNoPlainCharacterOfItsWayBack) {
  for (const Case& each : kMarkdown) {
    SCOPED_TRACE(each.what);
    const Reading reading = read_bytes(std::string(each.text), "report.md");
    const Document& document = std::get<Document>(reading);
    // Letters are copies; only line ends, escapes and entities may be anything else.
    for (const Origin& origin : document.origins) {
      if (origin.copied) continue;
      const std::string_view source = slice(std::string_view(document.text), origin.source);
      EXPECT_TRUE(source.find_first_of("&\n\r\\") != std::string_view::npos) << source;
    }
  }
}

TEST(ReadMarkdown, PlacesARemarkBeforeTheProseThatFollows) {
  const Reading reading = read_bytes("One.\n\n<!-- onus: ignore doubt -->\nTwo.\n", "report.md");
  const Document& document = std::get<Document>(reading);
  ASSERT_EQ(document.remarks.size(), 1U);
  EXPECT_EQ(document.remarks[0].about.begin, document.prose.find("Two"));
  EXPECT_EQ(slice(std::string_view(document.text), document.remarks[0].source),
            "<!-- onus: ignore doubt -->\n");
}

TEST(ReadMarkdown, IsKnownByItsNameOrItsNotation) {
  const auto format = [](std::string text, std::string name) {
    return std::get<Document>(read_bytes(std::move(text), std::move(name))).format;
  };
  EXPECT_EQ(format("Words.\n", "a.MD"), Format::markdown);
  EXPECT_EQ(format("# One\n\nWords.\n\n# Two\n", "-"), Format::markdown);
  EXPECT_EQ(format("# One\n\n**Words**.\n", "a.txt"), Format::markdown);
  EXPECT_EQ(format("Call the number # 5 * twice.\n", "a.txt"), Format::text);
}

TEST(ReadText, KeepsFrontMatterFindable) {
  for (const std::string name : {"a.txt", "a.md"}) {
    const Document document = std::get<Document>(read_bytes("---\nkind: plan\n---\nText.\n", name));
    EXPECT_EQ(slice(std::string_view(document.text), document.front_matter), "---\nkind: plan\n---\n");
    EXPECT_EQ(document.account.total(Treatment::front_matter), 19U);
  }
}

TEST(ReadText, KnowsEncodings) {
  const auto read = [](std::string bytes) {
    return std::get<Document>(read_bytes(std::move(bytes), "a.txt"));
  };
  EXPECT_EQ(read("\xEF\xBB\xBFVater schl\xC3\xA4gt.").prose, "Vater schlägt.");
  EXPECT_EQ(read("Vater schl\xE4gt \x93hier\x94.").prose, "Vater schlägt “hier”.");
  EXPECT_EQ(read(std::string("\xFF\xFEH\0i\0\xE4\0", 8)).prose, "Hiä");
}

TEST(ReadText, PointsBackAtEveryWord) {
  const Document document = std::get<Document>(read_bytes("  One\r\n  two\r\n\r\n- three\r\n", "a.txt"));
  EXPECT_EQ(document.prose, "One two\n\nthree");
  EXPECT_EQ(*editable(document, {4, 7}), (SourceSpan{9, 12}));
  EXPECT_EQ(editable(document, {0, 7}), std::nullopt);
  EXPECT_EQ(*in_source(document, {0, 7}), (SourceSpan{2, 12}));
  EXPECT_EQ(in_source(document, {7, 9}), std::nullopt);
  EXPECT_EQ(*in_source(document, {4, 14}), (SourceSpan{9, 23}));
}

TEST(Document, KnowsTheHeadingOverABlock) {
  const Document document = std::get<Document>(read_bytes("# A\n\n## B\n\nx\n\n# C\n\ny\n", "a.md"));
  EXPECT_EQ(heading_of(document, document.blocks[2]), "B");
  EXPECT_EQ(heading_of(document, document.blocks[1]), "A");
  EXPECT_EQ(heading_of(document, document.blocks[3]), "");
  EXPECT_EQ(heading_of(document, document.blocks[4]), "C");
  EXPECT_EQ(block_at(document, 1), nullptr);
}

}  // namespace

}  // namespace onus
