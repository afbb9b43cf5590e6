#pragma once

#include <vector>

#include "people/events.h"
#include "people/peopled_text.h"

namespace onus {

// Names the agents of acts that are told without one, or with a pronoun of which it isn't clear who is meant,
// where the report tells of one person who uses violence and the words around leave nobody else.
void name_from_around(const PeopledText&, std::vector<Event>&);

}  // namespace onus
