#include "rewriting/re_attaching.h"

#include <array>

#include "language/by_phrase.h"
#include "rewriting/phrases.h"
#include "rewriting/turn_names.h"
#include "rewriting/what_follows.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

// States that nobody who is hitting somebody is in, or that the one who was hit is said to be in.
constexpr std::array<std::string_view, 12> kStates{"pregnant", "breastfeeding", "asleep",   "unconscious",
                                                   "sedated",  "barefoot",      "naked",    "alone",
                                                   "sleeping", "undressed",     "bleeding", "sober"};
constexpr std::array<std::string_view, 12> kYoung{"child", "baby", "toddler", "infant", "teenager", "teen",
                                                  "boy",   "girl", "kid",     "minor",  "newborn",  "youth"};

class Sentences {
 public:
  explicit Sentences(const Narrative& n, std::uint32_t at)
      : n_(n), index_(sentence_of(n.analysis, at)), words_(n.analysis.sentences[index_].tokens) {}

 protected:
  const Token& token(std::uint32_t t) const { return n_.analysis.tokens[t]; }
  std::string form(std::uint32_t t) const { return t < words_.end ? lower(n_.form(t)) : std::string(); }
  std::string_view lemma(std::uint32_t t) const { return n_.analysis.lemma(t); }
  bool mark(std::uint32_t t) const { return t >= words_.end || token(t).upos == Upos::PUNCT; }
  bool joins(std::uint32_t t) const { return t < words_.end && token(t).upos == Upos::CCONJ; }
  bool verb(std::uint32_t t) const {
    return t < words_.end && (token(t).upos == Upos::VERB || token(t).upos == Upos::AUX);
  }
  bool finite(std::uint32_t t) const {
    if (t >= words_.end) return false;
    const Xpos tag = token(t).xpos;
    return tag == Xpos::VBD || tag == Xpos::VBZ || tag == Xpos::VBP || tag == Xpos::MD;
  }
  bool auxiliary(std::uint32_t t) const {
    return token(t).xpos == Xpos::MD || one_of(lemma(t), {"be", "have", "do"});
  }
  bool asks(std::uint32_t t) const {
    return one_of(form(t), {"what", "where", "who", "how", "which", "when", "whom"});
  }

  const Narrative& n_;
  std::uint32_t index_;
  TokenRange words_;
};

class LeftOut : Sentences {
 public:
  LeftOut(const Narrative& n, const ByAgent& by) : Sentences(n, by.by), by_(by) {}

  bool anywhere() {
    for (std::uint32_t t = by_.agent.end; t < words_.end; ++t)
      if (ends_with_auxiliary(t)) return true;
    if (gapped()) return true;
    if (index_ + 1 >= n_.analysis.sentences.size()) return false;
    words_ = n_.analysis.sentences[++index_].tokens;
    if (words_.size() > 10) return false;
    for (std::uint32_t t = words_.begin; t < words_.end; ++t)
      if (ends_with_auxiliary(t) && first_verb(t)) return true;
    return one_of(form(words_.begin), {"so", "neither", "nor"}) && words_.size() > 1 &&
           auxiliary(words_.begin + 1) && no_other_verb(words_.begin + 2);
  }

 private:
  // "was not", "may not have been", "will be again", "wasn't she?", but not "where Ewan was".
  bool ends_with_auxiliary(std::uint32_t t) const {
    if (!auxiliary(t) || (t > words_.begin && verb(t - 1))) return false;
    if (token(t).upos != Upos::AUX && token(t).upos != Upos::VERB) return false;
    std::uint32_t next = t + 1;
    constexpr std::array<std::string_view, 14> small{"not",    "n't",   "n’t",    "been",  "be",
                                                     "too",    "also",  "either", "again", "never",
                                                     "before", "since", "have",   "had"};
    while (next < words_.end && one_of(form(next), small)) ++next;
    if (next < words_.end && is_personal_pronoun(token(next)) && form(next + 1) == "?") return true;
    if (token(t).xpos == Xpos::VBG || (!mark(next) && !joins(next)) || insertion_at(next)) return false;
    for (std::uint32_t before = t; before-- > words_.begin && before >= by_.by;) {
      if (asks(before)) return false;
      if (token(before).upos == Upos::VERB || token(before).upos == Upos::PUNCT || joins(before)) break;
    }
    return true;
  }
  // "had, she said, worn her down", "would “put the windows in”": its verb comes later.
  bool insertion_at(std::uint32_t t) const {
    if (t >= words_.end) return false;
    if (one_of(form(t), {"\"", "“", "‘", "'", "``"})) return true;
    if (form(t) != ",") return false;
    for (std::uint32_t next = t + 1; next + 1 < words_.end; ++next)
      if (form(next) == ",") return !joins(next + 1);
    return false;
  }
  bool first_verb(std::uint32_t t) const {
    for (std::uint32_t before = words_.begin; before < t; ++before)
      if (verb(before)) return false;
    return true;
  }
  bool no_other_verb(std::uint32_t t) const {
    for (; t < words_.end; ++t)
      if (token(t).upos == Upos::VERB) return false;
    return true;
  }

