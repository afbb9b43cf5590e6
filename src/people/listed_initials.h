#pragma once

#include <span>
#include <vector>

#include "language/analysis.h"
#include "people/details.h"
#include "people/words.h"
#include "reading/document.h"

namespace onus {

// For each token whether it is the initials of somebody whom the report lists rather than the short form of a
// job or a thing that is written alike: "GP arrested" of Gavin Pike, not "seen by GP" nor "Dr Mehta (GP)".
// Only in reports that use initials; what may be either stays the job. Linear in the tokens.
std::vector<bool> listed_initials(const Document&, const Analysis&, const PeopleWords&,
                                  std::span<const Detail>, const std::vector<bool>& begins_entry);

}  // namespace onus
