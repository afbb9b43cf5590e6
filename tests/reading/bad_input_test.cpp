#include <gtest/gtest.h>
#include <sys/resource.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "reading/make_docx.h"
#include "reading/printed.h"
#include "reading/read.h"
#include "reading/sound.h"

namespace onus {

namespace {

std::string problem_of(std::string bytes, const Limits& limits = {}) {
  const Reading reading = read_bytes(std::move(bytes), "a", limits);
  const auto* problem = std::get_if<Problem>(&reading);
  return problem == nullptr ? "read: " + printed(reading) : problem->message;
}

std::string utf16(std::string_view ascii) {
  std::string wide;
  for (const char c : ascii) wide.append({c, '\0'});
  return wide;
}

struct Case {
  std::string what;
  std::string bytes;
  std::string says;  // part of the message
};

const std::string kOle = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

std::string damaged_docx() {
  std::string bytes = make_docx("P(words words words words words words words words)");
  for (std::size_t i = bytes.size() / 3; i < bytes.size() / 3 + 40; ++i)
    bytes[i] = static_cast<char>(bytes[i] ^ 0x5A);
  return bytes;
}

std::string with_main(const std::string& xml) {
  Members members = docx_members("");
  members["word/document.xml"] = xml;
  return make_zip(members);
}

const std::vector<Case>& bad_files() {
  static const std::vector<Case> kFiles = {
      {"empty", "", "is empty"},
      {"only white space", " \n\t\r\n", "is empty"},
      {"encrypted", kOle + std::string(500, '\0') + utf16("EncryptedPackage"), "password"},
      {"old Word", kOle + std::string(500, '\0') + utf16("WordDocument"), ".docx"},
      {"PDF", "%PDF-1.7\n", "PDF"},
      {"XML", "<?xml version=\"1.0\"?><a>x</a>", "XML"},
      {"picture", "\x89PNG\r\n\x1A\n", "picture"},
      {"binary", std::string("ab\0\1\2\0\0\xFF", 8), "isn't text"},
      {"cut short", make_docx("P(x)").substr(0, 200), "is damaged"},
      {"damaged", damaged_docx(), "is damaged"},
      {"a zip of something else", make_zip({{"photo.txt", "x"}}), "without a report"},
      {"a spreadsheet", make_zip({{"xl/workbook.xml", "<workbook/>"}}), "spreadsheet"},
      {"OpenDocument", make_zip({{"content.xml", "<office:document-content/>"}}), "OpenDocument"},
      {"another XML", with_main("<document xmlns=\"http://example.org\"/>"), "without a report"},
      {"not well-formed", with_main("<w:document><w:body>"), "is damaged inside"},
      {"empty XML", with_main(""), "is damaged inside"},
      {"a DOCTYPE", with_main("<!DOCTYPE x [<!ENTITY a \"b\">]><w:document/>"), "document type"},
      {"no words", make_docx("P()"), "no words"},
      {"only a picture", make_docx("<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>"),
       "only 1 picture"},
  };
  return kFiles;
}

TEST(BadInput, IsSaidInOneLineWithWhatToDo) {
  for (const Case& each : bad_files()) {
    SCOPED_TRACE(each.what);
    const std::string message = problem_of(each.bytes);
    EXPECT_NE(message.find(each.says), std::string::npos) << message;
    EXPECT_EQ(message.find('\n'), std::string::npos);
    EXPECT_TRUE(message.find(';') != std::string::npos) << "says what is wrong, not what to do: " << message;
  }
}

TEST(BadInput, PathsThatAreNoFiles) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / ("onus-reading-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  const auto message = [](const fs::path& path) { return printed(read_file(path.string())); };
  EXPECT_NE(message(folder / "none.docx").find("no such file"), std::string::npos);
  EXPECT_NE(message(folder / "none.docx" / "x").find("no such file"), std::string::npos);
  EXPECT_NE(message(folder).find("is a folder"), std::string::npos);
  std::ofstream(folder / "x.docx", std::ios::binary) << make_docx("P(From a file.)");
  std::ofstream(folder / "report", std::ios::binary) << "Words.\n";
  std::ofstream(folder / "short", std::ios::binary) << "PK";
  EXPECT_EQ(message(folder / "x.docx"), "paragraph: From a file.\n");
  EXPECT_EQ(message(folder / "report"), "paragraph: Words.\n");
  EXPECT_EQ(message(folder / "short"), "paragraph: PK\n");
  fs::remove_all(folder);
}

double seconds_to_read(const std::string& bytes, std::string& result) {
  const auto start = std::chrono::steady_clock::now();
  result = problem_of(bytes);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

TEST(BadInput, ABombIsNotUnpacked) {
  std::string xml = "<w:document" + std::string(kWordNamespaces) + "><w:body><w:p><w:r><w:t>";
  xml += std::string(std::size_t{100} << 20, 'a');
  const std::string bomb =
      make_zip({{"word/document.xml", xml + "</w:t></w:r></w:p></w:body></w:document>"}});
  EXPECT_LT(bomb.size(), std::size_t{1} << 20);
  EXPECT_NE(problem_of(bomb).find("unpacks to far more"), std::string::npos);
  Limits dense;
  dense.inflated_per_byte = 1'000'000;
  EXPECT_NE(problem_of(bomb, dense).find("unpacks to far more"), std::string::npos);
}

TEST(BadInput, ManySmallElementsAreTooMuchOfATree) {
  std::string body;
  for (int i = 0; i < 2'000'000; ++i) body += "<w:x/>";
  EXPECT_NE(problem_of(make_docx(body)).find("unpacks to far more"), std::string::npos);
  Limits dense;
  dense.inflated_per_byte = 1'000'000;
  EXPECT_NE(problem_of(make_docx(body), dense).find("too large"), std::string::npos);
}

TEST(BadInput, DepthOverthrowsNothing) {
  constexpr int kDepth = 200'000;
  Limits dense;
  dense.inflated_per_byte = 1'000'000;
  for (const std::string name :
       {"w:sdt", "w:tbl", "w:p", "w:del", "w:txbxContent", "mc:AlternateContent", "w:drawing", "w:t"}) {
    SCOPED_TRACE(name);
    std::string body;
    for (int i = 0; i < kDepth; ++i) body += "<" + name + ">";
    body += "<w:p><w:r><w:t>deep</w:t></w:r></w:p>";
    for (int i = 0; i < kDepth; ++i) body += "</" + name + ">";
    std::string result;
    const auto start = std::chrono::steady_clock::now();
    problem_of(make_docx(body + "P(end)"), dense);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    EXPECT_LT(took.count(), 20.0);
  }
  std::string quotations = std::string(100'000, '>') + " deep\n";
  EXPECT_LT(seconds_to_read("# a\n\n# b\n\n" + quotations, quotations), 20.0);
}

TEST(BadInput, DamageInAPartThatCanBeMissedIsSaid) {
  const std::string bytes = make_docx("P(x)", {{"styles", "<w:styles>"}, {"comments", "<!DOCTYPE a><b/>"}});
  EXPECT_EQ(printed(read_bytes(bytes, "a")),
            "paragraph: x\nskipped: the part word/styles.xml\nskipped: the part word/comments.xml\n");
}

TEST(BadInput, NeverBreaksAReader) {
  const std::string docx = make_docx(
      "P(One &amp; "
      "two.)<w:tbl><w:tr><w:tc>P(a)</w:tc><w:tc>P(b)</w:tc></w:tr></"
      "w:tbl><w:p>R(x)<w:r><w:pict><w:txbxContent>"
      "P(y)</w:txbxContent></w:pict></w:r></w:p>",
      {{"styles", "<w:styles/>"}, {"footnotes", "<w:footnotes/>"}});
  const std::vector<std::string> seeds = {docx,
                                          "# A *b* [c](d \"e\") `f` &amp; \\*\n\n| a | b |\n|--|--|\n| c | d "
                                          "|\n\n> - x\n>   y\n\n```\nz\n```\n<!-- onus: a -->\n\n[r]: /x\n",
                                          "1. A\n\n- b\n  c\n> d\n\n| e | f |\n| g | h |\n\nI\n===\n\r\n"};
  std::uint32_t random = 12345;
  const auto next = [&random] { return random = random * 1664525U + 1013904223U, random >> 8; };
  for (const std::string& seed : seeds) {
    for (int round = 0; round < 400; ++round) {
      std::string bytes = seed;
      for (std::uint32_t change = next() % 6; change-- > 0;) {
        const std::size_t at = next() % bytes.size();
        switch (next() % 4) {
          case 0:
            bytes[at] = static_cast<char>(next());
            break;
          case 1:
            bytes.erase(at, next() % 9);
            break;
          case 2:
            bytes.insert(at, bytes.substr(next() % bytes.size(), next() % 20));
            break;
          default:
            bytes.insert(at, 1, "\n\r\t *_`[]()<>#|\\&-"[next() % 18]);
            break;
        }
        if (bytes.empty()) bytes = "x";
      }
      const Reading reading = read_bytes(bytes, &seed == &seeds[1] ? "a.md" : "a");
      if (const auto* document = std::get_if<Document>(&reading)) {
        EXPECT_EQ(unsound(*document), "") << bytes;
      }
    }
  }
}

}  // namespace

}  // namespace onus
