#include <gtest/gtest.h>

#include "reading/make_docx.h"
#include "reading/printed.h"
#include "reading/read.h"
#include "reading/sound.h"

namespace onus {

namespace {

std::string base64(std::string_view bytes) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    unsigned held = 0;
    for (std::size_t j = 0; j < 3; ++j)
      held = held << 8 | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0U);
    for (std::size_t j = 0; j < 4; ++j)
      text += i + j > bytes.size() ? '=' : kDigits[(held >> (18 - 6 * j)) & 63];
    if (i % 57 == 54) text += "\r\n";
  }
  return text;
}

std::string read(const std::string& message) {
  const Reading reading = read_bytes(message, "a.eml");
  if (const auto* document = std::get_if<Document>(&reading)) {
    EXPECT_EQ(unsound(*document), "");
    EXPECT_EQ(document->format, Format::mail);
  }
  return printed(reading);
}

const std::string kHead =
    "Return-Path: <ann@example.org>\r\nFrom: =?utf-8?Q?Ann_O=E2=80=99Dea?= <ann@example.org>\r\n"
    "Subject: The plan\r\n for Ellie\r\nMIME-Version: 1.0\r\n";
const std::string kHeadRead = "heading 1: The plan for Ellie\nparagraph: From: Ann O’Dea <ann@example.org>\n";

TEST(Mail, OneText) {
  EXPECT_EQ(read(kHead + "\r\nDear Bo,\r\n\r\nHe hit her.\r\n\r\n> She fell.\r\n"),
            kHeadRead + "paragraph: Dear Bo,\nparagraph: He hit her.\nquotation: She fell.\n");
  EXPECT_EQ(read(kHead + "Content-Type: text/plain; charset=\"iso-8859-1\"\r\nContent-Transfer-Encoding: "
                         "quoted-printable\r\n\r\nThe caf=E9 is =\r\nopen.\r\n"),
            kHeadRead + "paragraph: The café is open.\n");
}

TEST(Mail, OfSeveralFormsTheOneWithMostStructure) {
  EXPECT_EQ(read(kHead + "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n\r\nplain\r\n--b\r\n"
                         "Content-Type: text/html\r\n\r\n<p>One</p><ul><li>two</ul>\r\n--b--\r\n"),
            kHeadRead + "paragraph: One\nlist_item 1: two\n");
}

TEST(Mail, Attachments) {
  const std::string docx =
      make_docx("P(He hit her.)<w:tbl><w:tr><w:tc>P(a)</w:tc><w:tc>P(b)</w:tc></w:tr></w:tbl>");
  const std::string message =
      kHead +
      "Content-Type: multipart/mixed; boundary=\"x y\"\r\n\r\n--x y\r\n\r\nSee the report.\r\n--x y\r\n"
      "Content-Type: application/octet-stream\r\nContent-Disposition: attachment; "
      "filename=\"report.docx\"\r\n"
      "Content-Transfer-Encoding: base64\r\n\r\n" +
      base64(docx) +
      "\r\n--x y\r\n"
      "Content-Type: image/png; name=photo.png\r\n\r\nx\r\n--x y\r\n"
      "Content-Type: application/zip\r\nContent-Disposition: attachment; "
      "filename=bad.zip\r\n\r\nPK\3\4\r\n--x y--\r\n";
  EXPECT_EQ(read(message), kHeadRead +
                               "paragraph: See the report.\nheading 1: report.docx\nparagraph: He hit her.\n"
                               "table_cell 0.0: a\ntable_cell 0.1 [beside a]: b\n"
                               "skipped: the attachment “photo.png”\nskipped: the attachment “bad.zip”\n");
}

TEST(Mail, HostileNesting) {
  std::string message = kHead;
  for (int i = 0; i < 200; ++i)
    message += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\r\n\r\n--b" +
               std::to_string(i) + "\r\n";
  EXPECT_NE(read(message + "\r\nx\r\n").find("skipped: a part of the message"), std::string::npos);
  EXPECT_NE(read(kHead + "Content-Type: multipart/mixed\r\n\r\n--b\r\n").find("skipped: a part"),
            std::string::npos);
}

TEST(Mail, ATextThatBeginsLikeALetterIsNone) {
  EXPECT_EQ(printed(read_bytes("From: Ann\nTo: Bo\nDate: 1 May\n\nHe hit her.\n", "a")),
            "paragraph: From: Ann⏎To: Bo⏎Date: 1 May\nparagraph: He hit her.\n");
}

}  // namespace

}  // namespace onus
