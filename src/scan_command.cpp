#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <iostream>
#include <thread>

#include "archive/knowledge_hash.h"
#include "archive/metadata.h"
#include "archive/progress.h"
#include "archive/scan.h"
#include "archive/stop_signals.h"
#include "commands.h"
#include "text/content_hash.h"
#include "text/failure.h"

namespace onus {
namespace {

std::string counted(std::int64_t number, const std::string& noun) {
  return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
}

std::optional<MetadataSources> metadata_sources(const Options& options) {
  if (options.meta_pattern.empty() && options.meta_table.empty()) return std::nullopt;
  std::optional<PathPattern> pattern;
  std::optional<MetadataTable> table;
  if (!options.meta_pattern.empty()) pattern.emplace(options.meta_pattern);
  if (!options.meta_table.empty()) table = read_metadata_table(options.meta_table);
  return MetadataSources(std::move(pattern), std::move(table));
}

// What else is to be kept than findings has to be read again, as other knowledge has.
std::string knowledge_of(const Options& options) {
  std::string hash = knowledge_hash(options.lexicons, options.settings);
  if (options.keep_text) hash = content_hash(hash + " text");
  if (options.meta_properties) hash = content_hash(hash + " properties");
  return hash;
}

ScanRequest request_from(const Options& options) {
  ScanRequest request;
  request.store = options.store;
  request.jobs =
      options.jobs > 0 ? std::min(options.jobs, 256U) : std::max(1U, std::thread::hardware_concurrency());
  request.time_limit = std::chrono::seconds(options.time_limit);
  request.work.settings = options.settings;
  request.work.keep_text = options.keep_text;
  request.work.keep_properties = options.meta_properties;
  request.work.memory_bytes = std::uint64_t{options.memory_limit} << 20;
  request.keeping.knowledge = knowledge_of(options);
  request.keeping.limits = std::to_string(options.time_limit) + " " + std::to_string(options.memory_limit);
  if (!options.pseudonym_key.empty()) request.keeping.pseudonyms.emplace(options.pseudonym_key);
  request.version = ONUS_VERSION;
  return request;
}

// "12 files: 0 read, 12 known, 1 problem"
void print_counts(const ScanCounts& counts) {
  std::cout << counted(counts.files, "file") << ": " << counts.read << " read, " << counts.known << " known, "
            << counted(counts.problems, "problem");
  if (counts.others > 0)
    std::cout << "; " << counted(counts.others, "other file") << " left alone, not a document by name";
  std::cout << '\n' << std::flush;
  if (!std::cout) throw Failure("standard output can't be written");
}

// Where metadata and files found nothing in each other, one line each. `named`: paths may be shown.
void tell_gaps(const MetadataSources& metadata, bool named, Progress& progress) {
  const auto such_as = [&](const std::string& path) { return named ? ", such as " + path : std::string(); };
  for (const std::string& complaint : metadata.complaints()) progress.say("onus: " + complaint);
  if (metadata.unmatched() > 0)
    progress.say("onus: " + counted(metadata.unmatched(), "file") + " not of the form that --meta says" +
                 such_as(metadata.first_unmatched()));
  if (metadata.files_without_row() > 0)
    progress.say("onus: " + counted(metadata.files_without_row(), "file") + " without a row in --meta-csv" +
                 such_as(metadata.first_without_row()));
  const std::vector<std::string> rows = metadata.rows_without_file();
  if (!rows.empty())
    progress.say("onus: " + counted(static_cast<std::int64_t>(rows.size()), "row") +
                 " of --meta-csv without a file" + such_as(rows.front()));
}

}  // namespace

ExitCode run_scan(const Options& options) {
  std::optional<MetadataSources> metadata = metadata_sources(options);
  ScanRequest request = request_from(options);
  if (metadata) request.metadata = &*metadata;
  const StopSignals signals;
  std::signal(SIGXFSZ, SIG_IGN);  // a store that may not grow is told as a full disk is
  std::optional<Knowledge> knowledge;
  const auto load = [&]() -> const Knowledge& {
    if (!knowledge) knowledge.emplace(load_knowledge(options.lexicons));
    return *knowledge;
  };
  const FoundReports found = find_reports(options.inputs);
  ScanCounts counts;
  {
    Progress progress(std::cerr, isatty(STDERR_FILENO) != 0);
    ScanWatcher watcher;
    watcher.problem = [&](const Problem& problem) {
      progress.say("onus: " + problem.source + ": " + problem.message);
    };
    watcher.stopped = [&] { return signals.came(); };
    if (!options.quiet)
      watcher.progress = [&](const ScanCounts& done, std::int64_t files) { progress.show(done, files); };
    counts = scan(found, request, load, watcher);
    if (metadata) tell_gaps(*metadata, !request.keeping.pseudonyms, progress);
  }
  if (!options.quiet) print_counts(counts);
  return counts.problems > 0 ? ExitCode::unreadable : ExitCode::clean;
}

}  // namespace onus
