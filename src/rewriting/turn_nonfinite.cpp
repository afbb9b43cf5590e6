#include <array>

#include "rewriting/phrases.h"
#include "rewriting/turn_context.h"
#include "rewriting/turn_names.h"
#include "rewriting/turn_shapes.h"
#include "rewriting/turn_verb.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

// "saw her being hit" → "hitting"; "saw her get hit", "saw her hit" → "hit".
VerbPlace small_clause_place(const Turning& p) {
  const bool bare = p.clause.group.auxiliary == kNone || p.form(p.clause.group.auxiliary) == "get";
  return bare ? VerbPlace::base : VerbPlace::ing;
}

}  // namespace

bool turn_infinitive(Turning& p) {
  const std::string object = again(p, phrase_around(p, p.clause.antecedent), PronounUse::object);
  if (p.clause.link == kNone) {
    const auto set = pronoun_set(p.form(p.clause.antecedent));
    const std::string her = set ? std::string(pronoun(*set, PronounUse::object)) : object;
    if (!pronoun_set(her) || (set && agent_set(p) == set)) return false;
    put_verb(
        p,
        "For " + doer_as(p, PronounUse::object) + " to " + adverbs_of_group(p) + active(p, VerbPlace::base),
        her);
    return true;
  }
  if (object.empty()) return false;
  if (p.form(p.clause.group.words.begin + 1) == "have") {
    put_verb(p, "that " + doer_as(p, PronounUse::subject) + " " + active(p, VerbPlace::past), object);
    return true;
  }
  if (!pronoun_set(object)) return false;  // "Jo wants Mr B to leave Jo alone"
  const std::uint32_t to = p.begin_of(p.clause.group.words.begin);
  p.edit(to, to, doer_as(p, PronounUse::object) + " ");
  put_verb(p, active_group_here(p), object);
  return true;
}

bool turn_fronted(Turning& p) {
  const std::string doer = doer_as(p, PronounUse::subject);
  const bool having = p.clause.group.auxiliary != kNone;
  if (having) {
    const std::string object = again(p, p.clause.subject, PronounUse::object);
    if (object.empty()) return false;
    put_verb(p, capitalised(doer) + " having " + adverbs_of_group(p) + active(p, VerbPlace::participle),
             object);
    return true;
  }
  const std::string whom = words_as(p.n, p.clause.subject, PronounUse::object);
  const std::uint32_t verb =
      p.clause.subject.end;  // "Bullied by him, she has stopped": his doing lasts as well
  const bool perfect = p.form(verb) == "has" || p.form(verb) == "have";
  const Agreeing who = agreement(p);
  const std::string have =
      perfect ? p.inflector.finite("have", Tense::pres, who.person, who.number) + " " : "";
  p.edit(p.end_of(p.clause.link - 1), p.begin_of(p.clause.subject.begin), "; ");
  put_verb(p,
           capitalised(doer) + " " + have + adverbs_of_group(p) +
               active(p, perfect ? VerbPlace::participle : VerbPlace::past),
           whom);
  return true;
}

namespace {

// "could be heard hitting her and yelling at the children": seen or heard doing both.
bool seen_doing_both(const Turning& p) {
  if (p.previous == nullptr || p.clause.patient.begin == p.sentence.begin || !agent_is_pronoun(p))
    return false;
  if (p.form(p.clause.patient.begin - 1) != "and" || !same_doer_as_before(p)) return false;
  const PassiveClause& before = p.previous->clause;
  if (before.shape == PassiveShape::small_clause) return true;
  bool being = false;
  for (std::uint32_t t = before.group.words.begin; t < before.group.words.end; ++t)
    being |= p.form(t) == "being" && p.token(t - 1).upos == Upos::VERB;
  return before.shape == PassiveShape::finite && being;
}

}  // namespace

bool turn_small_clause(Turning& p) {
  if (seen_doing_both(p)) {
    p.edit(p.begin_of(p.clause.patient.begin), p.begin_of(p.clause.group.words.begin), "");
    p.result.leans_on_previous = true;
    put_verb(p, adverbs_of_group(p) + active(p, small_clause_place(p)), object_text(p));
    return true;
  }
  const std::string doer = doer_as(p, PronounUse::object);
  p.edit(p.begin_of(p.clause.patient.begin), p.end_of(p.clause.patient.end - 1),
         at_start(p) ? capitalised(doer) : doer);
  const bool having = p.form(p.clause.group.words.begin) == "having";
  put_verb(p, having ? active_group_here(p) : adverbs_of_group(p) + active(p, small_clause_place(p)),
           object_text(p));
  return true;
}

bool turn_reduced(Turning& p) {
  // "a victim of abuse inflicted by him": the nearest noun.
  const std::uint32_t last = p.clause.patient.end - 1;
  bool nested = false;  // "that" fits a person and a thing
  for (std::uint32_t t = p.clause.patient.begin; t < last; ++t) nested |= p.form(t) == "of";
  const bool person = p.form(last) == "those" ||
                      (!nested && !is_stuff(p, {last, last + 1}) && is_person(p.n, {last, last + 1}));
  // "Vic hit by susp, susp left": without an article a note, not a noun with a clause of its own
  const bool bare = p.clause.patient.size() == 1 && p.token(last).features.number != Number::plur;
  if (bare && at_start(p) && !p.clause.comma && !is_stuff(p, p.clause.patient) && p.form(last) != "those")
    return false;
  const std::uint32_t at = p.begin_of(p.clause.group.words.begin);
  const std::string relative = person ? "whom" : p.clause.comma ? "which" : "that";
  std::string verbs;
  if (p.clause.comma && person)
    verbs = "had " + active(p, VerbPlace::participle);
  else
    verbs = active(p, VerbPlace::past);
  p.edit(at, p.clause.group.auxiliary == kNone ? at : p.begin_of(p.clause.group.participles.front()),
         relative + " " + doer_as(p, PronounUse::subject) + " ");
  p.edit(p.begin_of(p.clause.group.participles.front()), p.end_of(p.clause.group.words.end - 1), verbs);
  return true;
}

