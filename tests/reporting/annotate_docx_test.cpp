#include "reporting/annotate_docx.h"

#include <gtest/gtest.h>

#include <cctype>

#include "reading/docx_package.h"
#include "reading/make_docx.h"
#include "reporting/findings_on.h"

namespace onus {
namespace {

std::string member(const std::string& docx, std::string_view name) {
  Package package(std::string_view(docx), Limits{});
  return package.read(name).value_or("");
}

// The body in short: [ ] round what comments are on, {-deleted-} {+inserted+}, | before each paragraph, and ^
// for a drawing, a field's marks and a content control; the opening comment is left out.
std::string shown(const std::string& xml) {
  std::string text, opening;
  for (std::size_t at = xml.find("<w:body>"); at < xml.size();) {
    if (xml[at] != '<') {
      text += xml[at++];
      continue;
    }
    const std::string tag = xml.substr(at + 1, xml.find('>', at) - at - 1);
    const auto is = [&](std::string_view name) {
      return tag == name || tag.starts_with(std::string(name) + " ");
    };
    if (tag.starts_with("w:commentRange")) {
      const std::string id = tag.substr(tag.find('"'));
      if (opening.empty()) opening = id.substr(0, id.find('"', 1));
      if (!id.starts_with(opening)) text += tag.starts_with("w:commentRangeStart") ? "[" : "]";
    }
    if (is("w:p")) text += "|";
    if (is("w:del")) text += "{-";
    if (is("/w:del")) text += "-}";
    if (is("w:ins")) text += "{+";
    if (is("/w:ins")) text += "+}";
    if (is("w:fldChar/") || is("w:fldChar") || is("w:sdt") || is("/w:sdt") || is("w:pict")) text += "^";
    at = xml.find('>', at) + 1;
  }
  return text;
}

struct Case {
  std::string body;
  std::vector<std::string> words;
  std::string expected;
};

std::string annotated(const Case& each, bool track_changes, const std::string& rewrite) {
  const std::string docx = make_docx(each.body);
  AnnotateOptions options;
  options.track_changes = track_changes;
  return annotate_docx(docx, findings_on(docx, "report.docx", each.words, rewrite), options).bytes;
}

const std::string kField =
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF "
    "x</w:instrText></w:r><w:r><w:fldChar "
    "w:fldCharType=\"separate\"/></w:r>R(Ms Hart)<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
const std::string kControl = "<w:sdt><w:sdtContent>R(Ms Hart)</w:sdtContent></w:sdt>";

TEST(AnnotateDocx, CommentsLieOnTheirWordsOrOutsideOfWhatWouldNotBearThem) {
  const std::vector<Case> cases{
      {"P(Title)P(She failed to protect them.)",
       {"failed to protect"},
       "|Title|She [failed to protect] them."},
      {"P(Title)<w:p>R(She fai)R(led to protect)R( them.)</w:p>",
       {"failed to protect"},
       "|Title|She [failed to protect] them."},
      {"P(Title)P(one two three)", {"one", "two", "three"}, "|Title|[one] [two] [three]"},
      {"P(Title)P(one two three)", {"one two", "two three"}, "|Title|[one [two] three]"},
      {"P(Title)P(R&amp;D said he &lt;did&gt; it)",
       {"R&D", "<did>"},
       "|Title|[R&amp;D] said he [&lt;did&gt;] it"},
      {"P(Title)<w:p><w:ins w:id=\"3\" w:author=\"A\">R(He claims)</w:ins></w:p>",
       {"claims"},
       "|Title|{+He [claims]+}"},
      {"P(Title)<w:p>R(He met )" + kField + "R( twice)</w:p>",
       {"Hart"},
       "|Title|He met [^REF x^Ms Hart^] twice"},
      {"P(Title)<w:p>R(He met )" + kControl + "R( twice)</w:p>", {"Hart"}, "|Title|He met [^Ms Hart^] twice"},
      {"P(Title)<w:sdt><w:sdtContent>P(Ms Hart)P(and he)</w:sdtContent></w:sdt>",
       {"Hart", "he"},
       "|Title[]^|Ms Hart|and [he]^"},
      {"P(Title)<w:p>R(Before )<w:r><w:pict><v:shape><v:textbox><w:txbxContent>P(in a box)</w:txbxContent></"
       "v:textbox></v:shape></w:pict></w:r>R( after)</w:p>",
       {"box"},
       "|Title|Before [^|in a box] after"}};
  for (const Case& each : cases)
    EXPECT_EQ(shown(member(annotated(each, false, ""), "word/document.xml")), each.expected) << each.body;
}

TEST(AnnotateDocx, ChangesAreTrackedInPlainTextOnly) {
  const std::vector<Case> cases{
      {"P(Title)P(She was hit by him.)", {"was hit by"}, "|Title|She [{-was hit by-}{+X+}] him."},
      {"P(Title)<w:p>R(She was )R(hit)R( by him.)</w:p>",
       {"was hit by"},
       "|Title|She [{-was -}{-hit-}{- by-}{+X+}] him."},
      {"P(Title)P(She was hit by him.)",
       {"was hit", "hit by"},
       "|Title|She [{-was -}[{-hit-}{+X+}] by] him."},
      {"P(Title)<w:p>R(He met )" + kField + "R( twice)</w:p>",
       {"met Ms"},
       "|Title|He [met ^REF x^Ms Hart^] twice"},
      {"P(Title)<w:p>R(He met )" + kControl + "</w:p>", {"Hart"}, "|Title|He met [^Ms Hart^]"},
      {"P(Title)<w:sdt><w:sdtContent>P(Ms Hart)P(and he)</w:sdtContent></w:sdt>",
       {"he"},
       "|Title^|Ms Hart|and [he]^"},
      {"<w:p><w:pPr><w:framePr w:dropCap=\"drop\"/></w:pPr>R(T)</w:p>P(itle)P(He met her)",
       {"met"},
       "|T|itle|He [met] her"},
      {"P(Title)<w:p><w:bookmarkStart w:id=\"1\" w:name=\"_Ref1\"/>R(He met her)<w:bookmarkEnd "
       "w:id=\"1\"/></w:p>",
       {"met"},
       "|Title|He [met] her"}};
  for (const Case& each : cases)
    EXPECT_EQ(shown(member(annotated(each, true, "X"), "word/document.xml")), each.expected) << each.body;
}

TEST(AnnotateDocx, OtherMembersAndTheRestOfTheTextKeepTheirBytes) {
  Members members = docx_members("P(Title)P(She failed.)");
  const std::string before = members["word/document.xml"];
  members["word/media/image1.png"] = std::string("\x89PNG\0\1\2", 7);
  members["[Content_Types].xml"] =
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"></Types>";
  const std::string docx = make_zip(members);
  const AnnotatedCopy copy = annotate_docx(docx, findings_on(docx, "report.docx", {"failed"}, ""), {});
  EXPECT_EQ(copy.comments, 1U);
  EXPECT_EQ(member(copy.bytes, "word/media/image1.png"), members["word/media/image1.png"]);
  EXPECT_EQ(member(copy.bytes, "_rels/.rels"), members["_rels/.rels"]);
  EXPECT_NE(member(copy.bytes, "[Content_Types].xml").find("/word/comments.xml"), std::string::npos);
  EXPECT_NE(member(copy.bytes, "word/_rels/document.xml.rels").find("comments.xml"), std::string::npos);
  const std::string after = member(copy.bytes, "word/document.xml");
  EXPECT_EQ(after.substr(0, after.find("<w:p>")), before.substr(0, before.find("<w:p>")));
  EXPECT_EQ(after.substr(after.rfind("</w:p>")), before.substr(before.rfind("</w:p>")));
}

TEST(AnnotateDocx, ExistingCommentsStayAndNewOnesHaveNumbersOfTheirOwn) {
  const std::string docx = make_docx(
      "P(Title)<w:p><w:commentRangeStart w:id=\"7\"/>R(She failed.)<w:commentRangeEnd w:id=\"7\"/><w:r>"
      "<w:commentReference w:id=\"7\"/></w:r></w:p>",
      {{"comments", "<w:comments" + std::string(kWordNamespaces) +
                        "><w:comment w:id=\"7\" w:author=\"A\">P(mine)"
                        "</w:comment></w:comments>"}});
  const AnnotatedCopy copy = annotate_docx(docx, findings_on(docx, "report.docx", {"failed"}, ""), {});
  const std::string comments = member(copy.bytes, "word/comments.xml");
  EXPECT_NE(comments.find(">mine<"), std::string::npos);
  EXPECT_NE(comments.find("w:id=\"8\""), std::string::npos);
  EXPECT_NE(comments.find("w:id=\"9\""), std::string::npos);
  EXPECT_EQ(comments.find("w:id=\"7\""), comments.rfind("w:id=\"7\""));
  EXPECT_EQ(shown(member(copy.bytes, "word/document.xml")), "|Title|[She [failed].]");
}

TEST(AnnotateDocx, WhatIsBeyondTheMostCommentsIsToldInTheOpeningOne) {
  const std::string docx = make_docx("P(Title)P(one two three)");
  DocumentReport report = findings_on(docx, "report.docx", {"one", "two", "three"}, "");
  report.findings[2].severity = Severity::error;
  AnnotateOptions options;
  options.most_comments = 1;
  const AnnotatedCopy copy = annotate_docx(docx, report, options);
  EXPECT_EQ(copy.comments, 1U);
  EXPECT_EQ(copy.left_out, 2U);
  EXPECT_EQ(shown(member(copy.bytes, "word/document.xml")), "|Title|one two [three]");
  EXPECT_NE(member(copy.bytes, "word/comments.xml").find("2 findings (Doubt 2)"), std::string::npos);
}

TEST(AnnotateDocx, StrictDocumentsStayStrict) {
  Members members = docx_members("P(Title)P(She failed.)");
  std::string& body = members["word/document.xml"];
  const std::string transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const std::string strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
  body.replace(body.find(transitional), transitional.size(), strict);
  const std::string docx = make_zip(members);
  const AnnotatedCopy copy = annotate_docx(docx, findings_on(docx, "report.docx", {"failed"}, ""), {});
  EXPECT_NE(member(copy.bytes, "word/comments.xml").find(strict), std::string::npos);
  EXPECT_NE(member(copy.bytes, "word/_rels/document.xml.rels").find("purl.oclc.org/ooxml/officeDocument"),
            std::string::npos);
}

TEST(AnnotateDocx, ACommentOnANoteIsPutOnItsNumber) {
  const std::string docx =
      make_docx("P(Title)<w:p>R(She left)<w:r><w:footnoteReference w:id=\"2\"/></w:r>R( again.)</w:p>",
                {{"footnotes", "<w:footnotes" + std::string(kWordNamespaces) +
                                   "><w:footnote w:id=\"2\">P(She failed.)</w:footnote></w:footnotes>"}});
  const AnnotatedCopy copy = annotate_docx(docx, findings_on(docx, "report.docx", {"failed"}, ""), {});
  EXPECT_EQ(shown(member(copy.bytes, "word/document.xml")), "|Title|She left[] again.");
  EXPECT_NE(member(copy.bytes, "word/comments.xml").find("on “failed”"), std::string::npos);
}

}  // namespace
}  // namespace onus
