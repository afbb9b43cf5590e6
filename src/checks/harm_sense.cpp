#include "checks/harm_sense.h"

#include <algorithm>
#include <array>

#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

// "restrained from discussing the case" by an order, "he had been provoked", "the neighbours were evicted":
// harm only where it is known that the one it is done to is being abused.
bool otherwise_meant(const Narrative& n, const HarmWords& words, std::string_view verb,
                     const Clause& clause) {
  const std::uint32_t next = clause.predicate + 1;
  const bool from = next < n.analysis.tokens.size() && lower(n.form(next)) == "from";
  // "a spat"
  if (clause.first_auxiliary == kNone && clause.predicate > 0 &&
      n.analysis.tokens[clause.predicate - 1].upos == Upos::DET)
    return true;
  const bool into = next < n.analysis.tokens.size() && lower(n.form(next)) == "into";
  if (into && verb == "break") return true;
  if (verb == "lift" && clause.by_agent != kNone && n.analysis.lemma(clause.by_agent) == "hand") return true;
  if (from && (verb == "restrain" || verb == "enjoin" || verb == "restrict")) return true;
  // "he'd broken her finger" is a perfect.
  if (clause.object != kNone && clause.first_auxiliary != kNone && clause.by_agent == kNone &&
      (n.form(clause.first_auxiliary) == "'d" || n.form(clause.first_auxiliary) == "’d"))
    return true;
  return words.has(HarmList::if_abused, verb) && !plays(n, clause.subject, Role::non_offending_parent) &&
         !plays(n, clause.subject, Role::child);
}

bool harms(const Narrative& n, const HarmLexicon& lexicon, std::string_view verb, const Clause& clause) {
  const HarmWords& words = lexicon.words;
  if (words.has(HarmList::feelings, verb)) return false;
  const std::uint32_t next = clause.predicate + 1;
  if (verb == "follow" && next < n.analysis.tokens.size() && n.analysis.lemma(next) == "up") return false;
  if (verb == "run" && next < n.analysis.tokens.size())
    return n.analysis.lemma(next) == "over" || n.analysis.lemma(next) == "down";
  const bool person = clause.subject == kNone || n.cast.at(clause.subject) != nullptr;
  if (!person && (verb == "lock" || verb == "shut" || verb == "trap")) return false;
  static constexpr std::array<std::string_view, 4> things{"it", "this", "that", "which"};
  if (clause.subject != kNone && !words.has(HarmList::breaks, verb) &&
      one_of(n.analysis.lemma(clause.subject), things) && n.cast.at(clause.subject) == nullptr)
    return false;
  if (lexicon.acts.is_harm_verb(verb)) return true;
  if (words.has(HarmList::hurts_parts, verb) && clause.subject != kNone &&
      words.has(HarmList::parts_of_body, n.analysis.lemma(clause.subject)))
    return true;
  if (clause.by_agent != kNone && words.has(HarmList::blows, n.analysis.lemma(clause.by_agent)) &&
      words.has(HarmList::meets, verb))
    return true;
  const bool thing = clause.subject != kNone && n.cast.at(clause.subject) == nullptr;
  return thing ? words.has(HarmList::breaks, verb) : words.has(HarmList::restrains, verb);
}

// "locked in a dispute", "his hands were tied", "felt cornered": nobody laid hands on anybody.
bool figurative(const Narrative& n, const HarmWords& words, std::string_view verb, const Clause& clause) {
  static constexpr std::array<std::string_view, 7> seeming{"feel",  "look",   "seem",  "appear",
                                                           "sound", "become", "remain"};
  const std::uint32_t before = clause.predicate == 0 ? 0 : clause.predicate - 1;
  if (n.analysis.lemma(before) == "self" || n.analysis.lemma(before) == "-") return true;
  if (verb == "cut" && clause.subject != kNone && n.analysis.lemma(clause.subject) == "hair") return true;
  if (verb == "strike" && clause.predicate + 1 < n.analysis.tokens.size() &&
      one_of(n.analysis.lemma(clause.predicate + 1), {"out", "off"}))
    return true;
  if (verb == "tie" && clause.subject != kNone && n.analysis.lemma(clause.subject) == "hand") return true;
  if (n.analysis.tokens[clause.predicate].deprel == Deprel::xcomp && clause.governor != kNone &&
      clause.first_auxiliary == kNone && clause.by_agent == kNone &&
      one_of(n.analysis.lemma(n.clauses.all[clause.governor].predicate), seeming))
    return true;
  const std::uint32_t after = clause.predicate + 1;
  if (verb == "throw" && after < n.analysis.tokens.size() && clause.subject != kNone &&
      n.cast.at(clause.subject) == nullptr &&
      (n.analysis.lemma(after) == "out" || n.analysis.lemma(after) == "away"))
    return true;
  if (clause.governor != kNone && n.analysis.lemma(n.clauses.all[clause.governor].predicate) == "come" &&
      n.analysis.tokens[clause.predicate].deprel == Deprel::xcomp)
    return true;
  if (verb != "lock" && verb != "trap") return false;
  const std::uint32_t end = n.analysis.sentences[clause.sentence].tokens.end;
  for (std::uint32_t t = clause.predicate + 1; t < std::min(end, clause.predicate + 6); ++t)
    if (words.has(HarmList::struggles, n.analysis.lemma(t))) return true;
  return false;
}

// "was emotionally harmed" tells of an impact, not of an act.
bool general(const Narrative& n, const HarmWords& words, const Clause& clause) {
  for (const std::uint32_t child : n.clauses.dependents(clause.predicate))
    if (words.has(HarmList::in_general, n.analysis.lemma(child))) return true;
  return false;
}

}  // namespace

bool meant_as_harm(const Narrative& n, const HarmLexicon& lexicon, std::string_view verb,
                   const Clause& clause) {
  return harms(n, lexicon, verb, clause) && !otherwise_meant(n, lexicon.words, verb, clause) &&
         !general(n, lexicon.words, clause) && !figurative(n, lexicon.words, verb, clause);
}

}  // namespace onus
