#include <algorithm>
#include <array>

#include "people/roles.h"
#include "people/words.h"
#include "text/closed_list.h"

namespace onus {
namespace {

// What a charge, a conviction or an order has to be about.
constexpr std::array<std::string_view, 58> kHarm{
    "assault",    "assaulting",    "stalk",     "stalking",   "threat",    "threatening",  "threaten",
    "abuse",      "abusive",       "abusing",   "coercive",   "coercion",  "control",      "controlling",
    "domestic",   "harass",        "harassing", "harassment", "wound",     "wounding",     "strangle",
    "strangling", "strangulation", "choke",     "choking",    "rape",      "raping",       "battery",
    "violence",   "violent",       "breach",    "breaching",  "malicious", "punch",        "punching",
    "hit",        "hitting",       "kick",      "kicking",    "attack",    "attacking",    "intimidation",
    "abh",        "gbh",           "grievous",  "bodily",     "harm",      "manslaughter", "murder",
    "murdering",  "injury",        "injuring",  "cruelty",    "stabbing",  "kidnap",       "kidnapping",
    "affray",     "menaces"};

constexpr std::array<std::string_view, 12> kOrderWords{
    "harassment", "molestation",  "protection", "protective", "restraining", "exclusion",
    "occupation", "intervention", "barring",    "safety",     "interdict",   "injunction"};

// Orders that are a word of their own.
constexpr std::array<std::string_view, 17> kOrders{"interdict", "injunction", "nho",  "nmo",  "dvpo", "dvpn",
                                                   "dapo",      "dapn",       "avo",  "advo", "dvo",  "fvo",
                                                   "fvio",      "ivo",        "fvro", "dvro", "pvo"};

// What is done to an order or to bail conditions.
constexpr std::array<std::string_view, 5> kBreaking{"breach", "break", "violate", "contravene", "ignore"};

// How somebody is, who is abusive again and again.
constexpr std::array<std::string_view, 4> kAbusive{"abusive", "violent", "controlling", "coercive"};

// A weak claim is a charge, bail conditions, an interim order, somebody's own account.
struct Statement {
  std::uint32_t person = kNone;
  RoleClaim claim;
};

class Stater {
 public:
  Stater(const Document& document, const Analysis& analysis, const Clauses& clauses, Cast& cast)
      : document_(document), analysis_(analysis), clauses_(clauses), cast_(cast) {}

  void run() {
    for (const Clause& clause : clauses_.all)
      if (!clause.negated) read(clause);
    for (const Sentence& sentence : analysis_.sentences)
      for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
        if (analysis_.tokens[t].upos != Upos::NOUN && analysis_.tokens[t].upos != Upos::PROPN) continue;
        read_order(t, sentence.tokens.end);
        read_conviction(t, sentence.tokens.end);
        read_abuse(t, sentence.tokens.end);
      }
    settle();
  }

 private:
  const Token& token(std::uint32_t t) const { return analysis_.tokens[t]; }
  std::string_view lemma(std::uint32_t t) const { return analysis_.lemma(t); }
  std::string_view form(std::uint32_t t) const { return slice<ProseText>(document_.prose, token(t).span); }

  std::uint32_t person_at(std::uint32_t t) const {
    if (t == kNone) return kNone;
    const Mention* mention = cast_.at(t);
    return mention == nullptr || mention->people.size() != 1 ? kNone : mention->people.front();
  }

  ProseSpan span_of(TokenRange range) const {
    return {token(range.begin).span.begin, token(range.end - 1).span.end};
  }

  void state(std::uint32_t person, Role role, Standing standing, ProseSpan evidence, bool weak) {
    if (person == kNone) return;
    // Professionals are charged and convicted too; nothing weaker says that of them.
    const bool convicted = role == Role::perpetrator && !weak && standing >= Standing::admitted;
    if (cast_.people[person].plays(Role::professional) && !convicted) return;
    // "He has attended a batterer programme" after a child's name: the pronoun is mistaken, not the child.
    if (cast_.people[person].plays(Role::child) && weak) return;
    if (role == Role::non_offending_parent && cast_.people[person].plays(Role::child)) return;
    said_.push_back({person, {role, Basis::stated, standing, evidence, weak}});
  }

