#pragma once

#include "language/parsed_sentence.h"

namespace onus {

// "that Mr Roe, a firefighter, listens to the house through a monitor": where much stands between a subject
// and its verb, the parser now and then hangs it on a noun behind a preposition further on. It goes back to
// the finite verb between the two, if that has no subject, and so does what else stands before that verb.
void return_stray_subjects(const ParsedSentence&);

}  // namespace onus
