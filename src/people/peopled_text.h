#pragma once

#include <cstdint>
#include <string_view>

#include "language/clauses.h"
#include "people/cast.h"
#include "reading/document.h"

namespace onus {

// A parsed text and the people of whom it speaks: what all steps that look for acts read. Has to be outlived
// by what it refers to.
struct PeopledText {
  const Document& document;
  const Analysis& analysis;
  const Clauses& clauses;
  const Cast& cast;

  const Token& token(std::uint32_t t) const { return analysis.tokens[t]; }
  std::string_view form(std::uint32_t t) const { return slice<ProseText>(document.prose, token(t).span); }
};

}  // namespace onus
