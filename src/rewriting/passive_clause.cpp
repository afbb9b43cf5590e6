#include "rewriting/passive_clause.h"

#include <algorithm>
#include <array>

#include "language/by_phrase.h"
#include "rewriting/phrases.h"
#include "rewriting/shared_agent.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

constexpr std::array<std::string_view, 8> kTold{"states", "stated", "reports", "reported",
                                                "says",   "said",   "alleges", "claims"};

// "saw her mother hit by him": what is seen is the act.
constexpr std::array<std::string_view, 6> kPerceiving{"see", "hear", "watch", "witness", "notice", "find"};

bool apart(Deprel relation) {
  return relation == Deprel::obl || relation == Deprel::nmod_unmarked || relation == Deprel::obl_unmarked ||
         relation == Deprel::advmod || relation == Deprel::punct || relation == Deprel::parataxis;
}

class Shaper {
 public:
  Shaper(const Narrative& narrative, const ByAgent& by)
      : n_(narrative),
        sentence_(narrative.analysis.sentences[sentence_of(narrative.analysis, by.participle)].tokens) {
    out_.by = by;
  }

  std::optional<PassiveClause> shape() {
    read_row();
    const PassiveGroup group = passive_group(n_, out_.by.participle);
    if (group.floating != kNone && form(group.floating) == "each") return std::nullopt;
    for (std::uint32_t t = group.words.begin; t + 1 < group.words.end; ++t)  // "was not only hit but …"
      if (form(t) == "not" && one_of(form(t + 1), {"only", "just", "merely", "simply"})) return std::nullopt;
    out_.group = group;
    if (!out_.more.empty() || names_something(group)) each_by_itself();
    if (by_agencies()) return std::nullopt;
    if (group.infinitive) return infinitive() ? std::optional(out_) : std::nullopt;
    if ((asks() || inverted()) && question()) return out_;
    if (group.auxiliary == kNone) {
      if (causative() || joined_bare() || bare()) return out_;
      return std::nullopt;
    }
    if (group.gerund) return gerund() ? std::optional(out_) : std::nullopt;
    if (relative() || inherited() || finite()) return with_what_follows();
    return std::nullopt;
  }

 private:
  const Token& token(std::uint32_t t) const { return n_.analysis.tokens[t]; }
  std::string form(std::uint32_t t) const { return lower(n_.form(t)); }
  const Clause* clause() const {
    const std::uint32_t index = n_.clauses.at_predicate[out_.by.participle];
    return index == kNone ? nullptr : &n_.clauses.all[index];
  }

  bool asks() const { return n_.form(sentence_.end - 1) == "?"; }
  // "Had Ms A not been stopped by Mr B, she would …"
  bool inverted() const {
    const std::string first = form(sentence_.begin);
    if (first == "had" || first == "were" || first == "should") return true;
    // "At no point was Ms A helped by him", "Only once was she hit by him in public"
    constexpr std::array<std::string_view, 10> fronted_words{"never",  "only",   "so",     "not",     "nor",
                                                             "rarely", "seldom", "little", "neither", "no"};
    const std::string second = form(sentence_.begin + 1);
    return one_of(first, fronted_words) || (first == "at" && second == "no") ||
           (one_of(first, {"on", "in", "under"}) && one_of(second, {"no", "neither"}));
  }