  // ---- "was convicted of assaulting Ms A", "has been charged with stalking", "pleaded guilty to …"

  void read(const Clause& clause) {
    if (is_asked(clause) || clause.modality == Modality::possibility) return;
    read_abused(clause);
    const std::string_view verb = lemma(clause.predicate);
    read_behaviour(clause);
    static constexpr std::array<std::string_view, 12> legal{"convict",   "sentence", "imprison",   "jail",
                                                            "plead",     "guilty",   "find",       "charge",
                                                            "prosecute", "indict",   "perpetrate", "admit"};
    if (!one_of(verb, legal) && !speaks_of_bail(clause.sentence)) return;
    const TokenRange phrase = phrase_of(analysis_, clauses_, clause.predicate);
    if (verb == "convict" || verb == "sentence" || verb == "imprison" || verb == "jail") {
      const std::uint32_t who = clause.voice == Voice::active ? clause.object : clause.subject;
      charge(who, clause, phrase, Standing::convicted, false);
    } else if (verb == "plead" || verb == "guilty" || (verb == "find" && holds(phrase, "guilty"))) {
      if (verb != "guilty" && !holds(phrase, "guilty")) return;
      if (holds(phrase, "not")) return;
      charge(clause.subject, clause, phrase, verb == "plead" ? Standing::admitted : Standing::convicted,
             false);
    } else if (verb == "charge" || verb == "prosecute" || verb == "indict") {
      // "Ms Geddes charged under the Act": notes leave out the auxiliary.
      const bool passive = clause.voice != Voice::active || clause.object == kNone;
      charge(passive ? clause.subject : clause.object, clause, phrase, Standing::alleged, true);
    } else if (verb == "admit") {
      // "admitted two counts of common assault against Ms A"
      static constexpr std::array<std::string_view, 3> counts{"count", "charge", "offence"};
      if (clause.object != kNone && one_of(lemma(clause.object), counts))
        charge(clause.subject, clause, phrase, Standing::admitted, false);
    } else if (verb == "perpetrate") {
      state(person_at(clause.agent()), Role::perpetrator, standing_of(clause), phrase_of_clause(clause),
            is_claim(clause));
    }
    read_bail(clause, phrase);
  }

  // ---- "has a conviction for assaulting Ms A", "served six months for assaulting her", "received a
  // community order for assault by beating of Ms A"

  void read_conviction(std::uint32_t t, std::uint32_t sentence_end) {
    static constexpr std::array<std::string_view, 9> nouns{
        "conviction", "sentence", "month", "year", "order", "fine", "caution", "prison", "custody"};
    if (!one_of(lemma(t), nouns)) return;
    const Clause* around = clauses_.around(t);
    if (around == nullptr || around->negated || around->modality != Modality::none) return;
    static constexpr std::array<std::string_view, 7> holding{"have", "receive",  "serve", "get",
                                                             "give", "sentence", "incur"};
    if (!one_of(lemma(around->predicate), holding)) return;
    const std::uint32_t person = person_at(around->subject);
    if (person == kNone) return;
    const std::uint32_t end = std::min(t + 12, sentence_end);
    std::uint32_t reason = t + 1;
    while (reason < end && form(reason) != "for") ++reason;
    if (reason >= end || !about_harm(reason, end)) return;
    for (std::uint32_t u = reason; u < end; ++u) {
      const std::uint32_t other = person_at(u);
      if (other == kNone || other == person || cast_.people[other].plays(Role::professional)) continue;
      const ProseSpan evidence{token(t).span.begin, token(u).span.end};
      const bool caution = lemma(t) == "caution";
      state(person, Role::perpetrator, Standing::convicted, evidence, caution);
      state(other, Role::non_offending_parent, Standing::convicted, evidence, caution);
      return;
    }
  }

