#include "archive/find_reports.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace onus {
namespace {

namespace fs = std::filesystem;

std::uint32_t size_with_slash(const fs::path& folder) {
  const std::string& text = folder.native();
  return static_cast<std::uint32_t>(text.size() + (text.ends_with('/') ? 0 : 1));
}

class Finder {
 public:
  void take(const std::string& given) {
    std::error_code error;
    const fs::path path = fs::absolute(given, error).lexically_normal();
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) {
      found_.missing.push_back({given, "there is no such file or folder, or it may not be seen"});
    } else if (fs::is_directory(status)) {
      root_ = size_with_slash(path);
      take_folder(path);
    } else {
      root_ = size_with_slash(path.parent_path());
      take_file(path, NameKind::document);
    }
  }

  FoundReports finish() && {
    const auto less = [](const FoundFile& a, const FoundFile& b) { return a.path < b.path; };
    const auto same = [](const FoundFile& a, const FoundFile& b) { return a.path == b.path; };
    std::stable_sort(found_.files.begin(), found_.files.end(), less);
    found_.files.erase(std::unique(found_.files.begin(), found_.files.end(), same), found_.files.end());
    return std::move(found_);
  }

 private:
  // `otherwise`: what it is where its name doesn't tell.
  void take_file(const fs::path& path, NameKind otherwise) {
    NameKind kind = kind_by_name(path.filename().native());
    if (kind == NameKind::other || kind == NameKind::passed_over) kind = otherwise;
    found_.files.push_back({path.native(), root_, kind});
  }

  void take_folder(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> inner;
    fs::directory_iterator entry(folder, error);
    for (const fs::directory_iterator end; !error && entry != end; entry.increment(error))
      take_entry(*entry, inner);
    if (error) found_.closed.push_back({folder.string(), "the folder can't be opened: " + error.message()});
    std::sort(inner.begin(), inner.end());
    for (const fs::path& next : inner) take_folder(next);
  }

  void take_entry(const fs::directory_entry& entry, std::vector<fs::path>& inner) {
    std::error_code error;
    const NameKind kind = kind_by_name(entry.path().filename().native());
    if (kind == NameKind::passed_over) return;
    if (entry.is_directory(error)) {
      if (!entry.is_symlink(error)) inner.push_back(entry.path());
    } else if (kind == NameKind::other) {
      ++found_.others;
    } else {
      take_file(entry.path(), kind);
    }
  }

  FoundReports found_;
  std::uint32_t root_ = 0;
};

}  // namespace

FoundReports find_reports(const std::vector<std::string>& paths) {
  Finder finder;
  for (const std::string& path : paths) finder.take(path);
  return std::move(finder).finish();
}

}  // namespace onus
