#pragma once

#include "language/clauses.h"
#include "people/peopled_text.h"

namespace onus {

// "Has never hit her or [shouted]", "neither hit nor [threatened] her": what is joined with "or" to what
// isn't so isn't so either.
bool is_denied_together(const PeopledText&, std::uint32_t clause);

}  // namespace onus