  // The passive with an auxiliary that the participle `t` is joined to, or kNone. By the words: a parse often
  // joins it to a noun between the two.
  std::uint32_t joined_to(std::uint32_t t) const {
    for (std::uint32_t before = t; before-- > sentence_.begin;) {
      const Token& word = token(before);
      if (word.xpos == Xpos::WP || word.xpos == Xpos::WDT || n_.form(before) == ";") return kNone;
      if (participle_like(token(before))) {
        const PassiveGroup group = passive_group(n_, before);
        if (group.auxiliary != kNone) return group.participles.front();
        if (link_before(group.words.begin) == kNone) return kNone;
      } else if (word.upos == Upos::AUX || word.xpos == Xpos::VBZ || word.xpos == Xpos::VBP) {
        return kNone;
      }
    }
    return kNone;
  }
  bool has_own_agent(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t t = begin; t + 1 < end; ++t) {
      if (form(t) != "by") continue;
      const Token& next = token(t + 1);  // "by the wrists", "by phone"
      const bool held_or_means =
          next.upos == Upos::DET || next.upos == Upos::NOUN || next.features.possessive;
      if (!held_or_means || is_person(n_, noun_phrase_at(n_, t + 1, end))) return true;
    }
    return false;
  }
  // The participles behind the by-phrase that go with it.
  PassiveClause with_what_follows() {
    const bool whole = out_.shape == PassiveShape::finite || out_.shape == PassiveShape::inherited ||
                       out_.shape == PassiveShape::relative;
    if (!whole || out_.group.negated || asks()) return out_;
    const bool of_thing = !out_.patient.empty() && !is_person(n_, out_.patient);
    for (const std::uint32_t verb : sharing_the_agent(n_, out_.by, of_thing)) out_.more.push_back(verb);
    return out_;
  }
  // Right behind "and" or a comma, but for adverbs.
  std::uint32_t link_before(std::uint32_t t) const {
    while (t > sentence_.begin && token(t - 1).upos == Upos::ADV) --t;
    if (t == sentence_.begin) return kNone;
    return token(t - 1).upos == Upos::CCONJ || n_.form(t - 1) == "," ? t - 1 : kNone;
  }

  // "was held by the wrists and shaken by Mr B": the first participle takes the turn, the others follow.
  void read_row() {
    const std::uint32_t last = out_.by.participle;
    const PassiveGroup group = passive_group(n_, last);
    if (n_.form(sentence_.end - 1) == "?") return;
    if (group.auxiliary != kNone) {
      for (std::uint32_t t = group.words.end; t + 1 < out_.by.by; ++t)
        if (token(t).upos == Upos::CCONJ && participle_like(token(t + 1))) out_.more.push_back(t + 1);
      return;
    }
    const std::uint32_t first = joined_to(last);
    if (first == kNone || link_before(group.words.begin) == kNone || has_own_agent(first, last)) return;
    const PassiveGroup whole = passive_group(n_, first);
    if (whole.auxiliary == kNone || whole.negated) return;
    for (std::uint32_t t = whole.words.end; t <= last; ++t)
      if (t == last || (participle_like(token(t)) && joined_to(t) == first && link_before(t) != kNone))
        out_.more.push_back(t);
    out_.by.participle = first;
  }

  // "was pinched and called a mummy's boy by him"
  bool names_something(const PassiveGroup& group) const {
    const std::uint32_t next = group.words.end;
    return group.participles.size() > 1 && next < out_.by.by &&
           (token(next).upos == Upos::DET || token(next).upos == Upos::NOUN);
  }

  // "was picked up, shaken and dropped on the bed by him": each has an object once one has words of its own.
  void each_by_itself() {
    std::vector<std::uint32_t>& row = out_.group.participles;
    if (row.size() < 2) return;
    out_.more.insert(out_.more.begin(), row.begin() + 1, row.end());
    row.resize(1);
    out_.by.participle = row.front();
    out_.group.words.end = row.front() + 1;
  }

  // "was arrested, held overnight and then hit by him": a row whose acts hardly have one doer.
  bool by_agencies() const {
    constexpr std::array<std::string_view, 20> official{
        "arrest",  "sack",    "charge",   "interview", "hospitalise", "admit",  "examine",
        "treat",   "assess",  "refer",    "dismiss",   "suspend",     "detain", "discharge",
        "convict", "release", "sentence", "evict",     "deport",      "bail"};
    const auto is_official = [&](std::uint32_t t) { return one_of(n_.analysis.lemma(t), official); };
    return !out_.more.empty() &&
           (is_official(out_.by.participle) || std::ranges::any_of(out_.more, is_official));
  }

  // "was picked up by Mr B and kept by him": the auxiliary stands with the passive before.
  bool joined_bare() {
    const std::uint32_t first = joined_to(out_.by.participle);
    const std::uint32_t link = link_before(out_.group.words.begin);
    if (first == kNone || link == kNone) return false;
    const PassiveGroup before = passive_group(n_, first);
    if (before.auxiliary == kNone || before.negated) return false;
    const std::uint32_t own = n_.clauses.at_predicate[first];
    if (before.gerund) return joined_to_gerund(first, before.place, link);
    if (own == kNone || n_.clauses.all[own].subject == kNone) return false;
    out_.shape = PassiveShape::inherited;
    out_.group.place = before.place;
    out_.link = link;
    out_.antecedent = n_.clauses.all[own].subject;
    return true;
  }

  // "described having been woken by him and accused by him", "of being starved by him and sworn at by her"
  bool joined_to_gerund(std::uint32_t first, VerbPlace place, std::uint32_t link) {
    for (const ByAgent& other : by_agents(n_, sentence_of(n_.analysis, first))) {
      if (other.participle != first) continue;
      const auto clause = Shaper(n_, other).shape();
      if (!clause || clause->shape != PassiveShape::gerund) return false;
      out_.shape = PassiveShape::inherited;
      out_.group.place = place;
      out_.link = link;
      out_.antecedent = clause->antecedent;
      return out_.antecedent != kNone;
    }
    return false;
  }

  // The subject of the verb at `verb`, by the words: for where the parse doesn't see a clause.
  std::uint32_t subject_by_words(std::uint32_t verb) const {
    while (verb > sentence_.begin && (token(verb - 1).upos == Upos::AUX ||
                                      token(verb - 1).upos == Upos::ADV || token(verb - 1).features.negative))
      --verb;
    const TokenRange who = noun_phrase_before(n_, sentence_.begin, verb);
    return who.empty() || !is_person(n_, who) ? kNone : head_of(n_, who);
  }

  // "Ms A is thought by her GP to have been drugged by Mr B"
  bool reported(std::uint32_t to) {
    for (const ByAgent& other : by_agents(n_, sentence_of(n_.analysis, to))) {
      if (other.agent.end != to || !is_reporting(n_.analysis.lemma(other.participle))) continue;
      const PassiveGroup group = passive_group(n_, other.participle);
      if (!group.finite || group.negated || other.by != other.participle + 1) return false;
      out_.patient = subject_before(n_, other.participle, group.words.begin);
      out_.teller = other;
      out_.shape = PassiveShape::reported;
      return !out_.patient.empty();
    }
    return false;
  }

  // "doesn't want to be contacted by Mr B", "reports to have been hit by Mr B".
  bool infinitive() {
    constexpr std::array<std::string_view, 6> wanting{"want", "like", "wish", "expect", "prefer", "hate"};
    constexpr std::array<std::string_view, 4> telling{"report", "state", "say", "disclose"};
    const std::uint32_t to = out_.group.words.begin;
    if (to < sentence_.begin + 2) return false;
    const std::uint32_t verb = to - 1;
    const std::string_view lemma = n_.analysis.lemma(verb);
    const bool over = form(to + 1) == "have";
    if (over && reported(to)) return true;
    // "appears to have been questioned by him and to have been searched by him"
    if (token(verb).upos == Upos::CCONJ && joined_to_infinitive(verb)) return true;
    if (over ? !one_of(lemma, telling) : !one_of(lemma, wanting)) return false;
    out_.antecedent = subject_by_words(verb);
    out_.link = verb;
    out_.shape = PassiveShape::infinitive;
    return out_.antecedent != kNone;
  }

  bool joined_to_infinitive(std::uint32_t link) {
    for (std::uint32_t t = link; t-- > sentence_.begin;) {
      if (n_.form(t) == ";" || token(t).xpos == Xpos::WP || token(t).xpos == Xpos::WDT) return false;
      if (token(t).upos == Upos::VERB && !participle_like(token(t))) return false;
      if (!participle_like(token(t))) continue;
      const PassiveGroup before = passive_group(n_, t);
      bool to = false;
      for (std::uint32_t word = before.words.begin; word < before.words.end; ++word) to |= form(word) == "to";
      const std::uint32_t own = n_.clauses.at_predicate[t];
      if (before.auxiliary == kNone || !to || before.infinitive || own == kNone) return false;
      out_.antecedent = n_.clauses.all[own].subject;
      out_.shape = PassiveShape::inherited;
      out_.link = link;
      return out_.antecedent != kNone;
    }
    return false;
  }

  // The subject of the clause behind the next comma.
  bool subject_behind_comma() {
    std::uint32_t comma = out_.by.agent.end;
    while (comma < sentence_.end && n_.form(comma) != ",") ++comma;
    if (comma + 2 >= sentence_.end) return false;
    const TokenRange who = noun_phrase_at(n_, comma + 1, sentence_.end);
    if (who.empty() || !is_person(n_, who) || who.end >= sentence_.end) return false;
    const Token& next = token(who.end);
    if (next.upos != Upos::AUX && next.upos != Upos::VERB && next.upos != Upos::ADV) return false;
    out_.subject = who;
    return true;
  }

  // "Having been bitten by Mr B, Ms A went …", "Headbutted by Mr B outside the shop, Ms A went …"
  bool fronted() {
    if (!subject_behind_comma()) return false;
    out_.patient = {out_.group.words.begin, out_.group.words.begin};
    out_.antecedent = head_of(n_, out_.subject);
    out_.link = out_.subject.begin - 1;
    out_.shape = PassiveShape::fronted;
    return true;
  }

  // "Was Ms A hit", "Has she been hit", "How often is she hit".
  bool question() {
    std::uint32_t t = out_.group.words.begin;
    while (t > sentence_.begin && (token(t - 1).upos == Upos::ADV || token(t - 1).features.negative)) --t;
    const TokenRange subject = noun_phrase_before(n_, sentence_.begin, t);
    if (subject.empty() || subject.begin == sentence_.begin) return false;
    std::uint32_t first = subject.begin - 1;
    if (first > sentence_.begin && (form(first) == "n't" || form(first) == "n’t")) --first;
    if (token(first).upos != Upos::AUX && token(first).deprel != Deprel::aux) return false;
    out_.shape = PassiveShape::question;
    out_.patient = subject;
    out_.link = first;
    if (out_.group.auxiliary == kNone) {
      const std::string word = form(first);
      if (n_.analysis.lemma(first) != "be" && n_.analysis.lemma(first) != "get") return false;
      out_.group.auxiliary = first;
      out_.group.place = word == "was" || word == "were" ? VerbPlace::past : VerbPlace::present;
    }
    return true;
  }

  // "had her hair pulled"
  bool causative() {
    const TokenRange object = noun_phrase_before(n_, sentence_.begin, out_.group.words.begin);
    if (object.empty() || object.begin <= sentence_.begin + 1) return false;
    if (token(object.begin).features.possessive && object.size() < 2) return false;
    std::uint32_t have = object.begin - 1;
    if (token(have).xpos == Xpos::VBG && have > sentence_.begin) --have;  // "had boiling water thrown at her"
    if (n_.analysis.lemma(have) != "have") return false;
    PassiveGroup& group = out_.group;
    std::uint32_t first = have;
    while (first > sentence_.begin &&
           (token(first - 1).upos == Upos::AUX || token(first - 1).upos == Upos::ADV))
      --first;
    while (token(first).upos == Upos::ADV) ++first;
    const std::string word = form(have);
    group.place = first != have   ? VerbPlace::participle
                  : word == "had" ? VerbPlace::past
                                  : VerbPlace::present;
    if (first != have && word != "had" && word != "having" && word != "have") return false;
    if (word == "having" && first == have) return false;  // "and having water thrown at him by her"
    if (word == "having") group.place = VerbPlace::ing;
    if (first != have && word == "have") group.place = VerbPlace::base;
    group.auxiliary = have;
    group.finite = first == have;
    group.words.begin = first;
    out_.patient = subject_before(n_, have, first);
    if (out_.patient.empty()) out_.patient = noun_phrase_before(n_, sentence_.begin, first);
    out_.link = have + 1;
    out_.shape = PassiveShape::causative;
    return !out_.patient.empty();
  }

  // No auxiliary: a reduced relative, or a note that leaves it out.
  bool bare() {
    const std::uint32_t begin = out_.group.words.begin;
    if (begin == sentence_.begin) return missing_subject(begin) || fronted();
    const Token& before = token(begin - 1);
    if (begin >= sentence_.begin + 2 && one_of(form(begin - 1), kTold)) {
      // "Pt states pushed by him": the verb of telling is taken for a noun.
      const TokenRange who = noun_phrase_before(n_, sentence_.begin, begin - 1);
      out_.shape = PassiveShape::note;
      out_.patient = {begin, begin};
      out_.antecedent = who.empty() ? first_person_before(begin) : head_of(n_, who);
      return out_.antecedent != kNone;
    }
    if (starts_note(begin)) return true;
    if (is_root() && (before.upos == Upos::NOUN || before.upos == Upos::PROPN)) {
      out_.patient = subject_before(n_, out_.by.participle, begin);
      if (out_.patient.empty()) out_.patient = noun_phrase_before(n_, sentence_.begin, begin);
      out_.shape = PassiveShape::note;
      const bool thing = !out_.patient.empty() && token(out_.patient.begin).upos == Upos::DET &&
                         !is_person(n_, out_.patient);  // "the damage done by him to the flat cost"
      if (!thing) return !out_.patient.empty() && before_patient_is_label();
    }
    if (before.upos == Upos::VERB && is_reporting(n_.analysis.lemma(begin - 1)))
      return missing_subject(begin);
    if (form(begin - 1) == "those") {
      out_.patient = {begin - 1, begin};
      out_.shape = PassiveShape::reduced;
      return true;
    }
    if (before.upos != Upos::NOUN && before.upos != Upos::PROPN && n_.form(begin - 1) != ",") return false;
    const std::uint32_t end = n_.form(begin - 1) == "," ? begin - 1 : begin;
    out_.comma = end != begin;
    if (end == sentence_.begin) return false;
    out_.patient = noun_phrase_before(n_, sentence_.begin, end);
    out_.shape = PassiveShape::reduced;
    if (out_.patient.empty()) return false;
    if (one_of(form(out_.patient.begin), {"others", "times"})) return false;  // "and at others beaten by him"
    const std::uint32_t before_noun = out_.patient.begin;
    if (before_noun == sentence_.begin) return true;
    const Token& word = token(before_noun - 1);
    std::uint32_t have = before_noun - 1;
    while (have > sentence_.begin && (token(have).upos == Upos::ADJ || form(have).ends_with("ing")) &&
           form(have) != "having")
      --have;
    if (one_of(n_.analysis.lemma(have), {"have", "get"}))
      return false;  // "having boiling water thrown at her by him"
    if (word.upos == Upos::CCONJ && behind_passive(before_noun - 1)) return false;
    // "was, on her account, hit by him": the noun isn't what is hit.
    if (out_.comma && (word.upos == Upos::ADP || word.upos == Upos::PUNCT)) return false;
    if (!out_.comma && one_of(form(before_noun - 1), kTold) && is_person(n_, out_.patient)) {
      out_.shape = PassiveShape::note;  // "child says mum pushed over by stepdad"
      return true;
    }
    if (!one_of(n_.analysis.lemma(before_noun - 1), kPerceiving)) return true;
    if (n_.analysis.lemma(before_noun - 1) == "find" && !is_person(n_, out_.patient)) return true;
    out_.shape = PassiveShape::small_clause;
    return !out_.comma;
  }

  // "mum tearful, said grabbed by dad": whom the note is about.
  std::uint32_t first_person_before(std::uint32_t end) const {
    std::uint32_t first = kNone;
    for (std::uint32_t t = sentence_.begin; t < end; ++t) {
      const Mention* mention = n_.cast.at(t);
      if (mention == nullptr || mention->head != t || mention->kind == MentionKind::agency) continue;
      if (at_work(*mention)) continue;  // "Social worker called, said threatened by him"
      if (first != kNone && mention->people != n_.cast.at(first)->people) return kNone;
      if (first == kNone) first = t;
    }
    return first;
  }
  bool at_work(const Mention& mention) const {
    return std::ranges::any_of(mention.people, [&](std::uint32_t person) {
      return n_.cast.people[person].role() == Role::professional;
    });
  }

  // "the sofa had been slashed and the windows put through by him": the auxiliary stands with the first.
  bool behind_passive(std::uint32_t link) const {
    for (std::uint32_t t = link; t-- > sentence_.begin;) {
      if (n_.form(t) == ";" || token(t).xpos == Xpos::WP || token(t).xpos == Xpos::WDT) return false;
      if (participle_like(token(t))) {
        if (passive_group(n_, t).auxiliary != kNone) return true;
        continue;
      }
      if (token(t).upos == Upos::AUX || token(t).upos == Upos::VERB) return false;
    }
    return false;
  }

  // "4/19 Mother shoved down the steps by Father, police called": somebody right behind a date or at the
  // start, and no verb whose subject they could be.
  bool starts_note(std::uint32_t begin) {
    const TokenRange whom = noun_phrase_before(n_, sentence_.begin, begin);
    const bool bare_noun =
        whom.size() == 1 && token(whom.begin).upos == Upos::NOUN;  // "Door kicked in by him"
    if (whom.empty() || (!is_person(n_, whom) && !bare_noun)) return false;
    std::uint32_t first = sentence_.begin;
    while (first < whom.begin &&
           (has_digit(n_.form(first)) || token(first).upos == Upos::PUNCT || token(first).upos == Upos::SYM))
      ++first;
    if (first != whom.begin) return false;
    // "Damage caused by him, including two doors, has been charged to her"
    for (std::uint32_t t = out_.by.agent.end + 1; t < sentence_.end; ++t)
      if (token(t).upos == Upos::AUX && n_.form(t - 1) == ",") return false;
    for (std::uint32_t t = out_.by.agent.end; t < sentence_.end; ++t) {
      const Token& word = token(t);
      if (word.upos == Upos::PUNCT || word.upos == Upos::SCONJ || word.upos == Upos::CCONJ) break;
      const bool infinitive = word.xpos == Xpos::VB && form(t - 1) == "to";
      const bool verbal = word.upos == Upos::AUX || (word.upos == Upos::VERB && word.xpos != Xpos::VBN &&
                                                     word.xpos != Xpos::VBG && !infinitive);
      if (verbal) return false;
    }
    out_.patient = whom;
    out_.shape = PassiveShape::note;
    return true;
  }

  // Nothing but a date or a label before it.
  bool before_patient_is_label() const {
    if (out_.patient.begin == sentence_.begin) return true;
    const std::string_view word = n_.form(out_.patient.begin - 1);
    return word == ":" || word == "-" || word == "–" || word == "." || word == ";" || word == ",";
  }

  bool is_root() const {
    const Token& word = token(out_.by.participle);
    for (std::uint32_t t = sentence_.begin; t < sentence_.end; ++t) {
      const bool finite = token(t).upos == Upos::AUX || token(t).xpos == Xpos::VBZ ||
                          token(t).xpos == Xpos::VBP ||
                          (token(t).xpos == Xpos::VBD && t != out_.by.participle);
      const bool other_root = t != out_.by.participle && token(t).deprel == Deprel::root;
      if (finite || (other_root && token(t).upos == Upos::VERB && token(t).xpos != Xpos::VBN)) return false;
    }
    return word.upos == Upos::VERB;
  }

  bool missing_subject(std::uint32_t begin) {
    const Clause* own = clause();
    out_.shape = PassiveShape::note;
    out_.patient = {begin, begin};
    if (own == nullptr || own->reported_by == kNone) return false;
    out_.antecedent = n_.clauses.all[own->reported_by].subject;
    return out_.antecedent != kNone;
  }

  bool relative() {
    std::uint32_t t = out_.group.words.begin;
    while (t > sentence_.begin && token(t - 1).upos == Upos::ADV) --t;
    if (t == sentence_.begin) return false;
    const std::string word = form(t - 1);
    const bool relative = word == "who" || word == "which" || (word == "what" && !asks());
    if (relative || (word == "that" && token(t - 1).xpos == Xpos::WDT)) {
      if (t - 1 == sentence_.begin && word != "what" && asks()) return false;  // "Who was hit by him?"
      out_.shape = PassiveShape::relative;
      out_.link = t - 1;
      return true;
    }
    const TokenRange phrase = noun_phrase_before(n_, sentence_.begin, t);
    const bool inside = !phrase.empty() && form(phrase.begin) == "whose";
    const bool outside =
        !phrase.empty() && phrase.begin > sentence_.begin && form(phrase.begin - 1) == "whose";
    if (inside || outside) {
      out_.shape = PassiveShape::whose;
      out_.link = t;
      return true;
    }
    return false;
  }

  bool inherited() {
    std::uint32_t t = out_.group.words.begin;
    while (t > sentence_.begin && token(t - 1).upos == Upos::ADV) --t;
    if (t == sentence_.begin) return note_with_auxiliary();
    const std::uint32_t link = link_across_insertion(t - 1);
    if (link == kNone) return false;
    const Clause* own = clause();
    if (own == nullptr || own->subject == kNone || own->subject >= t) return false;
    out_.shape = PassiveShape::inherited;
    out_.link = link;
    out_.antecedent = own->subject;
    return true;
  }
  // The "and" that `t` is, or the one before an insertion that ends with the comma `t`: "and, if she was
  // late, would be …".
  std::uint32_t link_across_insertion(std::uint32_t t) const {
    if (token(t).upos == Upos::CCONJ) return t;
    if (n_.form(t) != ",") return kNone;
    for (std::uint32_t comma = t; comma-- > sentence_.begin + 1;)
      if (n_.form(comma) == ",") {
        if (token(comma - 1).upos == Upos::CCONJ) return comma - 1;
        break;
      }
    // "was denied money by him, was given …"
    const Clause* own = clause();
    if (own == nullptr || !own->subject_inherited || own->governor == kNone) return kNone;
    for (std::uint32_t word = n_.clauses.all[own->governor].predicate; word < t; ++word)
      if (token(word).upos == Upos::CCONJ || token(word).xpos == Xpos::WP) return kNone;
    return t;
  }

  // "Got punched by him again, says Ms A."
  bool note_with_auxiliary() { return out_.group.finite && missing_subject(out_.group.words.begin); }

  bool finite() {
    out_.patient = subject_before(n_, out_.by.participle, out_.group.words.begin);
    if (out_.patient.empty() || among_others() || misread_subject()) return false;
    if (out_.patient.size() == 1 && form(out_.patient.begin).ends_with("self"))
      return false;  // "she herself"
    if (form(out_.group.words.begin) == "get" && out_.patient.begin > sentence_.begin &&
        one_of(n_.analysis.lemma(out_.patient.begin - 1), kPerceiving)) {
      out_.shape = PassiveShape::small_clause;  // "saw Ms A get hit by him"
      return true;
    }
    if (obliged()) return false;
    out_.comma = n_.form(out_.patient.end) == ",";
    return true;
  }

  // "Who was hit by him?", "Which school [Leo goes to] was", "[The fight stopped after Ella] was left alone":
  // where the subject isn't what was read.
  bool misread_subject() const {
    constexpr std::array<std::string_view, 7> asking{"who", "whom",  "which",  "what",
                                                     "how", "whose", "whether"};
    constexpr std::array<std::string_view, 6> joins{"after", "before", "since", "until", "when", "because"};
    constexpr std::array<std::string_view, 5> times{"minute", "hour", "day", "week", "month"};
    const TokenRange read = out_.patient;
    if (one_of(n_.analysis.lemma(read.end - 1), times)) return true;  // "and two weeks later was hit by him"
    if (one_of(form(sentence_.begin), asking)) {
      if (asks()) return true;
      bool apart_from_it = read.begin == sentence_.begin;
      for (std::uint32_t t = sentence_.begin; t < read.begin; ++t)
        apart_from_it |= n_.form(t) == "," || form(t) == "that";
      if (!apart_from_it) return true;
    }
    for (std::uint32_t t = read.begin + 1; t < read.end; ++t)
      if (one_of(form(t), joins) && token(t - 1).upos == Upos::VERB) return true;
    return false;
  }

  // "her doors, her windows and her car": a row of which only the end was read.
  bool among_others() const {
    const std::uint32_t begin = out_.patient.begin;
    if (begin < sentence_.begin + 2) return false;
    if (form(begin - 1) == "also" && form(begin - 2) == "but") return true;
    if (n_.form(begin - 1) != ",") return false;
    bool joins = false;
    for (std::uint32_t t = begin; t < out_.patient.end; ++t) joins |= token(t).upos == Upos::CCONJ;
    const TokenRange before = noun_phrase_before(n_, sentence_.begin, begin - 1);
    return joins && before.begin == sentence_.begin && !before.empty();
  }

  // "should not have to be frightened by him": what she needn't bear isn't what he needn't do.
  bool obliged() const {
    bool have_to = false;
    for (std::uint32_t t = out_.group.words.begin; t + 1 < out_.group.words.end; ++t)
      have_to |= n_.analysis.lemma(t) == "have" && form(t + 1) == "to";
    return have_to && out_.group.negated;
  }

  // "Ms A, having been hit by him, …": what came before, told of the name in front.
  bool having_been(std::uint32_t begin) {
    out_.patient = noun_phrase_before(n_, sentence_.begin, begin - 1);
    if (out_.patient.empty() || !is_person(n_, out_.patient)) return false;
    out_.comma = true;
    out_.shape = PassiveShape::reduced;
    return out_.patient.begin == sentence_.begin || form(out_.patient.begin - 1) == "that";
  }

  // "Ms A went to A&E, having been hit by him": what came before, told behind the main clause.
  bool absolute(std::uint32_t begin) {
    const TokenRange who = noun_phrase_at(n_, sentence_.begin, begin);
    if (who.empty() || !is_person(n_, who) || who.end >= begin || out_.by.agent.end > sentence_.end)
      return false;
    const Token& next = token(who.end);
    if (next.upos != Upos::VERB && next.upos != Upos::AUX && next.upos != Upos::ADV) return false;
    for (std::uint32_t t = who.end; t + 1 < begin; ++t)  // somebody else's clause may stand between
      if (n_.form(t) == "," || token(t).xpos == Xpos::WP || token(t).upos == Upos::SCONJ ||
          somebody_else(t, head_of(n_, who)))
        return false;
    out_.patient = {begin, begin};
    out_.antecedent = head_of(n_, who);
    out_.link = begin - 1;
    out_.shape = PassiveShape::gerund;
    return true;
  }

  // "The nurse saw Ms A, having been hit by him": the one at `t` may be meant as well as the one at `first`.
  bool somebody_else(std::uint32_t t, std::uint32_t first) const {
    const Mention* mention = n_.cast.at(t);
    if (mention == nullptr || mention->head != t || mention->kind == MentionKind::agency) return false;
    const Mention* before = n_.cast.at(first);
    if (before != nullptr && !mention->people.empty() && mention->people == before->people) return false;
    return !is_possessive_pronoun(token(t));
  }

  // A verb that the tagger may take for a noun: "Ms A fears being hurt by him".
  bool fears(std::uint32_t t) const {
    constexpr std::array<std::string_view, 8> verbs{"fears",   "dreads",    "risks",     "recalls",
                                                    "reports", "remembers", "describes", "denies"};
    if (t == sentence_.begin || token(t).upos != Upos::NOUN || !one_of(form(t), verbs)) return false;
    return token(t - 1).upos == Upos::PROPN || is_person(n_, {t - 1, t}) ||
           (t == sentence_.begin + 1 && can_be_person(n_.analysis, t - 1));
  }

  // "Being watched by Mr B on the doorbell camera frightens her."
  bool as_subject() {
    for (std::uint32_t t = out_.by.agent.end; t + 1 < sentence_.end; ++t) {
      if (token(t).upos == Upos::PUNCT) return false;
      const bool finite = token(t).xpos == Xpos::VBZ || token(t).xpos == Xpos::VBD;
      if (!finite || !is_personal_pronoun(token(t + 1)) || form(t + 1) == "it") continue;
      out_.antecedent = t + 1;
      out_.link = sentence_.begin;
      out_.shape = PassiveShape::gerund;
      return true;
    }
    return false;
  }

  bool gerund() {
    const std::uint32_t begin = out_.group.words.begin;
    if (begin == sentence_.begin) return form(begin) == "having" ? fronted() : as_subject();
    const Token& before = token(begin - 1);
    if (fears(begin - 1)) {
      const TokenRange who = noun_phrase_before(n_, sentence_.begin, begin - 1);
      out_.antecedent = who.empty() ? kNone : head_of(n_, who);
      out_.link = begin - 1;
      out_.shape = PassiveShape::gerund;
      return out_.antecedent != kNone;
    }
    if (before.upos == Upos::NOUN || before.upos == Upos::PROPN || before.upos == Upos::PRON) {
      out_.patient = noun_phrase_before(n_, sentence_.begin, begin);
      out_.shape = PassiveShape::small_clause;
      // "Her phone having been taken by Mr B, she …": the same words at the start of a sentence.
      return !out_.patient.empty() && (out_.patient.begin > sentence_.begin || form(begin) == "having");
    }
    if (n_.form(begin - 1) == "," && form(begin) == "having") return having_been(begin) || absolute(begin);
    if (before.features.passive || before.xpos == Xpos::VBN) return false;  // "was seen being hit by him"
    const bool fits = before.upos == Upos::ADP || before.upos == Upos::SCONJ || before.upos == Upos::VERB;
    if (!fits || form(begin - 1) == "from") return false;
    const Clause* own = clause();
    out_.link = begin - 1;
    out_.shape = PassiveShape::gerund;
    if (begin >= sentence_.begin + 2 && one_of(form(begin - 2), {"end", "ended"}))
      return false;  // "ended up being hospitalised by him"
    if (before.upos == Upos::ADP || before.upos == Upos::SCONJ) {
      // "Ms A's fear of being hit", "her fear of being hit"
      const TokenRange noun = noun_phrase_before(n_, sentence_.begin, begin - 1);
      for (std::uint32_t t = noun.begin; t < noun.end; ++t)
        if (token(t).deprel == Deprel::nmod_poss && n_.cast.at(t) != nullptr) {
          out_.antecedent = t;
          return true;
        }
    }
    if (own != nullptr && own->governor != kNone) out_.antecedent = n_.clauses.all[own->governor].subject;
    if (out_.antecedent == kNone || n_.cast.at(out_.antecedent) == nullptr) {
      std::uint32_t verb = begin - 1;
      while (verb > sentence_.begin && token(verb).upos != Upos::VERB && token(verb).upos != Upos::PUNCT)
        --verb;
      out_.antecedent = token(verb).upos == Upos::VERB ? subject_by_words(verb) : kNone;
      if (out_.antecedent == kNone && token(verb).upos == Upos::VERB)
        out_.antecedent = dependent(n_.analysis, n_.clauses, verb, Deprel::nsubj);
    }
    if (out_.antecedent == kNone && form(sentence_.begin) == "to" && subject_behind_comma())
      out_.antecedent = head_of(n_, out_.subject);
    return out_.antecedent != kNone;
  }

  const Narrative& n_;
  TokenRange sentence_;
  PassiveClause out_;
};

