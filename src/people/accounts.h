#pragma once

#include "people/events.h"
#include "people/peopled_text.h"

// How an act is told: as done or only as possible, by whom, and how far it is established.
namespace onus {

bool may_have_happened(const PeopledText&, const Clause&);

// Sets who tells of the event and its standing, from the clause that it is told in and what governs that; for
// a table of findings from the other cells of its row. Also the agent, where only a charge or a conviction
// says whose act it is.
void set_source(const PeopledText&, Event&, const Clause&);

}  // namespace onus
