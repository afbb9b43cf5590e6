#include "checks/harm_passives.h"

#include <algorithm>
#include <array>
#include <string>

#include "checks/harm_participants.h"
#include "checks/harm_sense.h"
#include "checks/harm_surroundings.h"
#include "checks/passive_verb.h"
#include "language/by_phrase.h"
#include "language/pronouns.h"
#include "rules/run_rules.h"
#include "rules/wording.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

// "She attended the emergency department having been punched": not the department.
bool after_visit(const Narrative& n, const Clause& clause) {
  if (clause.subject == kNone || !clause.perfect || clause.voice == Voice::active) return false;
  const Mention* mention = n.cast.at(clause.subject);
  const std::uint32_t having = clause.first_auxiliary;
  return mention != nullptr && mention->kind == MentionKind::agency && having != kNone &&
         lower(n.form(having)) == "having";
}

std::uint32_t first_person(const Narrative& n, const Clause& clause) {
  const TokenRange sentence = n.analysis.sentences[clause.sentence].tokens;
  for (std::uint32_t t = sentence.begin; t < clause.predicate; ++t)
    if (const Mention* mention = n.cast.at(t); mention != nullptr && mention->kind != MentionKind::agency)
      return t;
  return kNone;
}

bool is_date(const Narrative& n, std::uint32_t t) {
  if (t == kNone || n.cast.at(t) != nullptr) return false;
  const std::string_view form = n.form(t);
  return n.analysis.tokens[t].upos != Upos::PRON && !form.empty() && form[0] >= '0' && form[0] <= '9';
}

// Right before the participle; kNone where there is none.
std::uint32_t noun_before(const Narrative& n, std::uint32_t predicate) {
  if (predicate == 0) return kNone;
  for (const Mention& mention : n.cast.mentions)
    if (mention.tokens.end == predicate) return mention.head;
  const Upos upos = n.analysis.tokens[predicate - 1].upos;
  return upos == Upos::NOUN || upos == Upos::PROPN ? predicate - 1 : kNone;
}

// Notes as they are meant: "4/19 Mother shoved down the steps by Father" is about Mother and not about the
// date or the steps; in "two of her fingers were bent" it is the fingers.
Clause mended(const Narrative& n, Clause clause) {
  if (is_date(n, clause.subject)) clause.subject = noun_before(n, clause.predicate);
  if (clause.subject != kNone && n.analysis.tokens[clause.subject].upos == Upos::NUM)
    if (const std::uint32_t of = dependent(n.analysis, n.clauses, clause.subject, Deprel::nmod); of != kNone)
      clause.subject = of;
  if (after_visit(n, clause)) clause.subject = first_person(n, clause);
  const Token& predicate = n.analysis.tokens[clause.predicate];
  const bool participle = predicate.xpos == Xpos::VBN || predicate.xpos == Xpos::VBD;
  if (!participle || clause.voice != Voice::active || clause.first_auxiliary != kNone) return clause;
  const bool place =
      clause.object != kNone && n.cast.at(clause.object) == nullptr && before_preposition(n, clause);
  if (place) clause.object = kNone;
  if (const std::uint32_t agent = by_phrase(n.analysis, clause.predicate);
      clause.object == kNone && agent != kNone && can_be_person(n.analysis, agent))
    clause.by_agent = agent;
  return clause;
}

// "should be imprisoned": nobody has done it. "Might be hurt" is a fear, and weighs less.
bool only_wanted(const Clause& clause) { return clause.modality == Modality::necessity && !clause.perfect; }

// "She claims that she was hit": what the writer does to her word is another matter than who hit her.
bool under_doubt(const Narrative& n, const Clause& clause) {
  static constexpr std::array<std::string_view, 9> doubting{
      "claim", "allege", "believe", "feel", "suppose", "purport", "admit", "maintain", "profess"};
  const auto doubts = [&](std::uint32_t c) {
    return c != kNone && one_of(n.analysis.lemma(n.clauses.all[c].predicate), doubting);
  };
  return doubts(clause.reported_by) ||
         (doubts(clause.governor) && (n.analysis.tokens[clause.predicate].deprel == Deprel::xcomp ||
                                      n.analysis.tokens[clause.predicate].deprel == Deprel::ccomp));
}