// "only Ms A": part of the phrase, wherever it goes.
bool limits(const Narrative& n, std::uint32_t t) {
  constexpr std::array<std::string_view, 5> words{"only", "even", "just", "both", "neither"};
  return one_of(lower(n.form(t)), words);
}

// "In March Ms Hart was …": what a parse hangs on the subject but stands before it stays where it is.
void leave_out_what_stands_before(const Narrative& n, std::uint32_t head, TokenRange& range) {
  for (const std::uint32_t child : n.clauses.dependents(head))
    if (child < head && !limits(n, child) &&
        (apart(n.analysis.tokens[child].deprel) || n.analysis.tokens[child].deprel == Deprel::nmod))
      range.begin = std::max(range.begin, phrase_of(n.analysis, n.clauses, child).end);
  const auto outside = [&](std::uint32_t t) {
    const Upos upos = n.analysis.tokens[t].upos;
    return upos == Upos::CCONJ ? !limits(n, t) : upos == Upos::PUNCT && n.form(t) != "\"" && n.form(t) != "“";
  };
  while (range.begin < head && outside(range.begin)) ++range.begin;
}

// "Every penny Dawn earns", "What Dawn wears": a name and a plural without a possessive between them.
bool verb_taken_for_noun(const Narrative& n, TokenRange read) {
  if (read.size() < 2 || n.analysis.tokens[read.end - 1].xpos != Xpos::NNS) return false;
  return n.analysis.tokens[read.end - 2].upos == Upos::PROPN && n.cast.at(read.end - 2) != nullptr;
}

