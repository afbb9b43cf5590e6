#pragma once

#include <cstdint>
#include <optional>

#include "people/act_matching.h"
#include "people/act_words.h"
#include "people/events.h"
#include "people/peopled_text.h"

namespace onus {

// The act whose verb the token is, where the tagger takes it for something else; nothing where it is none.
std::optional<Event> mistagged_act(const PeopledText&, const ActWords&, const ActMatcher&,
                                   std::uint32_t token);

}  // namespace onus
