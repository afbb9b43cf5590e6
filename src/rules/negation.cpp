#include "rules/negation.h"

#include <array>

#include "text/closed_list.h"

namespace onus {
namespace {

// Verbs that leave the negation to what depends on them: "does not seem to understand".
bool negated_above(const Narrative& n, std::uint32_t clause) {
  static constexpr std::array<std::string_view, 22> transparent{
      "appear",   "seem",  "tend",  "want",   "wish",    "try",      "attempt", "manage",
      "continue", "begin", "start", "able",   "willing", "prepared", "ready",   "like",
      "intend",   "feel",  "be",    "choose", "trust",   "rely"};
  for (int steps = 0; clause != kNone && steps < 3; ++steps) {
    const Clause& here = n.clauses.all[clause];
    if (here.negated) return true;
    if (here.kind != ClauseKind::nonfinite || here.governor == kNone) return false;
    const std::string_view above = n.analysis.lemma(n.clauses.all[here.governor].predicate);
    if (!one_of(above, transparent)) return false;
    clause = here.governor;
  }
  return false;
}

}  // namespace

bool says_no(const Narrative& n, std::uint32_t token) {
  const Token& word = n.analysis.tokens[token];
  return word.features.negative && word.upos != Upos::DET && word.upos != Upos::PRON;
}

bool is_negated(const Narrative& n, std::uint32_t sentence, std::uint32_t first) {
  const auto& tokens = n.analysis.tokens;
  const std::uint32_t begin = n.analysis.sentences[sentence].tokens.begin;
  // "not to have", "never really tried": in notes the parse may hang the negation elsewhere.
  for (std::uint32_t t = first; t > begin && first - t < 2;) {
    --t;
    if (says_no(n, t)) return true;
    if (tokens[t].upos != Upos::ADV && tokens[t].upos != Upos::AUX) break;
  }
  return negated_above(n, n.clauses.of_token[first]);
}

std::uint32_t with_negation(const Narrative& n, std::uint32_t sentence, std::uint32_t begin) {
  const auto& tokens = n.analysis.tokens;
  const std::uint32_t first = n.analysis.sentences[sentence].tokens.begin;
  std::uint32_t at = begin;
  bool negative = false;
  while (at > first && begin - at < 5 &&
         (tokens[at - 1].upos == Upos::AUX || tokens[at - 1].upos == Upos::ADV ||
          tokens[at - 1].features.negative || (negative && tokens[at - 1].upos == Upos::VERB)))
    negative |= tokens[--at].features.negative;
  return negative ? at : begin;
}

}  // namespace onus
