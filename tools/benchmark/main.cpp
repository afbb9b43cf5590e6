#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "edits.h"
#include "paragraphs.h"
#include "rules.h"
#include "text/failure.h"

// onus-benchmark ONUS FILE…: how long "onus lint FILE" takes as a whole process, and the memory it needs.
// onus-benchmark rules LEXICONS FILE: what linting costs with ten times the rules.
// onus-benchmark edits LEXICONS FILE: how long the language server takes from an edit to its diagnostics.
// onus-benchmark paragraphs LEXICONS FILE: what the server takes for 2 KB.
namespace {

using namespace onus;

constexpr std::size_t kRuns = 5;

struct Run {
  double seconds = 0;    // as a clock on the wall tells
  double processor = 0;  // seconds of all its threads
  double megabytes = 0;  // at most at any time
};

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

[[noreturn]] void become(std::vector<std::string> words) {
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const int nowhere = ::open("/dev/null", O_RDWR);
  ::dup2(nowhere, STDIN_FILENO);
  ::dup2(nowhere, STDOUT_FILENO);
  ::execv(arguments[0], arguments.data());
  ::_exit(127);
}

Run run(const std::vector<std::string>& words) {
  const auto begin = std::chrono::steady_clock::now();
  const pid_t child = ::fork();
  if (child < 0) throw Failure(std::string("can't start a process: ") + std::strerror(errno));
  if (child == 0) become(words);
  int status = 0;
  rusage usage{};
  if (::wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
    throw Failure(words.back() + ": the run failed");
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  return {seconds.count(), seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime),
          static_cast<double>(usage.ru_maxrss) / 1024};
}

double median(const std::vector<Run>& runs, double Run::*of) {
  std::vector<double> values;
  for (const Run& each : runs) values.push_back(each.*of);
  std::nth_element(values.begin(), values.begin() + kRuns / 2, values.end());
  return values[kRuns / 2];
}

void measure(const std::string& program, const std::string& file) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < kRuns; ++i) runs.push_back(run({program, "lint", "--fail-on", "never", file}));
  const double kilobytes = static_cast<double>(std::filesystem::file_size(file)) / 1000;
  std::cout << std::fixed << std::setprecision(3) << "| onus lint "
            << std::filesystem::path(file).filename().string() << " | " << std::setprecision(0) << kilobytes
            << " KB | " << std::setprecision(3) << median(runs, &Run::seconds) << " s | "
            << median(runs, &Run::processor) << " s | " << std::setprecision(0)
            << median(runs, &Run::megabytes) << " MB |\n";
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc == 4 && argv[1] == std::string_view("rules")) {
      benchmark::compare_rule_counts(argv[2], argv[3]);
      return 0;
    }
    if (argc == 4 && argv[1] == std::string_view("edits")) {
      benchmark::time_edits(argv[2], argv[3]);
      return 0;
    }
    if (argc == 4 && argv[1] == std::string_view("paragraphs")) {
      benchmark::time_paragraphs(argv[2], argv[3]);
      return 0;
    }
    if (argc < 3)
      throw Failure("usage: onus-benchmark ONUS FILE… | onus-benchmark rules|edits|paragraphs LEXICONS FILE");
    std::cout << "| command | input | time | processor time | memory |\n|---|---|---|---|---|\n";
    for (int i = 2; i < argc; ++i) measure(argv[1], argv[i]);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "onus-benchmark: " << error.what() << '\n';
    return 2;
  }
}