  bool speaks_of_bail(std::uint32_t sentence) {
    if (bail_.empty()) {
      bail_.assign(analysis_.sentences.size(), false);
      for (std::size_t s = 0; s < bail_.size(); ++s) bail_[s] = holds(analysis_.sentences[s].tokens, "bail");
    }
    return bail_[sentence];
  }

  bool holds(TokenRange phrase, std::string_view word) const {
    for (std::uint32_t t = phrase.begin; t < phrase.end; ++t)
      if (lemma(t) == word) return true;
    return false;
  }

  void charge(std::uint32_t who, const Clause& clause, TokenRange phrase, Standing standing, bool weak) {
    const std::uint32_t person = person_at(who);
    if (person == kNone) return;
    const bool back = points_back(clause, phrase);
    const std::uint32_t from = back ? analysis_.sentences[clause.sentence].tokens.begin : clause.predicate;
    if (!about_harm(from, back ? analysis_.sentences[clause.sentence].tokens.end : phrase.end)) return;
    const ProseSpan evidence{token(std::min(who, clause.predicate)).span.begin,
                             token(phrase.end - 1).span.end};
    state(person, Role::perpetrator, standing, evidence, weak);
    for (std::uint32_t t = from; t < phrase.end; ++t)
      if (const std::uint32_t other = person_at(t); other != kNone && other != person && is_harmed(t))
        state(other, Role::non_offending_parent, standing, evidence, weak);
  }

  // "denied the assault and was found guilty of it", "two assaults, for one of which he was convicted": what
  // it was stands before.
  bool points_back(const Clause& clause, TokenRange phrase) const {
    static constexpr std::array<std::string_view, 4> back{"it", "this", "that", "them"};
    bool relative = false;
    for (std::uint32_t t = phrase.begin; t < clause.predicate; ++t) relative |= fold(form(t)) == "which";
    for (std::uint32_t t = clause.predicate + 1; t < phrase.end; ++t) {
      const Upos upos = token(t).upos;
      if (upos == Upos::PRON && one_of(fold(form(t)), back)) return true;
      if (upos == Upos::NOUN || upos == Upos::PROPN || upos == Upos::VERB) return false;
    }
    return relative;
  }

  bool about_harm(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t t = from; t < to; ++t)
      if (one_of(fold(form(t)), kHarm) || one_of(lemma(t), kHarm)) return true;
    return false;
  }

  // "of assaulting Ms A", "assault on Ms A", "behaviour towards her"
  bool is_harmed(std::uint32_t t) const {
    const Deprel relation = token(t).deprel;
    const std::string_view preposition = case_of(analysis_, clauses_, t);
    if (relation == Deprel::obj) return one_of(fold(form(token(t).head)), kHarm);
    if (preposition == "to" && one_of(fold(form(token(t).head)), kHarm)) return true;
    return preposition == "on" || preposition == "towards" || preposition == "against" ||
           (preposition == "of" && one_of(fold(form(token(t).head)), kHarm));
  }

  // ---- "bail conditions not to approach Ms A"

  void read_bail(const Clause& clause, TokenRange phrase) {
    const std::string_view verb = lemma(clause.predicate);
    const bool bail = verb == "bail" || (holds(phrase, "bail") && holds(phrase, "condition"));
    // "has breached his bail conditions twice by going to Ms A's flat"
    const bool broken = one_of(verb, kBreaking) && clause.voice == Voice::active && holds(phrase, "bail");
    if (broken && mentions_protected(phrase, person_at(clause.subject)))
      state(person_at(clause.subject), Role::perpetrator, Standing::alleged, span_of(phrase), true);
    if (!bail || !holds(phrase, "not")) return;
    const std::uint32_t person = person_at(clause.subject);
    if (person != kNone && !mentions_protected(phrase, person)) return;
    state(person, Role::perpetrator, Standing::alleged, span_of(phrase), true);
    for (std::uint32_t t = phrase.begin; t < phrase.end; ++t) {
      const std::string_view verb_of = lemma(token(t).head);
      if (token(t).deprel == Deprel::obj && (verb_of == "approach" || verb_of == "contact"))
        state(person_at(t), Role::non_offending_parent, Standing::alleged, span_of(phrase), true);
    }
  }