  // "by Mr B and in May by his brother", "and Ewan by his grandfather": the same verb, left out.
  bool gapped() const {
    for (std::uint32_t t = by_.agent.end; t + 1 < words_.end && !verb(t); ++t)
      if (form(t) == "by") {
        const TokenRange who = noun_phrase_at(n_, t + 1, words_.end);
        if (!who.empty() && is_person(n_, who)) return true;
      }
    return false;
  }

  const ByAgent& by_;
};

class ReAttaching : Sentences {
 public:
  explicit ReAttaching(const Turning& p)
      : Sentences(p.n, p.clause.by.by), p_(p), c_(p.clause), behind_(p.clause.by.agent.end) {}

  bool anything() const {
    return stresses_doer() || within_group() || stresses_patient() || opens_with_state() || behind_doer() ||
           joins_a_state() || changes_subject() || self_of_patient() || owned_by_either();
  }

 private:
  // "probably by Mr B", "mainly by Mr B": the word would come to be said of the act.
  bool stresses_doer() const {
    constexpr std::array<std::string_view, 21> words{
        "only",   "mainly",  "mostly",     "largely",    "probably",     "possibly",   "perhaps",
        "maybe",  "even",    "apparently", "allegedly",  "reportedly",   "presumably", "especially",
        "solely", "chiefly", "primarily",  "supposedly", "particularly", "likely",     "partly"};
    return one_of(form(c_.by.by - 1), words) ||
           (form(c_.by.by - 1) == "," && one_of(form(c_.by.by - 2), words));
  }

  bool within_group() const {
    constexpr std::array<std::string_view, 17> of_subject{
        "reluctantly", "willingly", "unwillingly", "happily", "gladly",  "knowingly",
        "unknowingly", "easily",    "unwittingly", "eagerly", "bravely", "voluntarily",
        "only",        "merely",    "exclusively", "solely",  "mainly"};
    constexpr std::array<std::string_view, 16> openings{
        "at",     "aged",     "when",    "as",   "while",  "whilst", "with",   "without",
        "though", "although", "despite", "like", "unlike", "being",  "having", "still"};
    for (std::uint32_t t = c_.group.words.begin; t < c_.group.words.end; ++t) {
      if (one_of(form(t), of_subject)) return true;
      if (form(t) != ",") continue;
      const Token& next = token(t + 1);
      if (one_of(form(t + 1), openings) || next.upos == Upos::NUM || next.upos == Upos::ADJ) return true;
    }
    return false;
  }

  // "Ms A too was", "Ewan alone was", "Not every child was"
  bool stresses_patient() const {
    if (c_.patient.empty()) return false;
    if (c_.patient.begin > words_.begin && form(c_.patient.begin - 1) == "not") return true;
    for (std::uint32_t t = c_.patient.end; t < c_.group.words.begin; ++t)
      if (one_of(form(t), {"too", "alone"})) return true;
    // "In the kitchen was Ms A hit by Mr B"
    if (c_.shape == PassiveShape::reduced && c_.patient.begin > words_.begin + 1 &&
        lemma(c_.patient.begin - 1) == "be" && token(words_.begin).upos == Upos::ADP)
      return true;
    return one_of(form(c_.group.words.begin), {"too", "alone"});
  }

  // ---- before the subject

