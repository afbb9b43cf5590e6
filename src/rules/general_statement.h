#pragma once

#include <vector>

#include "rules/narrative.h"

namespace onus {

// Whether a document is about a family: reports, statements, plans and chronologies are, and whatever names
// somebody who isn't there by profession.
bool is_about_a_family(const Narrative&);

// For each sentence, whether it speaks of kinds of people, as research, guidance, law and definitions do, and
// not of a family: "Women who are assaulted by a partner seldom leave at once", "A child who lives with abuse
// may …", "In most of the files it was the drink that was named". It does where nobody in it is definite (a
// name, "the mother", "his", "Mum", "the family"), no day or place of an event is given, and it has both a
// plural or an indefinite singular of people, or a word of the literature, and a tense that goes with them.
// "A woman was assaulted on 3 May" is an event. In a document about a family "the children" and "children"
// are that family's. "They" is as general as the sentence before. After Carlson and Pelletier, The Generic
// Book (1995), on bare plurals and simple tenses. The narrative's own `about_a_family` is asked, its
// `general` isn't.
std::vector<bool> general_sentences(const Narrative&);

}  // namespace onus
