#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "reading/read.h"
#include "reporting/annotate.h"
#include "text/failure.h"

// onus-annotating FILE COPY: a copy of a document with a comment and a tracked change on every word of four
// letters or more (where there is none, on every word; 2,000 at most, evenly spaced), whatever it says, so
// that they come in all kinds of places. Ends with 3 where the document can't be read or has no words.
// onus-annotating --time COUNT FILE: what a copy with so many comments and changes takes.
namespace {

using namespace onus;

constexpr std::size_t kMostWords = 2000;

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Failure(path + ": can't be read");
  return {std::istreambuf_iterator<char>(in), {}};
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; }

std::vector<ProseSpan> words_from(const Document& document, std::uint32_t shortest) {
  std::vector<ProseSpan> words;
  for (const Block& block : document.blocks) {
    std::uint32_t begin = block.span.begin;
    for (std::uint32_t at = begin; at <= block.span.end; ++at) {
      if (at < block.span.end && is_letter(document.prose[at])) continue;
      if (at - begin >= shortest) words.push_back({begin, at});
      begin = at + 1;
    }
  }
  return words;
}

DocumentReport report_on_words(const std::string& bytes, const std::string& name, std::size_t most) {
  DocumentReport report;
  Reading reading = read_bytes(bytes, name);
  if (const auto* problem = std::get_if<Problem>(&reading))
    throw Failure(problem->source + " " + problem->message, ExitCode::unreadable);
  report.document = std::get<Document>(std::move(reading));
  const Document& document = report.document;
  std::vector<ProseSpan> words = words_from(document, 4);
  if (words.empty()) words = words_from(document, 1);
  if (words.empty()) throw Failure(name + " has no words", ExitCode::unreadable);
  const std::size_t count = std::min(most, words.size());
  for (std::size_t i = 0; i < count; ++i) {
    const ProseSpan span = words[i * words.size() / count];
    Finding finding;
    finding.rule = "a-word";
    finding.category = Category::doubt;
    finding.span = span;
    finding.message = "This is “" + std::string(slice(std::string_view(document.prose), span)) + "”.";
    finding.suggestions.push_back({SuggestionKind::rewrite, span, "X<&" + std::to_string(i), {}});
    report.findings.push_back(std::move(finding));
  }
  return report;
}

AnnotatedCopy copy_of(const std::string& bytes, const DocumentReport& report, bool track_changes) {
  AnnotateOptions options;
  options.most_comments = kMostWords;
  options.track_changes = track_changes;
  options.date = "2026-01-31T09:00:00Z";
  return annotate(bytes, report, options);
}

// Comments alone must not change what is read.
bool reads_the_same(const std::string& bytes, const DocumentReport& report, const std::string& name) {
  const Reading again = read_bytes(copy_of(bytes, report, false).bytes, name);
  const auto* document = std::get_if<Document>(&again);
  return document != nullptr && document->prose == report.document.prose;
}

void write_copy(const std::string& path, const std::string& copy_path) {
  const std::string bytes = bytes_of(path);
  const DocumentReport report = report_on_words(bytes, path, kMostWords);
  const AnnotatedCopy copy = copy_of(bytes, report, true);
  std::ofstream(copy_path, std::ios::binary) << copy.bytes;
  std::cout << report.findings.size() << " words, " << copy.comments << " comments, " << copy.changes
            << " changes\n"
            << std::flush;  // told even where what follows ends the program
  if (!reads_the_same(bytes, report, path)) throw Failure(path + ": its copy reads otherwise");
}

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2),
                   values.end());
  return values[values.size() / 2];
}

void time_copies(std::size_t count, const std::string& path) {
  constexpr int kRuns = 15;
  const std::string bytes = bytes_of(path);
  const DocumentReport report = report_on_words(bytes, path, count);
  std::vector<double> wall, processor;
  std::uint32_t comments = 0;
  for (int run = 0; run < kRuns; ++run) {
    const auto begin = std::chrono::steady_clock::now();
    const std::clock_t ticks = std::clock();
    comments = copy_of(bytes, report, true).comments;
    processor.push_back(1000.0 * static_cast<double>(std::clock() - ticks) / CLOCKS_PER_SEC);
    wall.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
  }
  std::cout << std::fixed << std::setprecision(1) << comments
            << " comments with changes, milliseconds: least " << *std::min_element(wall.begin(), wall.end())
            << ", median " << median(wall) << "; of the processor's time "
            << *std::min_element(processor.begin(), processor.end()) << ", " << median(processor) << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc == 4 && argv[1] == std::string_view("--time")) {
      time_copies(std::min<std::size_t>(std::strtoul(argv[2], nullptr, 10), kMostWords), argv[3]);
      return 0;
    }
    if (argc != 3) throw Failure("usage: onus-annotating FILE COPY | onus-annotating --time COUNT FILE");
    write_copy(argv[1], argv[2]);
    return 0;
  } catch (const Failure& failure) {
    std::cerr << "onus-annotating: " << failure.what() << '\n';
    return static_cast<int>(failure.code);
  }
}
