#include "people/denied_together.h"

#include <algorithm>

namespace onus {
namespace {

bool is_conjunct(const PeopledText& text, const Clause& clause) {
  return clause.governor != kNone && text.analysis.tokens[clause.predicate].deprel == Deprel::conj &&
         (clause.subject == kNone || clause.subject_inherited);
}

// The first of the clauses that share their subject: "hit" of "has hit, strangled or threatened her".
std::uint32_t first_conjunct(const PeopledText& text, std::uint32_t clause) {
  for (int steps = 0; steps < 16 && is_conjunct(text, text.clauses.all[clause]); ++steps)
    clause = text.clauses.all[clause].governor;
  return clause;
}

// "or" between the clause and the one before it; where a comma stands there, what joins the ones that follow.
bool is_joined_by_or(const PeopledText& text, std::uint32_t clause, std::uint32_t first) {
  const Clauses& clauses = text.clauses;
  for (std::uint32_t c = clause; c < clauses.all.size(); ++c) {
    const Clause& conjunct = clauses.all[c];
    if (conjunct.sentence != clauses.all[clause].sentence) return false;
    if (first_conjunct(text, c) != first || c == first) continue;
    const std::uint32_t joiner = dependent(text.analysis, clauses, conjunct.predicate, Deprel::cc);
    if (joiner == kNone) continue;
    const std::string_view word = text.analysis.lemma(joiner);
    return word == "or" || word == "nor";
  }
  return false;
}

// "Neither hit nor threatened her": a joiner that denies, which is no adverb of the verb.
bool has_neither(const PeopledText& text, const Clause& clause) {
  const auto words = text.clauses.dependents(clause.predicate);
  return std::any_of(words.begin(), words.end(), [&](std::uint32_t word) {
    return word < clause.predicate && text.analysis.lemma(word) == "neither";
  });
}

}  // namespace

bool is_denied_together(const PeopledText& text, std::uint32_t clause) {
  const Clauses& clauses = text.clauses;
  if (has_neither(text, clauses.all[clause])) return true;
  const std::uint32_t first = first_conjunct(text, clause);
  if (first == clause) return false;
  return (clauses.all[first].negated || has_neither(text, clauses.all[first])) &&
         is_joined_by_or(text, clause, first);
}

}  // namespace onus
