#include "reporting/write_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
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

[[noreturn]] void cannot_write(const fs::path& path) {
  throw Failure(path.string() + " can't be written; is there such a folder, and may you write in it?");
}

// Readable by its owner only from its first moment.
void create(const fs::path& draft, const fs::path& path) {
  const int file = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) cannot_write(path);
  ::close(file);
}

void keep_mode(const fs::path& old, const fs::path& fresh) {
  struct stat status {};
  if (::stat(old.c_str(), &status) != 0) return;
  if (::chmod(fresh.c_str(), status.st_mode & 07777) != 0)
    throw Failure(fresh.string() + " can't be given its permissions");
}

// On the disk before the old file goes, so that a crash leaves one of the two whole.
bool is_on_disk(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  const bool done = ::fsync(file) == 0 || errno == EINVAL || errno == EROFS;
  return ::close(file) == 0 && done;
}

// A pipe or a device has no file to keep and must not be replaced by one.
void write_into(const fs::path& path, const std::function<void(std::ostream&)>& write) {
  std::ofstream out(path, std::ios::binary);
  if (!out) cannot_write(path);
  write(out);
  out.close();
  if (!out) throw Failure(path.string() + " can't be written whole");
}

}  // namespace

void write_file(const fs::path& path, const std::function<void(std::ostream&)>& write) {
  std::error_code error;
  if (fs::exists(path, error) && !fs::is_regular_file(path, error)) return write_into(path, write);
  const fs::path place = fs::is_symlink(path, error) ? fs::weakly_canonical(path) : path;
  const Draft draft{place.string() + ".onus-" + std::to_string(::getpid())};
  create(draft.path, path);
  keep_mode(place, draft.path);
  {
    std::ofstream out(draft.path, std::ios::binary);
    write(out);
    out.close();
    if (!out || !is_on_disk(draft.path))
      throw Failure(path.string() + " can't be written whole; is the disk full? The old file is as it was.");
  }
  fs::rename(draft.path, place, error);
  if (error) throw Failure(path.string() + " can't be replaced: " + error.message());
}

}  // namespace onus
