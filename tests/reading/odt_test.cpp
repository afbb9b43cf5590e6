#include <gtest/gtest.h>

#include "reading/make_docx.h"
#include "reading/printed.h"
#include "reading/read.h"
#include "reading/sound.h"

namespace onus {

namespace {

constexpr std::string_view kNamespaces =
    R"( xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0")"
    R"( xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0")"
    R"( xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0")"
    R"( xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0")"
    R"( xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0")"
    R"( xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0")"
    R"( xmlns:dc="http://purl.org/dc/elements/1.1/")"
    R"( xmlns:math="http://www.w3.org/1998/Math/MathML")";

constexpr std::string_view kStyles =
    R"(<style:style style:name="Title" style:family="paragraph"/>)"
    R"(<style:style style:name="T1" style:family="paragraph" style:parent-style-name="Title"/>)"
    R"(<style:style style:name="Quotations" style:family="paragraph"/>)"
    R"(<style:style style:name="Loop" style:family="paragraph" style:parent-style-name="Loop"/>)"
    R"(<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>)"
    R"(<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>)";

std::string content(std::string_view body) {
  return "<office:document-content" + std::string(kNamespaces) + "><office:automatic-styles>" +
         std::string(kStyles) + "</office:automatic-styles><office:body><office:text>" + std::string(body) +
         "</office:text></office:body></office:document-content>";
}

