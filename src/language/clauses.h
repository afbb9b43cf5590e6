#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/analysis.h"

// Clauses on top of a dependency parse: what other rooms ask about, so that they never walk arcs. Terms are
// those of Quirk et al., A Comprehensive Grammar of the English Language, and of Universal Dependencies v2.
namespace onus {

inline constexpr std::uint32_t kNone = UINT32_MAX;

enum class Voice : std::uint8_t { active, passive, get_passive };
enum class Modality : std::uint8_t { none, possibility, necessity, future, ability, hypothetical };
// participial: a reduced relative or other acl ("injuries inflicted on her"); nonfinite: to-infinitives and
// -ing clauses that are complements or adverbials.
enum class ClauseKind : std::uint8_t {
  main,
  coordinate,
  complement,
  nonfinite,
  adverbial,
  relative,
  participial,
  parenthetical
};

// One predicate and what stands in its places. Every word is named by the index of its token in the Analysis
// (for a phrase: of its head); kNone where the place is empty.
struct Clause {
  std::uint32_t predicate = kNone;  // the verb; in a copular clause the adjective, noun or adverb
  std::uint32_t sentence = 0;
  ClauseKind kind = ClauseKind::main;
  std::uint32_t governor = kNone;  // index of the clause that this one depends on or is coordinated with
  Voice voice = Voice::active;
  Modality modality = Modality::none;
  Tense tense = Tense::none;
  bool copular = false;
  bool negated = false;  // not, never, no one …, at this predicate
  bool perfect = false;
  bool progressive = false;
  std::uint32_t subject = kNone;   // as the sentence has it; in passives the patient
  bool subject_inherited = false;  // taken over from the clause it is coordinated with or controlled by, or a
                                   // relative's antecedent
  std::uint32_t object = kNone;    // direct
  std::uint32_t indirect_object = kNone;
  std::uint32_t by_agent = kNone;  // the noun of a passive's by-phrase
  std::uint32_t first_auxiliary = kNone;
  std::uint32_t reported_by =
      kNone;  // index of the clause of saying, thinking … that this is told in ("she said that he …")

  // Who does it and to whom it is done, whatever the voice.
  std::uint32_t agent() const { return voice == Voice::active ? subject : by_agent; }
  std::uint32_t patient() const { return voice == Voice::active ? object : subject; }
};

// All clauses of the parsed sentences of an analysis, in the order of their predicates.
struct Clauses {
  std::vector<Clause> all;
  std::vector<std::uint32_t> of_token;      // for each token the innermost clause that it stands in, or kNone
  std::vector<std::uint32_t> at_predicate;  // for each token the clause whose predicate it is, or kNone
  std::vector<std::uint32_t>
      child_begin;  // dependents of token t: children[child_begin[t] .. child_begin[t + 1])
  std::vector<std::uint32_t> children;

  std::span<const std::uint32_t> dependents(std::uint32_t token) const {
    return std::span(children).subspan(child_begin[token], child_begin[token + 1] - child_begin[token]);
  }
  const Clause* around(std::uint32_t token) const {
    return of_token[token] == kNone ? nullptr : &all[of_token[token]];
  }
};

Clauses find_clauses(const Analysis&);

// The first dependent of `token` with that relation, or kNone.
std::uint32_t dependent(const Analysis&, const Clauses&, std::uint32_t token, Deprel relation);
// The preposition or possessive marker of a nominal ("from" of "from the house"), as its lemma; empty without
// one.
std::string_view case_of(const Analysis&, const Clauses&, std::uint32_t token);
// The words of the phrase that `token` heads: the smallest range that holds everything below it, without the
// punctuation at its edges. Crossing arcs can make it hold words of others.
TokenRange phrase_of(const Analysis&, const Clauses&, std::uint32_t token);
// A verb or noun of saying, reporting, thinking or alleging.
bool is_reporting(std::string_view lemma);

}  // namespace onus