  bool mentions_protected(TokenRange phrase, std::uint32_t except) const {
    for (std::uint32_t t = phrase.begin; t < phrase.end; ++t)
      if (const std::uint32_t other = person_at(t); other != kNone && other != except) return true;
    return false;
  }

  // ---- "a non-harassment order against Mr B", "an order protecting Ms A"

  bool is_order(std::uint32_t t) const {
    const std::string_view noun = lemma(t);
    const std::string folded = fold(form(t));
    if (one_of(folded, kOrders)) return true;
    if (fold(noun) != "order") return false;
    for (std::uint32_t left = t; left-- > 0 && left + 6 > t;) {
      const std::string word = fold(form(left));
      const std::size_t hyphen = word.rfind('-');
      if (one_of(hyphen == std::string::npos ? word : word.substr(hyphen + 1), kOrderWords)) return true;
    }
    return false;
  }

  void read_order(std::uint32_t t, std::uint32_t sentence_end) {
    if (!is_order(t)) return;
    const std::uint32_t end = std::min(t + 12, sentence_end);
    const Clause* around = clauses_.around(t);
    if (around != nullptr && (around->negated || around->modality != Modality::none)) return;
    const bool applied =
        around != nullptr && (lemma(around->predicate) == "apply" || lemma(around->predicate) == "seek" ||
                              lemma(around->predicate) == "consider");
    for (std::uint32_t u = t + 1; u < end; ++u) {
      const std::uint32_t person = person_at(u);
      if (person == kNone) continue;
      const std::string_view preposition = case_of(analysis_, clauses_, u);
      const ProseSpan evidence{token(t).span.begin, token(u).span.end};
      // "FVIO 14 August, AFM MT and children, respondent SR"
      const std::string before = fold(form(cast_.at(u)->tokens.begin - 1));
      if (preposition == "against" || before == "respondent")
        state(person, Role::perpetrator, Standing::unstated, evidence, true);
      const std::string_view governor = lemma(token(u).head);
      const bool favoured = preposition == "of" && (governor == "favour" || governor == "favor");
      if (favoured || (governor == "protect" && token(u).deprel == Deprel::obj))
        state(person, Role::non_offending_parent, Standing::unstated, evidence, true);
      if (token(u).deprel == Deprel::obj &&
          (governor == "prohibit" || governor == "prevent" || governor == "forbid" || governor == "bar") &&
          token(u).head > t)
        state(person, Role::perpetrator, Standing::unstated, evidence, true);
    }
    if (around == nullptr || around->subject == kNone || around->subject == t) return;
    read_order_holder(*around, t, applied);
  }

  void read_order_holder(const Clause& clause, std::uint32_t order, bool applied) {
    const std::uint32_t person = person_at(clause.subject);
    if (person == kNone) return;
    const std::string_view verb = lemma(clause.predicate);
    const ProseSpan evidence{token(std::min(clause.subject, order)).span.begin,
                             token(std::max(clause.subject, order)).span.end};
    static constexpr std::array<std::string_view, 7> holding{"obtain", "get",  "hold", "secure",
                                                             "grant",  "have", "take"};
    if (verb == "subject" || (clause.voice != Voice::active && (verb == "serve" || verb == "issue")) ||
        (clause.voice == Voice::active && one_of(verb, kBreaking)))
      state(person, Role::perpetrator, standing_of(clause), evidence, true);
    else if (!applied && one_of(verb, holding) && (clause.object == order || clause.voice != Voice::active))
      state(person, Role::non_offending_parent, Standing::unstated, evidence, true);
  }

  // ---- "domestic abuse by Mr B", "Mr B's abuse of Ms A", "violence from her ex-partner"

  bool is_abuse(std::uint32_t t) const {
    const std::string word = fold(form(t));
    if (word == "abuse" || word == "violence") {
      if (t == 0) return false;
      const std::string before = fold(form(t - 1));
      return before != "substance" && before != "alcohol" && before != "drug";
    }
    return word == "control" && t > 0 && fold(form(t - 1)) == "coercive";
  }

