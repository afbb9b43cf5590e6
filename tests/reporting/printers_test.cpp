#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>

#include "knowledge.h"
#include "reading/docx_package.h"
#include "reading/read.h"
#include "reading/readers.h"
#include "reporting/annotate_docx.h"
#include "reporting/comment_text.h"
#include "reporting/compare_drafts.h"
#include "reporting/print_csv.h"
#include "reporting/print_github.h"
#include "reporting/print_html.h"
#include "reporting/print_json.h"
#include "reporting/print_junit.h"
#include "reporting/print_sarif.h"
#include "reporting/print_text.h"
#include "reporting/titles.h"
#include "reporting/without_places.h"

namespace onus {
namespace {

std::string sample(const std::string& name) {
  return std::string(ONUS_SOURCE_DIR) + "/corpora/samples/" + name;
}

DocumentReport lint_sample(const std::string& name) {
  return lint(std::get<Document>(read_file(sample(name))), {}, knowledge());
}

std::size_t count(const std::string& text, const std::string& of) {
  std::size_t found = 0;
  for (std::size_t at = text.find(of); at != std::string::npos; at = text.find(of, at + of.size())) ++found;
  return found;
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// What an output says without the marks of its format: no tags, entities or escapes, no line breaks and
// underlining.
std::string plain(std::string text) {
  std::string bare;
  bool in_tag = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool opens = text[at] == '<' && at + 1 < text.size() &&
                       (std::isalpha(static_cast<unsigned char>(text[at + 1])) || text[at + 1] == '/');
    if (opens) in_tag = true;
    if (!in_tag) bare += text[at];
    if (text[at] == '>') in_tag = false;
  }
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{{"&quot;", "\""},
                                                                                 {"&#39;", "'"},
                                                                                 {"&lt;", "<"},
                                                                                 {"&gt;", ">"},
                                                                                 {"&amp;", "&"},
                                                                                 {"\"\"", "\""},
                                                                                 {"\\\"", "\""},
                                                                                 {"%0A", "\n"},
                                                                                 {"%25", "%"}})
    replace_all(bare, from, to);
  std::erase_if(bare, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '|' || c == '^'; });
  return bare;
}

struct Printed {
  std::string name;
  std::string text;
  std::size_t findings = 0;  // as its own marks count them
};

template <class Print>
std::string printed(Print print) {
  std::ostringstream out;
  print(out);
  return out.str();
}

