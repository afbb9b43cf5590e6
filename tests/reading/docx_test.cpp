#include <gtest/gtest.h>

#include "reading/make_docx.h"
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

Document read(const std::string& bytes) {
  Reading reading = read_bytes(bytes, "report.docx");
  if (const auto* problem = std::get_if<Problem>(&reading)) {
    ADD_FAILURE() << problem->message;
    return {};
  }
  EXPECT_EQ(unsound(std::get<Document>(reading)), "");
  return std::get<Document>(std::move(reading));
}

// What stands around: P() is a paragraph, R() a run, S(style|) a paragraph with a style (see make_docx.h).
constexpr Case kBodies[] = {
    {"paragraphs", "P(One.)P()P( \t )P(Two.)", "paragraph: One.\nparagraph: Two.\n"},
    {"white space around the words", "P(  One two  )", "paragraph: One two\n"},
    {"runs that part words", "<w:p>R(fai)R(led)R( to protect)</w:p>", "paragraph: failed to protect\n"},
    {"entities", "P(&#8220;A &amp; B&#x201D; &lt;c&gt; &unknown; &)", "paragraph: “A & B” <c> &unknown; &\n"},
    {"a line end inside a text", "P(one\ntwo\r\nthree)", "paragraph: one two three\n"},
    {"character data", "<w:p><w:r><w:t><![CDATA[a < b & c]]></w:t></w:r></w:p>", "paragraph: a < b & c\n"},
    {"no-break spaces only", "P(\u00A0)P(x)P(\u00A0y\u00A0)", "paragraph: x\nparagraph: y\n"},
    {"tabs, breaks, hyphens",
     "<w:p>R(Name:)<w:r><w:tab/><w:t>Callum</w:t><w:br/><w:t>co</w:t><w:noBreakHyphen/><w:t>parent</w:t>"
     "<w:softHyphen/><w:t>ing re\u00ADport</w:t><w:cr/></w:r></w:p>",
     "paragraph: Name:⇥Callum⏎co-parenting report\n"},
    {"boxes of forms",
     "<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:t> Yes </w:t>"
     "<w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/><w:t> No</w:t></w:r></w:p>",
     "paragraph: ☒ Yes ☐ No\n"},
    {"an insertion is read, a deletion is not",
     "<w:p>R(She )<w:ins w:id=\"1\">R(protected)</w:ins><w:del "
     "w:id=\"2\"><w:r><w:delText>failed</w:delText></w:r></w:del>"
     "R( them.)</w:p>",
     "paragraph: She protected them.\nskipped: 1 deleted passage\n"},
    {"a move is read where it went to",
     "<w:p><w:moveTo w:id=\"1\">R(Moved.)</w:moveTo></w:p><w:p><w:moveFrom "
     "w:id=\"2\">R(Moved.)</w:moveFrom>R(Rest.)</w:p>",
     "paragraph: Moved.\nparagraph: Rest.\nskipped: 1 deleted passage\n"},
    {"a deleted paragraph mark joins",
     "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>R(He hit her.)</w:p>P(She left.)",
     "paragraph: He hit her. She left.\n"},
    {"a deleted mark before a table joins nothing",
     "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>R(He hit "
     "her.)</w:p><w:tbl><w:tr><w:tc>P(x)</w:tc></w:tr></w:tbl>",
     "paragraph: He hit her.\ntable_cell 0.0: x\n"},
    {"a deleted row",
     "<w:tbl><w:tr><w:tc>P(a)</w:tc></w:tr><w:tr><w:trPr><w:del "
     "w:id=\"1\"/></w:trPr><w:tc>P(b)</w:tc></w:tr></w:tbl>",
     "table_cell 0.0: a\nskipped: 1 deleted passage\n"},
    {"hidden text", "<w:p>R(Seen.)<w:r><w:rPr><w:vanish/></w:rPr><w:t>Unseen.</w:t></w:r></w:p>",
     "paragraph: Seen.\nskipped: 1 hidden passage\n"},
    {"text that isn't hidden", "<w:p><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>Seen.</w:t></w:r></w:p>",
     "paragraph: Seen.\n"},
    {"the result of a field, not its instruction",
     "<w:p>R(See )<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText> REF _x </w:instrText>"
     "<w:fldChar w:fldCharType=\"separate\"/></w:r>R(page 3)<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>R( "
     "there.)</w:p>",
     "paragraph: See page 3 there.\n"},
    {"a field in the instruction of a field",
     "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText> IF </w:instrText>"
     "<w:fldChar w:fldCharType=\"begin\"/><w:instrText> X </w:instrText><w:fldChar "
     "w:fldCharType=\"separate\"/></w:r>"
     "R(inner)<w:r><w:fldChar w:fldCharType=\"end\"/><w:fldChar w:fldCharType=\"separate\"/></w:r>R(shown)"
     "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
     "paragraph: shown\n"},
    {"a field that never ends swallows one paragraph at most",
     "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>x</w:instrText></w:r></w:p>P(Still here.)",
     "paragraph: Still here.\n"},
    {"links, smart tags, content controls, simple fields",
     "<w:p><w:hyperlink>R(a)</w:hyperlink><w:smartTag><w:smartTag>R(b)</w:smartTag></w:smartTag>"
     "<w:sdt><w:sdtPr><w:alias w:val=\"no\"/></w:sdtPr><w:sdtContent>R(c)</w:sdtContent></w:sdt>"
     "<w:fldSimple w:instr=\" DATE \">R(d)</w:fldSimple></w:p>"
     "<w:sdt><w:sdtContent>P(e)<w:sdt><w:sdtContent>P(f)</w:sdtContent></w:sdt></w:sdtContent></w:sdt>",
     "paragraph: abcd\nparagraph: e\nparagraph: f\n"},
    {"lists",
     "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr>R(One)</w:p>"
     "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr>R(Two)</w:p>"
     "<w:p><w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>R(None)</w:p>",
     "list_item 1: One\nlist_item 2: Two\nparagraph: None\n"},
    {"a table",
     "<w:tbl><w:tr><w:tc>P(Who)</w:tc><w:tc>P(What)</w:tc></w:tr><w:tr><w:tc>P(Ms "
     "Hart)</w:tc><w:tc>P(One)P(Two)</w:tc></w:tr></w:tbl>",
     "table_cell 0.0: Who\ntable_cell 0.1 [beside Who]: What\ntable_cell 1.0 [under Who]: Ms Hart\n"
     "table_cell 1.1 [under What] [beside Ms Hart]: One\ntable_cell 1.1 [under What] [beside Ms Hart]: "
     "Two\n"},
    {"merged cells",
     "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"3\"/></w:tcPr>P(Plan)</w:tc></w:tr>"
     "<w:tr><w:tc>P(Need)</w:tc><w:tc>P(Action)</w:tc><w:tc>P(By)</w:tc></w:tr>"
     "<w:tr><w:tc><w:tcPr><w:vMerge "
     "w:val=\"restart\"/></w:tcPr>P(Safety)</w:tc><w:tc>P(Locks)</w:tc><w:tc>P(May)</w:tc></w:tr>"
     "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>P()</w:tc><w:tc><w:tcPr><w:gridSpan "
     "w:val=\"2\"/></w:tcPr>P(Alarm)</w:tc></w:tr></w:tbl>",
     "table_cell 0.0: Plan\ntable_cell 1.0: Need\ntable_cell 1.1 [beside Need]: Action\ntable_cell 1.2 "
     "[beside Need]: By\n"
     "table_cell 2.0 [under Need]: Safety\ntable_cell 2.1 [under Action] [beside Safety]: Locks\n"
     "table_cell 2.2 [under By] [beside Safety]: May\ntable_cell 3.1 [under Action] [beside Safety]: "
     "Alarm\n"},
    {"a table in a table",
     "<w:tbl><w:tr><w:tc>P(a)<w:tbl><w:tr><w:tc>P(b)</w:tc><w:tc>P(c)</w:tc></w:tr></w:tbl>P(d)</"
     "w:tc><w:tc>P(e)</w:tc></w:tr></w:tbl>",
     "table_cell 0.0: a\ntable_cell 0.0: b\ntable_cell 0.1 [beside b]: c\ntable_cell 0.0: d\n"
     "table_cell 0.1 [beside a⏎⏎b⏎⏎c⏎⏎d]: e\n"},
    {"a text box once, behind its paragraph",
     "<w:p>R(Before )<w:r><mc:AlternateContent><mc:Choice "
     "Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>P(Box.)"
     "</w:txbxContent></wps:txbx></w:drawing></"
     "mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>P(Box.)"
     "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>R(after.)</w:p>P(Next.)",
     "paragraph: Before after.\nparagraph: Box.\nparagraph: Next.\n"},
    {"the fallback of what nobody knows",
     "<w:p><w:r><mc:AlternateContent xmlns:z=\"http://example.org/z\"><mc:Choice "
     "Requires=\"z\"><w:t>new</w:t></mc:Choice>"
     "<mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>",
     "paragraph: old\n"},
    {"pictures and embedded files",
     "<w:p>R(x)<w:r><w:drawing><a:blip/></w:drawing></w:r><w:r><w:pict><v:imagedata/></w:pict></w:r>"
     "<w:r><w:object><v:imagedata/></w:object></w:r></w:p>",
     "paragraph: x\nskipped: 2 pictures\nskipped: 1 embedded file\n"},
    {"a formula", "<w:p>R(x )<m:oMath><m:r><m:t>y=1</m:t></m:r></m:oMath></w:p>",
     "paragraph: x\nskipped: 1 formula\n"},
    {"a bold line is a heading",
     "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>5. Analysis of risk</w:t></w:r></w:p>P(Text.)"
     "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Views of Isla</w:t></w:r></w:p>P(More.)",
     "heading 1: 5. Analysis of risk\nparagraph: Text.\nheading 2: Views of Isla\nparagraph: More.\n"},
    {"a bold sentence or field is not",
     "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>She failed to protect.</w:t></w:r></w:p>"
     "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Name: </w:t></w:r>R(Callum Baird)</w:p>"
     "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Report date: today</w:t></w:r></w:p>",
     "paragraph: She failed to protect.\nparagraph: Name: Callum Baird\nparagraph: Report date: today\n"},
    {"capitals are a heading", "P(VIEWS OF THE CHILD)P(Text.)",
     "heading 1: VIEWS OF THE CHILD\nparagraph: Text.\n"},
    {"a large first letter", "<w:p><w:pPr><w:framePr w:dropCap=\"drop\"/></w:pPr>R(O)</w:p>P(nce more.)",
     "paragraph: Once more.\n"},
    {"pages where Word wrote them down",
     "P(One.)<w:p><w:r><w:lastRenderedPageBreak/><w:t>Two.</w:t></w:r></w:p>",
     "paragraph p1: One.\nparagraph p2: Two.\n"},
    {"a table of contents",
     "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr>"
     "<w:sdtContent>P(Analysis 3)</w:sdtContent></w:sdt>P(x)",
     "paragraph: x\nskipped: the table of contents\n"},
    {"another prefix for a while",
     "<q:p "
     "xmlns:q=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><q:r><q:t>Q.</q:t></q:r></"
     "q:p>P(W.)",
     "paragraph: Q.\nparagraph: W.\n"},
    {"a prefix that means something else for a while",
     "<w:p>R(a)<w:x xmlns:w=\"http://example.org\"><w:t>no</w:t></w:x>R(b)</w:p>", "paragraph: ab\n"},
    {"paragraphs where they can't be", "<w:p>R(a)P(b)R(c)</w:p><w:t>loose</w:t>",
     "paragraph: a\nparagraph: b\nparagraph: c\nparagraph: loose\n"},
};

