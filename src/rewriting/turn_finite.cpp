
#include "rewriting/phrases.h"
#include "rewriting/turn_context.h"
#include "rewriting/turn_names.h"
#include "rewriting/turn_shapes.h"
#include "rewriting/turn_verb.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

// "may have been slapped by him and was kicked by him": without its own subject the second would be as
// unsure; so with "was allegedly slapped by him", and with "often" the other would be as often.
bool needs_its_subject(const Turning& p) {
  static constexpr std::array<std::string_view, 14> reaching{
      "allegedly", "reportedly", "apparently", "possibly", "probably", "supposedly", "often",
      "once",      "twice",      "sometimes",  "rarely",   "usually",  "never",      "purportedly"};
  const PassiveGroup& before = p.previous->clause.group;
  bool reaches = before.negated || !before.finite;
  for (std::uint32_t t = before.words.begin; t < before.words.end; ++t)
    reaches |= one_of(p.form(t), reaching);
  return p.clause.group.auxiliary != kNone && p.clause.group.finite && reaches;
}

// Who the verb that goes on from the one before is done to: all of that one's patient, not its first name.
TokenRange shared_patient(const Turning& p) {
  if (p.previous != nullptr && p.previous->clause.patient.contains(p.clause.antecedent))
    return p.previous->clause.patient;
  return phrase_around(p, p.clause.antecedent);
}

// "Mr A had a plate thrown at him by her": the pronoun takes the name that stood in front.
bool names_again(Turning& p) {
  const auto set = pronouns_of(p.n, p.clause.patient);
  for (std::uint32_t t = p.clause.group.words.end; t < p.clause.by.by; ++t) {
    const auto its = pronoun_set(p.form(t));
    if (!its || (set && *its != *set) || !is_personal_pronoun(p.token(t))) continue;
    if (agent_set(p) == its) return false;
    std::string name =
        p.swapped ? std::string(pronoun(*its, PronounUse::object)) : words_of(p.n, p.clause.patient);
    if (p.clause.patient.size() == 1 && pronoun_set(name)) name = pronoun(*its, PronounUse::object);
    p.edit(p.begin_of(t), p.end_of(t), name);
    return true;
  }
  return false;
}

}  // namespace

bool turn_the_others(Turning& p) {
  if (p.clause.more.empty()) return true;
  const auto active_of = [&](std::uint32_t verb) {
    PassiveGroup alone;
    alone.participles = {verb};
    alone.words = {verb, verb + 1};
    return active_verbs(p.n, alone, p.clause.group.place, agreement(p), p.inflector);
  };
  if (p.clause.shape == PassiveShape::relative) {  // "whom he slapped and threw out"
    for (const std::uint32_t verb : p.clause.more) p.edit(p.begin_of(verb), p.end_of(verb), active_of(verb));
    return true;
  }
  // "benefits paid to and spent by him"
  const bool things = p.clause.shape == PassiveShape::finite && !is_person(p.n, p.clause.patient);
  if (things && stranded_after(p, p.clause.group.words.end) != kNone) return false;
  const bool said_here = p.clause.shape == PassiveShape::finite ||
                         p.clause.shape == PassiveShape::small_clause ||
                         (p.clause.shape == PassiveShape::note && !p.clause.patient.empty());
  if (!said_here && p.clause.shape != PassiveShape::inherited && p.clause.shape != PassiveShape::gerund)
    return false;
  const TokenRange whom = said_here ? p.clause.patient : shared_patient(p);
  for (const std::uint32_t verb : p.clause.more) {
    const std::string object =
        p.swapped ? std::string(pronoun(*p.patient_set, PronounUse::object)) : object_again(p, whom);
    if (object.empty()) return false;
    std::string text = active_of(verb);
    std::uint32_t small = stranded_after(p, verb + 1);
    if (p.form(verb + 1) == "over" && keeps_over(p.n.analysis.lemma(verb))) small = verb + 1;
    if (p.n.analysis.lemma(verb) == "make" && p.form(verb + 1) == "to") {
      p.edit(p.begin_of(verb), p.end_of(verb + 1), text + " " + object);
    } else if (small != kNone) {
      p.edit(p.begin_of(verb), p.end_of(verb), text);
      p.edit(p.end_of(small), p.end_of(small), " " + object);
    } else {
      p.edit(p.begin_of(verb), p.end_of(verb), text + " " + object);
    }
  }
  return true;
}

bool turn_reported(Turning& p) {
  const TokenRange teller = p.clause.teller.agent;
  const auto theirs = pronouns_of(p.n, p.clause.patient);
  std::string who = words_of(p.n, teller);
  std::string object;
  const Token& first = p.token(teller.begin);
  const bool alone = p.clause.patient.size() == 1 && is_personal_pronoun(p.token(p.clause.patient.begin));
  if (alone && !theirs) return false;
  if (is_possessive_pronoun(first) && !alone) {
    const auto set = pronoun_set(p.form(teller.begin));
    if (!set || (theirs && *theirs != *set) || agent_set(p) == set) return false;
    who = possessive(words_of(p.n, p.clause.patient)) + " " + words_of(p.n, {teller.begin + 1, teller.end});
    object = pronoun(*set, PronounUse::object);
  } else if (teller.size() == 1 && is_personal_pronoun(first)) {
    who = pronoun(*pronoun_set(p.form(teller.begin)), PronounUse::subject);
  }
  if (object.empty())
    object = alone ? std::string(pronoun(*theirs, PronounUse::object)) : words_of(p.n, p.clause.patient);
  const PassiveGroup group = passive_group(p.n, p.clause.teller.participle);
  Agreeing agreeing;
  if (is_plural(p.n, teller)) agreeing.number = Number::plur;
  p.edit(p.begin_of(p.clause.patient.begin), p.end_of(teller.end - 1),
         (at_start(p) ? capitalised(who) : who) + " " + active_group(p.n, group, agreeing, p.inflector));
  p.result.replaces_previous = true;
  put_verb(p, "that " + doer_as(p, PronounUse::subject) + " " + active(p, VerbPlace::past), object);
  return true;
}

