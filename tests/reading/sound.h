#pragma once

#include <string>

#include "reading/document.h"

namespace onus {

// What holds of every Document, whatever it was read from: "" when it does, else what doesn't. Used by the
// tests and by the fuzz targets.
inline std::string unsound(const Document& document) {
  const std::string_view prose = document.prose;
  if (prose.find_first_of(std::string_view("\r\0", 2)) != std::string_view::npos)
    return "a carriage return or NUL in the prose";
  std::uint32_t end = 0;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    const std::uint32_t gap = i == 0 ? 0 : 2;
    if (block.span.begin != end + gap || block.span.empty()) return "blocks don't follow each other";
    if (i > 0 && slice(prose, ProseSpan{end, block.span.begin}) != "\n\n")
      return "no blank line between blocks";
    if (block.heading != kNoHeading &&
        (block.heading >= i || document.blocks[block.heading].kind != BlockKind::heading)) {
      return "a heading that isn't above its block";
    }
    if (block.cell &&
        (block.cell->header.end > block.span.begin || block.cell->row_header.end > block.span.begin)) {
      return "a header cell behind its cell";
    }
    if (block_at(document, block.span.begin) != &block) return "block_at";
    end = block.span.end;
  }
  if (end != prose.size()) return "prose behind the last block";
  std::uint32_t last = 0;
  for (const Origin& origin : document.origins) {
    if (origin.prose.begin < last || origin.prose.empty() || origin.prose.end > prose.size())
      return "origins out of order";
    last = origin.prose.end;
    if (origin.part >= document.parts.size()) return "an origin in no part";
    if (origin.copied && origin.prose.size() != origin.source.size()) return "a copy of another size";
    if (document.text.empty()) continue;
    if (origin.source.end > document.text.size()) return "an origin behind the file";
    if (origin.copied &&
        slice(std::string_view(document.text), origin.source) != slice(prose, origin.prose)) {
      return "a copy that reads otherwise";
    }
  }
  if (!document.text.empty() && document.account.total() != document.text.size())
    return "bytes that aren't accounted for";
  if (document.account.total(Treatment::unread) > 0 && !document.text.empty())
    return "bytes that were not read";
  for (const Remark& remark : document.remarks) {
    if (remark.about.begin > remark.about.end || remark.about.end > prose.size())
      return "a remark on nothing";
  }
  return "";
}

}  // namespace onus