TEST(ReadDocx, TurnsTheBodyIntoBlocks) {
  for (const Case& each : kBodies) {
    SCOPED_TRACE(each.what);
    EXPECT_EQ(printed(read(make_docx(each.body))), each.blocks);
  }
}

constexpr std::string_view kStyles =
    "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
    "<w:style w:type=\"paragraph\" w:styleId=\"berschrift2\"><w:name w:val=\"heading 2\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"House\"><w:name w:val=\"House style\"/><w:basedOn "
    "w:val=\"berschrift2\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Outlined\"><w:name w:val=\"X\"/><w:pPr><w:outlineLvl "
    "w:val=\"2\"/></w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Plain\"><w:name w:val=\"Y\"/><w:basedOn "
    "w:val=\"House\"/><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"T\"><w:name w:val=\"Title\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Titre1\"><w:name w:val=\"Titre 1\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"B\"><w:name w:val=\"List Bullet\"/><w:pPr><w:numPr><w:numId "
    "w:val=\"1\"/></w:numPr></w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Q\"><w:name w:val=\"Intense Quote\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"C\"><w:name w:val=\"toc 1\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Loop\"><w:name w:val=\"Loop\"/><w:basedOn "
    "w:val=\"Pool\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Pool\"><w:name w:val=\"Pool\"/><w:basedOn "
    "w:val=\"Loop\"/></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"H\"><w:name "
    "w:val=\"Secret\"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>";

