#pragma once

#include "evaluations.h"

namespace onus::evaluation {

// rewrites FOLDER… [--misses]: applies every `rewrite` that the program offers for the cases of
// corpora/rewrites and prints how many texts come out as one of those that a careful writer accepts.
void evaluate_rewrites(const Request&);

}  // namespace onus::evaluation
