#pragma once

#include "people/peopled_text.h"

// Clauses with the words of an act that don't tell of one: it is only feared, nobody did it, or it is one
// side's account of the other.
namespace onus {

// "feared he would follow her", "if he lost his job and sold the car": what isn't told as done.
bool is_only_supposed(const PeopledText&, const Clause&);
// "knocked off her bike by a van", "bitten by the dog": nobody of the family did that.
bool is_done_by_a_thing(const PeopledText&, const Clause&);
// "pressed his buttons", "provoked him", "her silence allowed it": words that lay an act of one on another.
// Where nobody is known to use violence they say who is blamed, not who acts.
bool is_blame(const PeopledText&, const Clause&);
// "has hurt nobody"
bool is_done_to_nobody(const PeopledText&, const Clause&);
// "has two children, Ewan and Mia": who belongs to the family.
bool counts_family(const PeopledText&, const Clause&);
// "had a history of abuse", "sought permission to appeal", "applied for an order": what somebody has or asks
// of a court once is no act; "made nine applications" may be.
bool is_record_or_step(const PeopledText&, const Clause&);
// "She claimed that he listens", "said, “He doesn't have to”": who tells what somebody else does does
// nothing.
bool tells_of_another(const PeopledText&, const Clause&);
// "He says that she bit him": what one side says of the other's violence is that side's account, whoever is
// right, and no act of its own.
bool is_counter_claim(const PeopledText&, const Clause&);

}  // namespace onus
