#pragma once

#include "checks/harm_words.h"
#include "rules/narrative.h"

// What the words around a passive of harm say of how it came about.
namespace onus {

// "She is being controlled: he sits in on every appointment."
bool told_behind_colon(const Narrative&, const Clause&);
// An accident, an illness or the weather, in the clause or in one that hangs on it ("when he came off his
// sledge").
bool misfortune(const Narrative&, const HarmWords&, const Clause&);
// The doer is the subject of a clause that this one hangs on or is joined to ("He came in and she was pushed
// aside"), or the same act is told in the active close by.
bool doer_beside(const Narrative&, const Clause&);

}  // namespace onus
