#pragma once

#include <optional>
#include <string>

#include "language/pronouns.h"
#include "rewriting/turn.h"
#include "text/fold.h"

namespace onus {

// One passive while it is turned: what is known of it, the words that take each place, and the edits so far.
// It refers to the values it was made from, which have to outlive it. With `slot` not empty those words stand
// in for the agent, which isn't said.
struct Turning {
  Turning(const Narrative& narrative, const PassiveClause& passive, const Turned* before,
          const Inflector& forms, std::string words_for_agent)
      : n(narrative),
        clause(passive),
        previous(before),
        inflector(forms),
        slot(std::move(words_for_agent)),
        sentence(n.analysis.sentences[sentence_of(n.analysis, clause.by.participle)].tokens) {
    result.clause = clause;
  }

  const Narrative& n;
  const PassiveClause& clause;
  const Turned* previous;  // the passive turned before it in the same sentence, or nullptr
  const Inflector& inflector;
  std::string slot;
  TokenRange sentence;
  Turned result;
  std::string doer;
  std::string patient;
  std::optional<PronounSet> patient_set;  // what the doer's phrase calls the patient
  bool swapped = false;                   // the doer's phrase names the patient now

  const Token& token(std::uint32_t t) const { return n.analysis.tokens[t]; }
  std::string form(std::uint32_t t) const { return lower(n.form(t)); }
  std::uint32_t begin_of(std::uint32_t t) const { return token(t).span.begin; }
  std::uint32_t end_of(std::uint32_t t) const { return token(t).span.end; }
  void edit(std::uint32_t begin, std::uint32_t end, std::string text) {
    result.edits.push_back({begin, end, std::move(text)});
  }
};

}  // namespace onus