std::string make_odt(std::string_view body) {
  return make_zip({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", content(body)}});
}

struct Case {
  std::string_view what;
  std::string_view body;
  std::string_view blocks;
};

constexpr Case kBodies[] = {
    {"paragraphs", "<text:p>One.</text:p>\n<text:p/><text:p>Two.</text:p>",
     "paragraph: One.\nparagraph: Two.\n"},
    {"blanks collapse, across elements too",
     "<text:p>  One \n\t two<text:span> </text:span> three<text:s/>.<text:s text:c=\"2\"/>Four</text:p>",
     "paragraph: One two three .  Four\n"},
    {"a blank between two spans counts",
     "<text:p><text:span>One</text:span> <text:span>two</text:span></text:p>", "paragraph: One two\n"},
    {"tabs and line ends", "<text:p>Name:<text:tab/>Ann<text:line-break/>Age: 9</text:p>",
     "paragraph: Name:⇥Ann⏎Age: 9\n"},
    {"headings and a title",
     "<text:p text:style-name=\"T1\">Report</text:p><text:h text:outline-level=\"2\">Analysis</text:h>"
     "<text:p>x</text:p>",
     "heading 1: Report\nheading 2: Analysis\nparagraph: x\n"},
    {"a heading by its looks",
     "<text:p><text:span text:style-name=\"B\">Analysis of risk</text:span></text:p><text:p>x</text:p>",
     "heading 2: Analysis of risk\nparagraph: x\n"},
    {"lists",
     "<text:list><text:list-item><text:p>a</text:p><text:list><text:list-item><text:p>b</text:p></"
     "text:list-item>"
     "</text:list></text:list-item></text:list><text:p text:style-name=\"Quotations\">c</text:p>",
     "list_item 1: a\nlist_item 2: b\nquotation: c\n"},
    {"a table with a cell over two columns and one over two rows",
     "<table:table><table:table-header-rows><table:table-row><table:table-cell "
     "table:number-columns-spanned=\"2\"><text:p>Who</text:p></table:table-cell><table:covered-table-cell/>"
     "<table:table-cell><text:p>What</text:p></table:table-cell></table:table-row></table:table-header-rows>"
     "<table:table-row><table:table-cell "
     "table:number-rows-spanned=\"2\"><text:p>Ann</text:p></table:table-cell>"
     "<table:table-cell><text:p>b</text:p></table:table-cell><table:table-cell><text:p>c</text:p></"
     "table:table-cell>"
     "</table:table-row><table:table-row><table:covered-table-cell/><table:table-cell><text:p>d</text:p>"
     "</table:table-cell><table:table-cell><text:p>e</text:p></table:table-cell></table:table-row></"
     "table:table>",
     "table_cell 0.0: Who\ntable_cell 0.2 [beside Who]: What\ntable_cell 1.0 [under Who]: Ann\n"
     "table_cell 1.1 [under Who] [beside Ann]: b\ntable_cell 1.2 [under What] [beside Ann]: c\n"
     "table_cell 2.1 [under Who] [beside Ann]: d\ntable_cell 2.2 [under What] [beside Ann]: e\n"},
    {"a note stands behind its paragraph",
     "<text:p>One<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Note.</text:p>"
     "</text:note-body></text:note> two.</text:p>",
     "paragraph: One two.\nfootnote: Note.\n"},
    {"a text box stands behind its paragraph",
     "<text:p>One<draw:frame><draw:text-box><text:p>Box.</text:p></draw:text-box></draw:frame> two.</text:p>",
     "paragraph: One two.\nparagraph: Box.\n"},
    {"tracked changes",
     "<text:tracked-changes><text:changed-region><text:deletion><text:p>failed</text:p></text:deletion>"
     "</text:changed-region></text:tracked-changes><text:p>She "
     "<text:change-start/>protected<text:change-end/>"
     "<text:change/> them.</text:p>",
     "paragraph: She protected them.\nskipped: 1 deleted passage\n"},
    {"hidden words, pictures, formulas, comments",
     "<text:p>a<text:span text:style-name=\"H\">secret</text:span><draw:frame><draw:image/></draw:frame>"
     "<office:annotation><dc:creator>Ann</dc:creator><text:p>Why?</text:p></office:annotation></text:p>",
     "paragraph: a\nskipped: 1 comment\nskipped: 1 hidden passage\nskipped: 1 picture\n"},
    {"a comment to this program",
     "<text:p>a <office:annotation office:name=\"n\"><dc:creator>Ann</dc:creator><text:p>onus: ignore "
     "doubt</text:p>"
     "</office:annotation>bad words<office:annotation-end office:name=\"n\"/> b</text:p>",
     "paragraph: a bad words b\nremark: ignore doubt [on bad words]\n"},
    {"a table of contents",
     "<text:table-of-content><text:index-body><text:p>1 Analysis 3</text:p></text:index-body>"
     "</text:table-of-content><text:p>x</text:p>",
     "paragraph: x\nskipped: the table of contents\n"},
    {"pages", "<text:p>a</text:p><text:p><text:soft-page-break/>b</text:p>",
     "paragraph p1: a\nparagraph p2: b\n"},
    {"entities", "<text:p>A &amp; B &#x201C;c</text:p>", "paragraph: A & B “c\n"},
    {"a style that is based on itself", "<text:p text:style-name=\"Loop\">x</text:p>", "paragraph: x\n"},
};

TEST(Odt, Blocks) {
  for (const Case& each : kBodies) {
    SCOPED_TRACE(each.what);
    const Reading reading = read_bytes(make_odt(each.body), "report");
    EXPECT_EQ(printed(reading), each.blocks);
    if (const auto* document = std::get_if<Document>(&reading)) {
      EXPECT_EQ(unsound(*document), "");
      EXPECT_EQ(document->format, Format::odt);
    }
  }
}

TEST(Odt, OriginsLieInTheirPart) {
  const std::string_view body = "<text:p>One &amp; <text:span>two</text:span>.</text:p>";
  const std::string xml = content(body);
  const Document document = std::get<Document>(read_bytes(make_odt(body), "a"));
  ASSERT_EQ(document.prose, "One & two.");
  for (const Origin& origin : document.origins) {
    if (!origin.copied) continue;
    EXPECT_EQ(slice(std::string_view(xml), origin.source),
              slice(std::string_view(document.prose), origin.prose));
  }
  EXPECT_EQ(slice(std::string_view(xml), *in_source(document, ProseSpan{4, 5})), "&amp;");
}

TEST(Odt, InOneFile) {
  const std::string flat = "<?xml version=\"1.0\"?>\n<office:document" + std::string(kNamespaces) +
                           "><office:body><office:text><text:p>x</text:p></office:text></office:body>"
                           "</office:document>";
  EXPECT_EQ(printed(read_bytes(flat, "a")), "paragraph: x\n");
}

TEST(Odt, ACommentToThisProgramIsNoCommentInTheAccount) {
  const Reading reading = read_bytes(
      make_odt(
          "<text:p>a<office:annotation><dc:creator>Ann</dc:creator><text:p>Why?</text:p></office:annotation>"
          "<office:annotation><text:p>onus: </text:p><text:p>ignore "
          "doubt</text:p></office:annotation></text:p>"),
      "a");
  const ByteAccount& account = std::get<Document>(reading).account;
  EXPECT_EQ(account.total(Treatment::comment), std::string_view("AnnWhy?").size());
  EXPECT_EQ(account.total(Treatment::remark), std::string_view("onus: ignore doubt").size());
}

TEST(Odt, WhatIsNoReport) {
  const auto problem = [](const Members& members) { return printed(read_bytes(make_zip(members), "a")); };
  EXPECT_NE(
      problem({{"content.xml", "?"}, {"META-INF/manifest.xml", "<m:encryption-data/>"}}).find("password"),
      std::string::npos);
  const std::string sheet = "<office:document-content" + std::string(kNamespaces) +
                            "><office:body><office:spreadsheet/></office:body></office:document-content>";
  EXPECT_NE(problem({{"content.xml", sheet}}).find("spreadsheet"), std::string::npos);
  EXPECT_NE(problem({{"content.xml", "<!DOCTYPE x []><x/>"}}).find("document type"), std::string::npos);
}

TEST(Odt, DepthOverthrowsNothing) {
  constexpr int kDepth = 200'000;
  for (const std::string name :
       {"text:span", "text:list", "table:table", "draw:text-box", "text:p", "text:note-body"}) {
    std::string body;
    for (int i = 0; i < kDepth; ++i) body += "<" + name + ">";
    body += "deep";
    for (int i = 0; i < kDepth; ++i) body += "</" + name + ">";
    Limits limits;
    limits.inflated_per_byte = 1'000'000;
    read_bytes(make_odt(body + "<text:p>end</text:p>"), "a", limits);
  }
}

}  // namespace

}  // namespace onus
