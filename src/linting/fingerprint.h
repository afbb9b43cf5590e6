#pragma once

#include <string>
#include <vector>

#include "linting/report.h"

namespace onus {

// A name for each finding, in their order, that stays the same when text elsewhere in the document changes or
// the format does: made of the rule, the words of its sentence (letters and digits in lower case) and, for
// the same finding in the same words again, a count. 16 hexadecimal digits (64-bit FNV-1a); not a secret:
// whoever has the sentence can make it.
std::vector<std::string> fingerprints(const DocumentReport&);

}  // namespace onus