constexpr Case kStyled[] = {
    {"a name in English, an identifier in German", "S(berschrift2|Lage)P(x)",
     "heading 2: Lage\nparagraph: x\n"},
    {"inherited", "S(House|Lage)P(x)", "heading 2: Lage\nparagraph: x\n"},
    {"by its outline level", "S(Outlined|Lage)P(x)", "heading 3: Lage\nparagraph: x\n"},
    {"made body text again", "S(Plain|Lage)", "paragraph: Lage\n"},
    {"the title", "S(T|Report)", "heading 1: Report\n"},
    {"a name in French", "S(Titre1|Analyse)", "heading 1: Analyse\n"},
    {"a list by its style", "S(B|One)", "list_item 1: One\n"},
    {"a level inside the list of a style",
     "<w:p><w:pPr><w:pStyle w:val=\"B\"/><w:numPr><w:ilvl w:val=\"2\"/></w:numPr></w:pPr>R(x)</w:p>",
     "list_item 3: x\n"},
    {"a quotation", "S(Q|Dad hits Mum)", "quotation: Dad hits Mum\n"},
    {"a line of the contents", "S(C|Analysis 4)P(x)", "paragraph: x\nskipped: the table of contents\n"},
    {"a style based on itself", "S(Loop|x)", "paragraph: x\n"},
    {"a style that isn't there", "S(Heading3|x)S(Nothing|y)", "heading 3: x\nparagraph: y\n"},
    {"hidden by a style", "<w:p>R(a)<w:r><w:rPr><w:rStyle w:val=\"H\"/></w:rPr><w:t>b</w:t></w:r></w:p>",
     "paragraph: a\nskipped: 1 hidden passage\n"},
    {"an outline level of its own", "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>R(Analysis)</w:p>",
     "heading 1: Analysis\n"},
    {"a heading in a table", "<w:tbl><w:tr><w:tc>S(berschrift2|Views)P(x)</w:tc></w:tr></w:tbl>",
     "heading 2 0.0: Views\ntable_cell 0.0: x\n"},
};

