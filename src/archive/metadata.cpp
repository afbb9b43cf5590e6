#include "archive/metadata.h"

#include <re2/re2.h>

#include <algorithm>

#include "archive/read_csv.h"
#include "text/ascii.h"
#include "text/failure.h"
#include "text/fold.h"

namespace onus {
namespace {

bool is_field_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

// The white space that CSV leaves in a cell.
std::string_view trimmed_cell(std::string_view text) { return trimmed(text, " \t"); }

std::string with_folders(std::string_view path) {
  std::string text(path);
  for (std::size_t at = 0; (at = text.find("!/", at)) != std::string::npos;) text.erase(at, 1);
  return text;
}

std::string with_slashes(std::string path) {
  std::replace(path.begin(), path.end(), '\\', '/');
  while (path.starts_with("./")) path.erase(0, 2);
  return path;
}

// A trend needs a time: a year, and a month where there is one, is as good as a date.
void derive_date(Metadata& fields) {
  const auto year = fields.find("year");
  if (fields.count("date") > 0 || year == fields.end() || !is_iso_date(year->second)) return;
  std::string date = year->second;
  if (const auto month = fields.find("month"); month != fields.end() && date.size() == 4) {
    const std::string whole = date + (month->second.size() == 1 ? "-0" : "-") + month->second;
    if (is_iso_date(whole)) date = whole;
  }
  fields["date"] = date;
}

}  // namespace

bool is_iso_date(std::string_view text) {
  static const RE2 kDate(R"(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)");
  return RE2::FullMatch(text, kDate);
}

PathPattern::PathPattern(const std::string& pattern) {
  std::string expression = "(?s)";
  for (std::string_view rest = pattern; !rest.empty();) {
    const std::size_t close = rest.find('}');
    if (rest.starts_with("**")) {
      expression += ".*";
      rest.remove_prefix(2);
    } else if (rest.starts_with('*')) {
      rest.remove_prefix(1);
      expression += rest.empty() ? ".*" : "[^/]*";
    } else if (rest.starts_with('{') && close != std::string_view::npos) {
      fields_.push_back(lower(rest.substr(1, close - 1)));
      expression += "([^/]+?)";
      rest.remove_prefix(close + 1);
    } else {
      expression += RE2::QuoteMeta(rest.substr(0, 1));
      rest.remove_prefix(1);
    }
  }
  const bool named = !fields_.empty() && std::all_of(fields_.begin(), fields_.end(), is_field_name);
  if (!named || std::set<std::string>(fields_.begin(), fields_.end()).size() != fields_.size())
    throw Failure("--meta " + pattern + ": expected names in braces, each once, such as '{area}/{year}/*'");
  expression_ = std::make_unique<RE2>(expression, RE2::Latin1);
}

PathPattern::PathPattern(PathPattern&&) noexcept = default;
PathPattern::~PathPattern() = default;

std::optional<Metadata> PathPattern::match(std::string_view path) const {
  const std::string text = with_folders(path);
  std::vector<re2::StringPiece> values(fields_.size() + 1);
  if (!expression_->Match(text, 0, text.size(), RE2::ANCHOR_BOTH, values.data(),
                          static_cast<int>(values.size())))
    return std::nullopt;
  Metadata fields;
  for (std::size_t i = 0; i < fields_.size(); ++i) fields[fields_[i]] = std::string(values[i + 1]);
  if (const auto date = fields.find("date"); date != fields.end() && !is_iso_date(date->second))
    return std::nullopt;
  return fields;
}

MetadataTable read_metadata_table(const std::filesystem::path& file) {
  const CsvTable rows = read_csv_file(file);
  std::vector<std::string> names;
  for (const std::string& name : rows.front()) names.push_back(lower(trimmed_cell(name)));
  const auto path = std::find(names.begin(), names.end(), "path");
  if (path == names.end() || names.size() < 2)
    throw Failure(file.string() + ": the first line names the columns; one is “path”, the others are fields");
  const auto column = static_cast<std::size_t>(path - names.begin());
  MetadataTable table;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const std::vector<std::string>& row = rows[i];
    const std::string where = "row " + std::to_string(i + 1) + " of " + file.filename().string();
    if (row.size() <= column || trimmed_cell(row[column]).empty()) {
      table.complaints.push_back(where + " has no path");
      continue;
    }
    Metadata fields;
    for (std::size_t cell = 0; cell < std::min(row.size(), names.size()); ++cell) {
      const std::string value(trimmed_cell(row[cell]));
      if (cell == column || names[cell].empty() || value.empty()) continue;
      if (names[cell] == "date" && !is_iso_date(value)) {
        table.complaints.push_back(where + " has a date that isn't YYYY, YYYY-MM or YYYY-MM-DD");
      } else {
        fields[names[cell]] = value;
      }
    }
    if (!table.rows.emplace(with_slashes(std::string(trimmed_cell(row[column]))), std::move(fields)).second)
      table.complaints.push_back(where + " has a path that an earlier row has, too; the earlier one holds");
  }
  return table;
}

MetadataSources::MetadataSources(std::optional<PathPattern> pattern, std::optional<MetadataTable> table)
    : pattern_(std::move(pattern)), table_(std::move(table)) {}

const Metadata* MetadataSources::row_of(std::string_view below, const std::string& whole) {
  for (const std::string& key : {std::string(below), whole}) {
    const auto row = table_->rows.find(key);
    if (row == table_->rows.end()) continue;
    used_.insert(key);
    return &row->second;
  }
  return nullptr;
}

// The table knows better than the path.
Metadata MetadataSources::of(std::string_view below, const std::string& whole) {
  Metadata fields;
  if (table_) {
    if (const Metadata* row = row_of(below, whole)) {
      fields = *row;
    } else if (++without_row_ == 1) {
      first_without_row_ = whole;
    }
  }
  if (pattern_) {
    if (const auto matched = pattern_->match(below)) {
      fields.insert(matched->begin(), matched->end());
    } else if (++unmatched_ == 1) {
      first_unmatched_ = whole;
    }
  }
  derive_date(fields);
  return fields;
}

std::vector<std::string> MetadataSources::rows_without_file() const {
  std::vector<std::string> rows;
  if (table_)
    for (const auto& [path, fields] : table_->rows)
      if (used_.count(path) == 0) rows.push_back(path);
  return rows;
}

}  // namespace onus
