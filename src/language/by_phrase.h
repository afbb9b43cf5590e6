#pragma once

#include <cstdint>

#include "language/analysis.h"

namespace onus {

// The noun or pronoun of the by-phrase that names the agent of the passive participle `predicate`, wherever
// it stands in the words after it; UINT32_MAX where there is none. It is found in the order of the words,
// since a by-phrase is where parses go wrong most often. By-phrases of time ("by Friday"), of means ("by
// phone", "by force", "by ringing"), of the part that is taken hold of ("by the hair") and of measure are no
// agents.
std::uint32_t by_phrase(const Analysis&, std::uint32_t predicate);
// Can this noun or pronoun stand for a person: a name, a personal pronoun, a noun of kin or of a part in
// events?
bool can_be_person(const Analysis&, std::uint32_t token);

}  // namespace onus
