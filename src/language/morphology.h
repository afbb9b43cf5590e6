#pragma once

#include <string_view>

#include "language/analysis.h"

namespace onus {

// The features that follow from a word's tags and, for closed classes, from its lemma. `word` is the word as
// written. Whether a participle is passive is known only from a parse.
Features features_of(Upos upos, Xpos xpos, std::string_view word, std::string_view lemma);

}  // namespace onus
