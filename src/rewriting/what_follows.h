#pragma once

#include "rewriting/passive_clause.h"

namespace onus {

// What stands behind a by-phrase and would change its meaning if the subject changed.
struct Followers {
  bool blocks = false;                   // something that no simple change mends
  std::uint32_t verb = kNone;            // the next verb joined to the passive, which shares its subject
  std::uint32_t link = kNone;            // the "and" before it
  std::uint32_t insert_before = kNone;   // where its own subject goes
  bool lacks_auxiliary = false;          // "was hit by him and pushed": the auxiliary is shared too
  bool passive_with_agent = false;       // it has a by-phrase of its own
  std::uint32_t while_verb = kNone;      // "while leaving the house": a participle that leans on the subject
  std::uint32_t agent_relative = kNone;  // "by Mr B, who checks …": the pronoun
};
Followers what_follows(const Narrative&, const PassiveClause&);

// "was woken by him shouting": what he did is how he did it, and "by" stays with it.
bool acts_by_doing(const Narrative&, const PassiveClause&);

// What stands before the subject of a passive and leans on it.
struct LeadingClause {
  bool blocks = false;
  std::uint32_t verb = kNone;     // "While feeding the baby, Ms A was …": the participle
  bool finite_past = false;       // "After leaving, Ms A was …"
  std::uint32_t pronoun = kNone;  // "While she was feeding the baby, Ms A was …"
};
LeadingClause leading_clause(const Narrative&, const PassiveClause&);

}  // namespace onus
