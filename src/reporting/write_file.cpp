#include "reporting/write_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <system_error>

#include "text/failure.h"

namespace onus {
namespace {

namespace fs = std::filesystem;

// Removes the half-written file unless it was renamed away.
struct Draft {
  fs::path path;
  ~Draft() {
    std::error_code ignored;
    fs::remove(path, ignored);
  }
};

void keep_mode(const fs::path& old, const fs::path& fresh) {
  struct stat status {};
  const mode_t mode = ::stat(old.c_str(), &status) == 0 ? status.st_mode & 07777 : S_IRUSR | S_IWUSR;
  if (::chmod(fresh.c_str(), mode) != 0) throw Failure(fresh.string() + " can't be given its permissions");
}

}  // namespace

void write_file(const fs::path& path, const std::function<void(std::ostream&)>& write) {
  const Draft draft{path.string() + ".onus-" + std::to_string(::getpid())};
  {
    std::ofstream out(draft.path, std::ios::binary);
    if (!out)
      throw Failure(path.string() + " can't be written; is there such a folder, and may you write in it?");
    keep_mode(path, draft.path);
    write(out);
    out.close();
    if (!out)
      throw Failure(path.string() + " can't be written whole; is the disk full? The old file is as it was.");
  }
  std::error_code error;
  fs::rename(draft.path, path, error);
  if (error) throw Failure(path.string() + " can't be replaced: " + error.message());
}

}  // namespace onus
