#pragma once

#include <string_view>

#include "reading/document.h"

namespace onus {

// Puts `next` behind `whole`: its blocks, origins, remarks and what was left out, with their places moved.
// The names of its parts begin with `prefix`.
void append_document(Document& whole, Document next, std::string_view prefix);

}  // namespace onus