  // "in tears"
  bool in_state(std::uint32_t t) const {
    return form(t) == "in" && one_of(form(t + 1), {"tears", "labour", "pain", "distress", "shock", "fear",
                                                   "panic", "bed", "pyjamas"});
  }
  bool state(std::uint32_t t) const { return one_of(form(t), kStates); }
  bool age_at(std::uint32_t t) const {
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
  // "by him, then 15", "since 15", "as his wife", "on her own", "with Ewan", "if late", "unable to move"
  bool more_of_patient(std::uint32_t t) const {
    if (t + 1 >= words_.end) return false;
    const std::string word = form(t);
    const Token& next = token(t + 1);
    const bool possessed = is_possessive_pronoun(next);
    constexpr std::array<std::string_view, 7> kin{"wife",   "husband", "partner",   "mother",
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
  bool young_at(std::uint32_t t) const {
    if (form(t) != "as" || t + 2 >= words_.end || (form(t + 1) != "a" && form(t + 1) != "an")) return false;
    for (std::uint32_t noun = t + 2; noun < words_.end && noun < t + 5; ++noun)
      if (token(noun).upos == Upos::NOUN) return one_of(lemma(noun), kYoung);
    return false;
  }
  bool no_verb(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t t = from; t < to; ++t)
      if (verb(t)) return false;
    return true;
  }

  // "In tears, Ms A was …": the phrase before the subject says how or what the subject is.
  bool opens_with_state() const {
    const std::uint32_t first = words_.begin;
    if (c_.shape != PassiveShape::finite || c_.patient.begin <= first) return false;
    const std::uint32_t end = c_.patient.begin;
    if (!no_verb(first, end) && form(first) != "to") return false;
    const std::string opening = form(first);
    if (one_of(opening, {"since", "until", "then"}) && more_of_patient(first)) return true;
    if (one_of(opening, {"while", "whilst", "when"})) return false;  // gets a subject of its own
    for (std::uint32_t t = first; t < end; ++t)
      if (state(t) || age_at(t) || young_at(t)) return true;
    constexpr std::array<std::string_view, 10> of_subject{
        "with", "like", "unlike", "alongside", "together", "along", "apart", "besides", "half", "still"};
    if (one_of(opening, of_subject)) return true;
    if (opening == "to") return token(first + 1).xpos == Xpos::VB;  // "To keep the peace, Ms A was …"
    if (opening == "as" && one_of(form(first + 1), {"a", "an", "his", "her", "their"})) return true;
    if (in_state(first)) return true;
    if (opening == "on" && (one_of(form(first + 1), {"arrival", "return", "bail"}) ||
                            (form(first + 1) == "the" && form(first + 2) == "way")))
      return true;
    return opening == "without" && !one_of(form(first + 1), {"warning", "provocation", "notice", "her"});
  }

  // ---- behind the doer

  bool behind_doer() const {
    for (std::uint32_t t = c_.group.words.end; t < words_.end; ++t) {
      if (t == c_.by.agent.begin) t = behind_;
      if (t >= words_.end) break;
      if (t >= behind_ && finite(t)) break;  // what follows is said of another clause's subject
      if (age_at(t) || young_at(t) || loose_state(t) || leans(t) || compares(t)) return true;
      if (t >= behind_ && (in_state(t) || more_of_patient(t) || another_person(t) || stands_alone(t)))
        return true;
    }
    for (std::uint32_t t = behind_; t + 2 < words_.end; ++t)  // ", she thinks, or his brother"
      if (form(t) == "," && form(t + 1) == "or") {
        const TokenRange who = noun_phrase_at(n_, t + 2, words_.end);
        if (!who.empty() && is_person(n_, who) && mark(who.end)) return true;
      }
    return of_young_patient() || describes_doer();
  }

  // "kicked by him six months pregnant", but not "knocked unconscious", "when she was pregnant", "his
  // pregnant wife".
  bool loose_state(std::uint32_t t) const {
    if (!state(t) || t == c_.group.words.end || (t + 1 < words_.end && token(t + 1).upos == Upos::NOUN))
      return false;
    std::uint32_t before = t - 1;
    while (before > c_.group.words.end && token(before).upos == Upos::ADV) --before;
    if (verb(before) || joins(before)) return false;
    const bool timed = one_of(form(before), {"while", "whilst", "when"});
    return !(timed && before >= behind_);
  }

  // "while drunk", "when 15", "without saying", "despite being", "instead of being", ", only to be"
  bool leans(std::uint32_t t) const {
    if (t + 1 >= words_.end) return false;
    const std::string word = form(t);
    const Token& next = token(t + 1);
    if (one_of(word, {"while", "whilst", "when"})) {
      if (next.upos == Upos::NUM || (t < c_.by.by && no_verb(t + 1, c_.by.by))) return true;
      const bool bare = next.upos == Upos::ADJ || next.upos == Upos::ADP;
      return bare && !state(t + 1) && !state(t + 2) && !own_verb(t + 1) && is_person_hurt();
    }
    if (one_of(word, {"without", "despite", "besides"}))
      return next.xpos == Xpos::VBG && form(t + 1) != "warning";
    if (word == "instead" && form(t + 1) == "of") return true;
    if (word == "rather" && form(t + 1) == "than")
      return t + 2 < words_.end && token(t + 2).xpos == Xpos::VBG;
    if (word == "," && one_of(form(t + 1), {"only", "never"}) && form(t + 2) == "to") return true;
    if (one_of(word, {"so", "yet"}) && t >= behind_)  // "so left"
      return finite(t + 1) && next.upos == Upos::VERB;
    return false;
  }
  bool own_verb(std::uint32_t t) const {
    for (; t < words_.end && !mark(t); ++t)
      if (finite(t)) return true;
    return false;
  }
  bool is_person_hurt() const {
    return c_.patient.empty() || is_person(n_, c_.patient) || named(p_, c_.patient);
  }

  // "more often than Ewan", ", like Ewan"
  bool compares(std::uint32_t t) const {
    if (t < behind_ || !one_of(form(t), {"than", "like", "unlike"}) || t + 1 >= words_.end) return false;
    const TokenRange who = noun_phrase_at(n_, t + 1, words_.end);
    return !who.empty() && is_person(n_, who) && mark(who.end) && form(t + 1) != "that";
  }

  // "and probably his brother", ", and Ewan too": nobody says what that one did.
  bool another_person(std::uint32_t t) const {
    const bool then = form(t) == "," && form(t + 1) == "then";
    if (!joins(t) && !then) return false;
    std::uint32_t next = t + 1;
    const bool at_doer = t == behind_ || (t == behind_ + 1 && form(behind_) == ",");
    while (next < words_.end && token(next).upos == Upos::ADV) ++next;
    if (next == t + 1 && !at_doer) return false;
    const TokenRange who = noun_phrase_at(n_, next, words_.end);
    if (who.empty() || !is_person(n_, who)) return false;
    for (std::uint32_t after = who.end; after < words_.end && !joins(after); ++after) {
      if (finite(after) || token(after).upos == Upos::AUX || participle_like(token(after))) return false;
      if (form(after) == ";" || form(after) == "." || form(after) == ",") break;
    }
    return true;
  }

  // "was hit by Mr B, unconscious for an hour"
  bool stands_alone(std::uint32_t t) const {
    return t == behind_ && form(t) == "," && t + 2 < words_.end && token(t + 1).upos == Upos::ADJ &&
           token(t + 2).upos == Upos::ADP;
  }

  // "Ewan was hit by Mr B aged 15"
  bool of_young_patient() const {
    const bool aged = form(behind_) == "aged" || (behind_ >= 2 && form(behind_ - 2) == "aged");
    if (!aged || c_.patient.empty()) return false;
    const std::uint32_t person = person_in(n_, c_.patient);
    return person != kNone && n_.cast.people[person].role() == Role::child;
  }

  // "by two men sent by Mr B", "by a man from work"
  bool describes_doer() const {
    if (behind_ + 1 >= words_.end || c_.by.agent.empty()) return false;
    if (token(c_.by.core.end - 1).upos != Upos::NOUN || behind_ != c_.by.core.end) return false;
    const Token& next = token(behind_);
    const Upos first = token(c_.by.agent.begin).upos;
    if (next.xpos == Xpos::VBN && one_of(form(behind_ + 1), {"by", "to", "from", "in", "as", "at"}))
      return true;
    const bool some = first == Upos::NUM || one_of(form(c_.by.agent.begin), {"a", "an", "some", "several"});
    return some && form(behind_) == "from" && token(behind_ + 1).upos == Upos::NOUN;
  }

  // "was hit by Mr B and bleeding", "and afraid", "and in hospital for a week"
  bool joins_a_state() const {
    for (std::uint32_t t = c_.by.agent.begin; t + 1 < c_.by.agent.end; ++t)
      if (joins(t) && (token(t + 1).upos == Upos::ADJ || token(t + 1).xpos == Xpos::VBG) &&
          (t + 2 >= words_.end || token(t + 2).upos == Upos::ADP || token(t + 2).upos == Upos::PUNCT))
        return true;
    // "was found by him hiding in the loft and beaten"
    if (behind_ < words_.end && token(behind_).xpos == Xpos::VBG)
      for (std::uint32_t t = behind_; t + 1 < words_.end; ++t)
        if (joins(t) && participle_like(token(t + 1))) return true;
    const std::uint32_t link = form(behind_) == "," ? behind_ + 1 : behind_;
    if (!joins(link) || link + 1 >= words_.end) return false;
    const Token& next = token(link + 1);
    if (next.xpos == Xpos::VBG || next.upos == Upos::ADP)
      return !one_of(form(link + 1), {"by", "as"}) && !clause_behind(link + 1);
    return next.upos == Upos::ADJ &&
           (link + 2 >= words_.end || token(link + 2).upos == Upos::ADP ||
            token(link + 2).upos == Upos::PART || token(link + 2).upos == Upos::PUNCT);
  }

  bool clause_behind(std::uint32_t t) const {
    for (; t < words_.end && form(t) != ","; ++t)
      if (finite(t)) return true;
    return false;
  }

  // "was told by him that he would come, and left": with him in front it would be he who left.
  bool changes_subject() const {
    if (c_.shape != PassiveShape::finite || c_.patient.empty() || !no_verb(words_.begin, c_.patient.begin))
      return false;
    const std::uint32_t handled = what_follows(n_, c_).verb;
    bool clause = false, modal = false;
    for (std::uint32_t t = behind_; t < words_.end; ++t) {
      if (t == handled) return false;
      if (!joins(t)) {
        if (finite(t)) clause = true, modal = token(t).xpos == Xpos::MD;
        continue;
      }
      std::uint32_t next = t + 1;
      while (next < words_.end && (token(next).upos == Upos::ADV || form(next) == "so")) ++next;
      if (next == handled) return false;
      const bool past =
          finite(next) && token(next).xpos != Xpos::MD && !(modal && token(next).xpos == Xpos::VBP);
      if (clause && past && (form(t - 1) == "," || modal)) return true;
    }
    return false;
  }

  // "was hit by Mr B herself"
  bool self_of_patient() const {
    std::uint32_t self = behind_ - 1;
    if (!form(self).ends_with("self")) self = behind_;
    if (!form(self).ends_with("self")) return false;
    const auto set = pronoun_set(form(self));
    const auto doer = pronouns_of(n_, {c_.by.agent.begin, self});
    if (set && doer) return *set != *doer;
    return set && !c_.patient.empty() && pronouns_of(n_, c_.patient) == set;
  }

  // "was locked in his room": where somebody is sent or kept is that one's own.
  bool sent_there(std::uint32_t t) const {
    constexpr std::array<std::string_view, 6> sending{"lock", "send", "confine", "shut", "keep", "put"};
    return one_of(lemma(c_.by.participle), sending) && one_of(form(t + 1), {"room", "bedroom"});
  }

  // "Mr A was hit by Mr B in front of his son": "his" is the subject's first of all.
  bool owned_by_either() const {
    if (c_.patient.empty() || c_.shape != PassiveShape::finite || p_.swapped) return false;
    if (c_.patient.size() == 1 && is_personal_pronoun(token(c_.patient.begin))) return false;
    if (!is_person_hurt()) return false;
    const auto doer = agent_set(p_);
    const auto patient = pronouns_of(n_, c_.patient);
    if (!doer || agent_is_pronoun(p_)) return false;
    for (std::uint32_t t = c_.group.words.end; t < words_.end; ++t) {
      if (t == c_.by.by) t = behind_;
      if (t >= words_.end || asks(t) || (verb(t) && finite(t))) break;
      if (!is_possessive_pronoun(token(t)) || pronoun_set(form(t)) != doer || sent_there(t)) continue;
      if (patient ? *patient == *doer : t + 1 < words_.end && form(t + 1) == "own") return true;
    }
    const bool kin = is_possessive_pronoun(token(c_.by.agent.begin));
    if (!patient || *patient != *doer || kin) return false;
    // "was told by Mr B that he would be sorry"
    for (std::uint32_t t = behind_; t < words_.end; ++t)
      if (form(t) == "that") return t + 1 < words_.end && pronoun_set(form(t + 1)) == doer;
    return false;
  }

  const Turning& p_;
  const PassiveClause& c_;
  std::uint32_t behind_;
};

}  // namespace

bool leaves_out_the_passive(const Narrative& narrative, const ByAgent& by) {
  return LeftOut(narrative, by).anywhere();
}

bool would_re_attach(const Turning& p) { return ReAttaching(p).anything(); }

}  // namespace onus
