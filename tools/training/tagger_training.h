#pragma once

#include <cstdint>
#include <filesystem>
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

// Replaces the tags of every sentence by those of a tagger that was trained on the others: what a parser will
// meet. `scratch` is a file that may be overwritten.
void tag_by_others(std::vector<Treebank>& treebanks, const std::filesystem::path& scratch,
                   std::uint64_t seed);

}  // namespace onus::training
