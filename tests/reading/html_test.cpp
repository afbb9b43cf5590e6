#include <gtest/gtest.h>

#include "reading/printed.h"
#include "reading/read.h"
#include "reading/sound.h"

namespace onus {

namespace {

struct Case {
  std::string_view what;
  std::string_view body;
  std::string_view blocks;
};

constexpr Case kBodies[] = {
    {"paragraphs", "<p>One\n  two.<p>Three.", "paragraph: One two.\nparagraph: Three.\n"},
    {"words around elements", "She <b>did</b>n’t <i> go </i> home.<div>Then</div>he left.",
     "paragraph: She didn’t go home.\nparagraph: Then\nparagraph: he left.\n"},
    {"references", "<p>A &amp; B &#8220;c&rdquo; caf&eacute; &notit; &nosuch; & AT&T a&nbsp;b</p>",
     "paragraph: A & B “c” café ¬it; &nosuch; & AT&T a\u00A0b\n"},
    {"a sign that is no tag", "<p>1 < 2 and a <b>b</b></nosuch> c</p>", "paragraph: 1 < 2 and a b c\n"},
    {"headings and lists", "<h1>A</h1><ul><li>b<ul><li>c</ul><li>d</ul><ol><li>e</ol>",
     "heading 1: A\nlist_item 1: b\nlist_item 2: c\nlist_item 1: d\nlist_item 1: e\n"},
    {"a heading by its looks", "<p><b>Analysis of risk</b></p><p>x</p>",
     "heading 2: Analysis of risk\nparagraph: x\n"},
    {"lines and quotations", "<p>Name: Ann<br>Age: 9</p><blockquote><p>x</blockquote><p>She said <q>no</q>.",
     "paragraph: Name: Ann⏎Age: 9\nquotation: x\nparagraph: She said “no”.\n"},
    {"a table", "<table><tr><th>Who<th>What<tr><td rowspan=2>Ann<td>b<tr><td>c</table>",
     "table_cell 0.0: Who\ntable_cell 0.1 [beside Who]: What\ntable_cell 1.0 [under Who]: Ann\n"
     "table_cell 1.1 [under What] [beside Ann]: b\ntable_cell 2.1 [under What] [beside Ann]: c\n"},
    {"what is not shown",
     "<script>bad()</script><style>p{}</style><p>x<span style='display: none'>y</span>"
     "<!-- z --><del>w</del><img alt=v></p><p hidden>u</p>",
     "paragraph: x\nskipped: 1 deleted passage\nskipped: 2 hidden passages\nskipped: 1 picture\n"},
    {"notes",
     "<p>One<a href='#sdfootnote1sym'>1</a> two.</p><div id=sdfootnote1><p><a "
     "href='#sdfootnote1anc'>1</a>Note.</div>",
     "paragraph: One two.\nfootnote: Note.\n"},
    {"a text as it was typed", "<pre>one\n  two</pre>", "paragraph: one⏎  two\n"},
    {"words inside a table that belong before it", "<table><tr><td>a</td></tr>lost</table>",
     "paragraph: lost\ntable_cell 0.0: a\n"},
};

TEST(Html, Blocks) {
  for (const Case& each : kBodies) {
    SCOPED_TRACE(each.what);
    const Reading reading = read_bytes("<!DOCTYPE html>\n<html><body>" + std::string(each.body), "report");
    EXPECT_EQ(printed(reading), each.blocks);
    if (const auto* document = std::get_if<Document>(&reading)) {
      EXPECT_EQ(unsound(*document), "");
      EXPECT_EQ(document->format, Format::html);
    }
  }
}

TEST(Html, TheTitleIsAHeading) {
  EXPECT_EQ(
      printed(read_bytes("<html><head><title>The  report</title></head><body><p>The report</p><p>x", "a")),
      "heading 1: The report\nparagraph: x\n");
}

TEST(Html, HostileTreesAreRefusedOrRead) {
  const auto repeated = [](std::string_view piece, int times) {
    std::string all = "<html><body>";
    for (int i = 0; i < times; ++i) all += piece;
    return all + "deep";
  };
  std::string fonts = "<html><body>";
  for (int i = 0; i < 20'000; ++i) fonts += "<p><font size=" + std::to_string(i) + ">x";
  for (const std::string& file : {repeated("<div>", 200'000), repeated("<b><p>", 100'000),
                                  repeated("<table><tr><td>", 70'000), repeated("<a><b>", 100'000), fonts}) {
    const Reading reading = read_bytes(file, "a");
    if (const auto* document = std::get_if<Document>(&reading)) {
      EXPECT_EQ(unsound(*document), "");
    } else {
      EXPECT_EQ(std::get<Problem>(reading).message.find('\n'), std::string::npos);
    }
  }
}

}  // namespace

}  // namespace onus
