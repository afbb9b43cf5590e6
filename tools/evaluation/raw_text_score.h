#pragma once

#include <string>

#include "counts.h"
#include "language/conllu.h"
#include "language/english.h"

namespace onus::evaluation {

struct RawTextScore {
  Counts tokens;  // as they are written: "didn't" is one
  Counts sentences;
};

// Words and sentences found in raw text, counted as the CoNLL 2018 shared task does (Zeman et al. 2018): a
// token or sentence is right when it covers the same characters, white space left out. The raw text of a
// document is its sentences joined by single spaces; documents are told by what stands before the last hyphen
// of `# sent_id`. `conllu` is the text of a treebank file.
RawTextScore score_raw_text(const English&, const std::string& conllu);

}  // namespace onus::evaluation
