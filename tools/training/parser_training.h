#pragma once

#include <cstdint>
#include <vector>

#include "language/conllu.h"
#include "language/model_file.h"

namespace onus::training {

struct ParserSettings {
  int rounds = 8;
  std::size_t bytes = 7'000'000;
};

// The section "transition-parser". The treebanks' tags should be such as the tagger will give.
std::vector<ModelSection> train_parser(const std::vector<Treebank>& treebanks, const ParserSettings& settings,
                                       std::uint64_t seed);

}  // namespace onus::training
