#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string_view>

#include "reading/docx_xml.h"

namespace onus {

// What an element means for the reading of a Word document. [ECMA-376-1, 17]
enum class WordElement : std::uint8_t {
  transparent,  // only its children count
  deferred,
  paragraph,
  run,
  text,
  deleted_text,
  instruction,
  tab,
  line_break,
  hyphen,
  soft_hyphen,
  symbol,
  properties,
  table,
  row,
  cell,
  content_control,
  deleted,
  field_mark,
  footnote,
  endnote,
  comment_start,
  comment_end,
  drawing,
  object,
  text_box,
  embedded,
  page_break,
  ruby_text,
  choice,
  formula,
};

WordElement word_element(Namespace space, std::string_view local);

// The one branch of an mc:AlternateContent that counts: the first whose namespaces are understood, else the
// fallback; null where there is neither. [ECMA-376-3, 9.3]
pugi::xml_node chosen_branch(pugi::xml_node alternatives);

}  // namespace onus
