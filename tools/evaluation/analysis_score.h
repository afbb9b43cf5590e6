#pragma once

#include "language/conllu.h"
#include "language/english.h"

namespace onus::evaluation {

// Per cent of all words, punctuation among them. Tags are those that go with the heads, `quick_` those of the
// tagger alone.
struct AnalysisScore {
  double quick_upos = 0, quick_xpos = 0;
  double upos = 0, xpos = 0, lemma = 0;
  double uas = 0, las = 0;  // relations with their subtypes
};

// Tags, lemmas, heads and relations, on the treebank's own words and sentences, everything else predicted.
AnalysisScore score_analysis(const English&, const Treebank& gold);

}  // namespace onus::evaluation