TEST(ReadDocx, KnowsStructureFromStyles) {
  for (const Case& each : kStyled) {
    SCOPED_TRACE(each.what);
    EXPECT_EQ(printed(read(make_docx(each.body, {{"styles", std::string(kStyles)}}))), each.blocks);
  }
}

std::string word_part(std::string_view root, std::string_view inside) {
  return "<w:" + std::string(root) + std::string(kWordNamespaces) + ">" + std::string(inside) +
         "</w:" + std::string(root) + ">";
}

TEST(ReadDocx, ReadsNotesBehindTheirParagraphOnce) {
  const std::string notes =
      word_part("footnotes",
                "<w:footnote w:type=\"separator\" w:id=\"-1\">P(---)</w:footnote>"
                "<w:footnote w:id=\"1\">P(First note.)<w:p>R(Loop)<w:r><w:footnoteReference "
                "w:id=\"1\"/></w:r></w:p></w:footnote>"
                "<w:footnote w:id=\"2\">P(Lost.)</w:footnote>");
  const std::string body =
      "<w:p>R(Text)<w:r><w:footnoteReference w:id=\"1\"/></w:r>R( goes on.)</w:p>P(Next.)";
  EXPECT_EQ(
      printed(read(make_docx(body, {{"footnotes", notes}}))),
      "paragraph: Text goes on.\nfootnote: First note.\nfootnote: Loop\nparagraph: Next.\nskipped: 1 note\n");
}

TEST(ReadDocx, LeavesCommentsOutAndKeepsThoseMeantForOnus) {
  const std::string comments =
      word_part("comments",
                "<w:comment w:id=\"0\">P(Is this fair?)</w:comment>"
                "<w:comment w:id=\"1\">P( Onus: ignore )P(agentless-passive)</w:comment>");
  const std::string body =
      "P(Before.)<w:p>R(He )<w:commentRangeStart w:id=\"1\"/>R(was seen)<w:commentRangeEnd w:id=\"1\"/>"
      "<w:r><w:commentReference w:id=\"1\"/></w:r>R( there.)</w:p>";
  const Document document = read(make_docx(body, {{"comments", comments}}));
  EXPECT_EQ(
      printed(document),
      "paragraph: Before.\nparagraph: He was seen there.\nremark: ignore agentless-passive [on was seen]\n"
      "skipped: 1 comment\n");
  EXPECT_EQ(document.account.total(Treatment::comment), std::string_view("Is this fair?").size());
  EXPECT_EQ(document.account.total(Treatment::remark),
            std::string_view(" Onus: ignore agentless-passive").size());
}

