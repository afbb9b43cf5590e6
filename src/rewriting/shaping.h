#pragma once

#include <optional>
#include <string>

#include "rewriting/passive_clause.h"
#include "text/fold.h"

// How a passive's construction is read: one function for each `PassiveShape`, which fills in `out` and
// returns whether the passive stands in that construction and it is clear what is done to whom.
namespace onus {

// One passive while it is read. It refers to the narrative, which has to outlive it.
struct Shaping {
  Shaping(const Narrative& narrative, const ByAgent& by)
      : n(narrative),
        sentence(narrative.analysis.sentences[sentence_of(narrative.analysis, by.participle)].tokens) {
    out.by = by;
  }

  const Narrative& n;
  TokenRange sentence;
  PassiveClause out;

  const Token& token(std::uint32_t t) const { return n.analysis.tokens[t]; }
  std::string form(std::uint32_t t) const { return lower(n.form(t)); }
  const Clause* clause() const {
    const std::uint32_t index = n.clauses.at_predicate[out.by.participle];
    return index == kNone ? nullptr : &n.clauses.all[index];
  }
  bool asks() const { return n.form(sentence.end - 1) == "?"; }
};

std::optional<PassiveClause> shaped(const Narrative&, const ByAgent&);

// "was held by the wrists and shaken by Mr B": the first participle takes the turn, the others follow.
void read_row(Shaping&);
// "was pinched and called a mummy's boy by him"
bool names_something(const Shaping&, const PassiveGroup&);
// "was picked up, shaken and dropped on the bed by him": each has an object once one has words of its own.
void each_by_itself(Shaping&);
// "was arrested, held overnight and then hit by him": a row whose acts hardly have one doer.
bool by_agencies(const Shaping&);
// The participles behind the by-phrase that go with it.
PassiveClause with_what_follows(Shaping&);
// "was picked up by Mr B and kept by him": the auxiliary stands with the passive before.
bool shape_joined_bare(Shaping&);
// "the door was kicked in by Mr B and the windows put through by him": likewise, with a patient of its own.
bool shape_elliptic(Shaping&);

// "Had Ms A not been stopped by Mr B, she would …"
bool is_inverted(const Shaping&);
// "Was Ms A hit", "Has she been hit", "How often is she hit".
bool shape_question(Shaping&);
bool shape_relative(Shaping&);
bool shape_inherited(Shaping&);
bool shape_finite(Shaping&);

// "had her hair pulled"
bool shape_causative(Shaping&);
// No auxiliary: a reduced relative, or a note that leaves it out.
bool shape_bare(Shaping&);
// A note whose subject is that of the clause which reports it.
bool shape_missing_subject(Shaping&, std::uint32_t begin);

// "doesn't want to be contacted by Mr B", "reports to have been hit by Mr B".
bool shape_infinitive(Shaping&);
bool shape_gerund(Shaping&);
// "Having been bitten by Mr B, Ms A went …", "Headbutted by Mr B outside the shop, Ms A went …"
bool shape_fronted(Shaping&);

}  // namespace onus
