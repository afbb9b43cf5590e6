#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace onus::evaluation {

using Columns = std::array<std::string_view, 10>;

// The columns of a line of CoNLL-U; missing ones are empty.
inline Columns columns_of(std::string_view line) {
  Columns columns;
  std::size_t begin = 0;
  for (auto& column : columns) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    column = line.substr(begin, end - begin);
    begin = std::min(end + 1, line.size());
  }
  return columns;
}

}  // namespace onus::evaluation
