#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace onus {

// The bytes of one cell in its line, without white space around its words.
struct PipeCell {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The cells of a line of a table that is drawn with "|"; "\|" doesn't part cells. Empty where the line has no
// "|".
std::vector<PipeCell> pipe_cells(std::string_view line);
// Whether a line only parts the headers from the rest: "|---|:--:|".
bool is_pipe_rule(std::string_view line);

}  // namespace onus