TEST(ReadDocx, SaysThatPagesHaveHeaders) {
  EXPECT_EQ(printed(read(make_docx("P(x)", {{"header", word_part("hdr", "P(CONFIDENTIAL)")},
                                            {"footer", word_part("ftr", "P()")}}))),
            "paragraph: x\nskipped: the words at the top and bottom of the pages\n");
}

TEST(ReadDocx, ReadsStrictFilesWithAnyPrefixAndAnyMainPart) {
  const Members members = {{"_rels/.rels",
                            "<Relationships><Relationship "
                            "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" "
                            "Target=\"/strange/../odd/main.xml\"/></Relationships>"},
                           {"odd/main.xml",
                            "<document "
                            "xmlns=\"http://purl.oclc.org/ooxml/wordprocessingml/"
                            "main\"><body><p><r><t>Strict.</t></r></p></body></document>"}};
  EXPECT_EQ(printed(read(make_zip(members))), "paragraph: Strict.\n");
}

TEST(ReadDocx, FindsTheMainPartByItsTypeOrItsUsualName) {
  Members members = docx_members("P(x)");
  members.erase("_rels/.rels");
  EXPECT_EQ(printed(read(make_zip(members))), "paragraph: x\n");
  members["main.xml"] = members["word/document.xml"];
  members.erase("word/document.xml");
  members["[Content_Types].xml"] =
      "<Types><Override PartName=\"/main.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
      "wordprocessingml.document.main+xml\"/></Types>";
  EXPECT_EQ(printed(read(make_zip(members))), "paragraph: x\n");
}

TEST(ReadDocx, ReadsXmlInOtherEncodings) {
  Members members = docx_members("P(Vater schl\xE4gt)");
  std::string& xml = members["word/document.xml"];
  xml = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + xml;
  EXPECT_EQ(printed(read(make_zip(members))), "paragraph: Vater schlägt\n");
  members = docx_members("P(Vater schl\xE4gt)");
  EXPECT_EQ(printed(read(make_zip(members))), "paragraph: Vater schl\uFFFDgt\n");
}

TEST(ReadDocx, SaysWhereInItsPartEveryWordLies) {
  const Members members =
      docx_members("P(A &amp; B)<w:p>R(failed )<w:r><w:tab/></w:r>R(to\u00ADgether)</w:p>");
  const Document document = read(make_zip(members));
  const std::string_view xml = members.at("word/document.xml");
  ASSERT_EQ(document.parts, std::vector<std::string>{"word/document.xml"});
  EXPECT_EQ(document.prose, "A & B\n\nfailed \ttogether");
  const auto words = [&](std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(document.prose.find(text));
    return ProseSpan{begin, static_cast<std::uint32_t>(begin + text.size())};
  };
  EXPECT_EQ(slice(xml, *in_source(document, words("&"))), "&amp;");
  EXPECT_EQ(slice(xml, *in_source(document, words("failed"))), "failed");
  EXPECT_EQ(slice(xml, *editable(document, words("failed"))), "failed");
  EXPECT_EQ(slice(xml, *in_source(document, words("\t"))), "<w:tab");
  EXPECT_EQ(slice(xml, *in_source(document, words("together"))), "to\u00ADgether");
  EXPECT_EQ(editable(document, words("together")), std::nullopt);
  EXPECT_EQ(editable(document, words("A & B")), std::nullopt);
}

// The texts of all parts: what the account has to add up to.
std::uint64_t text_bytes(std::string_view xml) {
  std::uint64_t bytes = 0;
  for (std::size_t at = xml.find('>'); at != std::string_view::npos; at = xml.find('>', at + 1)) {
    const std::size_t next = std::min(xml.find('<', at), xml.size());
    bytes += next - at - 1;
  }
  return bytes;
}

TEST(ReadDocx, AccountsForEveryText) {
  for (const Case& each : kBodies) {
    if (each.body.find("CDATA") != std::string_view::npos ||
        each.body.find("&lt;c") != std::string_view::npos)
      continue;
    SCOPED_TRACE(each.what);
    const Members members = docx_members(each.body);
    EXPECT_EQ(read(make_zip(members)).account.total(), text_bytes(members.at("word/document.xml")));
  }
}

}  // namespace

}  // namespace onus
