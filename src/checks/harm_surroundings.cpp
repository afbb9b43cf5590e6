#include "checks/harm_surroundings.h"

#include <algorithm>
#include <array>
#include <string>

#include "checks/harm_participants.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

// An act of the one using violence, told in the active: in the same sentence, or the same act in a sentence
// beside it.
bool told_close_by(const Narrative& n, const Clause& clause) {
  return std::any_of(n.events.begin(), n.events.end(), [&](const Event& event) {
    if (event.negated || event.agent == kNone || event.predicate == clause.predicate ||
        n.cast.people[event.agent].role() != Role::perpetrator)
      return false;
    const std::uint32_t sentence = sentence_of(n.analysis, event.predicate);
    if (sentence == clause.sentence) return true;
    return sentence + 1 >= clause.sentence && sentence <= clause.sentence + 1 &&
           n.analysis.lemma(event.predicate) == n.analysis.lemma(clause.predicate);
  });
}

}  // namespace

bool told_behind_colon(const Narrative& n, const Clause& clause) {
  bool behind = false;
  for (std::uint32_t t = clause.predicate; t < n.analysis.sentences[clause.sentence].tokens.end; ++t) {
    behind |= n.form(t) == ":";
    if (behind && plays(n, t, Role::perpetrator)) return true;
  }
  return false;
}

bool misfortune(const Narrative& n, const HarmWords& words, const Clause& clause) {
  if (const Mention* agent = agent_mention(n, clause);
      agent != nullptr && agent->kind != MentionKind::agency && !by_young_child(n, clause))
    return false;
  static constexpr std::array<std::string_view, 4> kYoung{"child", "girl", "boy", "teenager"};
  static constexpr std::array<std::string_view, 5> falling{"fall", "slip", "trip", "tumble", "stumble"};
  static constexpr std::array<std::string_view, 4> slipping{"slip", "trip", "stumble", "tumble"};
  static constexpr std::array<std::string_view, 7> mishaps{"break",     "fracture", "injure", "hurt",
                                                           "dislocate", "bruise",   "cut"};
  const bool may_slip = one_of(n.analysis.lemma(clause.predicate), mishaps);
  const TokenRange sentence = n.analysis.sentences[clause.sentence].tokens;
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
    const Clause* around = n.clauses.around(t);
    if (around == nullptr) continue;
    if (may_slip && one_of(n.analysis.lemma(t), slipping) && n.analysis.tokens[t].upos == Upos::VERB)
      return true;
    const bool below = around->governor != kNone &&
                       n.clauses.all[around->governor].predicate == clause.predicate &&
                       around->kind != ClauseKind::coordinate;
    if (around->predicate != clause.predicate && !below) continue;
    const std::string lemma = lower(n.analysis.lemma(t));
    const bool came_off = lemma == "off" && t > sentence.begin && n.analysis.lemma(t - 1) == "come";
    const bool long_ago = lemma == "as" && t + 2 < sentence.end && n.analysis.lemma(t + 1) == "a" &&
                          one_of(n.analysis.lemma(t + 2), kYoung);
    if (words.has(HarmList::misfortunes, lemma) || came_off || long_ago) return true;
    if (one_of(lemma, falling) && (below || n.analysis.tokens[t].upos == Upos::NOUN)) return true;
  }
  return false;
}

bool doer_beside(const Narrative& n, const Clause& clause) {
  for (const Clause& other : n.clauses.all) {
    if (other.sentence != clause.sentence || other.predicate == clause.predicate || other.subject == kNone)
      continue;
    const bool joined =
        other.governor != kNone && n.clauses.all[other.governor].predicate == clause.predicate;
    const bool joins = clause.governor != kNone && &n.clauses.all[clause.governor] == &other;
    const Mention* mention = n.cast.at(other.subject);
    if ((joined || joins) && mention != nullptr &&
        standpoint_of(n.cast, *mention).role == Role::perpetrator && clause.reported_by == other.reported_by)
      return true;
  }
  return told_close_by(n, clause);
}

}  // namespace onus
