#pragma once

#include <optional>
#include <vector>

#include "rewriting/by_agents.h"
#include "rewriting/verb_group.h"

namespace onus {

// In what construction a passive stands; each is turned in its own way.
enum class PassiveShape : std::uint8_t {
  finite,        // "Ms A was punched by Mr B"
  inherited,     // "… and was punched by Mr B": the subject stands in a clause before
  relative,      // "the boy who was injured by Mr B"
  whose,         // "the woman whose phone was broken by Mr B"
  reduced,       // "the phone broken by Mr B"
  note,          // "Ms A punched by Mr B"; "Punched by Mr B again"
  gerund,        // "after being hit by Mr B"; "fears being hurt by Mr B"
  small_clause,  // "saw Ms A being hit by Mr B"
  question,      // "Was Ms A hit by Mr B?"
  causative,     // "Ms A had her hair pulled by Mr B"
  infinitive,    // "doesn't want to be contacted by Mr B"; "reports to have been hit by Mr B"
  reported,      // "is thought by her GP to have been hit by Mr B"
  fronted        // "Having been hit by Mr B, Ms A …"; "Hit by Mr B, Ms A …"
};

struct PassiveClause {
  ByAgent by;
  PassiveGroup group;
  PassiveShape shape = PassiveShape::finite;
  TokenRange patient;  // what the active verb takes as its object; empty where it isn't said here
  std::uint32_t antecedent =
      kNone;                   // inherited, gerund, note without subject: token whose person is the patient
  std::uint32_t link = kNone;  // inherited: the "and"; relative: the pronoun; gerund: the word before it;
                               // question: the auxiliary before the subject
  ByAgent teller;              // reported: who thinks or says it
  TokenRange subject;          // fronted: that of the clause behind the comma
  bool denies_each = false;    // "not by Mr B or his mother": neither of them did it
  bool comma = false;          // the patient ends with a comma of its own
  std::vector<std::uint32_t> more;  // "was held by the wrists and [shaken] by Mr B": participles that share
                                    // the auxiliary and the agent, each with words of its own
};

// nullopt where it isn't clear what is done to whom.
std::optional<PassiveClause> passive_clause(const Narrative&, const ByAgent&);

}  // namespace onus
