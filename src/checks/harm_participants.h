#pragma once

#include <cstdint>

#include "checks/harm_words.h"
#include "rules/narrative.h"

// Who is hurt in a passive of harm, and who its by-phrase says has done it.
namespace onus {

// A person under a code of forms: V-1, IP2, PINOP, POI; a letter: K.
bool is_code(const Narrative&, std::uint32_t token);

// Can `patient`, the subject of the clause, be harmed in the sense of a report: a person who isn't the one
// using violence, a group, or a thing that is broken or hurt? In notes it may be kNone.
bool is_harmed(const Narrative&, const HarmWords&, std::uint32_t patient, const Clause&);

// The person or agency of the by-phrase; nullptr without one. It points into the narrative's cast.
const Mention* agent_mention(const Narrative&, const Clause&);
// By an agency or somebody who is there by profession.
bool by_agency(const Narrative&, const Clause&);
// By a child; a "son" or "daughter" of somebody who isn't a child may be grown up.
bool by_young_child(const Narrative&, const Clause&);
// By a young child, an animal, the weather and what else no report on abuse is about.
bool harmless_doer(const Narrative&, const HarmWords&, const Clause&);
// "harmed by Ryan's choice to be violent": the by-phrase names the doer with the deed.
bool doer_in_the_deed(const Narrative&, const Clause&);

}  // namespace onus
