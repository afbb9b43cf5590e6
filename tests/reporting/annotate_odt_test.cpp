#include "reporting/annotate_odt.h"

#include <gtest/gtest.h>

#include "reading/docx_package.h"
#include "reading/make_docx.h"
#include "reporting/findings_on.h"

namespace onus {
namespace {

std::string make_flat(const std::string& body) {
  return R"(<?xml version="1.0" encoding="UTF-8"?><office:document)"
         R"( xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0")"
         R"( xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0")"
         R"( xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0")"
         R"( xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0">)"
         R"(<office:body><office:text>)" +
         body + "</office:text></office:body></office:document>";
}

// The body in short: [ ] round what comments of ours are on, {-…-} for what was deleted and stands among the
// changes, {+ +} round what was inserted, | before each paragraph; the opening comment is left out.
std::string shown(const std::string& xml) {
  std::string text;
  bool opening = true;
  for (std::size_t at = xml.find("<office:text>"); at < xml.find("</office:text>");) {
    if (xml[at] != '<') {
      text += xml[at++];
      continue;
    }
    const std::string tag = xml.substr(at + 1, xml.find('>', at) - at - 1);
    const auto is = [&](std::string_view name) {
      return tag == name || tag == std::string(name) + "/" || tag.starts_with(std::string(name) + " ");
    };
    if (tag.starts_with("![CDATA[")) {
      at = xml.find("]]>", at) + 3;
      continue;
    }
    const auto skip_to = [&](std::string_view end) { at = xml.find(end, at) + end.size() - 1; };
    if (is("office:annotation")) {
      const bool ours = tag.find("\"onus") != std::string::npos;
      skip_to("</office:annotation>");
      text += !ours ? "*" : opening ? "" : "[";
      if (ours) opening = false;
    }
    if (is("office:annotation-end") && tag.find("\"onus") != std::string::npos) text += "]";
    if (is("text:tracked-changes")) skip_to("</text:tracked-changes>");
    if (is("text:p") || is("text:h")) text += "|";
    if (is("text:change")) text += "{-}";
    if (is("text:change-start")) text += "{+";
    if (is("text:change-end")) text += "+}";
    if (is("text:note") || is("text:date") || is("text:a") || is("draw:frame")) text += "^";
    at = xml.find('>', at) + 1;
  }
  const std::size_t last = text.find(']');  // of the opening comment, which is on the first paragraph
  return last == std::string::npos ? text : text.erase(last, 1);
}

struct Case {
  std::string body;
  std::vector<std::string> words;
  std::string expected;
};

std::string annotated(const Case& each, const std::string& rewrite) {
  const std::string odt = make_flat(each.body);
  AnnotateOptions options;
  options.track_changes = !rewrite.empty();
  return annotate_odt(odt, findings_on(odt, "report.odt", each.words, rewrite), options).bytes;
}

const std::string kTitle = "<text:p>Title</text:p>";

TEST(AnnotateOdt, CommentsLieOnTheirWordsOrOutsideOfWhatWouldNotBearThem) {
  const std::vector<Case> cases{
      {"<text:p>She failed to protect them.</text:p>",
       {"failed to protect"},
       "|Title|She [failed to protect] them."},
      {"<text:p>She fai<text:span>led to pro</text:span>tect them.</text:p>",
       {"failed to protect"},
       "|Title|She [failed to protect] them."},
      {"<text:p>R&amp;D said he &lt;did&gt; it</text:p>",
       {"R&D", "<did>"},
       "|Title|[R&amp;D] said he [&lt;did&gt;] it"},
      {"<text:p>one two three</text:p>", {"one two", "two three"}, "|Title|[one [two] three]"},
      {"<text:p>one two three</text:p>", {"one", "two", "three"}, "|Title|[one] [two] [three]"},
      {"<text:p>On <text:date>1 May</text:date> he left</text:p>", {"May"}, "|Title|On [^1 May] he left"},
      {"<text:p>He met <text:a>Ms Hart</text:a> twice</text:p>", {"Hart"}, "|Title|He met [^Ms Hart] twice"},
      {"<text:p>A<text:note><text:note-body><text:p>Ms Hart</text:p></text:note-body></text:note> b</text:p>",
       {"Hart"},
       "|Title|A[^|Ms Hart] b"},
      {"<text:p>A<draw:frame><draw:text-box><text:p>Ms Hart</text:p></draw:text-box></draw:frame> b</text:p>",
       {"Hart"},
       "|Title|A[^|Ms Hart] b"},
      {"<text:p>A <![CDATA[b c]]> d</text:p>", {"b"}, "|Title|[A  d]"},
      {"<text:p>He <office:annotation office:name=\"a\"><text:p>x</text:p></office:annotation>claims"
       "<office:annotation-end office:name=\"a\"/> it</text:p>",
       {"claims"},
       "|Title|He *[claims] it"}};
  for (const Case& each : cases) {
    Case titled = each;
    titled.body = kTitle + each.body;
    EXPECT_EQ(shown(annotated(titled, "")), each.expected) << each.body;
  }
}

