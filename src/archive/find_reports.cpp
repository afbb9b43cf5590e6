#include "archive/find_reports.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "text/fold.h"

namespace onus {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 18> kDocumentNames{
    ".docx", ".docm", ".dotx",     ".doc",  ".rtf", ".odt",   ".fodt", ".pdf", ".txt",
    ".text", ".md",   ".markdown", ".html", ".htm", ".xhtml", ".eml",  ".msg", ".mbox"};

std::string lower_case(std::string text) {
  for (char& c : text) c = lower_ascii(c);
  return text;
}

bool is_document_name(const fs::path& path) {
  const std::string extension = lower_case(path.extension().string());
  return std::find(kDocumentNames.begin(), kDocumentNames.end(), extension) != kDocumentNames.end();
}

// ".git", ".~lock.report.odt#" of LibreOffice, "~$report.docx" of Word.
bool is_passed_over(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with(".") || name.starts_with("~$");
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
      take_folder(path);
    } else {
      found_.files.push_back(path.string());
    }
  }

  FoundReports finish() && {
    std::sort(found_.files.begin(), found_.files.end());
    found_.files.erase(std::unique(found_.files.begin(), found_.files.end()), found_.files.end());
    return std::move(found_);
  }

 private:
  void take_folder(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> inner;
    fs::directory_iterator entry(folder, error);
    for (const fs::directory_iterator end; !error && entry != end; entry.increment(error))
      if (!is_passed_over(entry->path())) take_entry(*entry, inner);
    if (error) found_.closed.push_back({folder.string(), "the folder can't be opened: " + error.message()});
    std::sort(inner.begin(), inner.end());
    for (const fs::path& next : inner) take_folder(next);
  }

  void take_entry(const fs::directory_entry& entry, std::vector<fs::path>& inner) {
    std::error_code error;
    if (entry.is_directory(error)) {
      if (!entry.is_symlink(error)) inner.push_back(entry.path());
    } else if (is_document_name(entry.path())) {
      found_.files.push_back(entry.path().string());
    } else {
      ++found_.others;
    }
  }

  FoundReports found_;
};

}  // namespace

FoundReports find_reports(const std::vector<std::string>& paths) {
  Finder finder;
  for (const std::string& path : paths) finder.take(path);
  return std::move(finder).finish();
}

}  // namespace onus
