#pragma once

#include <cstdint>
#include <vector>

#include "people/events.h"
#include "people/peopled_text.h"

namespace onus {

// Drops events that only tell another one again: the account of an act ("she says he told her …") and the
// verb inside a verb ("threatened to kill her"). `event_of_clause` holds for each clause an index in `events`
// or kNone; after this it no longer does.
void drop_told_twice(const PeopledText&, std::vector<Event>& events,
                     std::vector<std::uint32_t>& event_of_clause);

}  // namespace onus
