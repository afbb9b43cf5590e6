#pragma once

#include <filesystem>

#include "language/conllu.h"

namespace onus::evaluation {

// Of one thread, in its own processor time, so that others on the machine count little; medians of several
// runs.
struct Speed {
  double loading = 0;     // milliseconds, until the model can be used
  double tags = 0;        // million words a second: tags alone
  double annotating = 0;  // tags, lemmas and features
  double parsing = 0;     // heads, relations and what goes with them
};

Speed measure_speed(const std::filesystem::path& model, const Treebank& text);

}  // namespace onus::evaluation
