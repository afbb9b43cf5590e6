#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onus {

// A table in CSV as spreadsheets write it: cells in quotes may hold commas, line ends and doubled quotes; a
// byte order mark, CR LF and a last line without an end are fine; the separator is a comma, or a semicolon or
// tab where the first line has those instead. [RFC 4180] nullopt where a quote is never closed. Empty lines
// are left out.
using CsvTable = std::vector<std::vector<std::string>>;
std::optional<CsvTable> read_csv(std::string_view text);

// A file of that kind, in any encoding that text files come in, with at least one line. Throws Failure where
// there is no such file or no such table in it.
CsvTable read_csv_file(const std::filesystem::path&);

}  // namespace onus
