#pragma once

#include "rewriting/turning.h"

// One function for each construction a passive may stand in, as `PassiveShape` tells them apart. Each makes
// the edits and returns whether it could.
namespace onus {

bool turn_finite(Turning&);
bool turn_inherited(Turning&);
bool turn_relative(Turning&);
bool turn_whose(Turning&);
bool turn_question(Turning&);
bool turn_causative(Turning&);
bool turn_reported(Turning&);
// The participles that share the auxiliary and the agent of a finite or inherited passive.
bool turn_the_others(Turning&);

bool turn_reduced(Turning&);
bool turn_note(Turning&);
bool turn_gerund(Turning&);
bool turn_small_clause(Turning&);
bool turn_infinitive(Turning&);
bool turn_fronted(Turning&);

}  // namespace onus