  void read_abuse(std::uint32_t t, std::uint32_t sentence_end) {
    if (!is_abuse(t)) return;
    const Clause* around = clauses_.around(t);
    if (around != nullptr && (around->negated || is_asked(*around))) return;
    const bool claim = around != nullptr && is_claim(*around);
    const Standing standing = around == nullptr ? Standing::unstated : standing_of(*around);
    const std::uint32_t end = std::min(t + 5, sentence_end);
    for (std::uint32_t u = t + 1; u < end; ++u) {
      const std::uint32_t person = person_at(u);
      const std::string_view preposition = case_of(analysis_, clauses_, u);
      if (person == kNone || (preposition != "by" && preposition != "from")) continue;
      state(person, Role::perpetrator, standing, {token(t).span.begin, token(u).span.end}, claim);
      if (around != nullptr) state_sufferer(*around, person, standing, claim);
      return;
    }
    if (around != nullptr) read_use_of_abuse(*around, t, end, standing, claim);
    read_owner(t, around, standing);
  }

  // "fled because of Mr B's violence", "a survivor of Mr B's abuse". "Her abuse" may be what she suffered.
  void read_owner(std::uint32_t t, const Clause* around, Standing standing) {
    const std::uint32_t owner = dependent(analysis_, clauses_, t, Deprel::nmod_poss);
    const std::uint32_t by = person_at(owner);
    if (by == kNone || cast_.people[by].plays(Role::child)) return;
    const std::string_view governor = lemma(token(t).head);
    const bool survived = token(t).head != t && one_of(governor, {"victim", "survivor"});
    if (fold(form(t)) == "abuse" && !survived) return;
    const ProseSpan evidence{token(owner).span.begin, token(t).span.end};
    state(by, Role::perpetrator, standing, evidence, true);
    if (around != nullptr) state_sufferer(*around, by, standing, true);
    const std::uint32_t c = survived ? clauses_.at_predicate[token(t).head] : kNone;
    if (c != kNone && person_at(clauses_.all[c].subject) != by)
      state(person_at(clauses_.all[c].subject), Role::non_offending_parent, standing, evidence, true);
  }

  // "considered whether Ms A used violence against Mr B"
  bool is_asked(const Clause& clause) const {
    return clause.modality == Modality::hypothetical || fold(form(mark_of(clause))) == "whether";
  }

  std::uint32_t mark_of(const Clause& clause) const {
    const std::uint32_t mark = dependent(analysis_, clauses_, clause.predicate, Deprel::mark);
    return mark == kNone ? clause.predicate : mark;
  }

  // "used coercive control against Ms A", "his abuse of Ms A"
  void read_use_of_abuse(const Clause& around, std::uint32_t t, std::uint32_t end, Standing standing,
                         bool claim) {
    static constexpr std::array<std::string_view, 8> using_it{"use",     "exert",  "exercise", "perpetrate",
                                                              "inflict", "commit", "direct",   "subject"};
    std::uint32_t by = person_at(dependent(analysis_, clauses_, t, Deprel::nmod_poss));
    if (by == kNone && around.voice == Voice::active && one_of(lemma(around.predicate), using_it))
      by = person_at(around.subject);
    if (by == kNone) return;
    for (std::uint32_t u = t + 1; u < end; ++u) {
      const std::uint32_t other = person_at(u);
      const std::string_view preposition = case_of(analysis_, clauses_, u);
      if (other == kNone || other == by) continue;
      if (preposition != "against" && preposition != "towards" && preposition != "of" &&
          preposition != "on" && preposition != "to" && preposition != "toward")
        continue;
      const ProseSpan evidence{token(t).span.begin, token(u).span.end};
      state(by, Role::perpetrator, standing, evidence, claim);
      state(other, Role::non_offending_parent, standing, evidence, claim);
      return;
    }
  }