// With the noun that the clause belongs to, or with its "what"; empty where there is none.
TokenRange with_clause(const Narrative& n, std::uint32_t begin, TokenRange read) {
  const TokenRange none{read.end, read.end};
  if (read.begin == begin) return none;
  const std::string word = lower(n.form(read.begin - 1));
  if (word == "what" || word == "where" || word == "who") return {read.begin - 1, read.end};
  const bool that = word == "that" || word == "which";
  const TokenRange noun = noun_phrase_before(n, begin, that ? read.begin - 1 : read.begin);
  return noun.size() < 2 || n.analysis.tokens[noun.begin].upos != Upos::DET
             ? none
             : TokenRange{noun.begin, read.end};
}

// "she was pregnant Ms Hart": a clause that stood before, which no relative pronoun makes a part of the
// phrase.
bool holds_clause(const Narrative& n, TokenRange range) {
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    const Token& token = n.analysis.tokens[t];
    if (token.xpos == Xpos::WP || token.xpos == Xpos::WDT || token.xpos == Xpos::WPS) return false;
    if (n.form(t) == "," || token.deprel == Deprel::acl_relcl) return false;
    if (token.upos == Upos::AUX || token.xpos == Xpos::VBZ || token.xpos == Xpos::VBP)
      return token.xpos != Xpos::VBG;
  }
  return false;
}

