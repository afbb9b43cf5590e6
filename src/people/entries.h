#pragma once

#include <vector>

#include "language/analysis.h"
#include "reading/document.h"

namespace onus {

// For each token whether a line that is an entry of its own begins with it. Reading joins the lines of a
// paragraph; a line after a short one, or one that begins with a label, says nothing of what stands in the
// line before ("Sibling: Osian, Reception / DSP: R Wyn", "Gareth Lloyd / Family support worker").
std::vector<bool> entry_starts(const Document&, const Analysis&);

}  // namespace onus
