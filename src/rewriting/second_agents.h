#pragma once

#include "rewriting/turning.h"

// Doers beside the one of the by-phrase, and words that say more of that one.
namespace onus {

// "by Mr B and probably his brother", "by Mr B, she thinks, or his brother", "by two men sent by Mr B": what
// is said of the second one, or of the doer, wouldn't be kept.
bool has_second_agent(const Turning&);

}  // namespace onus
