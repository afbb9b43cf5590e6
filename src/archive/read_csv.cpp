#include "archive/read_csv.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "text/encoding.h"
#include "text/failure.h"

namespace onus {
namespace {

char separator_of(std::string_view text) {
  const std::string_view first = text.substr(0, text.find('\n'));
  const auto count = [&](char c) { return std::count(first.begin(), first.end(), c); };
  if (count(',') > 0) return ',';
  if (count(';') > 0) return ';';
  return count('\t') > 0 ? '\t' : ',';
}

class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : rest_(text), separator_(separator_of(text)) {}

  std::optional<CsvTable> read() && {
    while (!rest_.empty()) {
      if (!read_cell()) return std::nullopt;
      end_cell();
    }
    if (!row_.empty()) end_row();
    return std::move(rows_);
  }

 private:
  bool read_cell() {
    cell_.clear();
    if (rest_.starts_with('"') && !read_quoted()) return false;
    const std::size_t end = std::min(rest_.find_first_of(ends_), rest_.size());
    cell_ += rest_.substr(0, end);
    rest_.remove_prefix(end);
    return true;
  }

  bool read_quoted() {
    rest_.remove_prefix(1);
    while (true) {
      const std::size_t quote = rest_.find('"');
      if (quote == std::string_view::npos) return false;
      cell_ += rest_.substr(0, quote);
      rest_.remove_prefix(quote + 1);
      if (!rest_.starts_with('"')) return true;
      cell_ += '"';
      rest_.remove_prefix(1);
    }
  }

  // At a separator, a line end, or the end.
  void end_cell() {
    const bool more = rest_.starts_with(separator_);
    row_.push_back(cell_);
    if (more) {
      rest_.remove_prefix(1);
      if (rest_.empty()) row_.emplace_back();
      return;
    }
    if (rest_.starts_with("\r\n")) rest_.remove_prefix(1);
    if (!rest_.empty()) rest_.remove_prefix(1);
    end_row();
  }

  void end_row() {
    if (row_.size() > 1 || !row_.front().empty()) rows_.push_back(std::move(row_));
    row_.clear();
  }

  std::string_view rest_;
  char separator_;
  std::string ends_{separator_, '\r', '\n'};
  std::string cell_;
  std::vector<std::string> row_;
  CsvTable rows_;
};

}  // namespace

std::optional<CsvTable> read_csv(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return CsvReader(text).read();
}

CsvTable read_csv_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  if (!in.is_open() || bytes.bad())  // a folder can be opened, and not read
    throw Failure(file.string() + " can't be read; is there such a file, and may you read it?");
  const std::optional<Decoded> text = decode(bytes.str());
  auto table = text ? read_csv(text->utf8) : std::nullopt;
  if (!table || table->empty()) throw Failure(file.string() + " isn't a table in CSV that can be read");
  return std::move(*table);
}

}  // namespace onus
