#include "components/sightings.h"

namespace onus {
namespace {

// "told him that his father would go to prison if [he spoke to a teacher]": nobody has spoken.
bool is_condition(const Narrative& narrative, const Clause& clause) {
  const Analysis& analysis = narrative.analysis;
  const std::uint32_t marker = dependent(analysis, narrative.clauses, clause.predicate, Deprel::mark);
  return marker != kNone && (analysis.lemma(marker) == "if" || analysis.lemma(marker) == "unless");
}

// "He may have been present": nobody says that he was.
bool is_only_possible(const Narrative& narrative, const Clause& clause) {
  if (clause.modality != Modality::possibility || clause.first_auxiliary == kNone) return false;
  const std::string_view lemma = narrative.analysis.lemma(clause.first_auxiliary);
  return lemma == "may" || lemma == "might";
}

bool is_closing_mark(std::string_view form) {
  return form == "\"" || form == "”" || form == "’" || form == "'" || form == ")";
}

bool ends_in_question_mark(const Narrative& narrative, TokenRange range) {
  while (!range.empty() && is_closing_mark(narrative.form(range.end - 1))) --range.end;
  return !range.empty() && narrative.form(range.end - 1) == "?";
}

bool is_wh_word(Xpos xpos) {
  return xpos == Xpos::WP || xpos == Xpos::WRB || xpos == Xpos::WDT || xpos == Xpos::WPS;
}

// A wh-word before the verb, or an auxiliary before the subject. What isn't a clause asks as well: "And now?"
bool root_asks(const Narrative& narrative, TokenRange range) {
  const auto& tokens = narrative.analysis.tokens;
  std::uint32_t root = range.begin;
  while (root < range.end && tokens[root].deprel != Deprel::root) ++root;
  if (root == range.end || narrative.clauses.at_predicate[root] == kNone) return true;
  const std::uint32_t clause = narrative.clauses.at_predicate[root];
  const std::uint32_t subject = narrative.clauses.all[clause].subject;
  for (std::uint32_t t = range.begin; t < root; ++t)
    if (narrative.clauses.of_token[t] == clause &&
        (is_wh_word(tokens[t].xpos) || (tokens[t].upos == Upos::AUX && subject != kNone && t < subject)))
      return true;
  return false;
}

// "What does she do to keep them safe?"; not "Ewan asked: 'Why did he hit Mum?'".
bool is_question(const Narrative& narrative, std::uint32_t sentence) {
  const TokenRange range = narrative.analysis.sentences[sentence].tokens;
  return ends_in_question_mark(narrative, range) && root_asks(narrative, range);
}

// "Ms Hart to take Isla to nursery": what somebody is to do, wherever it stands.
bool is_for_somebody_to_do(const Narrative& narrative, const Clause& clause) {
  const Analysis& analysis = narrative.analysis;
  if (clause.kind != ClauseKind::main || clause.subject == kNone || clause.subject_inherited) return false;
  const std::uint32_t marker = dependent(analysis, narrative.clauses, clause.predicate, Deprel::mark);
  return marker != kNone && analysis.lemma(marker) == "to" && clause.subject < marker;
}

}  // namespace

bool is_told(const Narrative& narrative, std::uint32_t sentence, std::uint32_t clause) {
  const Section section = narrative.section_of(sentence);
  if (section == Section::guidance) return false;
  const Clause* told = clause == kNone ? nullptr : &narrative.clauses.all[clause];
  // "He will not go near the cooker now" tells of a refusal, not of what is to come.
  const bool refused = told != nullptr && told->modality == Modality::future && told->negated;
  if (told != nullptr && !refused &&
      (told->modality == Modality::future || told->modality == Modality::necessity))
    return false;
  if (told != nullptr && (is_condition(narrative, *told) || is_for_somebody_to_do(narrative, *told) ||
                          is_only_possible(narrative, *told)))
    return false;
  if (is_question(narrative, sentence)) return false;
  // Plans speak of what shall be, in infinitives as often as not.
  if (section == Section::plan)
    return told != nullptr && told->modality == Modality::none && told->tense != Tense::none;
  return true;
}

}  // namespace onus
