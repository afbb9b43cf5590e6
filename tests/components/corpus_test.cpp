#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "knowledge.h"

// Taking all evidence of a component out of a report lowers its level; a paragraph with specific evidence
// raises it. Over all reports of the develop half.
namespace onus {
namespace {

// The text of an annotated report without its marks: {p1|words} and [words](category).
std::string without_marks(const std::string& text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '{') {
      i = text.find('|', i);
    } else if (text[i] == ']') {
      i = text.find(')', i);
    } else if (text[i] != '[' && text[i] != '}') {
      plain += text[i];
    }
  }
  return plain;
}

std::vector<std::string> paragraphs_of(const std::string& text) {
  std::vector<std::string> paragraphs;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) paragraphs.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return paragraphs;
}

Document document_of(const std::vector<std::string>& paragraphs) {
  Document document;
  for (const std::string& text : paragraphs) {
    if (text.find_first_not_of(" .") == std::string::npos) continue;
    if (!document.prose.empty()) document.prose += "\n\n";
    Block block;
    const auto begin = static_cast<std::uint32_t>(document.prose.size());
    document.prose += text;
    block.kind = text.starts_with('#') ? BlockKind::heading : BlockKind::paragraph;
    block.span = {begin, static_cast<std::uint32_t>(document.prose.size())};
    document.blocks.push_back(block);
  }
  return document;
}

DocumentReport read(const std::vector<std::string>& paragraphs) {
  return lint(document_of(paragraphs), with_people(), knowledge());
}

const ComponentCoverage& coverage_of(const DocumentReport& report, Component component) {
  return report.coverage[static_cast<std::size_t>(component)];
}

// The paragraphs without the sentences that hold evidence.
std::vector<std::string> without_evidence(const DocumentReport& report, Component component) {
  std::vector<std::string> paragraphs(report.document.blocks.size());
  for (const Sentence& sentence : report.analysis.sentences) {
    const auto& evidence = coverage_of(report, component).evidence;
    if (std::none_of(evidence.begin(), evidence.end(),
                     [&](const Evidence& piece) { return piece.span.overlaps(sentence.span); }))
      paragraphs[sentence.block] += std::string(slice<ProseText>(report.document.prose, sentence.span)) + " ";
  }
  return paragraphs;
}

std::vector<std::pair<std::string, std::vector<std::string>>> corpus() {
  std::vector<std::pair<std::string, std::vector<std::string>>> reports;
  const auto folder = std::filesystem::path(ONUS_SOURCE_DIR) / "corpora" / "reports" / "develop";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream in(entry.path());
    const std::string text(std::istreambuf_iterator<char>(in), {});
    reports.emplace_back(entry.path().stem().string(), paragraphs_of(without_marks(text)));
  }
  return reports;
}

TEST(Corpus, WithoutEvidenceTheLevelFalls) {
  // What was read with the help of a sentence that is gone may read differently, so more than one round.
  constexpr int kRounds = 6;
  int lowered = 0;
  for (const auto& [name, paragraphs] : corpus()) {
    const DocumentReport whole = read(paragraphs);
    for (const ComponentCoverage& coverage : whole.coverage) {
      if (coverage.level == Level::absent) continue;
      DocumentReport report = read(without_evidence(whole, coverage.component));
      for (int round = 1; round < kRounds && coverage_of(report, coverage.component).level != Level::absent;
           ++round)
        report = read(without_evidence(report, coverage.component));
      EXPECT_EQ(name_of(coverage_of(report, coverage.component).level), "absent")
          << name << ": " << name_of(coverage.component) << "\n"
          << coverage_of(report, coverage.component).reason;
      ++lowered;
    }
  }
  EXPECT_GT(lowered, 20);
}

constexpr std::string_view kSpecific[] = {
    "Mr Baird punched Ms Hart. Mr Baird read her messages every night. Mr Baird took her bank card.",
    "Mr Baird slapped Ewan. Mr Baird made Isla watch.",
    "Ms Hart walked Ewan to school every day. Ms Hart read Isla a story at bedtime.",
    "Ewan wets the bed since Mr Baird kicked the door in. Isla flinches when Mr Baird comes home.",
    "Mr Baird used Ms Hart's depression against her."};

TEST(Corpus, OneSpecificParagraphRaisesTheLevel) {
  for (auto [name, paragraphs] : corpus()) {
    for (int i = 0; i < kComponents; ++i) {
      auto more = paragraphs;
      more.emplace_back("# Further information");
      more.emplace_back(kSpecific[i]);
      const ComponentCoverage coverage = coverage_of(read(more), static_cast<Component>(i));
      EXPECT_EQ(name_of(coverage.level), "specific") << name << ": " << name_of(coverage.component) << "\n"
                                                     << coverage.reason;
    }
  }
}

}  // namespace
}  // namespace onus
