#include "reporting/print_diff.h"

#include <ostream>
#include <vector>

namespace onus {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

void print_line(std::ostream& out, char mark, std::string_view line) {
  out << mark << line;
  if (!line.ends_with('\n')) out << "\n\\ No newline at end of file\n";
}

void print_hunk(std::ostream& out, const std::vector<std::string_view>& before,
                const std::vector<std::string_view>& after, std::size_t from, std::size_t to_before,
                std::size_t to_after) {
  out << "@@ -" << from + 1 << ',' << to_before - from << " +" << from + 1 << ',' << to_after - from
      << " @@\n";
  for (std::size_t i = from; i < to_before; ++i) print_line(out, '-', before[i]);
  for (std::size_t i = from; i < to_after; ++i) print_line(out, '+', after[i]);
}

}  // namespace

void print_diff(std::ostream& out, std::string_view name, std::string_view before, std::string_view after) {
  if (before == after) return;
  const auto old_lines = lines_of(before);
  const auto new_lines = lines_of(after);
  out << "--- " << name << "\n+++ " << name << '\n';
  if (old_lines.size() != new_lines.size()) {
    print_hunk(out, old_lines, new_lines, 0, old_lines.size(), new_lines.size());
    return;
  }
  for (std::size_t i = 0; i < old_lines.size();) {
    if (old_lines[i] == new_lines[i]) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < old_lines.size() && old_lines[end] != new_lines[end]) ++end;
    print_hunk(out, old_lines, new_lines, i, end, end);
    i = end;
  }
}

}  // namespace onus