// "The complaint to [her employer]": what stands behind a preposition is no subject.
bool governed(const Narrative& n, TokenRange sentence, TokenRange range) {
  if (range.empty() || range.begin <= sentence.begin + 1) return false;
  const Token& before = n.analysis.tokens[range.begin - 1];
  // "stopped after Ella was left alone", but not "the day after the party was"
  constexpr std::array<std::string_view, 6> joins{"after", "before", "since", "until", "till", "as"};
  const Upos further = n.analysis.tokens[range.begin - 2].upos;
  if (one_of(lower(n.form(range.begin - 1)), joins) && further != Upos::NOUN && further != Upos::PROPN &&
      further != Upos::NUM)
    return false;
  return before.upos == Upos::ADP && before.xpos != Xpos::RP;
}

// "her sleep, spending and friendships", "neither Ms A nor her daughters": what else the last "and" or "nor"
// ends.
TokenRange with_list(const Narrative& n, TokenRange sentence, TokenRange range) {
  if (range.empty() || range.begin < sentence.begin + 2) return range;
  const auto form = [&](std::uint32_t t) { return lower(n.form(t)); };
  if (form(range.begin - 1) == "nor" || form(range.begin - 1) == "or") {
    const TokenRange first = noun_phrase_before(n, sentence.begin, range.begin - 1);
    const std::string pair = form(range.begin - 1) == "nor" ? "neither" : "either";
    if (!first.empty() && first.begin > sentence.begin && form(first.begin - 1) == pair)
      return {first.begin - 1, range.end};
    return range;
  }
  bool joins = false;
  for (std::uint32_t t = range.begin; t < range.end; ++t) joins |= form(t) == "and";
  while (joins && range.begin > sentence.begin + 1 && n.form(range.begin - 1) == ",") {
    const TokenRange one = noun_phrase_before(n, sentence.begin, range.begin - 1);
    if (one.empty()) break;
    const Token& opening = n.analysis.tokens[one.begin];
    const bool whole = one.begin == sentence.begin || n.analysis.tokens[one.begin - 1].upos != Upos::ADP;
    if (!whole || (opening.upos != Upos::DET && !is_possessive_pronoun(opening))) break;
    range.begin = one.begin;
  }
  return range;
}

