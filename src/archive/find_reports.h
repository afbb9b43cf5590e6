#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "archive/document_names.h"
#include "text/problem.h"

namespace onus {

struct FoundFile {
  std::string path;        // absolute
  std::uint32_t root = 0;  // how many bytes of it are the folder that was named, with its slash
  NameKind kind = NameKind::document;

  std::string_view below_root() const { return std::string_view(path).substr(root); }
};

// What there is to read under the paths of a scan.
struct FoundReports {
  std::vector<FoundFile> files;  // each once, in the order of the bytes of their paths
  std::vector<Problem> closed;   // folders that may not be opened
  std::vector<Problem> missing;  // paths that aren't there
  std::int64_t others = 0;       // files in folders that aren't documents, by their names: left alone
};

// A path that is a file is taken whatever its name. In folders, and folders in those, documents, zip files
// and mailboxes are told by their names. Hidden files and folders and the lock files of word processors are
// passed over; links to folders are not followed, as they may go round in a ring.
FoundReports find_reports(const std::vector<std::string>& paths);

}  // namespace onus
