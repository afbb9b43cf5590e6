// onus-reading: shows how files are read, for developers.
//   onus-reading FILE|FOLDER…            one line each: format, blocks, words, milliseconds, or why it isn't
//   read onus-reading --blocks FILE…          every block with its kind, level, heading and cell onus-reading
//   --prose FILE…           the prose alone onus-reading --repeat N FILE…        the best time of N readings
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "reading/read.h"

namespace {

using namespace onus;
namespace fs = std::filesystem;

std::size_t word_count(std::string_view text) {
  std::size_t words = 0;
  bool in_word = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space && !in_word) ++words;
    in_word = !space;
  }
  return words;
}

std::string printed(std::string_view text) {
  std::string line;
  for (const char c : text)
    line += c == '\n' ? std::string("⏎") : c == '\t' ? std::string("⇥") : std::string(1, c);
  return line;
}

std::string_view name_of_kind(BlockKind kind) {
  constexpr std::array<std::string_view, 7> kNames = {"heading",   "paragraph", "list_item", "table_cell",
                                                      "quotation", "footnote",  "comment"};
  return kNames[static_cast<std::size_t>(kind)];
}

void print_blocks(const Document& document) {
  const std::string_view prose = document.prose;
  for (const Block& block : document.blocks) {
    std::printf("%s", std::string(name_of_kind(block.kind)).c_str());
    if (block.level > 0) std::printf(" %d", block.level);
    if (block.page > 0) std::printf(" p%u", block.page);
    if (block.cell) {
      std::printf(" (table %u, row %u, column %u", block.cell->table, block.cell->row, block.cell->column);
      std::printf(", under “%s”", printed(slice(prose, block.cell->header)).c_str());
      std::printf(", beside “%s”)", printed(slice(prose, block.cell->row_header)).c_str());
    }
    std::printf(": %s\n", printed(slice(prose, block.span)).c_str());
  }
  for (const Remark& remark : document.remarks) {
    std::printf("remark: %s — on “%s”\n", remark.text.c_str(), printed(slice(prose, remark.about)).c_str());
  }
  for (const Skipped& skipped : document.skipped) {
    std::printf("skipped: %s: %s\n", skipped.what.c_str(), skipped.why.c_str());
  }
}

std::vector<std::string> files_in(const std::string& path) {
  std::vector<std::string> files;
  if (!fs::is_directory(path)) return {path};
  for (const auto& entry : fs::recursive_directory_iterator(path)) {
    if (entry.is_regular_file()) files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

void report(const std::string& path, int repeat) {
  double best = 1e9;
  Reading reading;
  for (int i = 0; i < repeat; ++i) {
    const auto start = std::chrono::steady_clock::now();
    reading = read_file(path);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    best = std::min(best, took.count());
  }
  if (const auto* problem = std::get_if<Problem>(&reading)) {
    std::printf("%s: %s\n", problem->source.c_str(), problem->message.c_str());
    return;
  }
  const Document& document = std::get<Document>(reading);
  std::printf("%s: %s, %zu blocks, %zu words, %.2f ms", path.c_str(),
              std::string(name_of(document.format)).c_str(), document.blocks.size(),
              word_count(document.prose), best);
  for (const Skipped& skipped : document.skipped) std::printf("; %s", skipped.what.c_str());
  std::printf("\n");
}

void show(const std::string& path, bool blocks) {
  const Reading reading = read_file(path);
  if (const auto* problem = std::get_if<Problem>(&reading)) {
    std::fprintf(stderr, "%s: %s\n", problem->source.c_str(), problem->message.c_str());
  } else if (blocks) {
    print_blocks(std::get<Document>(reading));
  } else {
    std::printf("%s\n", std::get<Document>(reading).prose.c_str());
  }
}

}  // namespace

int main(int count, char** arguments) {
  std::string view;
  int repeat = 1;
  for (int i = 1; i < count; ++i) {
    const std::string argument = arguments[i];
    if (argument == "--repeat" && i + 1 < count) {
      repeat = std::max(1, std::atoi(arguments[++i]));
    } else if (argument == "--blocks" || argument == "--prose") {
      view = argument;
    } else {
      for (const std::string& file : files_in(argument))
        view.empty() ? report(file, repeat) : show(file, view == "--blocks");
    }
  }
}
