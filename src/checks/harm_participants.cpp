#include "checks/harm_participants.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "checks/passive_verb.h"
#include "language/by_phrase.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {

bool is_code(const Narrative& n, std::uint32_t token) {
  const std::string_view form = n.form(token);
  const bool letter = form.size() == 1 && form.front() >= 'A' && form.front() <= 'Z';
  if (letter && n.analysis.tokens[token].upos == Upos::PROPN) return true;
  if (letter && token + 2 < n.analysis.tokens.size())
    return n.form(token + 1) == "-" && n.analysis.tokens[token + 2].upos == Upos::NUM;
  if (form.size() < 2 || form.size() > 6 || n.analysis.tokens[token].upos == Upos::NUM) return false;
  return form.front() >= 'A' && form.front() <= 'Z' && std::all_of(form.begin(), form.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
         });
}

const Mention* agent_mention(const Narrative& n, const Clause& clause) {
  return clause.by_agent == kNone ? nullptr : n.cast.at(clause.by_agent);
}

bool is_harmed(const Narrative& n, const HarmWords& words, std::uint32_t patient, const Clause& clause) {
  if (patient == kNone || (starts_note(n, clause) && clause.subject_inherited))
    return clause.first_auxiliary != kNone || clause.by_agent != kNone || starts_note(n, clause);
  if (const Mention* mention = n.cast.at(patient))
    return mention->kind != MentionKind::agency &&
           standpoint_of(n.cast, *mention).role != Role::perpetrator &&
           standpoint_of(n.cast, *mention).role != Role::professional;
  const Token& token = n.analysis.tokens[patient];
  static constexpr std::array<std::string_view, 6> anybody{"someone", "anyone", "somebody",
                                                           "anybody", "one",    "those"};
  if (one_of(lower(n.analysis.lemma(patient)), anybody)) return false;
  if (token.upos == Upos::PRON || is_code(n, patient)) return true;
  const std::string lemma = lower(n.analysis.lemma(patient));
  return words.has(HarmList::things, lemma) || words.has(HarmList::parts_of_body, lemma) ||
         words.has(HarmList::people, lemma);
}

bool by_agency(const Narrative& n, const Clause& clause) {
  const Mention* agent = agent_mention(n, clause);
  return agent != nullptr &&
         (agent->kind == MentionKind::agency || standpoint_of(n.cast, *agent).role == Role::professional);
}

bool by_young_child(const Narrative& n, const Clause& clause) {
  static constexpr std::array<std::string_view, 5> may_be_grown{"son", "daughter", "grandson", "stepson",
                                                                "granddaughter"};
  return plays(n, clause.by_agent, Role::child) &&
         !(one_of(n.analysis.lemma(clause.by_agent), may_be_grown) && !plays(n, clause.subject, Role::child));
}

bool harmless_doer(const Narrative& n, const HarmWords& words, const Clause& clause) {
  if (clause.by_agent == kNone) return false;
  const std::string_view doer = n.analysis.lemma(clause.by_agent);
  if (words.has(HarmList::harmless_doers, doer) || doer == "child") return true;
  if (agent_mention(n, clause) == nullptr && !can_be_person(n.analysis, clause.by_agent) &&
      !is_code(n, clause.by_agent) && !words.has(HarmList::blows, doer))
    return true;
  return by_young_child(n, clause);
}

bool doer_in_the_deed(const Narrative& n, const Clause& clause) {
  if (clause.by_agent == kNone || n.cast.at(clause.by_agent) != nullptr) return false;
  const std::uint32_t owner = dependent(n.analysis, n.clauses, clause.by_agent, Deprel::nmod_poss);
  return owner != kNone && plays(n, owner, Role::perpetrator);
}

}  // namespace onus
