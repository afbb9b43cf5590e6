#pragma once

#include "rewriting/turning.h"

// What stands around a passive and would mean something else once its subject has changed.
namespace onus {

// "was spat on and called names by him": a row whose verbs have words of their own can't be turned as one.
bool row_of_verbs(const Turning&);
// "was not hit by either of them": "either of them did not hit her" would say something else.
bool scope_would_change(const Turning&);
// Two people whom the pronoun of the by-phrase could mean.
bool ambiguous(const Turning&);

// Is it done by whom the passive before it in the sentence is done by?
bool same_doer_as_before(const Turning&);
// "… was hit by him and was kicked by him": one subject for both.
bool shares_subject_with_previous(const Turning&);
// "The window was smashed by him and the tyres were let down by him": once the first is turned its subject
// serves for both.
bool goes_on_from_previous(const Turning&);

// Each makes its edits and returns whether the passive can still be turned.
// "Ms A was hit by her partner" must not become "Her partner hit Ms A", where "her" comes before its name.
bool untangle(Turning&);
// What stands after the by-phrase: other verbs with the same subject, clauses that hang on the agent.
bool look_ahead(Turning&);
// What stands before the subject and leans on it.
bool look_back(Turning&);

}  // namespace onus
