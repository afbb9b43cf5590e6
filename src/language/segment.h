#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "language/analysis.h"
#include "language/boundary_model.h"
#include "reading/document.h"

namespace onus {

// Sentences and syntactic words as the English treebanks of Universal Dependencies (EWT, GUM) divide them:
// "didn't" is did|n't, "cannot" is can|not, "well-known" is well|-|known but "non-molestation" is one word,
// "and/or" is and|/|or, "£40" is £|40, "Mr." and "e.g." keep their full stops.
//
// Promised for every text and every blocks:
//  - tokens lie in the order of the prose, are not empty, don't overlap and hold no white space;
//  - every character of a block is in a token, unless it is white space, a control character or a mark of
//  direction;
//  - sentences lie in the order of the prose, none is empty, each holds at least one token and every token is
//  in
//    one sentence; a sentence's span runs from its first token to its last, so the white space between
//    sentences belongs to none;
//  - no sentence crosses a block, an empty line, or is longer than kMostTokensInSentence; block numbers are
//  set;
//  - tokens have nothing but their span; tags, lemmas and the rest are for those who come after.
// Time and memory are linear in the size of the prose. Never fails.
struct Segments {
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
};

// A longer run of words without an end (a table run together, a list of names) is cut at the last semicolon,
// comma or, where there is none, word before this.
inline constexpr std::uint32_t kMostTokensInSentence = 400;

// `blocks` as Document::blocks: in the order of the prose, not overlapping, inside it.
// Words by rules; sentences by rules here, and as learnt from the treebanks with a model. A long text of one
// block without a line break counts as one whose lines were run together: there headings and greetings are
// parted from what follows even where no mark ends them.
Segments segment(std::string_view prose, std::span<const Block> blocks);
Segments segment(std::string_view prose, std::span<const Block> blocks, const BoundaryModel& model);

}  // namespace onus
