#pragma once

#include "rewriting/turning.h"

// What would come to be said of somebody else, or of nobody, once the doer is the subject: words that lean on
// the subject or on the voice of a passive. A passive with such words isn't turned.
namespace onus {

// An age, a state or a circumstance of the patient ("at 15", "in tears", "without saying anything"), a doer
// of another certainty ("and probably his brother"), a word that stresses the doer ("only by him"), a verb
// whose subject would change ("told by him that …, and left"), "his" where it could be either's.
bool would_re_attach(const Turning&);

}  // namespace onus