TEST(AnnotateOdt, ChangesAreTrackedInPlainTextOnly) {
  const std::vector<Case> cases{
      {"<text:p>She was hit by him.</text:p>", {"was hit by"}, "|Title|She [{-}{+X+}] him."},
      {"<text:p>She <text:span>was hit by</text:span> him.</text:p>",
       {"was hit by"},
       "|Title|She [{-}{+X+}] him."},
      {"<text:p>She was <text:span>hit</text:span> by him.</text:p>",
       {"was hit by"},
       "|Title|She [was hit by] him."},
      {"<text:p>She was hit by him.</text:p>", {"was hit", "hit by"}, "|Title|She [[{-}{+X+}] by] him."},
      {"<text:h>He met her</text:h>", {"met"}, "|Title|He [met] her"},
      {"<text:p>He <text:a>met</text:a> her</text:p>", {"met"}, "|Title|He [^met] her"},
      {"<text:p>He <text:change-start text:change-id=\"a\"/>met her<text:change-end "
       "text:change-id=\"a\"/></text:p>",
       {"met"},
       "|Title|He {+[met] her+}"}};
  for (const Case& each : cases) {
    Case titled = each;
    titled.body = kTitle + each.body;
    EXPECT_EQ(shown(annotated(titled, "X")), each.expected) << each.body;
  }
}

TEST(AnnotateOdt, WhatIsDeletedStandsAmongTheChangesAsItWas) {
  const std::string existing =
      "<text:tracked-changes><text:changed-region xml:id=\"a\"/></text:tracked-changes>";
  const std::string body =
      "<text:p text:style-name=\"P\">She <text:span text:style-name=\"T\">was hit</text:span> there</text:p>";
  for (const std::string& before : {std::string(), existing}) {
    const std::string xml = annotated({before + body, {"was hit"}, ""}, "stood");
    EXPECT_NE(
        xml.find("<text:p text:style-name=\"P\"><text:span text:style-name=\"T\">was hit</text:span></text:p>"
                 "</text:deletion>"),
        std::string::npos)
        << xml;
    EXPECT_EQ(xml.find("text:tracked-changes"), xml.rfind("<text:tracked-changes") + 1) << xml;
    EXPECT_NE(xml.find("<text:change text:change-id=\"onus-1\"/><text:change-start "
                       "text:change-id=\"onus-2\"/>stood<text:change-end text:change-id=\"onus-2\"/>"),
              std::string::npos)
        << xml;
  }
}

TEST(AnnotateOdt, NamesAreNoneThatTheDocumentHas) {
  const std::string xml =
      annotated({"<text:p>She <text:bookmark text:name=\"onus-1\"/>failed</text:p>", {"failed"}, ""}, "");
  EXPECT_NE(xml.find("office:name=\"onusx-1\""), std::string::npos);
  EXPECT_EQ(xml.find("office:name=\"onus-1\""), std::string::npos);
}

TEST(AnnotateOdt, OtherMembersKeepTheirBytesAndTheTextReadsTheSame) {
  const std::string flat = make_flat(kTitle + "<text:p>She  failed them.</text:p>");
  const std::string odt = make_zip({{"mimetype", "application/vnd.oasis.opendocument.text"},
                                    {"content.xml", flat},
                                    {"Pictures/1.png", std::string("\x89PNG\0\1\2", 7)}});
  const DocumentReport report = findings_on(odt, "report.odt", {"failed"}, "");
  const AnnotatedCopy copy = annotate_odt(odt, report, {});
  EXPECT_EQ(copy.comments, 1U);
  const Document again = std::get<Document>(read_bytes(copy.bytes, "report.odt"));
  EXPECT_EQ(again.prose, report.document.prose);
  Package before{std::string_view(odt), Limits{}};
  Package after{std::string_view(copy.bytes), Limits{}};
  for (const char* name : {"mimetype", "Pictures/1.png"}) EXPECT_EQ(after.read(name), before.read(name));
}

TEST(AnnotateOdt, AtMostSoManyCommentsTheRestIsTold) {
  const std::string odt = make_flat(kTitle + "<text:p>one two three</text:p>");
  AnnotateOptions options;
  options.most_comments = 2;
  const AnnotatedCopy copy =
      annotate_odt(odt, findings_on(odt, "report.odt", {"one", "two", "three"}, ""), options);
  EXPECT_EQ(copy.comments, 2U);
  EXPECT_EQ(copy.left_out, 1U);
  EXPECT_NE(copy.bytes.find("Without a comment of their own: 1 finding"), std::string::npos);
}

}  // namespace
}  // namespace onus
