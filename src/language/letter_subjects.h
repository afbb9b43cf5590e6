#pragma once

#include "language/parsed_sentence.h"

namespace onus {

// "B. parked in the bus bay": notes call people by a letter, and the parser takes it for the number of a
// list. Before a small letter it is the subject of the verb that has none.
void read_letters_as_subjects(const ParsedSentence&);

}  // namespace onus