// "Teo, aged 4,", "the inhaler, which she needs,": by the words, where the parse doesn't see the phrase.
// `last` is the token of the closing comma.
TokenRange with_insertion(const Narrative& n, std::uint32_t begin, std::uint32_t last) {
  const TokenRange none{last, last};
  for (std::uint32_t t = last; t-- > begin;) {
    if (n.form(t) != ",") continue;
    const TokenRange phrase = noun_phrase_before(n, begin, t);
    if (phrase.empty()) return none;
    const Token& opening = n.analysis.tokens[t + 1];
    const bool adds = opening.xpos == Xpos::WP || opening.xpos == Xpos::WDT || opening.xpos == Xpos::WPS ||
                      opening.upos == Upos::ADJ || opening.upos == Upos::DET || opening.upos == Upos::NUM ||
                      opening.xpos == Xpos::VBN || opening.xpos == Xpos::VBG || opening.upos == Upos::PRON;
    if (!adds || (phrase.begin > begin && n.analysis.tokens[phrase.begin - 1].upos == Upos::ADP)) return none;
    return {phrase.begin, last};
  }
  return none;
}

// "Only Ewan was ever hit": put last, he would no longer be the only one.
bool limits_whom(const Narrative& n, const ByAgent& by) {
  const std::uint32_t begin = n.analysis.sentences[sentence_of(n.analysis, by.participle)].tokens.begin;
  bool only = false;
  for (std::uint32_t t = begin; t < by.participle; ++t) {
    const std::string word = lower(n.form(t));
    if (word == "ever" && only && lower(n.form(t - 1)) != "only") return true;
    only |= word == "only";
  }
  return false;
}

}  // namespace