bool turn_note(Turning& p) {
  const std::string doer = doer_as(p, PronounUse::subject);
  const VerbPlace place = p.clause.group.auxiliary == kNone ? VerbPlace::past : p.clause.group.place;
  const std::string verbs = active(p, place);
  if (p.clause.patient.empty()) {
    const std::string whom = again(p, phrase_around(p, p.clause.antecedent), PronounUse::object);
    if (whom.empty()) return false;
    const std::uint32_t at = p.begin_of(p.clause.group.words.begin);
    const bool first = p.clause.group.words.begin == p.sentence.begin;
    const std::uint32_t participle = p.begin_of(p.clause.group.participles.front());
    p.edit(at, at == participle ? at : participle, (first ? capitalised(doer) : doer) + " ");
    p.edit(participle, p.end_of(p.clause.group.words.end - 1), verbs + " " + whom);
    return true;
  }
  const bool first = at_start(p);
  p.edit(p.begin_of(p.clause.patient.begin), p.end_of(p.clause.patient.end - 1),
         first ? capitalised(doer) : doer);
  const std::uint32_t adverbs = p.begin_of(p.clause.group.words.begin);
  const std::uint32_t verb = p.begin_of(p.clause.group.participles.front());
  const std::string before(p.n.prose().substr(adverbs, verb - adverbs));
  put_verb(p, before + verbs, object_text(p));
  return true;
}

bool turn_gerund(Turning& p) {
  const TokenRange whom = phrase_around(p, p.clause.antecedent);
  std::string object = again(p, whom, PronounUse::object);
  const bool opens = p.clause.group.words.begin == p.sentence.begin;
  if (opens && object.empty() && agent_is_pronoun(p)) return false;
  if (opens && object.empty()) object = p.form(p.clause.antecedent);
  if (object.empty()) return false;
  static constexpr std::array<std::string_view, 4> finite{"after", "before", "since", "when"};
  static constexpr std::array<std::string_view, 6> telling{"report", "disclose", "state",
                                                           "allege", "mention",  "say"};
  const bool over = p.form(p.clause.group.words.begin) == "having";
  const Token& link = p.token(p.clause.link);
  const bool verb =
      link.upos == Upos::VERB || link.upos == Upos::NOUN;  // "reports", "fears" may be taken for nouns
  if (verb && (over || p.form(p.clause.link) == "alleges" ||
               (one_of(p.n.analysis.lemma(p.clause.link), telling) && link.xpos != Xpos::VBZ))) {
    put_verb(
        p, "that " + doer_as(p, PronounUse::subject) + " " + adverbs_of_group(p) + active(p, VerbPlace::past),
        object);
    return true;
  }
  if (over && p.n.form(p.clause.link) == ",") {  // "…, Mr B having hit her"
    put_verb(
        p,
        doer_as(p, PronounUse::subject) + " having " + adverbs_of_group(p) + active(p, VerbPlace::participle),
        object);
    return true;
  }
  if (over) {
    const bool after = one_of(p.form(p.clause.link), finite);
    put_verb(p,
             doer_as(p, after ? PronounUse::subject : PronounUse::object) + (after ? " had " : " having ") +
                 adverbs_of_group(p) + active(p, VerbPlace::participle),
             object);
    return true;
  }
  if (p.form(p.clause.link) == "of" && p.form(p.clause.link - 1) == "because") {
    p.edit(p.end_of(p.clause.link - 1), p.end_of(p.clause.link), "");
    put_verb(p, doer_as(p, PronounUse::subject) + " " + adverbs_of_group(p) + active(p, VerbPlace::past),
             object);
    return true;
  }
  if (!one_of(p.form(p.clause.link), finite)) {
    const std::uint32_t at = p.begin_of(p.clause.group.words.begin);
    if (p.clause.link == p.sentence.begin && !opens) return false;
    p.edit(at, at,
           (opens ? capitalised(doer_as(p, PronounUse::object)) : doer_as(p, PronounUse::object)) + " ");
    put_verb(p, adverbs_of_group(p) + active(p, VerbPlace::ing), object);
    return true;
  }
  const std::uint32_t at = p.n.clauses.at_predicate[p.clause.by.participle];
  const Clause* own = at == kNone ? nullptr : &p.n.clauses.all[at];
  const bool over_by_now = p.form(p.clause.link) == "since" || p.form(p.clause.link) == "after";
  const bool past = over_by_now || own == nullptr || own->governor == kNone ||
                    p.n.clauses.all[own->governor].tense != Tense::pres;
  const VerbPlace place = past ? VerbPlace::past : VerbPlace::present;
  put_verb(p, doer_as(p, PronounUse::subject) + " " + adverbs_of_group(p) + active(p, place), object);
  return true;
}

}  // namespace onus