bool turn_finite(Turning& p) {
  if (goes_on_from_previous(p) && !needs_its_subject(p)) {
    p.edit(p.begin_of(p.clause.patient.begin), p.begin_of(p.clause.group.words.begin), "");
    p.result.leans_on_previous = true;
    put_verb(p, active_group_here(p), object_text(p));
    return true;
  }
  if (p.clause.group.auxiliary == kNone && p.clause.group.place != VerbPlace::past) return false;
  const bool first = at_start(p);
  const std::string doer = doer_as(p, PronounUse::subject);
  std::uint32_t end = p.clause.patient.end;
  if (p.clause.comma) ++end;
  p.edit(p.begin_of(p.clause.patient.begin), p.end_of(end - 1), first ? capitalised(doer) : doer);
  put_verb(p, active_group_here(p), object_text(p));
  return true;
}

bool turn_inherited(Turning& p) {
  p.result.leans_on_previous = shares_subject_with_previous(p);
  if (p.result.leans_on_previous && !same_doer_as_before(p) && agent_is_pronoun(p)) return false;
  const bool same = p.result.leans_on_previous && same_doer_as_before(p) && !needs_its_subject(p);
  const TokenRange whom = shared_patient(p);
  const std::string object = same ? object_again(p, whom) : again(p, whom, PronounUse::object);
  if (object.empty()) return false;
  // "may have been slapped by him and kicked by her": its auxiliary goes with another doer.
  if (!same && p.clause.group.infinitive) return false;
  if (!same && p.clause.group.auxiliary == kNone && p.clause.group.place != VerbPlace::past) return false;
  const bool comma = p.n.form(p.clause.link) == ",";
  if (comma && !same && p.clause.group.auxiliary != kNone) return false;
  if (comma && p.clause.group.auxiliary != kNone && p.form(p.clause.link - 1) != "and")
    p.edit(p.begin_of(p.clause.link), p.end_of(p.clause.link), " and");
  const bool insertion = p.form(p.clause.link + 1) == ",";  // "and, when she refused, was threatened"
  const std::string doer = same ? "" : doer_as(p, PronounUse::subject);
  if (!same && !insertion) p.edit(p.end_of(p.clause.link), p.end_of(p.clause.link), " " + doer);
  put_verb(p, (!same && insertion ? doer + " " : "") + active_group_here(p), object);
  return true;
}

bool turn_relative(Turning& p) {
  const bool opens = p.clause.link == p.sentence.begin;  // "Who was hit first isn't clear"
  const std::string word =
      p.form(p.clause.link) == "who" && !opens ? "whom" : std::string(p.n.form(p.clause.link));
  p.edit(p.begin_of(p.clause.link), p.end_of(p.clause.link), word + " " + doer_as(p, PronounUse::subject));
  const std::uint32_t small = small_word_before_by(p);
  if (small != kNone && can_be_stranded(p.form(small)) && small + 1 != p.clause.by.by) return false;
  edit_group(p, active_group_here(p));
  return true;
}

bool turn_whose(Turning& p) {
  p.edit(p.begin_of(p.clause.link), p.begin_of(p.clause.link), doer_as(p, PronounUse::subject) + " ");
  edit_group(p, active_group_here(p));
  return true;
}

bool turn_question(Turning& p) {
  const bool asks_whom = one_of(p.form(p.sentence.begin), {"who", "whom", "what", "which"});
  if (asks_whom && p.clause.link != p.sentence.begin && small_word_before_by(p) != kNone) return false;
  const Question question = active_question(p.n, p.clause.group, p.clause.link, agreement(p), p.inflector);
  const bool first = p.clause.link == p.sentence.begin;
  p.edit(p.begin_of(p.clause.link), p.end_of(p.clause.link),
         first ? capitalised(question.first) : question.first);
  p.edit(p.begin_of(p.clause.patient.begin), p.end_of(p.clause.patient.end - 1),
         doer_as(p, PronounUse::subject));
  put_verb(p, question.rest, object_text(p));
  return true;
}

bool turn_causative(Turning& p) {
  const bool first = at_start(p);
  std::string owner = p.swapped ? std::string() : words_of(p.n, p.clause.patient);
  if (const auto set = pronoun_set(owner); set && p.clause.patient.size() == 1) owner.clear();
  const bool own = p.token(p.clause.link).features.possessive;
  if (!own && !names_again(p)) return false;  // "had hot coffee thrown over her"
  if (p.swapped || owner.empty())
    owner = lower(p.n.form(p.clause.link));
  else
    owner = possessive(owner);
  const TokenRange thing{p.clause.link + (own ? 1 : 0), p.clause.group.participles.front()};
  p.edit(p.begin_of(p.clause.patient.begin), p.end_of(p.clause.patient.end - 1),
         first ? capitalised(doer_as(p, PronounUse::subject)) : doer_as(p, PronounUse::subject));
  PassiveGroup group = p.clause.group;
  std::string lead;
  for (std::uint32_t t = group.words.begin; t < group.auxiliary; ++t) lead += std::string(p.n.form(t)) + " ";
  const std::string verbs = active_verbs(p.n, group, group.place, agreement(p), p.inflector);
  p.edit(p.begin_of(group.words.begin), p.end_of(group.words.end - 1),
         lead + verbs + " " + (own ? owner + " " : "") + words_of(p.n, thing));
  return true;
}

}  // namespace onus
