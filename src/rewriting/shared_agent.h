#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "rewriting/by_agents.h"

namespace onus {

// The bare participles behind a by-phrase that share its auxiliary and its agent: "was grabbed by Mr B and
// [dragged] across the landing, then [kicked]". Only blows and insults told in one breath, and none with an
// agent of its own: "and taken to hospital", "and told to leave" may be anyone's doing.
// `of_thing`: it is done to a thing, which can do nothing itself ("found by him and [spent]").
std::vector<std::uint32_t> sharing_the_agent(const Narrative&, const ByAgent&, bool of_thing);

// Is it a verb of harm that is done to somebody or something, and never by the one it is done to?
bool is_done_to_somebody(std::string_view lemma);
// And of what is done to things by one who means harm?
bool is_damage(std::string_view lemma);

}  // namespace onus
