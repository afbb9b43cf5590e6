#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onus {

// A table in CSV as spreadsheets write it: cells in quotes may hold commas, line ends and doubled quotes; a
// byte order mark, CR LF and a last line without an end are fine; the separator is a comma, or a semicolon or
// tab where the first line has those instead. [RFC 4180] nullopt where a quote is never closed. Empty lines
// are left out.
std::optional<std::vector<std::vector<std::string>>> read_csv(std::string_view text);

}  // namespace onus
