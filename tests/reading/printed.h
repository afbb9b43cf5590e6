#pragma once

#include <array>
#include <string>
#include <string_view>
#include <variant>

#include "reading/read.h"

namespace onus {

// Blocks as lines made for reading in tests: "heading 2: Analysis", "table_cell 1.0 [under Who] [beside
// Plan]: Ms Hart".
inline std::string printed_text(std::string_view text) {
  std::string line;
  for (const char c : text) {
    if (c == '\n')
      line += "⏎";
    else if (c == '\t')
      line += "⇥";
    else
      line += c;
  }
  return line;
}

inline std::string printed(const Document& document, const Block& block) {
  constexpr std::array<std::string_view, 7> kKinds = {"heading",   "paragraph", "list_item", "table_cell",
                                                      "quotation", "footnote",  "comment"};
  const std::string_view prose = document.prose;
  std::string line(kKinds[static_cast<std::size_t>(block.kind)]);
  if (block.level > 0) line += " " + std::to_string(block.level);
  if (block.page > 0) line += " p" + std::to_string(block.page);
  if (block.cell) {
    line += " " + std::to_string(block.cell->row) + "." + std::to_string(block.cell->column);
    if (!block.cell->header.empty())
      line += " [under " + printed_text(slice(prose, block.cell->header)) + "]";
    if (!block.cell->row_header.empty())
      line += " [beside " + printed_text(slice(prose, block.cell->row_header)) + "]";
  }
  return line + ": " + printed_text(slice(prose, block.span));
}

inline std::string printed(const Document& document) {
  std::string lines;
  for (const Block& block : document.blocks) lines += printed(document, block) + "\n";
  for (const Remark& remark : document.remarks) {
    lines += "remark: " + remark.text + " [on " +
             printed_text(slice(std::string_view(document.prose), remark.about)) + "]\n";
  }
  for (const Skipped& skipped : document.skipped) lines += "skipped: " + skipped.what + "\n";
  return lines;
}

inline std::string printed(const Reading& reading) {
  if (const auto* problem = std::get_if<Problem>(&reading))
    return problem->source + " " + problem->message + "\n";
  return printed(std::get<Document>(reading));
}

}  // namespace onus
