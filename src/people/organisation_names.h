#pragma once

#include "people/mentions.h"
#include "people/words.h"

namespace onus {

// Whether what reads like a name is that of a body: "Sheriff Court", "Bryn Primary". `titled`: behind a
// title.
bool names_organisation(const PeopleWords&, const NameForm&, bool titled);

}  // namespace onus
