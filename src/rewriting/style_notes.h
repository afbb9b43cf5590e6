#pragma once

#include <cstdint>
#include <vector>

#include "rules/finding.h"
#include "rules/narrative.h"

// What the plain-style notes of this room (doer-last, act-as-noun) share.
namespace onus {

// Whether an exception that holds for every rule holds for these words: a quotation, a charge, a heading …
bool excused_words(const Narrative&, std::uint32_t sentence, TokenRange words);

// Puts the notes among the findings, in the order of the text.
void add_notes(std::vector<Finding>& findings, std::vector<Finding> notes);

}  // namespace onus
