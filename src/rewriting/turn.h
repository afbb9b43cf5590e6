#pragma once

#include <optional>
#include <vector>

#include "language/inflection.h"
#include "rewriting/edits.h"
#include "rewriting/passive_clause.h"

namespace onus {

// What is needed to turn one passive, and what comes of it.
struct Turned {
  PassiveClause clause;
  std::vector<Edit> edits;
  bool replaces_previous = false;  // it turned the passive of saying before it as well
  bool awaits_next = false;        // the next passive, joined to it, has to be turned as well
  bool leans_on_previous = false;  // its agent is the subject that the passive before it was given
};

// The edits that make `clause` active, or nullopt. `previous` is the passive turned before it in the same
// sentence, or nullptr. With `slot` not empty those words stand in for the agent, which isn't said.
std::optional<Turned> turn(const Narrative&, const PassiveClause&, const Turned* previous, const Inflector&,
                           const std::string& slot = {});

}  // namespace onus
