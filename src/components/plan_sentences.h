#pragma once

#include <cstdint>

#include "rules/narrative.h"

// Which sentences of a report ask somebody to do something, outside the tables of a plan.
namespace onus {

// A sentence of a plan section, or an item below a line such as "Mr Baird will:" or "Actions:".
bool is_action(const Narrative&, std::uint32_t sentence);
// Its first clause of what shall or must be done; nullptr where there is none ("Mr Baird to leave").
const Clause* clause_to_do(const Narrative&, std::uint32_t sentence);
// Whom the words begin with, or nearly so; nullptr for nobody.
const Mention* leading_mention(const Narrative&, TokenRange);
// The block that brings in a list: its heading, or the line before its first item. Another block is its own.
std::uint32_t intro_of(const Narrative&, std::uint32_t block);

}  // namespace onus
