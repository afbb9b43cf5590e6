#include "edits.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "linting/lint.h"
#include "measuring.h"
#include "reading/readers.h"
#include "serving/editor_reply.h"
#include "text/failure.h"

namespace onus::benchmark {
namespace {

constexpr std::size_t kEdits = 200;

struct Milliseconds {
  std::vector<double> wall, processor;
};

// Reads `words`, with `report` as the one before, and leaves what was found there.
std::size_t read_again(std::string words, const Knowledge& knowledge, DocumentReport& report,
                       Milliseconds& spent) {
  const auto begin = std::chrono::steady_clock::now();
  const double processor = processor_seconds();
  Reviewed reviewed("file:///report.txt", 1,
                    lint(read_plain_text(std::move(words), "report.txt"), {}, knowledge, &report),
                    PositionEncoding::utf16);
  const std::string reply = EditorReply(reviewed, knowledge.rules, {}).diagnostics().dump();
  spent.processor.push_back(1000 * (processor_seconds() - processor));
  spent.wall.push_back(
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
  report = std::move(reviewed.report);
  return reply.size();
}

void print(std::string_view what, std::vector<double> values) {
  std::sort(values.begin(), values.end());
  std::cout << "| " << what << " | " << values.front() << " | " << values[values.size() / 2] << " | "
            << values[values.size() * 99 / 100] << " |\n";
}

}  // namespace

void time_edits(const std::filesystem::path& lexicons, const std::filesystem::path& file) {
  constexpr std::array<std::string_view, 5> kWords{" quietly", " not", " later that day", " hit her", " He"};
  const std::vector<std::filesystem::path> folders{lexicons};
  const Knowledge knowledge = load_knowledge(folders);
  std::string words = text_of(file);
  DocumentReport report;
  Milliseconds first, edits;
  read_again(words, knowledge, report, first);
  const std::uint32_t count = report.words;
  std::mt19937 random(1);
  for (std::size_t i = 0; i < kEdits; ++i) {
    const std::size_t at = words.find(' ', random() % words.size());
    if (at != std::string::npos) words.insert(at, kWords[i % kWords.size()]);
    read_again(words, knowledge, report, edits);
  }
  std::cout << std::fixed << std::setprecision(1) << count << " words, " << kEdits
            << " edits, milliseconds; the first reading " << first.wall.front() << " (processor "
            << first.processor.front() << ")\n| one edit | least | median | p99 |\n|---|---|---|---|\n";
  print("wall", edits.wall);
  print("processor", edits.processor);
}

}  // namespace onus::benchmark
