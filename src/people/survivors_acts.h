#pragma once

#include <vector>

#include "people/events.h"
#include "people/peopled_text.h"

// What survivors and children do, and what a party tells in its own statement: told as what it is, never as
// the abuse of somebody else.
namespace onus {

// The act belongs to daily life or to being safe, and is no violence to a person. `events` are all that are
// told.
bool is_no_abuse(const PeopledText&, const std::vector<Event>& events, const Event&);
// Lengthens the span of what a survivor or a child does to somebody by the clause that says what for.
void keep_purpose(const PeopledText&, std::vector<Event>&);
// Where a party writes as "I": its account of the other is alleged, of itself admitted, told by that party.
void tell_by_party(const Cast&, std::vector<Event>&);

}  // namespace onus
