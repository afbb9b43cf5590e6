#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "archive/find_reports.h"
#include "archive/store.h"
#include "linting/lint.h"
#include "text/problem.h"

namespace onus {

// What a scan tells while it goes on, from the thread that called it.
struct ScanWatcher {
  std::function<void(const ScanCounts& done, std::int64_t files)> progress = [](const ScanCounts&,
                                                                                std::int64_t) {};
  std::function<void(const Problem&)> problem = [](const Problem&) {};
};

struct ScanRequest {
  std::filesystem::path store;
  unsigned jobs = 1;
  std::string knowledge;  // see knowledge_hash
  std::string version;
};

// Brings the store up to date with the files: those it knows, with the same content and the same knowledge,
// are not read again. Results go in one by one in the order of the files, whichever thread is ready first, so
// that a scan that was stopped and goes on ends as one that wasn't. Memory doesn't grow with their number.
// Throws Failure when the store can't be written; what is in it stays.
ScanCounts scan(const FoundReports&, const ScanRequest&, const Settings&, const Knowledge&,
                const ScanWatcher& = {});

}  // namespace onus
