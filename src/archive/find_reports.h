#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/problem.h"

namespace onus {

// What there is to read under the paths of a scan.
struct FoundReports {
  std::vector<std::string> files;  // absolute, each once, in the order of their bytes
  std::vector<Problem> closed;     // folders that may not be opened
  std::vector<Problem> missing;    // paths that aren't there
  std::int64_t others = 0;         // files in folders that aren't documents, by their names: left alone
};

// A path that is a file is taken whatever its name. In folders, and folders in those, documents are told by
// the ends of their names; formats that can't be read yet count, so that nobody takes a report for read that
// wasn't. Hidden files and folders and the lock files of word processors are passed over; links to folders
// are not followed, as they may go round in a ring.
FoundReports find_reports(const std::vector<std::string>& paths);

}  // namespace onus
