#pragma once

#include <cmark.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reading/byte_account.h"

namespace onus {

// What becomes of one stretch of the content of a block. Steps lie end to end.
struct InlineStep {
  enum class Kind : std::uint8_t { copy, replace, skip, remark };
  Kind kind = Kind::copy;
  std::size_t begin = 0;  // bytes of the content
  std::size_t end = 0;
  std::string with;                   // replace: what it stands for; remark: its text
  Treatment why = Treatment::markup;  // skip
};

// Finds out from which bytes of `content` (a paragraph, a heading, a cell) the inline children of `block`
// were read. The tree says which characters are notation and which are words, so one walk over both tells
// them apart without parsing Markdown again. nullopt where they don't agree, which no CommonMark is known to
// bring about.
std::optional<std::vector<InlineStep>> align_inlines(cmark_node* block, std::string_view content);

// The words of all the inline children, for where they can't be aligned.
std::string inline_text(cmark_node* block);

// What follows "onus:" in `<!-- onus: … -->`; nullopt for any other comment or tag.
std::optional<std::string> remark_in(std::string_view html);

}  // namespace onus
