#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <thread>

#include "archive/knowledge_hash.h"
#include "archive/progress.h"
#include "archive/scan.h"
#include "commands.h"
#include "text/failure.h"

namespace onus {
namespace {

ScanRequest request_from(const Options& options) {
  ScanRequest request;
  request.store = options.store;
  request.jobs =
      options.jobs > 0 ? std::min(options.jobs, 256U) : std::max(1U, std::thread::hardware_concurrency());
  request.knowledge = knowledge_hash(options.lexicons, options.settings);
  request.version = ONUS_VERSION;
  return request;
}

std::string counted(std::int64_t number, const std::string& noun) {
  return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
}

// "12 files: 0 read, 12 known, 1 problem"
void print_counts(const ScanCounts& counts, std::int64_t others) {
  std::cout << counted(counts.files, "file") << ": " << counts.read << " read, " << counts.known << " known, "
            << counted(counts.problems, "problem");
  if (others > 0) std::cout << "; " << counted(others, "other file") << " left alone, not a document by name";
  std::cout << '\n' << std::flush;
  if (!std::cout) throw Failure("standard output can't be written");
}

}  // namespace

ExitCode run_scan(const Options& options) {
  const Knowledge knowledge = load_knowledge(options.lexicons);
  const ScanRequest request = request_from(options);
  const FoundReports found = find_reports(options.inputs);
  ScanCounts counts;
  {
    Progress progress(std::cerr, isatty(STDERR_FILENO) != 0);
    ScanWatcher watcher;
    watcher.problem = [&](const Problem& problem) {
      progress.say("onus: " + problem.source + ": " + problem.message);
    };
    if (!options.quiet)
      watcher.progress = [&](const ScanCounts& done, std::int64_t files) { progress.show(done, files); };
    counts = scan(found, request, options.settings, knowledge, watcher);
  }
  if (!options.quiet) print_counts(counts, found.others);
  return counts.problems > 0 ? ExitCode::unreadable : ExitCode::clean;
}

}  // namespace onus