  // "has been abused by Mr B for nine years", "has been abusive to her throughout"
  void read_abused(const Clause& clause) {
    if (lemma(clause.predicate) != "abuse" || token(clause.predicate).upos != Upos::VERB) return;
    if (!clause.perfect && !clause.progressive) return;
    const std::uint32_t by = person_at(clause.agent());
    const std::uint32_t whom = person_at(clause.patient());
    if (by == kNone || whom == kNone || by == whom) return;
    const bool claim = is_claim(clause);
    state(by, Role::perpetrator, standing_of(clause), phrase_of_clause(clause), claim);
    state(whom, Role::non_offending_parent, standing_of(clause), phrase_of_clause(clause), claim);
  }

  // "has been abusive to her throughout", "accepts that he was violent to Ms A". Once violent is one act.
  void read_behaviour(const Clause& clause) {
    read_programme(clause);
    read_victim(clause);
    if (!clause.copular || clause.voice != Voice::active || !one_of(lemma(clause.predicate), kAbusive))
      return;
    const std::uint32_t by = person_at(clause.subject);
    const Standing standing = standing_of(clause);
    if (by == kNone || (!clause.perfect && standing != Standing::admitted && standing != Standing::found))
      return;
    for (const std::uint32_t t : clauses_.dependents(clause.predicate)) {
      const std::uint32_t whom = person_at(t);
      const std::string_view preposition = case_of(analysis_, clauses_, t);
      if (whom == kNone || whom == by ||
          (preposition != "to" && preposition != "towards" && preposition != "toward"))
        continue;
      const bool claim = is_claim(clause) && standing != Standing::admitted && standing != Standing::found;
      state(by, Role::perpetrator, standing, phrase_of_clause(clause), claim);
      state(whom, Role::non_offending_parent, standing, phrase_of_clause(clause), claim);
    }
  }

  // "Ms A is his third victim"
  void read_victim(const Clause& clause) {
    if (!clause.copular || lemma(clause.predicate) != "victim") return;
    const std::uint32_t by = person_at(dependent(analysis_, clauses_, clause.predicate, Deprel::nmod_poss));
    if (by == kNone || by == person_at(clause.subject)) return;
    state(by, Role::perpetrator, standing_of(clause), phrase_of_clause(clause), is_claim(clause));
  }

  // "attends a perpetrator programme", "is on the Caledonian programme as a condition of his order"
  void read_programme(const Clause& clause) {
    const std::uint32_t who = clause.voice == Voice::active ? clause.subject : clause.patient();
    const std::uint32_t person = person_at(who);
    if (person == kNone || clause.modality == Modality::possibility) return;
    static constexpr std::array<std::string_view, 12> doing{"attend", "complete",  "start",     "join",
                                                            "begin",  "order",     "refer",     "require",
                                                            "finish", "undertake", "programme", "program"};
    if (!one_of(lemma(clause.predicate), doing)) return;
    const TokenRange phrase = phrase_of(analysis_, clauses_, clause.predicate);
    for (std::uint32_t t = std::max(phrase.begin + 1, clause.predicate > 3 ? clause.predicate - 3 : 1);
         t < phrase.end; ++t) {
      if (!one_of(lemma(t), {"programme", "program", "intervention"})) continue;
      static constexpr std::array<std::string_view, 5> kinds{"perpetrator", "perpetrators", "batterer",
                                                             "batterers", "batterer's"};
      bool of_abuse = one_of(fold(form(t - 1)), kinds);
      if (t > 1) of_abuse |= one_of(fold(form(t - 2)), kinds);
      if (of_abuse) state(person, Role::perpetrator, Standing::unstated, phrase_of_clause(clause), true);
    }
  }

  // "Ms Hart experienced domestic abuse from Mr Baird"
  void state_sufferer(const Clause& clause, std::uint32_t by, Standing standing, bool claim) {
    static constexpr std::array<std::string_view, 12> verbs{"experience", "suffer",  "endure",   "subject",
                                                            "flee",       "survive", "face",     "expose",
                                                            "leave",      "victim",  "survivor", "escape"};
    const std::uint32_t person = person_at(clause.subject);
    if (person == by || !one_of(lemma(clause.predicate), verbs)) return;
    state(person, Role::non_offending_parent, standing,
          span_of(phrase_of(analysis_, clauses_, clause.predicate)), claim);
  }

