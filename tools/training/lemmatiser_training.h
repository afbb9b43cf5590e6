#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "language/conllu.h"
#include "language/model_file.h"
#include "language/tagger.h"

namespace onus::training {

// The sections "lemma-scripts", "lemmas" and "lemmatiser". `words` is the folder of irregular-verbs.tsv,
// irregular-nouns.tsv and doubling-verbs.txt.
std::vector<ModelSection> train_lemmatiser(const std::vector<Treebank>& treebanks, const TagList& tags,
                                           const std::filesystem::path& words, std::uint64_t seed);

}  // namespace onus::training
