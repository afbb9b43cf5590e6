#pragma once

#include <cstdint>
#include <vector>

#include "language/conllu.h"
#include "language/model_file.h"
#include "language/tagger.h"

namespace onus::training {

// The sections "lemma-scripts", "lemmas" and "lemmatiser".
std::vector<ModelSection> train_lemmatiser(const std::vector<Treebank>& treebanks, const TagList& tags,
                                           std::uint64_t seed);

}  // namespace onus::training