std::optional<PassiveClause> passive_clause(const Narrative& narrative, const ByAgent& by) {
  if (limits_whom(narrative, by)) return std::nullopt;
  return Shaper(narrative, by).shape();
}

namespace {

// "How much she spends", "Where she goes and what she wears": a clause that is the subject. Empty where none
// begins the sentence.
TokenRange clause_as_subject(const Narrative& n, TokenRange sentence, std::uint32_t end) {
  const TokenRange none{end, end};
  constexpr std::array<std::string_view, 8> asking{"how",  "what",  "where",   "who",
                                                   "whom", "which", "whether", "whoever"};
  if (!one_of(lower(n.form(sentence.begin)), asking) || end < sentence.begin + 3) return none;
  const Token& last = n.analysis.tokens[end - 1];  // "Where she stayed Ms A was …"
  if (last.upos == Upos::PROPN || is_personal_pronoun(last)) return none;
  int verbs = 0;
  int words = 0;
  for (std::uint32_t t = sentence.begin; t < end; ++t) {
    const Xpos tag = n.analysis.tokens[t].xpos;
    words += one_of(lower(n.form(t)), asking);
    verbs += tag == Xpos::VBZ || tag == Xpos::VBP || tag == Xpos::VBD;
    const bool another = n.form(t) == "," && (t + 1 == end || !one_of(lower(n.form(t + 1)), asking));
    if (another || n.form(t) == ";") return none;
  }
  const bool modal = verbs == 0 && n.analysis.tokens[end - 1].upos == Upos::VERB;
  return (verbs >= 1 && verbs <= words) || modal ? TokenRange{sentence.begin, end} : none;
}

TokenRange subject_as_read(const Narrative& n, std::uint32_t participle, std::uint32_t end) {
  const TokenRange sentence = n.analysis.sentences[sentence_of(n.analysis, participle)].tokens;
  if (const TokenRange whole = clause_as_subject(n, sentence, end); !whole.empty()) return whole;
  while (end > sentence.begin && n.analysis.tokens[end - 1].upos == Upos::ADV) --end;
  if (end == sentence.begin) return {end, end};
  if (n.form(end - 1) == ")") {  // "Kyle (7) was"
    std::uint32_t open = end - 1;
    while (open > sentence.begin && n.form(open) != "(") --open;
    const TokenRange who = noun_phrase_before(n, sentence.begin, open);
    return who.empty() ? TokenRange{end, end} : TokenRange{who.begin, end};
  }
  const bool comma = n.form(end - 1) == ",";
  const std::uint32_t last = comma ? end - 1 : end;
  std::uint32_t head = kNone;
  for (std::uint32_t verb = participle; verb >= end && head == kNone; --verb)  // "is thought to have been"
    for (const std::uint32_t child : n.clauses.dependents(verb))
      if (n.analysis.tokens[child].deprel == Deprel::nsubj_pass ||
          n.analysis.tokens[child].deprel == Deprel::nsubj)
        head = child;
  if (head != kNone && head < last) {
    TokenRange range = phrase_of(n.analysis, n.clauses, head);
    leave_out_what_stands_before(n, head, range);
    range = with_title(n, range);
    const TokenRange read = noun_phrase_before(n, sentence.begin, last);
    // "Every weekend Ms A was …": a phrase of its own that the parse takes for part of the name.
    const Token& opening = n.analysis.tokens[read.begin];
    const bool begins = opening.upos == Upos::PROPN || opening.upos == Upos::DET ||
                        (opening.upos == Upos::PRON && opening.features.possessive);
    if (verb_taken_for_noun(n, read)) return with_clause(n, sentence.begin, read);
    if (range.begin < read.begin && begins) {
      const Upos before = n.analysis.tokens[read.begin - 1].upos;
      if (before == Upos::NOUN || before == Upos::PROPN || before == Upos::NUM) return read;
    }
    // The parse may know a longer phrase (with a relative clause in it), never a shorter one.
    if (range.end == last && range.begin <= read.begin && range.begin <= head && !holds_clause(n, range))
      return range;
  }
  if (comma) return with_insertion(n, sentence.begin, last);
  TokenRange range = noun_phrase_before(n, sentence.begin, last);
  while (!range.empty() && range.begin > sentence.begin && limits(n, range.begin - 1)) --range.begin;
  return governed(n, sentence, range) ? TokenRange{last, last} : range;
}

}  // namespace

TokenRange subject_before(const Narrative& n, std::uint32_t participle, std::uint32_t end) {
  const TokenRange sentence = n.analysis.sentences[sentence_of(n.analysis, participle)].tokens;
  const TokenRange range = with_list(n, sentence, subject_as_read(n, participle, end));
  if (range.empty() || range.end >= n.analysis.tokens.size() || n.form(range.end) != ",") return range;
  // A comma behind it closes what a comma in it opened: "Ms A, when pregnant with Tom, was …".
  for (std::uint32_t t = range.begin; t < range.end; ++t)
    if (n.form(t) == ",") return range;
  return {range.end, range.end};
}

}  // namespace onus
