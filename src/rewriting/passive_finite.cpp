#include <array>

#include "rewriting/passive_subject.h"
#include "rewriting/phrases.h"
#include "rewriting/shaping.h"
#include "text/closed_list.h"

namespace onus {
namespace {

// "saw her mother hit by him": what is seen is the act.
constexpr std::array<std::string_view, 6> kPerceiving{"see", "hear", "watch", "witness", "notice", "find"};

// The "and" that `t` is, or the one before an insertion that ends with the comma `t`: "and, if she was
// late, would be …".
std::uint32_t link_across_insertion(const Shaping& s, std::uint32_t t) {
  if (s.token(t).upos == Upos::CCONJ) return t;
  if (s.n.form(t) != ",") return kNone;
  for (std::uint32_t comma = t; comma-- > s.sentence.begin + 1;)
    if (s.n.form(comma) == ",") {
      if (s.token(comma - 1).upos == Upos::CCONJ) return comma - 1;
      break;
    }
  // "was denied money by him, was given …"
  const Clause* own = s.clause();
  if (own == nullptr || !own->subject_inherited || own->governor == kNone) return kNone;
  for (std::uint32_t word = s.n.clauses.all[own->governor].predicate; word < t; ++word)
    if (s.token(word).upos == Upos::CCONJ || s.token(word).xpos == Xpos::WP) return kNone;
  return t;
}

// "Got punched by him again, says Ms A."
bool note_with_auxiliary(Shaping& s) {
  return s.out.group.finite && shape_missing_subject(s, s.out.group.words.begin);
}

// "Who was hit by him?", "Which school [Leo goes to] was", "[The fight stopped after Ella] was left alone":
// where the subject isn't what was read.
bool misread_subject(const Shaping& s) {
  static constexpr std::array<std::string_view, 7> asking{"who", "whom",  "which",  "what",
                                                          "how", "whose", "whether"};
  static constexpr std::array<std::string_view, 6> joins{"after", "before", "since",
                                                         "until", "when",   "because"};
  static constexpr std::array<std::string_view, 5> times{"minute", "hour", "day", "week", "month"};
  const TokenRange read = s.out.patient;
  if (one_of(s.n.analysis.lemma(read.end - 1), times)) return true;  // "and two weeks later was hit by him"
  if (one_of(s.form(s.sentence.begin), asking)) {
    if (s.asks()) return true;
    const bool how_often = s.form(s.sentence.begin) == "how" && read.begin == s.sentence.begin + 2 &&
                           s.token(s.sentence.begin + 1).upos == Upos::ADV;
    bool apart_from_it = read.begin == s.sentence.begin || how_often;
    for (std::uint32_t t = s.sentence.begin; t < read.begin; ++t)
      apart_from_it |= s.n.form(t) == "," || s.form(t) == "that";
    if (!apart_from_it) return true;
  }
  for (std::uint32_t t = read.begin + 1; t < read.end; ++t)
    if (one_of(s.form(t), joins) && s.token(t - 1).upos == Upos::VERB) return true;
  return false;
}

// "her doors, her windows and her car": a row of which only the end was read.
bool among_others(const Shaping& s) {
  const std::uint32_t begin = s.out.patient.begin;
  if (begin < s.sentence.begin + 2) return false;
  if (s.form(begin - 1) == "also" && s.form(begin - 2) == "but") return true;
  if (s.n.form(begin - 1) != ",") return false;
  bool joins = false;
  for (std::uint32_t t = begin; t < s.out.patient.end; ++t) joins |= s.token(t).upos == Upos::CCONJ;
  const TokenRange before = noun_phrase_before(s.n, s.sentence.begin, begin - 1);
  return joins && before.begin == s.sentence.begin && !before.empty();
}

// "should not have to be frightened by him": what she needn't bear isn't what he needn't do.
bool obliged(const Shaping& s) {
  bool have_to = false;
  for (std::uint32_t t = s.out.group.words.begin; t + 1 < s.out.group.words.end; ++t)
    have_to |= s.n.analysis.lemma(t) == "have" && s.form(t + 1) == "to";
  return have_to && s.out.group.negated;
}

// "What frightened her most was being driven by him": "being driven" says what it was.
bool says_what_it_was(const Shaping& s) {
  if (!one_of(s.form(s.out.patient.begin), {"what", "all"}) || s.out.patient.size() < 2) return false;
  for (std::uint32_t t = s.out.group.words.begin; t < s.out.group.words.end; ++t)
    if (s.form(t) == "being") return true;
  return false;
}

// "by Mr B or by his mother"
bool has_alternatives(const Shaping& s) {
  for (std::uint32_t t = s.out.by.core.begin; t < s.out.by.core.end; ++t)
    if (s.form(t) == "or" && s.form(s.out.by.core.begin) != "either") return true;
  return false;
}

void leave_out(Shaping& s, std::array<std::string_view, 2> words) {
  for (std::uint32_t t = s.out.group.words.begin; t < s.out.group.words.end; ++t)
    if (one_of(s.form(t), words)) s.out.group.left_out = t;
}

}  // namespace

// "Had Ms A not been stopped by Mr B, she would …"
bool is_inverted(const Shaping& s) {
  const std::string first = s.form(s.sentence.begin);
  if (first == "had" || first == "were" || first == "should") return true;
  // "At no point was Ms A helped by him", "Only once was she hit by him in public"
  static constexpr std::array<std::string_view, 10> fronted_words{
      "never", "only", "so", "not", "nor", "rarely", "seldom", "little", "neither", "no"};
  const std::string second = s.form(s.sentence.begin + 1);
  return one_of(first, fronted_words) || (first == "at" && second == "no") ||
         (one_of(first, {"on", "in", "under"}) && one_of(second, {"no", "neither"}));
}

// "Was Ms A hit", "Has she been hit", "How often is she hit".
bool shape_question(Shaping& s) {
  std::uint32_t t = s.out.group.words.begin;
  while (t > s.sentence.begin && (s.token(t - 1).upos == Upos::ADV || s.token(t - 1).features.negative)) --t;
  const TokenRange subject = noun_phrase_before(s.n, s.sentence.begin, t);
  if (subject.empty() || subject.begin == s.sentence.begin) return false;
  std::uint32_t first = subject.begin - 1;
  if (first > s.sentence.begin && (s.form(first) == "n't" || s.form(first) == "n’t")) --first;
  if (s.token(first).upos != Upos::AUX && s.token(first).deprel != Deprel::aux) return false;
  s.out.shape = PassiveShape::question;
  s.out.patient = subject;
  s.out.link = first;
  if (s.out.group.auxiliary == kNone) {
    const std::string word = s.form(first);
    if (s.n.analysis.lemma(first) != "be" && s.n.analysis.lemma(first) != "get") return false;
    s.out.group.auxiliary = first;
    s.out.group.place = word == "was" || word == "were" ? VerbPlace::past : VerbPlace::present;
  }
  return true;
}

bool shape_relative(Shaping& s) {
  std::uint32_t t = s.out.group.words.begin;
  while (t > s.sentence.begin && s.token(t - 1).upos == Upos::ADV) --t;
  if (t == s.sentence.begin) return false;
  const std::string word = s.form(t - 1);
  const bool relative = word == "who" || word == "which" || (word == "what" && !s.asks());
  if (relative || (word == "that" && s.token(t - 1).xpos == Xpos::WDT)) {
    if (t - 1 == s.sentence.begin && word != "what" && s.asks()) return false;  // "Who was hit by him?"
    s.out.shape = PassiveShape::relative;
    s.out.link = t - 1;
    return true;
  }
  const TokenRange phrase = noun_phrase_before(s.n, s.sentence.begin, t);
  const bool inside = !phrase.empty() && s.form(phrase.begin) == "whose";
  const bool outside =
      !phrase.empty() && phrase.begin > s.sentence.begin && s.form(phrase.begin - 1) == "whose";
  if (inside || outside) {
    s.out.shape = PassiveShape::whose;
    s.out.link = t;
    return true;
  }
  return false;
}

bool shape_inherited(Shaping& s) {
  std::uint32_t t = s.out.group.words.begin;
  while (t > s.sentence.begin && s.token(t - 1).upos == Upos::ADV) --t;
  if (t == s.sentence.begin) return note_with_auxiliary(s);
  const std::uint32_t link = link_across_insertion(s, t - 1);
  if (link == kNone) return false;
  const Clause* own = s.clause();
  if (own == nullptr || own->subject == kNone || own->subject >= t) return false;
  s.out.shape = PassiveShape::inherited;
  s.out.link = link;
  s.out.antecedent = own->subject;
  return true;
}

bool shape_finite(Shaping& s) {
  s.out.patient = subject_before(s.n, s.out.by.participle, s.out.group.words.begin);
  if (s.out.patient.empty() || among_others(s) || misread_subject(s)) return false;
  if (s.out.patient.size() == 1 && s.form(s.out.patient.begin).ends_with("self"))
    return false;  // "she herself"
  if (s.form(s.out.group.words.begin) == "get" && s.out.patient.begin > s.sentence.begin &&
      one_of(s.n.analysis.lemma(s.out.patient.begin - 1), kPerceiving)) {
    s.out.shape = PassiveShape::small_clause;  // "saw Ms A get hit by him"
    return true;
  }
  if (obliged(s) || says_what_it_was(s)) return false;
  s.out.comma = s.n.form(s.out.patient.end) == ",";
  if (s.form(s.out.patient.begin) == "neither") leave_out(s, {"ever", "ever"});
  if (s.out.group.negated && has_alternatives(s)) {
    leave_out(s, {"not", "n't"});
    s.out.group.negated = false;
    s.out.denies_each = true;
  }
  return true;
}

}  // namespace onus
