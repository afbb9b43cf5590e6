#pragma once

#include <string>

#include "checks/harm_words.h"
#include "rules/narrative.h"

// The verb of a passive, also where notes leave its auxiliary out.
namespace onus {

// The base form of the verb that `clause` has in the passive; empty for anything else. The tagger sometimes
// takes a participle for an adjective ("was smashed"), and notes leave out the auxiliary ("Punched in the
// face", "AP kicked in the stomach"): such bare participles count where nothing stands as their object.
std::string passive_verb(const Narrative&, const HarmLexicon&, const Clause&);

// A note that begins with the participle and has no object: "Choked until she passed out."
bool starts_note(const Narrative&, const Clause&);
// Does a word follow that a bare participle is continued with: "shoved [down] the steps", "beaten [twice]"?
bool before_preposition(const Narrative&, const Clause&);

}  // namespace onus
