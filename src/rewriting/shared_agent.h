#pragma once

#include <cstdint>
#include <vector>

#include "rewriting/by_agents.h"

namespace onus {

// The bare participles behind a by-phrase that share its auxiliary and its agent: "was grabbed by Mr B and
// [dragged] across the landing, then [told] to keep quiet". Only verbs that nobody would say of the one it
// was done to, told in one breath, and none with an agent of its own ("and taken to hospital" may be anyone's
// doing).
std::vector<std::uint32_t> sharing_the_agent(const Narrative&, const ByAgent&);

}  // namespace onus