std::string comments_of(const std::string& name, const DocumentReport& report, std::size_t& findings) {
  std::ifstream in(sample(name), std::ios::binary);
  const std::string docx{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const AnnotatedCopy copy = annotate_docx(docx, report, {});
  findings = copy.comments;
  Package package(std::string_view(copy.bytes), Limits{});
  return package.read("word/comments.xml").value_or("");
}

std::vector<Printed> all_outputs(const std::string& name) {
  Report report;
  report.documents.push_back(lint_sample(name));
  const DocumentReport& document = report.documents.front();
  std::vector<Printed> outputs;
  outputs.push_back({"text", printed([&](std::ostream& out) { print_text(out, document, {}); }), 0});
  outputs.back().findings = document.findings.size();
  const std::string json = printed([&](std::ostream& out) { print_json(out, report, {true}); });
  outputs.push_back({"json", json, nlohmann::json::parse(json)["documents"][0]["findings"].size()});
  const std::string sarif = printed([&](std::ostream& out) { print_sarif(out, report, {true}); });
  outputs.push_back({"sarif", sarif, nlohmann::json::parse(sarif)["runs"][0]["results"].size()});
  const std::string html = printed([&](std::ostream& out) { print_html(out, report, nullptr); });
  outputs.push_back({"html", html, count(html, "<li class=\"finding ")});
  const std::string junit = printed([&](std::ostream& out) { print_junit(out, report, Severity::note); });
  outputs.push_back({"junit", junit, count(junit, "<failure ")});
  const std::string github = printed([&](std::ostream& out) { print_github(out, report); });
  outputs.push_back({"github", github, 0});
  for (std::istringstream lines(github); std::getline(lines, outputs.back().text, '\n');)
    if (!outputs.back().text.starts_with("::group") && !outputs.back().text.starts_with("::endgroup") &&
        !outputs.back().text.starts_with("::notice title=onus::"))
      ++outputs.back().findings;
  outputs.back().text = github;
  const std::string csv = printed([&](std::ostream& out) { print_csv(out, report); });
  outputs.push_back({"csv", csv, count(csv, "\r\n") - 1});
  std::size_t comments = 0;
  const std::string words = comments_of(name, document, comments);
  outputs.push_back({"comments", words, comments});
  return outputs;
}

TEST(Printers, AllOutputsHaveTheSameFindingsWordsAndSuggestions) {
  for (const char* name : {"assessment.docx", "court-statement.docx", "child-plan.docx"}) {
    const DocumentReport report = lint_sample(name);
    for (const Printed& output : all_outputs(name)) {
      EXPECT_EQ(output.findings, report.findings.size()) << output.name << " of " << name;
      const std::string text = plain(output.text);
      const auto has = [&](std::string_view what) {
        return text.find(plain(std::string(what))) != std::string::npos;
      };
      for (const Finding& finding : report.findings) {
        EXPECT_TRUE(has(finding.rule)) << output.name << ": " << finding.rule;
        EXPECT_TRUE(has(finding.message)) << output.name << ": " << finding.message;
        EXPECT_TRUE(has(slice<ProseText>(report.document.prose, finding.span)))
            << output.name << ": " << finding.rule;
        for (const Suggestion& suggestion : finding.suggestions)
          EXPECT_TRUE(has(suggestion.text)) << output.name << ": " << suggestion.text;
      }
    }
  }
}

TEST(Printers, ADocumentWithoutActsGetsOneSentenceAndNoRating) {
  Report report;
  report.documents.push_back(
      lint(read_plain_text("Ms Hart asked the council to mend the boiler. Ewan likes maths.", "letter.txt"),
           {}, knowledge()));
  const DocumentReport& document = report.documents.front();
  ASSERT_FALSE(document.describes_abuse);
  std::string opening;
  for (const std::string& line : opening_comment(document, {}, false)) opening += line + "\n";
  for (const std::string& text :
       {printed([&](std::ostream& out) { print_text(out, document, {}); }), opening,
        plain(printed([&](std::ostream& out) { print_html(out, report, nullptr); }))}) {
    const std::string bare = plain(text);
    EXPECT_NE(bare.find(plain("This document describes no acts of abuse.")), std::string::npos) << text;
    for (const char* rated :
         {"not met", "criteria", "absent", "person using violence", "Nothing is credited"})
      EXPECT_EQ(bare.find(plain(rated)), std::string::npos) << rated << " in " << text;
  }
}

TEST(Printers, ASpreadsheetTakesNothingForAFormula) {
  for (const char* text : {"=1+1", "+44", "-2", "@sum", "\t=1", " =1", "\r=1", "＝1", "|calc"})
    EXPECT_EQ(csv_field(text).substr(0, 2), "\"'") << text;
  EXPECT_EQ(csv_field("He said “no”, \"no\"."), "\"He said “no”, \"\"no\"\".\"");
  EXPECT_EQ(csv_field("a=b"), "\"a=b\"");
}

TEST(Printers, GitHubIsToldTheWorstFirstAndWhatWasCut) {
  Report report;
  report.documents.push_back(lint_sample("assessment.docx"));
  for (std::size_t i = 0; i < report.documents[0].findings.size(); ++i)
    report.documents[0].findings[i].severity = i < 12 ? Severity::error : Severity::note;
  const std::string text = printed([&](std::ostream& out) { print_github(out, report); });
  EXPECT_EQ(count(text, "::error "), 10U);
  EXPECT_EQ(count(text, "::notice "), 10U);
  EXPECT_TRUE(text.starts_with("::error "));
  EXPECT_NE(
      text.find("::notice title=onus::" + counted(report.documents[0].findings.size() - 19, "more finding")),
      std::string::npos);
}

TEST(Printers, ThePageHasNoScriptAndAsksNobody) {
  Report report;
  report.documents.push_back(lint_sample("court-statement.docx"));
  const std::string html = printed([&](std::ostream& out) { print_html(out, report, nullptr); });
  for (const char* no : {"<script", "<img", "<iframe", "src=", "url(http", "@import", "onclick"})
    EXPECT_EQ(html.find(no), std::string::npos) << no;
  EXPECT_EQ(html.find("href=\"http"), std::string::npos);
  EXPECT_LT(html.find("Done well"), html.find("The safety of what is disclosed"));
}

TEST(Printers, AnEmptyCellOfATableKeepsItsPlaceOnThePage) {
  const std::string table =
      "| Date | Event | Outcome |\n|---|---|---|\n| 2 March |  | Report made |\n| 3 March | He left. |  |\n";
  Report report;
  report.documents.push_back(
      lint(std::get<Document>(read_bytes("# A\n\n" + table, "a.md")), {}, knowledge()));
  const std::string html = printed([&](std::ostream& out) { print_html(out, report, nullptr); });
  for (const char* row : {"<thead><tr><th scope=\"col\">Date</th><th scope=\"col\">Event</th>",
                          "<tr><td>2 March</td><td></td><td>Report made</td></tr>",
                          "<tr><td>3 March</td><td>He left.</td><td></td></tr>"})
    EXPECT_NE(html.find(row), std::string::npos) << row;
}

// The words of the whole text, as lists have them that others than the writer may see.
std::string listed(const std::string& text) {
  const DocumentReport report = lint(paragraph(text), with_people(), knowledge());
  return without_places(report, {0, static_cast<std::uint32_t>(report.document.prose.size())});
}

TEST(WithoutPlaces, LeavesOutWhatTellsWhereSomebodyIs) {
  EXPECT_EQ(listed("Ms Hart and Isla have moved to 14 Gorse Row, Larkfield."),
            "Ms Hart and Isla have moved to [place].");
  EXPECT_EQ(listed("Ms Hart has enrolled Isla at Beechwood Primary School."),
            "Ms Hart has enrolled Isla at [place].");
  EXPECT_EQ(listed("Mr Baird shouts at Ms Hart in Union Street."),
            "Mr Baird shouts at Ms Hart in Union Street.");
}

DocumentReport draft(const std::string& text) { return lint(paragraph(text), with_people(), knowledge()); }

TEST(CompareDrafts, TellsWhatWasMendedWhatIsNewAndWhatStayed) {
  const DocumentReport before =
      draft("Ms Hart failed to protect the children. The relationship was volatile.");
  const DocumentReport after =
      draft("Mr Baird hit Ms Hart. The relationship was volatile and she was punched.");
  const DraftComparison comparison = compare_drafts(before, after);
  const auto words = [](const DocumentReport& report, std::uint32_t index) {
    return std::string(slice<ProseText>(report.document.prose, report.findings[index].span));
  };
  ASSERT_EQ(comparison.mended.size(), 1U);
  EXPECT_NE(words(before, comparison.mended[0]).find("failed to protect"), std::string::npos);
  ASSERT_EQ(comparison.fresh.size(), 1U);
  EXPECT_NE(words(after, comparison.fresh[0]).find("was punched"), std::string::npos);
  EXPECT_EQ(comparison.stayed.size(), 1U);
}

}  // namespace
}  // namespace onus
