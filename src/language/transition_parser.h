#pragma once

#include <span>
#include <string_view>

#include "language/analysis.h"
#include "language/linear_model.h"
#include "language/model_file.h"

namespace onus {

// A greedy transition-based dependency parser with a linear classifier. Linear time. Const after loading;
// holds parts of the ModelFile, which has to outlive it.
class TransitionParser {
 public:
  explicit TransitionParser(const ModelFile& file);

  // Sets `head` and `deprel` of the words of one tagged sentence. Heads are indexes into `sentence`, not into
  // the analysis; the root's head is itself.
  void parse(std::span<Token> sentence, std::string_view prose) const;

 private:
  LinearModel model_;
};

}  // namespace onus
