#include "reading/paragraph_shape.h"

#include "reading/text_lines.h"

namespace onus {

BlockShape paragraph_shape(const ParagraphPlace& place, std::string_view words, bool all_bold,
                           bool others_styled) {
  const ParagraphFormat& format = place.format;
  BlockShape shape;
  shape.page = place.page;
  shape.cell = place.cell;
  if (place.in_note) {
    shape.kind = BlockKind::footnote;
  } else if (format.heading > 0) {
    shape.kind = BlockKind::heading;
    shape.level = format.heading;
  } else if (place.cell) {
    shape.kind = BlockKind::table_cell;
    shape.level = format.list;
  } else if (format.list > 0) {
    shape.kind = BlockKind::list_item;
    shape.level = format.list;
  } else if (format.quotation) {
    shape.kind = BlockKind::quotation;
  } else if (const std::uint8_t level = heading_by_looks(words, all_bold, others_styled); level > 0) {
    shape.kind = BlockKind::heading;
    shape.level = level;
  }
  return shape;
}

}  // namespace onus
