#pragma once

#include "language/parsed_sentence.h"

namespace onus {

// "A neighbour called police": the parser takes "called" for a participle, as in "a man called John". Nobody
// is called police, security or 999, so the noun before it is who called them.
void read_calls_for_help(const ParsedSentence&);

}  // namespace onus
