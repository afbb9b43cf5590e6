#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "language/analysis.h"
#include "reading/document.h"

// CoNLL-U, the exchange format of Universal Dependencies (universaldependencies.org/format.html).
namespace onus {

// A treebank file, or what it holds, as a text of our own with its analysis.
struct Treebank {
  std::string prose;
  std::vector<Block> blocks;              // one for each document or paragraph that the file marks
  Analysis analysis;                      // sentences are `parsed` where all their words have heads
  std::vector<std::string> sentence_ids;  // of each sentence; empty where it has none
  std::vector<std::string> problems;      // lines that could not be understood, in plain words
};

// Keeps the file's own tokens and sentences, its tags, lemmas and heads. A word of a multiword token that
// isn't written as a part of it ("dont" is do + n't) gets a part of its span. Never fails: what can't be
// understood is a problem.
Treebank read_conllu(std::string_view text);

// Ten columns, `# sent_id` and `# text`; words that touch and make up one contraction are put under a
// multiword token. `sentence_ids` may be empty: then sentences are counted.
void print_conllu(std::ostream& out, const Analysis& analysis, std::string_view prose,
                  const std::vector<std::string>& sentence_ids = {});

}  // namespace onus
