#pragma once

#include "language/parsed_sentence.h"

namespace onus {

// "her mother-in-law holds the passport": the parser takes the words behind the hyphens now for a place ("in
// law"), now for a second subject. Afterwards the word of kinship governs them and stands where the whole
// does.
void join_in_laws(const ParsedSentence&);

}  // namespace onus
