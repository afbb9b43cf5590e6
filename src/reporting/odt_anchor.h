#pragma once

#include <cstdint>
#include <optional>

#include "reporting/xml_layout.h"
#include "text/span.h"

namespace onus {

// Where a comment on words begins and ends, as places in the XML between which elements may be written.
// `exact` says that it lies on the words and on nothing more.
struct OdtAnchor {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool exact = false;
};

// Comments stand in the character data of a paragraph or of a stretch of it. One on words in a field, a link,
// a note, a drawing or a text box is put around that; nullopt where no paragraph is around it. [ODF 1.3, part
// 3, 14.1]
std::optional<OdtAnchor> odt_anchor_on(const XmlLayout&, SourceSpan words);

// The paragraph that holds `words`, where they are plain character data of it or of one stretch of it that no
// other tracked change, field, note or drawing has a part in; else kNoElement.
std::uint32_t odt_plain_paragraph(const XmlLayout&, SourceSpan words);

}  // namespace onus
