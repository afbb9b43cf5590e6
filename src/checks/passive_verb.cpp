#include "checks/passive_verb.h"

#include <array>
#include <string>
#include <string_view>

#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

// Between a participle of notes and what follows it.
constexpr std::array<std::string_view, 30> kAfterParticiple{
    "in",         "to",       "on",      "across", "about",  "round",       "around",     "against",
    "down",       "onto",     "into",    "with",   "during", "over",        "from",       "by",
    "under",      "until",    "while",   "whilst", "when",   "unconscious", "repeatedly", "twice",
    "downstairs", "upstairs", "outside", "out",    "off",    "apart"};

// Nothing but a date, a time or a label with its colon.
bool nothing_before(const Narrative& n, const Clause& clause) {
  const std::uint32_t begin = n.analysis.sentences[clause.sentence].tokens.begin;
  if (clause.predicate == begin) return true;
  const std::string_view before = n.form(clause.predicate - 1);
  for (std::uint32_t t = begin; t < clause.predicate; ++t) {
    const Upos upos = n.analysis.tokens[t].upos;
    const bool slight = upos == Upos::NUM || upos == Upos::SYM || upos == Upos::PUNCT;
    if (!slight && before != ":") return false;
  }
  return clause.predicate - begin < 8;
}

bool nothing_acted_on(const Narrative& n, const Clause& clause) {
  const std::uint32_t next = clause.predicate + 1;
  if (next >= n.analysis.sentences[clause.sentence].tokens.end) return true;
  const Token& token = n.analysis.tokens[next];
  if (token.upos == Upos::PUNCT)
    return n.form(next) != "-" &&
           (n.analysis.tokens[clause.predicate].xpos == Xpos::VBN || clause.kind == ClauseKind::coordinate);
  const std::string word = lower(n.form(next));
  if (word == "off" && n.analysis.lemma(clause.predicate) == "kick") return false;
  return one_of(word, kAfterParticiple) || (word.size() == 2 && word[0] == 'x');
}

// "Lewis was thrashed and Isla locked out": the second auxiliary is left out.
bool gapped(const Narrative& n, const Clause& clause) {
  return clause.kind == ClauseKind::coordinate && !clause.subject_inherited && clause.governor != kNone &&
         n.clauses.all[clause.governor].voice != Voice::active &&
         n.analysis.tokens[clause.predicate].xpos == Xpos::VBN;
}

// "Dad threw": forms that no participle has, whatever stands behind them.
bool is_past_only(std::string_view form) {
  static constexpr std::array<std::string_view, 28> forms{
      "threw", "took", "broke", "shook", "bit",   "drove", "tore",  "wore", "hid",  "chose",
      "drew",  "gave", "flew",  "froze", "fell",  "ate",   "went",  "grew", "rang", "ran",
      "rode",  "saw",  "spoke", "stole", "swore", "woke",  "wrote", "trod"};
  return one_of(lower(form), forms);
}

// "AP kicked in the stomach", "pushed to the ground and kicked": a past tense in form, but of a verb that
// would have an object.
bool bare_participle(const Narrative& n, const HarmWords& words, const Clause& clause,
                     std::string_view verb) {
  const Token& token = n.analysis.tokens[clause.predicate];
  if ((token.xpos != Xpos::VBN && token.xpos != Xpos::VBD) || clause.first_auxiliary != kNone ||
      clause.object != kNone || clause.subject == kNone || is_past_only(n.form(clause.predicate)))
    return false;
  // "glasses broken", of things: only where the form is a participle's.
  if (n.cast.at(clause.subject) == nullptr && !clause.subject_inherited && token.xpos == Xpos::VBN &&
      words.has(HarmList::breaks, verb) && n.analysis.tokens[clause.predicate].deprel == Deprel::root)
    return nothing_acted_on(n, clause);
  if (gapped(n, clause)) return nothing_acted_on(n, clause);
  const bool told_by_whom = clause.by_agent != kNone && clause.by_agent > clause.predicate;
  if (!words.has(HarmList::always_with_object, verb) && !told_by_whom) return false;
  if (clause.subject_inherited && clause.kind != ClauseKind::participial) {
    const Clause* before = clause.governor == kNone ? nullptr : &n.clauses.all[clause.governor];
    return clause.kind == ClauseKind::coordinate && before != nullptr && before->voice != Voice::active &&
           nothing_acted_on(n, clause);
  }
  return clause.subject < clause.predicate && nothing_acted_on(n, clause);
}

// "smashed" to "smash", "grabbed" to "grab": only where the list of harm knows the verb.
std::string verb_behind(const HarmLexicon& lexicon, std::string form) {
  const auto known = [&] {
    return lexicon.acts.is_harm_verb(form) || lexicon.words.has(HarmList::breaks, form);
  };
  if (form.size() < 5 || !form.ends_with("ed")) return {};
  form.pop_back();
  if (known()) return form;
  form.pop_back();
  if (known()) return form;
  if (form[form.size() - 1] != form[form.size() - 2]) return {};
  form.pop_back();
  return known() ? form : std::string();
}

}  // namespace

bool starts_note(const Narrative& n, const Clause& clause) {
  const Token& token = n.analysis.tokens[clause.predicate];
  if (!nothing_before(n, clause)) return false;
  if ((token.xpos != Xpos::VBN && token.xpos != Xpos::VBD) || is_past_only(n.form(clause.predicate)))
    return false;
  if ((clause.subject != kNone && !clause.subject_inherited) || clause.object != kNone) return false;
  const std::uint32_t next = clause.predicate + 1;
  if (next >= n.analysis.sentences[clause.sentence].tokens.end) return false;
  const Upos upos = n.analysis.tokens[next].upos;
  return upos == Upos::ADP || upos == Upos::ADV || upos == Upos::SCONJ || upos == Upos::CCONJ;
}

bool before_preposition(const Narrative& n, const Clause& clause) {
  const std::uint32_t next = clause.predicate + 1;
  return next < n.analysis.sentences[clause.sentence].tokens.end &&
         one_of(lower(n.form(next)), kAfterParticiple);
}

std::string passive_verb(const Narrative& n, const HarmLexicon& lexicon, const Clause& clause) {
  const Token& token = n.analysis.tokens[clause.predicate];
  const std::string lemma(n.analysis.lemma(clause.predicate));
  if (clause.copular)
    return token.upos == Upos::ADJ ? verb_behind(lexicon, lower(n.form(clause.predicate))) : "";
  if (token.upos != Upos::VERB) return {};
  const std::string verb =
      lexicon.acts.is_harm_verb(lemma) ? lemma : verb_behind(lexicon, lower(n.form(clause.predicate)));
  const std::string& known = verb.empty() ? lemma : verb;
  const bool passive = clause.voice != Voice::active || starts_note(n, clause) ||
                       bare_participle(n, lexicon.words, clause, known);
  return passive ? known : std::string();
}

}  // namespace onus
