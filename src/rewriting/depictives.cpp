#include "rewriting/depictives.h"

#include <array>

#include "rewriting/phrases.h"
#include "rewriting/turn_names.h"

namespace onus {
namespace {

// States that nobody who is hitting somebody is in, or that the one who was hit is said to be in.
constexpr std::array<std::string_view, 12> kStates{"pregnant", "breastfeeding", "asleep",   "unconscious",
                                                   "sedated",  "barefoot",      "naked",    "alone",
                                                   "sleeping", "undressed",     "bleeding", "sober"};
constexpr std::array<std::string_view, 12> kYoung{"child", "baby", "toddler", "infant", "teenager", "teen",
                                                  "boy",   "girl", "kid",     "minor",  "newborn",  "youth"};

}  // namespace

Depictives::Depictives(const Turning& p)
    : SentenceWords(p.n, p.clause.by.by), p_(p), c_(p.clause), behind_(p.clause.by.agent.end) {}

bool Depictives::in_state(std::uint32_t t) const {
  return form(t) == "in" && one_of(form(t + 1), {"tears", "labour", "pain", "distress", "shock", "fear",
                                                 "panic", "bed", "pyjamas"});
}

bool Depictives::state(std::uint32_t t) const { return one_of(form(t), kStates); }

bool Depictives::age_at(std::uint32_t t) const {
  if (one_of(form(t), {"at", "from", "since", "until", "before", "after"}) && form(t + 1) == "the" &&
      form(t + 2) == "age")
    return true;
  if (form(t) == "at" && form(t + 1) == "age") return true;
  if (form(t) != "at" || t + 1 >= words_.end || token(t + 1).upos != Upos::NUM) return false;
  if (n_.form(t + 1).find_first_of(":.") != std::string_view::npos || n_.form(t + 1).ends_with("m"))
    return false;
  return mark(t + 2) || joins(t + 2) || t + 2 == c_.patient.begin || t + 2 == c_.by.by ||
         one_of(form(t + 2), {"years", "months", "weeks"});
}

bool Depictives::more_of_patient(std::uint32_t t) const {
  if (t + 1 >= words_.end) return false;
  const std::string word = form(t);
  const Token& next = token(t + 1);
  const bool possessed = is_possessive_pronoun(next);
  static constexpr std::array<std::string_view, 7> kin{"wife",   "husband", "partner",   "mother",
                                                       "father", "carer",   "girlfriend"};
  if (word == "as" && possessed && one_of(form(t + 2), kin) && lemma(c_.by.participle) != "describe")
    return true;
  if (word == "on" && possessed && form(t + 2) == "own") return true;
  if (word == "in" && form(t + 1) == "spite" && t + 3 < words_.end) return token(t + 3).xpos == Xpos::VBG;
  if (one_of(word, {"if", "whether", "though", "unless", "until"}) &&
      (next.upos == Upos::ADJ || form(t + 1) == "not"))
    return true;
  if (one_of(word, {"since", "until", "then"}) && next.upos == Upos::NUM && n_.form(t + 1).size() <= 2)
    return true;
  if (word == "with") {
    const TokenRange who = noun_phrase_at(n_, t + 1, words_.end);
    return !who.empty() && is_person(n_, who) && mark(who.end) && t == behind_;
  }
  if (t != behind_) return false;
  if (word == "," && next.upos == Upos::NUM && n_.form(t + 1).size() <= 2) return true;
  return one_of(word, {"/", "and/or", "unable", "plus"});
}

bool Depictives::young_at(std::uint32_t t) const {
  if (form(t) != "as" || t + 2 >= words_.end || (form(t + 1) != "a" && form(t + 1) != "an")) return false;
  for (std::uint32_t noun = t + 2; noun < words_.end && noun < t + 5; ++noun)
    if (token(noun).upos == Upos::NOUN) return one_of(lemma(noun), kYoung);
  return false;
}

bool Depictives::no_verb(std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t t = from; t < to; ++t)
    if (verb(t)) return false;
  return true;
}

bool Depictives::is_person_hurt() const {
  return c_.patient.empty() || is_person(n_, c_.patient) || named(p_, c_.patient);
}

}  // namespace onus
