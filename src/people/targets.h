#pragma once

#include <cstdint>
#include <vector>

#include "people/act_matching.h"
#include "people/events.h"
#include "people/peopled_text.h"

// To whom an act is done. People are indexes in Cast::people, each once.
namespace onus {

// The object of the act and whoever is coordinated with it, the owner of what is taken or broken, the object
// of a coordinated verb, anyone else whom the verb governs: the first of these that says someone. Neither the
// agent nor professionals.
std::vector<std::uint32_t> targets(const PeopledText&, const ActMatcher&, const Event&, const Clause&);
// Without those whom only the act beside it names: "slapped her and sneezed".
std::vector<std::uint32_t> own_targets(const PeopledText&, const ActMatcher&, const Event&, const Clause&);

// Those whom the mention means, which may be nullptr, except one.
void add_mentioned(std::vector<std::uint32_t>& people, const Mention*, std::uint32_t except);
// The same for the mention at a token and for those coordinated with it.
void add_coordinated(const PeopledText&, std::vector<std::uint32_t>& people, std::uint32_t place,
                     std::uint32_t except);

bool is_child_among(const Cast&, const std::vector<std::uint32_t>& people);

}  // namespace onus
