#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>

#include "archive/find_reports.h"
#include "archive/metadata.h"
#include "archive/store.h"
#include "archive/worker.h"
#include "linting/lint.h"
#include "text/problem.h"

namespace onus {

// What a scan tells while it goes on, and whether it shall stop; from the process and thread that called it.
struct ScanWatcher {
  std::function<void(const ScanCounts& done, std::int64_t files)> progress = [](const ScanCounts&,
                                                                                std::int64_t) {};
  std::function<void(const Problem&)> problem = [](const Problem&) {};
  std::function<bool()> stopped = [] { return false; };
};

struct ScanRequest {
  std::filesystem::path store;
  StoreSettings keeping;
  WorkSettings work;
  unsigned jobs = 1;
  std::chrono::seconds time_limit{60};  // for one file
  std::string version;
  MetadataSources* metadata = nullptr;  // nullptr: none
};

// Brings the store up to date with the files: those it knows, with the same content and the same knowledge,
// are not read again. Each is read in another process, within limits; `load` is called when the first is
// needed. Results go in one by one in the order of the files, whichever is ready first, so that a scan that
// was stopped and goes on ends as one that wasn't. Memory doesn't grow with the size of the archive, but for
// the paths. Throws Failure when the store can't be written or the scan was stopped; what is in it stays.
ScanCounts scan(const FoundReports&, const ScanRequest&, const std::function<const Knowledge&()>& load,
                const ScanWatcher& = {});

}  // namespace onus
