#pragma once

#include <string_view>

#include "people/events.h"
#include "people/peopled_text.h"

// What became of an allegation: somebody was acquitted of it, a court did not find it, the charge was
// withdrawn, no further action was taken.
namespace onus {

// Of the act whose verb or noun is the token `act`, from what governs it and from a neighbour that ends the
// charge. Outcome::none where nothing is told: that says nothing about whether it happened.
Outcome outcome_of(const PeopledText&, std::uint32_t act);

}  // namespace onus