  // ---- Standing

  bool is_claim(const Clause& clause) const { return clause.reported_by != kNone; }

  Standing standing_of(const Clause& clause) const {
    if (clause.reported_by == kNone) return Standing::unstated;
    const std::string_view verb = lemma(clauses_.all[clause.reported_by].predicate);
    if (verb == "admit" || verb == "accept" || verb == "acknowledge" || verb == "concede")
      return Standing::admitted;
    if (verb == "deny" || verb == "dispute") return Standing::disputed;
    if (verb == "find" || verb == "conclude")
      return clauses_.all[clause.reported_by].negated ? Standing::disputed : Standing::found;
    return Standing::alleged;
  }

  ProseSpan phrase_of_clause(const Clause& clause) const {
    return span_of(phrase_of(analysis_, clauses_, clause.predicate));
  }

  // ---- Which statements hold

  bool strong(std::uint32_t person, Role role) const {
    const auto& roles = cast_.people[person].roles;
    return std::any_of(roles.begin(), roles.end(), [&](const RoleClaim& c) { return c.role == role; }) ||
           std::any_of(said_.begin(), said_.end(), [&](const Statement& s) {
             return s.person == person && s.claim.role == role && !s.claim.weak;
           });
  }

  // Survivors who fight back are charged too, and orders are sought by both sides: a weak statement holds
  // only where nothing at all says the opposite of the same person, and no one else is called perpetrator.
  bool holds_up(const Statement& statement) const {
    const Role opposite =
        statement.claim.role == Role::perpetrator ? Role::non_offending_parent : Role::perpetrator;
    if (!statement.claim.weak) return true;
    if (strong(statement.person, opposite)) return false;
    for (const Statement& other : said_)
      if (other.person == statement.person && other.claim.role == opposite) return false;
    if (statement.claim.role != Role::perpetrator) return true;
    for (std::uint32_t p = 0; p < cast_.people.size(); ++p)
      if (p != statement.person && strong(p, Role::perpetrator)) return false;
    return std::none_of(said_.begin(), said_.end(), [&](const Statement& other) {
      return other.person != statement.person && other.claim.role == Role::perpetrator;
    });
  }

  void settle() {
    std::vector<Statement> kept;
    for (const Statement& statement : said_)
      if (statement.claim.standing != Standing::disputed && holds_up(statement)) kept.push_back(statement);
    for (const Statement& statement : kept) add_claim(cast_.people[statement.person].roles, statement.claim);
  }

  const Document& document_;
  const Analysis& analysis_;
  const Clauses& clauses_;
  Cast& cast_;
  std::vector<Statement> said_;
  std::vector<bool> bail_;  // for each sentence whether it speaks of bail
};

int weight(const RoleClaim& claim) {
  const int by_role = claim.role == Role::other ? 0 : claim.role == Role::professional ? 9 : 10;
  return by_role + static_cast<int>(claim.basis);
}

}  // namespace

void add_claim(std::vector<RoleClaim>& claims, const RoleClaim& claim) {
  for (RoleClaim& own : claims)
    if (own.role == claim.role) {
      if (claim.basis > own.basis) own = claim;
      // The stronger standing of what was said twice: convicted over alleged.
      else if (claim.basis == own.basis && claim.standing != Standing::disputed &&
               claim.standing > own.standing)
        own = claim;
      return;
    }
  claims.push_back(claim);
  std::stable_sort(claims.begin(), claims.end(),
                   [](const RoleClaim& a, const RoleClaim& b) { return weight(a) > weight(b); });
}

void state_roles(const Document& document, const Analysis& analysis, const Clauses& clauses, Cast& cast) {
  Stater(document, analysis, clauses, cast).run();
}

}  // namespace onus
