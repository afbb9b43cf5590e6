#pragma once

#include <string>
#include <vector>

#include "language/clauses.h"
#include "language/feature_net.h"
#include "people/act_words.h"
#include "people/cast.h"
#include "people/events.h"
#include "people/kept_acts.h"
#include "people/words.h"
#include "reading/document.h"

// Who is who in a report, and who did what to whom.
//
// The two depend on each other: events need to know who "he" is, and a role may rest on nothing but what
// someone is told to have done. The cycle is cut like this, once and in this order:
//   1. mentions, names, ties and pronouns: no role is used to find out who is meant;
//   2. roles that are stated, then those declared, which win (who_is_who);
//   3. events, with agents and targets from step 1 (find_events);
//   4. roles that only the events tell, for people who have none yet (at the end of find_events).
// Nothing goes back from step 4 to step 1.
namespace onus {

struct People {
  Cast cast;
  std::vector<std::string> warnings;  // about the declarations; whole sentences
};

// `likely_places`: what places in sentences tell of who is meant there (place_likeness.h).
// Needs parsed sentences; in others only names, labels and what stands beside them are seen.
People who_is_who(const Document&, const Analysis&, const Clauses&, const Declarations&, const PeopleWords&,
                  const FeatureNet& likely_places);

// In the order of their predicates. Completes the roles of the cast (step 4). The net tells which clauses are
// like acts that readers marked (act_likeness.h). `before` is what was read of an earlier state of the text,
// or empty, which alters no event; `kept` is given what was read of this one.
std::vector<Event> find_events(const Document&, const Analysis&, const Clauses&, Cast&, const ActWords&,
                               const FeatureNet&, const KeptActs& before, KeptActs& kept);
std::vector<Event> find_events(const Document&, const Analysis&, const Clauses&, Cast&, const ActWords&,
                               const FeatureNet&);

}  // namespace onus
