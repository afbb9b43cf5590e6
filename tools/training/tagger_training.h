#pragma once

#include <cstdint>
#include <vector>

#include "language/conllu.h"
#include "language/model_file.h"

namespace onus::training {

struct TaggerSettings {
  int rounds = 8;
  std::size_t bytes = 2'000'000;
};

// The sections "tags", "vocabulary" and "tagger".
std::vector<ModelSection> train_tagger(const std::vector<Treebank>& treebanks, const TaggerSettings& settings,
                                       std::uint64_t seed);

}  // namespace onus::training
