#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "reading/document_builder.h"
#include "reading/docx_styles.h"

namespace onus {

// Where a paragraph stands, as the walks through marked-up documents know it.
struct ParagraphPlace {
  ParagraphFormat format;  // its heading, its depth in lists, whether it is a quotation
  bool in_note = false;
  std::optional<Cell> cell;  // never in a note
  std::uint32_t page = 0;
};

// What a paragraph is: a note before all else, then a heading, a cell, an item, a quotation; or a heading by
// its looks alone, where others before it had a style (`others_styled`).
BlockShape paragraph_shape(const ParagraphPlace&, std::string_view words, bool all_bold, bool others_styled);

}  // namespace onus
