#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "text/span.h"

namespace onus::training {

// One document of a treebank as it would be read: its sentences joined by single spaces.
struct BoundaryText {
  std::string prose;
  std::vector<ProseSpan> sentences;
};

// One element for each document of a CoNLL-U file. Documents are told by `# newdoc`, else by the part of
// `# sent_id` before its last hyphen. Lines that can't be understood are passed over.
std::vector<BoundaryText> boundary_texts(const std::string& conllu);

// The bytes of the model's section "sentences". The same texts give the same bytes on the same machine.
std::string train_boundaries(const std::vector<BoundaryText>& texts, std::uint64_t seed);

}  // namespace onus::training
