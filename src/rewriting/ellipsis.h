#pragma once

#include "rewriting/by_agents.h"

// Words that leave out the passive's own.
namespace onus {

// "… but her son was not", "Ewan by his grandfather". Also in the next sentence: "So was Ewan."
bool leaves_out_the_passive(const Narrative&, const ByAgent&);

}  // namespace onus
