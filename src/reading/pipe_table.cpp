#include "reading/pipe_table.h"

namespace onus {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

}  // namespace

std::vector<PipeCell> pipe_cells(std::string_view line) {
  std::vector<PipeCell> cells;
  std::size_t begin = 0;
  std::size_t end = line.size();
  while (begin < end && is_blank(line[begin])) ++begin;
  while (end > begin && is_blank(line[end - 1])) --end;
  if (line.substr(begin, end - begin).find('|') == std::string_view::npos) return cells;
  if (line[begin] == '|') ++begin;
  if (end > begin && line[end - 1] == '|' && (end < begin + 2 || line[end - 2] != '\\')) --end;
  for (std::size_t place = begin; place <= end; ++place) {
    const bool edge = place == end || (line[place] == '|' && (place == begin || line[place - 1] != '\\'));
    if (!edge) continue;
    PipeCell cell{begin, place};
    while (cell.begin < cell.end && is_blank(line[cell.begin])) ++cell.begin;
    while (cell.end > cell.begin && is_blank(line[cell.end - 1])) --cell.end;
    cells.push_back(cell);
    begin = place + 1;
  }
  return cells;
}

bool is_pipe_rule(std::string_view line) {
  return line.find('|') != std::string_view::npos && line.find('-') != std::string_view::npos &&
         line.find_first_not_of("|-:+= \t") == std::string_view::npos;
}

}  // namespace onus
