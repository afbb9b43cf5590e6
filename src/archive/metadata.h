#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace re2 {
class RE2;
}

namespace onus {

// What is known of a file for comparing groups: "area" → "north". The field "date" is YYYY, YYYY-MM or
// YYYY-MM-DD.
using Metadata = std::map<std::string, std::string>;

bool is_iso_date(std::string_view text);

// Fields out of a path below the folder that is scanned: "{area}/{year}/*". A field stands for one or more
// characters of one name; "*" for any in one name, or at the end for all that is below; "**" for any number
// of folders. A container counts as a folder: "north/2021.zip!/report.docx" is "north/2021.zip/report.docx".
class PathPattern {
 public:
  explicit PathPattern(const std::string& pattern);  // throws Failure
  PathPattern(PathPattern&&) noexcept;
  ~PathPattern();
  // nullopt where the path isn't of that form.
  std::optional<Metadata> match(std::string_view path) const;

 private:
  std::vector<std::string> fields_;
  std::unique_ptr<re2::RE2> expression_;
};

// Rows of a CSV file by their column "path"; the other columns are fields, in lower case. Empty cells say
// nothing.
struct MetadataTable {
  std::map<std::string, Metadata> rows;  // by path, with "/" between folders
  std::vector<std::string> complaints;   // one line each: a date that is none, a path given twice
};
MetadataTable read_metadata_table(const std::filesystem::path& file);  // throws Failure

// Where the metadata of files come from, and which rows and files found nothing.
class MetadataSources {
 public:
  MetadataSources(std::optional<PathPattern> pattern, std::optional<MetadataTable> table);

  // `below` is the path below the folder that was named, `whole` the absolute one; a row may have either.
  Metadata of(std::string_view below, const std::string& whole);

  std::int64_t unmatched() const { return unmatched_; }  // paths not of the pattern's form
  std::int64_t files_without_row() const { return without_row_; }
  const std::string& first_unmatched() const { return first_unmatched_; }
  const std::string& first_without_row() const { return first_without_row_; }
  std::vector<std::string> rows_without_file() const;
  const std::vector<std::string>& complaints() const { return table_ ? table_->complaints : none_; }

 private:
  const Metadata* row_of(std::string_view below, const std::string& whole);

  std::optional<PathPattern> pattern_;
  std::optional<MetadataTable> table_;
  std::set<std::string> used_;
  std::int64_t unmatched_ = 0, without_row_ = 0;
  std::string first_unmatched_, first_without_row_;
  std::vector<std::string> none_;
};

}  // namespace onus