bool tells_of_harm(const Narrative& n, const HarmLexicon& lexicon, const Clause& clause) {
  if (clause.negated || only_wanted(clause) || under_doubt(n, clause)) return false;
  const std::string verb = passive_verb(n, lexicon, clause);
  if (verb.empty() || !meant_as_harm(n, lexicon, verb, clause)) return false;
  return is_harmed(n, lexicon.words, clause.subject, clause) && !by_agency(n, clause) &&
         !harmless_doer(n, lexicon.words, clause) && !doer_in_the_deed(n, clause) &&
         !told_behind_colon(n, clause) && !misfortune(n, lexicon.words, clause);
}

// The agent with its name or owner, without what a parse hangs on it ("by his son in the kitchen").
std::uint32_t end_of_agent(const Narrative& n, const Clause& clause) {
  const std::uint32_t last = phrase_of(n.analysis, n.clauses, clause.by_agent).end;
  std::uint32_t t = clause.by_agent + 1;
  for (; t < last; ++t) {
    const Upos upos = n.analysis.tokens[t].upos;
    const bool belongs = upos == Upos::PROPN || upos == Upos::NOUN || upos == Upos::CCONJ ||
                         upos == Upos::DET || n.analysis.lemma(t) == "of" ||
                         n.analysis.tokens[t].xpos == Xpos::POS || n.analysis.tokens[t].xpos == Xpos::PRPS;
    if (!belongs) break;
  }
  while (t > clause.by_agent + 1 && n.analysis.tokens[t - 1].upos == Upos::CCONJ) --t;
  return t;
}

TokenRange words_of(const Narrative& n, const Clause& clause) {
  TokenRange words{std::min(clause.first_auxiliary, clause.predicate), clause.predicate + 1};
  if (clause.by_agent != kNone && clause.by_agent > clause.predicate) words.end = end_of_agent(n, clause);
  return words;
}

Match match_of(const Narrative& n, const Clause& clause, std::uint32_t index) {
  Match match;
  match.sentence = clause.sentence;
  match.tokens = match.underlined = words_of(n, clause);
  match.clause = index;
  return match;
}

bool only_possible(const Clause& clause) {
  return clause.modality == Modality::possibility && !clause.perfect;
}

std::string patient_name(const Narrative& n, const Clause& clause) {
  if (clause.subject == kNone) return Names{}.patient;
  const Mention* mention = n.cast.at(clause.subject);
  if (mention == nullptr) return "what was harmed";
  if (mention->people.size() == 1) return in_words(n.cast.people[mention->people.front()]);
  const std::string words(n.text(n.span_of(mention->tokens)));
  if (const auto set = pronoun_set(words)) return std::string(pronoun(*set, PronounUse::object));
  return words;
}

bool has_agent(const Narrative& n, const Clause& clause) {
  return clause.by_agent != kNone &&
         (agent_mention(n, clause) != nullptr || can_be_person(n.analysis, clause.by_agent) ||
          is_code(n, clause.by_agent));
}

}  // namespace

std::vector<Finding> harm_passives(const Matcher& matcher, const RuleBook& book, const HarmLexicon& lexicon) {
  const Narrative& n = matcher.narrative();
  const Rule* const without = book.find(Grammar::harm_passive);
  const Rule* const with = book.find(Grammar::harm_passive_with_agent);
  std::vector<Finding> findings;
  for (std::uint32_t c = 0; c < n.clauses.all.size(); ++c) {
    const Clause clause = mended(n, n.clauses.all[c]);
    const Rule* const rule = has_agent(n, clause) ? with : without;
    if (rule == nullptr || !tells_of_harm(n, lexicon, clause)) continue;
    auto finding = finding_of(matcher, *rule, match_of(n, clause, c), patient_name(n, clause));
    if (!finding) continue;
    if (finding->severity > Severity::note && (only_possible(clause) || doer_beside(n, clause)))
      finding->severity = Severity::note;
    findings.push_back(std::move(*finding));
  }
  return findings;
}

}  // namespace onus
