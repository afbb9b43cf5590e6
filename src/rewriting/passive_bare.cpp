#include <algorithm>
#include <array>

#include "language/by_phrase.h"
#include "rewriting/passive_subject.h"
#include "rewriting/phrases.h"
#include "rewriting/shaping.h"
#include "text/closed_list.h"

namespace onus {
namespace {

constexpr std::array<std::string_view, 8> kTold{"states", "stated", "reports", "reported",
                                                "says",   "said",   "alleges", "claims"};

// "saw her mother hit by him": what is seen is the act.
constexpr std::array<std::string_view, 6> kPerceiving{"see", "hear", "watch", "witness", "notice", "find"};

bool at_work(const Shaping& s, const Mention& mention) {
  return std::ranges::any_of(mention.people, [&](std::uint32_t person) {
    return s.n.cast.people[person].role() == Role::professional;
  });
}

// "mum tearful, said grabbed by dad": whom the note is about.
std::uint32_t first_person_before(const Shaping& s, std::uint32_t end) {
  std::uint32_t first = kNone;
  for (std::uint32_t t = s.sentence.begin; t < end; ++t) {
    const Mention* mention = s.n.cast.at(t);
    if (mention == nullptr || mention->head != t || mention->kind == MentionKind::agency) continue;
    if (at_work(s, *mention)) continue;  // "Social worker called, said threatened by him"
    if (first != kNone && mention->people != s.n.cast.at(first)->people) return kNone;
    if (first == kNone) first = t;
  }
  return first;
}

// "the sofa had been slashed and the windows put through by him": the auxiliary stands with the first.
bool behind_passive(const Shaping& s, std::uint32_t link) {
  for (std::uint32_t t = link; t-- > s.sentence.begin;) {
    if (s.n.form(t) == ";" || s.token(t).xpos == Xpos::WP || s.token(t).xpos == Xpos::WDT) return false;
    if (participle_like(s.token(t))) {
      if (passive_group(s.n, t).auxiliary != kNone) return true;
      continue;
    }
    if (s.token(t).upos == Upos::AUX || s.token(t).upos == Upos::VERB) return false;
  }
  return false;
}

// "had her tyres let down and her laptop smashed by him": whose doing each was stands with "had".
bool behind_causative(const Shaping& s, std::uint32_t link) {
  for (std::uint32_t t = link; t-- > s.sentence.begin;) {
    if (s.n.form(t) == ";") return false;
    const Upos next = s.token(t + 1).upos;
    const bool object = next == Upos::PRON || next == Upos::DET || next == Upos::NOUN || next == Upos::PROPN;
    if (object && one_of(s.n.analysis.lemma(t), {"have", "get"})) return true;
  }
  return false;
}

// "4/19 Mother shoved down the steps by Father, police called": somebody right behind a date or at the
// start, and no verb whose subject they could be.
bool starts_note(Shaping& s, std::uint32_t begin) {
  const TokenRange whom = noun_phrase_before(s.n, s.sentence.begin, begin);
  const bool bare_noun =
      whom.size() == 1 && s.token(whom.begin).upos == Upos::NOUN;  // "Door kicked in by him"
  if (whom.empty() || (!is_person(s.n, whom) && !bare_noun)) return false;
  std::uint32_t first = s.sentence.begin;
  while (first < whom.begin && (has_digit(s.n.form(first)) || s.token(first).upos == Upos::PUNCT ||
                                s.token(first).upos == Upos::SYM))
    ++first;
  if (first != whom.begin) return false;
  // "Damage caused by him, including two doors, has been charged to her"
  for (std::uint32_t t = s.out.by.agent.end + 1; t < s.sentence.end; ++t)
    if (s.token(t).upos == Upos::AUX && s.n.form(t - 1) == ",") return false;
  for (std::uint32_t t = s.out.by.agent.end; t < s.sentence.end; ++t) {
    const Token& word = s.token(t);
    if (word.upos == Upos::PUNCT || word.upos == Upos::SCONJ || word.upos == Upos::CCONJ) break;
    const bool infinitive = word.xpos == Xpos::VB && s.form(t - 1) == "to";
    const bool verbal = word.upos == Upos::AUX || (word.upos == Upos::VERB && word.xpos != Xpos::VBN &&
                                                   word.xpos != Xpos::VBG && !infinitive);
    if (verbal) return false;
  }
  s.out.patient = whom;
  s.out.shape = PassiveShape::note;
  return true;
}

// "Cats out, fish tank tipped over by him, kids upset": one note in a row of them. Without an article a thing
// that can be counted has no clause of its own.
bool within_note(Shaping& s, std::uint32_t begin) {
  const TokenRange what = noun_phrase_before(s.n, s.sentence.begin, begin);
  if (what.empty() || what.begin <= s.sentence.begin || s.out.by.agent.end >= s.sentence.end) return false;
  if (!one_of(s.n.form(what.begin - 1), {",", ":", ";", "-", "–"})) return false;
  const Token& last = s.token(what.end - 1);
  if (last.upos != Upos::NOUN || last.features.number == Number::plur) return false;
  for (std::uint32_t t = what.begin; t < what.end; ++t)
    if (s.token(t).upos != Upos::NOUN && s.token(t).upos != Upos::ADJ) return false;
  for (std::uint32_t t = s.sentence.begin; t < s.sentence.end; ++t) {
    const Token& word = s.token(t);
    const bool maybe_participle = participle_like(word) || s.n.analysis.lemma(t) == s.form(t);
    if (word.upos == Upos::AUX || word.xpos == Xpos::WP || (word.upos == Upos::VERB && !maybe_participle))
      return false;
  }
  s.out.patient = what;
  s.out.shape = PassiveShape::note;
  return true;
}

// Nothing but a date or a label before it.
bool before_patient_is_label(const Shaping& s) {
  if (s.out.patient.begin == s.sentence.begin) return true;
  const std::string_view word = s.n.form(s.out.patient.begin - 1);
  return word == ":" || word == "-" || word == "–" || word == "." || word == ";" || word == ",";
}

bool is_root(const Shaping& s) {
  const Token& word = s.token(s.out.by.participle);
  for (std::uint32_t t = s.sentence.begin; t < s.sentence.end; ++t) {
    const bool finite = s.token(t).upos == Upos::AUX || s.token(t).xpos == Xpos::VBZ ||
                        s.token(t).xpos == Xpos::VBP ||
                        (s.token(t).xpos == Xpos::VBD && t != s.out.by.participle);
    const bool other_root = t != s.out.by.participle && s.token(t).deprel == Deprel::root;
    if (finite || (other_root && s.token(t).upos == Upos::VERB && s.token(t).xpos != Xpos::VBN)) return false;
  }
  return word.upos == Upos::VERB;
}

}  // namespace

// "had her hair pulled"
bool shape_causative(Shaping& s) {
  const TokenRange object = noun_phrase_before(s.n, s.sentence.begin, s.out.group.words.begin);
  if (object.empty() || object.begin <= s.sentence.begin + 1) return false;
  if (s.token(object.begin).features.possessive && object.size() < 2) return false;
  std::uint32_t have = object.begin - 1;
  if (s.token(have).xpos == Xpos::VBG && have > s.sentence.begin)
    --have;  // "had boiling water thrown at her"
  if (s.n.analysis.lemma(have) != "have") return false;
  PassiveGroup& group = s.out.group;
  std::uint32_t first = have;
  while (first > s.sentence.begin &&
         (s.token(first - 1).upos == Upos::AUX || s.token(first - 1).upos == Upos::ADV))
    --first;
  while (s.token(first).upos == Upos::ADV) ++first;
  const std::string word = s.form(have);
  group.place = first != have ? VerbPlace::participle : word == "had" ? VerbPlace::past : VerbPlace::present;
  if (first != have && word != "had" && word != "having" && word != "have") return false;
  if (word == "having" && first == have) return false;  // "and having water thrown at him by her"
  if (word == "having") group.place = VerbPlace::ing;
  if (first != have && word == "have") group.place = VerbPlace::base;
  group.auxiliary = have;
  group.finite = first == have;
  group.words.begin = first;
  s.out.patient = subject_before(s.n, have, first);
  if (s.out.patient.empty()) s.out.patient = noun_phrase_before(s.n, s.sentence.begin, first);
  s.out.link = have + 1;
  s.out.shape = PassiveShape::causative;
  return !s.out.patient.empty();
}

// No auxiliary: a reduced relative, or a note that leaves it out.
bool shape_bare(Shaping& s) {
  const std::uint32_t begin = s.out.group.words.begin;
  if (begin == s.sentence.begin) return shape_missing_subject(s, begin) || shape_fronted(s);
  const Token& before = s.token(begin - 1);
  if (begin >= s.sentence.begin + 2 && one_of(s.form(begin - 1), kTold)) {
    // "Pt states pushed by him": the verb of telling is taken for a noun.
    const TokenRange who = noun_phrase_before(s.n, s.sentence.begin, begin - 1);
    s.out.shape = PassiveShape::note;
    s.out.patient = {begin, begin};
    s.out.antecedent = who.empty() ? first_person_before(s, begin) : head_of(s.n, who);
    return s.out.antecedent != kNone;
  }
  if (starts_note(s, begin) || within_note(s, begin)) return true;
  if (is_root(s) && (before.upos == Upos::NOUN || before.upos == Upos::PROPN)) {
    s.out.patient = subject_before(s.n, s.out.by.participle, begin);
    if (s.out.patient.empty()) s.out.patient = noun_phrase_before(s.n, s.sentence.begin, begin);
    s.out.shape = PassiveShape::note;
    const bool thing = !s.out.patient.empty() && s.token(s.out.patient.begin).upos == Upos::DET &&
                       !is_person(s.n, s.out.patient);  // "the damage done by him to the flat cost"
    const bool inner =                                  // "Bruising to L forearm inflicted by husband"
        !s.out.patient.empty() && s.out.patient.begin > s.sentence.begin && !is_person(s.n, s.out.patient) &&
        s.token(s.out.patient.begin - 1).upos == Upos::ADP;
    if (!thing && !inner) return !s.out.patient.empty() && before_patient_is_label(s);
  }
  if (before.upos == Upos::VERB && is_reporting(s.n.analysis.lemma(begin - 1)))
    return shape_missing_subject(s, begin);
  if (s.form(begin - 1) == "those") {
    s.out.patient = {begin - 1, begin};
    s.out.shape = PassiveShape::reduced;
    return true;
  }
  if (before.upos != Upos::NOUN && before.upos != Upos::PROPN && s.n.form(begin - 1) != ",") return false;
  const std::uint32_t end = s.n.form(begin - 1) == "," ? begin - 1 : begin;
  s.out.comma = end != begin;
  if (end == s.sentence.begin) return false;
  s.out.patient = noun_phrase_before(s.n, s.sentence.begin, end);
  s.out.shape = PassiveShape::reduced;
  if (s.out.patient.empty()) return false;
  static constexpr std::array<std::string_view, 6> times{"night",   "day",  "morning",
                                                         "evening", "time", "week"};
  for (std::uint32_t t = s.out.patient.begin; t < s.out.patient.end && s.form(t) != "of"; ++t)
    if (one_of(s.n.analysis.lemma(t), times))
      return false;  // "and on the night of the removal shut in by him"
  if (one_of(s.form(s.out.patient.begin), {"others", "times"}))
    return false;  // "and at others beaten by him"
  const std::uint32_t before_noun = s.out.patient.begin;
  if (before_noun == s.sentence.begin) return true;
  const Token& word = s.token(before_noun - 1);
  std::uint32_t have = before_noun - 1;
  while (have > s.sentence.begin && (s.token(have).upos == Upos::ADJ || s.form(have).ends_with("ing")) &&
         s.form(have) != "having")
    --have;
  if (one_of(s.n.analysis.lemma(have), {"have", "get"}))
    return false;             // "having boiling water thrown at her by him"
  const auto earlier = [&] {  // "Ms A shoved by him and her phone thrown by him"
    const auto all = by_agents(s.n, sentence_of(s.n.analysis, begin));
    return !all.empty() && all.front().participle < before_noun && all.front().agent.end + 6 > before_noun;
  };
  if (word.upos == Upos::CCONJ &&
      (earlier() || behind_passive(s, before_noun - 1) || behind_causative(s, before_noun - 1)))
    return false;
  // "was, on her account, hit by him": the noun isn't what is hit.
  if (s.out.comma && (word.upos == Upos::ADP || word.upos == Upos::PUNCT)) return false;
  if (!s.out.comma && one_of(s.form(before_noun - 1), kTold) && is_person(s.n, s.out.patient)) {
    s.out.shape = PassiveShape::note;  // "child says mum pushed over by stepdad"
    return true;
  }
  if (!one_of(s.n.analysis.lemma(before_noun - 1), kPerceiving)) return true;
  if (s.n.analysis.lemma(before_noun - 1) == "find" && !is_person(s.n, s.out.patient)) return true;
  s.out.shape = PassiveShape::small_clause;
  return !s.out.comma;
}

namespace {

// "Call from Ms A. Got grabbed by Mr B": the only one besides the doer whom the sentence before speaks of.
std::uint32_t subject_of_note(const Shaping& s) {
  const std::uint32_t here = sentence_of(s.n.analysis, s.sentence.begin);
  if (here == 0) return kNone;
  const Sentence& previous = s.n.analysis.sentences[here - 1];
  if (previous.block != s.n.analysis.sentences[here].block) return kNone;
  const std::uint32_t doer = person_in(s.n, s.out.by.core);
  const auto doer_set = pronouns_of(s.n, s.out.by.core);
  std::uint32_t found = kNone;
  for (const Mention& mention : s.n.cast.mentions) {
    if (!previous.tokens.contains(mention.head) || mention.kind == MentionKind::agency) continue;
    if (mention.kind == MentionKind::pronoun || at_work(s, mention)) continue;
    const std::uint32_t person = mention.people.size() == 1 ? mention.people.front() : kNone;
    if (person != kNone && person == doer) continue;
    const auto set = pronouns_of(s.n, mention.tokens);
    if (!set || (doer == kNone && set == doer_set)) return kNone;
    if (found != kNone && mention.people != s.n.cast.at(found)->people) return kNone;
    found = mention.head;
  }
  return found;
}

}  // namespace

bool shape_missing_subject(Shaping& s, std::uint32_t begin) {
  const Clause* own = s.clause();
  s.out.shape = PassiveShape::note;
  s.out.patient = {begin, begin};
  if (begin == s.sentence.begin && (own == nullptr || own->reported_by == kNone)) {
    s.out.antecedent = subject_of_note(s);
    for (std::uint32_t t = s.out.by.agent.end; t + 1 < s.sentence.end; ++t)  // "Hit by him, Ms A left"
      if (s.n.form(t) == "," && s.n.cast.at(t + 1) != nullptr) return false;
    return s.out.antecedent != kNone;
  }
  if (own == nullptr || own->reported_by == kNone) return false;
  s.out.antecedent = s.n.clauses.all[own->reported_by].subject;
  return s.out.antecedent != kNone;
}

}  // namespace onus
