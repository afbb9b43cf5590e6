#include <array>

#include "language/by_phrase.h"
#include "rewriting/passive_subject.h"
#include "rewriting/phrases.h"
#include "rewriting/shaping.h"
#include "text/closed_list.h"

namespace onus {
namespace {

// The subject of the verb at `verb`, by the words: for where the parse doesn't see a clause.
std::uint32_t subject_by_words(const Shaping& s, std::uint32_t verb) {
  while (verb > s.sentence.begin &&
         (s.token(verb - 1).upos == Upos::AUX || s.token(verb - 1).upos == Upos::ADV ||
          s.token(verb - 1).features.negative))
    --verb;
  const TokenRange who = noun_phrase_before(s.n, s.sentence.begin, verb);
  return who.empty() || !is_person(s.n, who) ? kNone : head_of(s.n, who);
}

// "Ms A is thought by her GP to have been drugged by Mr B"
bool reported(Shaping& s, std::uint32_t to) {
  for (const ByAgent& other : by_agents(s.n, sentence_of(s.n.analysis, to))) {
    if (other.agent.end != to || !is_reporting(s.n.analysis.lemma(other.participle))) continue;
    const PassiveGroup group = passive_group(s.n, other.participle);
    if (!group.finite || group.negated || other.by != other.participle + 1) return false;
    s.out.patient = subject_before(s.n, other.participle, group.words.begin);
    s.out.teller = other;
    s.out.shape = PassiveShape::reported;
    return !s.out.patient.empty();
  }
  return false;
}

bool joined_to_infinitive(Shaping& s, std::uint32_t link) {
  for (std::uint32_t t = link; t-- > s.sentence.begin;) {
    if (s.n.form(t) == ";" || s.token(t).xpos == Xpos::WP || s.token(t).xpos == Xpos::WDT) return false;
    if (s.token(t).upos == Upos::VERB && !participle_like(s.token(t))) return false;
    if (!participle_like(s.token(t))) continue;
    const PassiveGroup before = passive_group(s.n, t);
    bool to = false;
    for (std::uint32_t word = before.words.begin; word < before.words.end; ++word) to |= s.form(word) == "to";
    const std::uint32_t own = s.n.clauses.at_predicate[t];
    if (before.auxiliary == kNone || !to || before.infinitive || own == kNone) return false;
    s.out.antecedent = s.n.clauses.all[own].subject;
    s.out.shape = PassiveShape::inherited;
    s.out.link = link;
    return s.out.antecedent != kNone;
  }
  return false;
}

// The subject of the clause behind the next comma.
bool subject_behind_comma(Shaping& s) {
  std::uint32_t comma = s.out.by.agent.end;
  while (comma < s.sentence.end && s.n.form(comma) != ",") ++comma;
  if (comma + 2 >= s.sentence.end) return false;
  const TokenRange who = noun_phrase_at(s.n, comma + 1, s.sentence.end);
  if (who.empty() || !is_person(s.n, who) || who.end >= s.sentence.end) return false;
  const Token& next = s.token(who.end);
  if (next.upos != Upos::AUX && next.upos != Upos::VERB && next.upos != Upos::ADV) return false;
  s.out.subject = who;
  return true;
}

// "Ms A, having been hit by him, …": what came before, told of the name in front.
bool having_been(Shaping& s, std::uint32_t begin) {
  s.out.patient = noun_phrase_before(s.n, s.sentence.begin, begin - 1);
  if (s.out.patient.empty() || !is_person(s.n, s.out.patient)) return false;
  s.out.comma = true;
  s.out.shape = PassiveShape::reduced;
  return s.out.patient.begin == s.sentence.begin || s.form(s.out.patient.begin - 1) == "that";
}

// "The nurse saw Ms A, having been hit by him": the one at `t` may be meant as well as the one at `first`.
bool somebody_else(const Shaping& s, std::uint32_t t, std::uint32_t first) {
  const Mention* mention = s.n.cast.at(t);
  if (mention == nullptr || mention->head != t || mention->kind == MentionKind::agency) return false;
  const Mention* before = s.n.cast.at(first);
  if (before != nullptr && !mention->people.empty() && mention->people == before->people) return false;
  return !is_possessive_pronoun(s.token(t));
}

// "Ms A went to A&E, having been hit by him": what came before, told behind the main clause.
bool absolute(Shaping& s, std::uint32_t begin) {
  const TokenRange who = noun_phrase_at(s.n, s.sentence.begin, begin);
  if (who.empty() || !is_person(s.n, who) || who.end >= begin || s.out.by.agent.end > s.sentence.end)
    return false;
  const Token& next = s.token(who.end);
  if (next.upos != Upos::VERB && next.upos != Upos::AUX && next.upos != Upos::ADV) return false;
  for (std::uint32_t t = who.end; t + 1 < begin; ++t)  // somebody else's clause may stand between
    if (s.n.form(t) == "," || s.token(t).xpos == Xpos::WP || s.token(t).upos == Upos::SCONJ ||
        somebody_else(s, t, head_of(s.n, who)))
      return false;
  s.out.patient = {begin, begin};
  s.out.antecedent = head_of(s.n, who);
  s.out.link = begin - 1;
  s.out.shape = PassiveShape::gerund;
  return true;
}

// A verb that the tagger may take for a noun: "Ms A fears being hurt by him".
bool fears(const Shaping& s, std::uint32_t t) {
  static constexpr std::array<std::string_view, 8> verbs{"fears",   "dreads",    "risks",     "recalls",
                                                         "reports", "remembers", "describes", "denies"};
  if (t == s.sentence.begin || s.token(t).upos != Upos::NOUN || !one_of(s.form(t), verbs)) return false;
  return s.token(t - 1).upos == Upos::PROPN || is_person(s.n, {t - 1, t}) ||
         (t == s.sentence.begin + 1 && can_be_person(s.n.analysis, t - 1));
}

// "Being watched by Mr B on the doorbell camera frightens her."
bool as_subject(Shaping& s) {
  for (std::uint32_t t = s.out.by.agent.end; t + 1 < s.sentence.end; ++t) {
    if (s.token(t).upos == Upos::PUNCT) return false;
    const bool finite = s.token(t).xpos == Xpos::VBZ || s.token(t).xpos == Xpos::VBD;
    if (!finite || !is_personal_pronoun(s.token(t + 1)) || s.form(t + 1) == "it") continue;
    s.out.antecedent = t + 1;
    s.out.link = s.sentence.begin;
    s.out.shape = PassiveShape::gerund;
    return true;
  }
  return false;
}

// "To be humiliated by Mr B had become normal for Ms A": whoever the rest of the sentence speaks of.
bool infinitive_as_subject(Shaping& s) {
  if (s.form(s.sentence.begin + 1) == "have") return false;
  bool finite = false;
  for (std::uint32_t t = s.out.by.agent.end; t < s.sentence.end; ++t) {
    const Token& word = s.token(t);
    if (word.upos == Upos::PUNCT && !finite) return false;  // "To be helped by him, she …"
    finite |= word.upos == Upos::AUX || word.xpos == Xpos::VBZ || word.xpos == Xpos::VBD;
    const Mention* mention = finite ? s.n.cast.at(t) : nullptr;
    if (mention == nullptr || mention->head != t || s.form(t) == "it") continue;
    if (word.deprel == Deprel::nsubj || word.features.possessive) continue;  // "had, she said, worn her down"
    s.out.antecedent = t;
    s.out.link = kNone;
    s.out.shape = PassiveShape::infinitive;
    return true;
  }
  return false;
}

}  // namespace

// "doesn't want to be contacted by Mr B", "reports to have been hit by Mr B".
bool shape_infinitive(Shaping& s) {
  static constexpr std::array<std::string_view, 6> wanting{"want",   "like",   "wish",
                                                           "expect", "prefer", "hate"};
  static constexpr std::array<std::string_view, 4> telling{"report", "state", "say", "disclose"};
  const std::uint32_t to = s.out.group.words.begin;
  if (to == s.sentence.begin) return infinitive_as_subject(s);
  if (to < s.sentence.begin + 2) return false;
  const std::uint32_t verb = to - 1;
  const std::string_view lemma = s.n.analysis.lemma(verb);
  const bool over = s.form(to + 1) == "have";
  if (over && reported(s, to)) return true;
  // "appears to have been questioned by him and to have been searched by him"
  if (s.token(verb).upos == Upos::CCONJ && joined_to_infinitive(s, verb)) return true;
  if (over ? !one_of(lemma, telling) : !one_of(lemma, wanting)) return false;
  s.out.antecedent = subject_by_words(s, verb);
  s.out.link = verb;
  s.out.shape = PassiveShape::infinitive;
  return s.out.antecedent != kNone;
}

// "Having been bitten by Mr B, Ms A went …", "Headbutted by Mr B outside the shop, Ms A went …"
bool shape_fronted(Shaping& s) {
  if (!subject_behind_comma(s)) return false;
  s.out.patient = {s.out.group.words.begin, s.out.group.words.begin};
  s.out.antecedent = head_of(s.n, s.out.subject);
  s.out.link = s.out.subject.begin - 1;
  s.out.shape = PassiveShape::fronted;
  return true;
}

bool shape_gerund(Shaping& s) {
  const std::uint32_t begin = s.out.group.words.begin;
  if (begin == s.sentence.begin) return s.form(begin) == "having" ? shape_fronted(s) : as_subject(s);
  const Token& before = s.token(begin - 1);
  if (fears(s, begin - 1)) {
    const TokenRange who = noun_phrase_before(s.n, s.sentence.begin, begin - 1);
    s.out.antecedent = who.empty() ? kNone : head_of(s.n, who);
    s.out.link = begin - 1;
    s.out.shape = PassiveShape::gerund;
    return s.out.antecedent != kNone;
  }
  if (is_possessive_pronoun(before)) {  // "a history of her being hit"
    s.out.patient = {begin - 1, begin};
    s.out.shape = PassiveShape::small_clause;
    return s.out.patient.begin > s.sentence.begin;
  }
  if (before.upos == Upos::NOUN || before.upos == Upos::PROPN || before.upos == Upos::PRON) {
    s.out.patient = noun_phrase_before(s.n, s.sentence.begin, begin);
    // "can be heard on the recording being called a slag": whoever is heard
    static constexpr std::array<std::string_view, 9> of{"of",      "about",   "from",    "after", "before",
                                                        "despite", "without", "through", "to"};
    if (s.form(begin) != "having" && s.out.patient.begin > s.sentence.begin &&
        s.token(s.out.patient.begin - 1).upos == Upos::ADP && !one_of(s.form(s.out.patient.begin - 1), of))
      return false;
    // "came to A&E having been bitten": whoever came
    if (s.form(begin) == "having" && s.out.patient.begin > s.sentence.begin &&
        (s.token(s.out.patient.begin - 1).upos == Upos::ADP || !is_person(s.n, s.out.patient)))
      return false;
    // "was seen by a neighbour being pushed": it isn't the neighbour who was
    if (s.out.patient.begin > s.sentence.begin && s.form(s.out.patient.begin - 1) == "by") return false;
    s.out.shape = PassiveShape::small_clause;
    // "Her phone having been taken by Mr B, she …": the same words at the start of a sentence.
    return !s.out.patient.empty() && (s.out.patient.begin > s.sentence.begin || s.form(begin) == "having");
  }
  if (s.n.form(begin - 1) == "," && s.form(begin) == "having")
    return having_been(s, begin) || absolute(s, begin);
  if (before.features.passive || before.xpos == Xpos::VBN) return false;  // "was seen being hit by him"
  const bool fits = before.upos == Upos::ADP || before.upos == Upos::SCONJ || before.upos == Upos::VERB;
  if (!fits || s.form(begin - 1) == "from") return false;
  const Clause* own = s.clause();
  s.out.link = begin - 1;
  s.out.shape = PassiveShape::gerund;
  if (begin >= s.sentence.begin + 2 && one_of(s.form(begin - 2), {"end", "ended", "ends", "ending"}))
    return false;  // "ended up being hospitalised by him"
  if (before.upos == Upos::ADP || before.upos == Upos::SCONJ) {
    // "Ms A's fear of being hit", "her fear of being hit"
    const TokenRange noun = noun_phrase_before(s.n, s.sentence.begin, begin - 1);
    for (std::uint32_t t = noun.begin; t < noun.end; ++t)
      if (s.token(t).deprel == Deprel::nmod_poss && s.n.cast.at(t) != nullptr) {
        s.out.antecedent = t;
        return true;
      }
  }
  if (own != nullptr && own->governor != kNone) s.out.antecedent = s.n.clauses.all[own->governor].subject;
  if (s.out.antecedent == kNone || s.n.cast.at(s.out.antecedent) == nullptr) {
    std::uint32_t verb = begin - 1;
    while (verb > s.sentence.begin && s.token(verb).upos != Upos::VERB && s.token(verb).upos != Upos::PUNCT)
      --verb;
    s.out.antecedent = s.token(verb).upos == Upos::VERB ? subject_by_words(s, verb) : kNone;
    if (s.out.antecedent == kNone && s.token(verb).upos == Upos::VERB)
      s.out.antecedent = dependent(s.n.analysis, s.n.clauses, verb, Deprel::nsubj);
  }
  if (s.out.antecedent == kNone && s.form(s.sentence.begin) == "to" && subject_behind_comma(s))
    s.out.antecedent = head_of(s.n, s.out.subject);
  return s.out.antecedent != kNone;
}

}  // namespace onus
