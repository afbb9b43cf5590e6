#include "people/events.h"

#include <algorithm>
#include <array>

#include "people/act_matching.h"
#include "people/people.h"
#include "people/roles.h"
#include "people/times.h"
#include "text/closed_list.h"

namespace onus {
namespace {

constexpr std::array<std::string_view, 14> kTactics{"physical",
                                                    "sexual",
                                                    "threat",
                                                    "isolation",
                                                    "monitoring",
                                                    "micro-regulation",
                                                    "economic",
                                                    "deprivation",
                                                    "psychological",
                                                    "using-children",
                                                    "system-manipulation",
                                                    "property",
                                                    "stalking",
                                                    "post-separation"};

template <std::size_t N>
bool among(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Verbs that carry an act told by a noun: "made threats", "carried out an assault".
constexpr std::array<std::string_view, 18> kLightVerbs{
    "make",   "carry",    "commit",  "inflict", "use",  "perpetrate", "send",    "issue",  "direct",
    "launch", "continue", "perform", "subject", "show", "display",    "exhibit", "engage", "have"};

class EventFinder {
 public:
  EventFinder(const Document& document, const Analysis& analysis, const Clauses& clauses, const Cast& cast,
              const ActWords& words)
      : document_(document),
        analysis_(analysis),
        clauses_(clauses),
        cast_(cast),
        words_(words),
        matcher_(document, analysis, clauses, cast, words),
        times_(document, analysis, clauses) {}

  // Acts that are abuse whoever does them, and acts that are so from someone known to use a pattern.
  std::vector<Event> run() {
    event_of_clause_.assign(clauses_.all.size(), kNone);
    agent_in_sentence_.assign(analysis_.sentences.size(), kNone);
    for (std::uint32_t c = 0; c < clauses_.all.size(); ++c) read_clause(c);
    for (std::uint32_t t = 0; t < analysis_.tokens.size(); ++t)
      if (!read_mistagged(t)) read_noun(t);
    strong_ = events_.size();
    for (std::uint32_t c = 0; c < clauses_.all.size(); ++c)
      if (event_of_clause_[c] == kNone) read_clause(c, true);
    drop_told_twice();
    in_order();
    return std::move(events_);
  }

  // What else someone who is known to abuse does to the others of the family, in words that no list has:
  // `events` are those of run(), completed here. Tells nothing about who that is.
  std::vector<Event> run_conduct(std::vector<Event> events) {
    events_ = std::move(events);
    event_of_clause_.assign(clauses_.all.size(), kNone);
    for (std::uint32_t e = 0; e < events_.size(); ++e)
      if (events_[e].clause != kNone) event_of_clause_[events_[e].clause] = e;
    const std::size_t before = events_.size();
    for (std::uint32_t c = 0; c < clauses_.all.size(); ++c)
      if (event_of_clause_[c] == kNone) read_conduct(c);
    for (std::uint32_t t = 0; t < analysis_.tokens.size(); ++t) read_noun(t, true);
    if (events_.size() > before) drop_told_twice();
    in_order();
    return std::move(events_);
  }

 private:
  using People = std::vector<std::uint32_t>;

  const Token& token(std::uint32_t t) const { return analysis_.tokens[t]; }
  std::string_view form(std::uint32_t t) const { return slice<ProseText>(document_.prose, token(t).span); }

  void in_order() {
    std::stable_sort(events_.begin(), events_.end(),
                     [](const Event& a, const Event& b) { return a.predicate < b.predicate; });
  }

  // ---- Conduct

  bool is_perpetrator(std::uint32_t person) const {
    return person != kNone && cast_.people[person].plays(Role::perpetrator);
  }

  void read_conduct(std::uint32_t c) {
    const Clause& clause = clauses_.all[c];
    if (token(clause.predicate).upos != Upos::VERB || clause.negated || clause.copular) return;
    if (words_.is_ordinary(analysis_.lemma(clause.predicate)) || !may_have_happened(clause)) return;
    if (clause.voice != Voice::active && clause.by_agent == kNone) return;
    if (inside_event(clause)) return;
    const std::vector<std::uint32_t> governed = matcher_.governed(clause);
    if (!matcher_.reaches_family(clause, governed)) return;
    const std::optional<Tactic> by_things = matcher_.tactic_of_things(governed);
    ActPattern pattern;
    pattern.tactic = by_things.value_or(Tactic::psychological);
    Event event;
    event.clause = c;
    event.predicate = clause.predicate;
    event.act = analysis_.lemma(clause.predicate);
    event.tactic = pattern.tactic;
    event.of_pattern = true;
    if (!set_agent(event, clause, pattern) || !is_perpetrator(event.agent)) return;
    event.target = targets(event, clause);
    if (event.target.empty()) return;
    // What is done with someone, not to someone or to what is theirs, needs a thing that says what it is.
    if (!by_things && !is_done_to_someone(clause, event)) return;
    event.against_child = is_child_among(event.target);
    if (!by_things && event.against_child) event.tactic = Tactic::using_children;
    complete(event, clause, clause.predicate);
    if (!belongs_to_pattern(event, clause) || event.standing == Standing::disputed) return;
    event_of_clause_[c] = static_cast<std::uint32_t>(events_.size());
    events_.push_back(std::move(event));
  }

  // A complement of an act that is told already.
  bool inside_event(const Clause& clause) const {
    return clause.governor != kNone && event_of_clause_[clause.governor] != kNone &&
           (token(clause.predicate).deprel == Deprel::xcomp ||
            token(clause.predicate).deprel == Deprel::ccomp ||
            token(clause.predicate).deprel == Deprel::advcl);
  }

  bool is_done_to_someone(const Clause& clause, const Event& event) const {
    if (clause.voice != Voice::active) return true;
    const auto is_target = [&](std::uint32_t place) {
      const Mention* mention = place == kNone ? nullptr : cast_.at(place);
      return mention != nullptr && std::any_of(mention->people.begin(), mention->people.end(), [&](auto p) {
               return std::find(event.target.begin(), event.target.end(), p) != event.target.end();
             });
    };
    for (const std::uint32_t child : clauses_.dependents(clause.predicate)) {
      const Deprel relation = token(child).deprel;
      if (relation != Deprel::obj && relation != Deprel::iobj) continue;
      if (is_target(child) || is_target(dependent(analysis_, clauses_, child, Deprel::nmod_poss)))
        return true;
    }
    return false;
  }

  // ---- Acts told by verbs

  // The second time, with `of_pattern`, for what is abuse only from someone who is known to use a pattern.
  void read_clause(std::uint32_t c, bool of_pattern = false) {
    const Clause clause = with_voice(clauses_.all[c]);
    const auto match = matcher_.match(clause, of_pattern);
    if (!match || match->pattern->pattern != of_pattern ||
        is_feeling(clauses_.all[c], match->pattern->tactic))
      return;
    // "won't let her": a refusal.
    const bool refuses =
        match->pattern->negative && (clause.modality == Modality::future ||
                                     (match->pattern->suffered && clause.modality != Modality::none));
    if (!refuses && !may_have_happened(clause)) return;
    Event event;
    event.clause = c;
    event.predicate = clause.predicate;
    event.act = analysis_.lemma(clause.predicate);
    event.tactic = match->pattern->tactic;
    event.negated = clause.negated && !match->pattern->negative;
    if (match->pattern->suffered || is_obliged(clause)) {
      set_sufferer(event, clause);
    } else {
      if (!set_agent(event, clause, *match->pattern)) return;
      event.target = targets(event, clause);
    }
    if (event.target.size() == 1 && event.target.front() == event.agent) return;
    event.against_child = match->pattern->against_child || is_child_among(event.target);
    complete(event, clause, match->last);
    event.of_pattern = of_pattern;
    if (of_pattern && !belongs_to_pattern(event, clause)) return;
    event_of_clause_[c] = static_cast<std::uint32_t>(events_.size());
    if (event.agent != kNone) agent_in_sentence_[clause.sentence] = event.agent;
    events_.push_back(std::move(event));
  }

  void complete(Event& event, const Clause& clause, std::uint32_t last) const {
    event.span = span_of_act(clause, last);
    event.when = times_.when(clause);
    event.frequency = times_.frequency(clause);
    set_source(event, clause);
  }

  // "was burnt by the mother": a participle that the tagger takes for an adjective.
  Clause with_voice(const Clause& clause) const {
    Clause out = clause;
    if (clause.copular && token(clause.predicate).upos == Upos::ADJ) out.voice = Voice::passive;
    return out;
  }

  // "is frightened", "was scared of the dark": how someone feels.
  bool is_feeling(const Clause& clause, Tactic tactic) const {
    return clause.copular && token(clause.predicate).upos == Upos::ADJ && tactic == Tactic::psychological &&
           by_phrase_after(clause) == kNone;
  }

  // Somebody else tells of it, and it is told as done.
  bool belongs_to_pattern(const Event& event, const Clause& clause) const {
    if (event.agent == kNone) return is_kept_from(event, clause);
    const Person& agent = cast_.people[event.agent];
    if (agent.plays(Role::child) || agent.plays(Role::professional)) return false;
    if (event.told_by == event.agent && event.standing != Standing::admitted) return false;
    if (token(clause.predicate).features.verb_form == VerbForm::inf && clause.governor == kNone &&
        clause.first_auxiliary == kNone)
      return false;
    return document_.blocks[analysis_.sentences[clause.sentence].block].kind != BlockKind::heading;
  }

  // "He has not been allowed to sit in the front room": someone to whom a pattern is done.
  bool is_kept_from(const Event& event, const Clause& clause) const {
    if (clause.voice == Voice::active || event.agent_in_sentence || event.target.size() != 1) return false;
    if (event.tactic != Tactic::micro_regulation && event.tactic != Tactic::isolation &&
        event.tactic != Tactic::threat)
      return false;
    return std::any_of(events_.begin(), events_.begin() + static_cast<std::ptrdiff_t>(strong_),
                       [&](const Event& other) {
                         return other.agent != kNone && other.agent != event.target.front() &&
                                std::find(other.target.begin(), other.target.end(), event.target.front()) !=
                                    other.target.end();
                       });
  }

  // What may, must, will or should be done hasn't been; "would check her phone" is a habit.
  bool may_have_happened(const Clause& clause) const {
    if (clause.modality == Modality::possibility || clause.modality == Modality::necessity ||
        clause.modality == Modality::future)
      return false;
    const std::uint32_t mark = dependent(analysis_, clauses_, clause.predicate, Deprel::mark);
    if (mark != kNone && (analysis_.lemma(mark) == "if" || analysis_.lemma(mark) == "unless" ||
                          analysis_.lemma(mark) == "whether"))
      return false;
    if (token(clause.predicate).deprel != Deprel::xcomp || clause.governor == kNone) return true;
    // "was told not to contact her", "needs to stop shouting"
    const Clause& governor = clauses_.all[clause.governor];
    return governor.modality != Modality::necessity && governor.modality != Modality::future;
  }

  // "convicted Mr B of assaulting her", "is charged with stalking her": whoever is convicted or charged.
  std::uint32_t charged_with(const Clause& clause) const {
    if (clause.governor == kNone || token(clause.predicate).xpos != Xpos::VBG) return kNone;
    if (clause.subject != kNone && !clause.subject_inherited) return kNone;
    const Clause& governor = clauses_.all[clause.governor];
    constexpr std::array<std::string_view, 9> verbs{"convict", "charge", "accuse",   "sentence", "prosecute",
                                                    "suspect", "arrest", "imprison", "caution"};
    if (!among(analysis_.lemma(governor.predicate), verbs)) return kNone;
    const std::uint32_t who = governor.voice == Voice::active ? governor.object : governor.subject;
    return who != kNone && cast_.at(who) != nullptr ? who : kNone;
  }

  bool set_agent(Event& event, const Clause& clause, const ActPattern& pattern) {
    std::uint32_t place = agent_place(clause);
    if (const std::uint32_t charged = charged_with(clause); charged != kNone) {
      event.agent_in_sentence = true;
      if (cast_.at(charged)->people.size() == 1) event.agent = cast_.at(charged)->people.front();
      return true;
    }
    const bool takes_over = clause.voice == Voice::active && (place == kNone || place == clause.subject) &&
                            (clause.subject == kNone || clause.subject_inherited);
    if (takes_over) {
      event.agent = agent_before(clause);
      if (event.agent == kNone && place == kNone) event.agent = dropped_subject(clause);
      if (event.agent != kNone) {
        event.agent_in_sentence = true;
        return true;
      }
    }
    if (place == kNone && clause.kind == ClauseKind::coordinate && clause.governor != kNone)
      place = agent_place(clauses_.all[clause.governor]);
    if (clause.voice == Voice::active &&
        (place == kNone || (clause.subject_inherited && cast_.at(place) == nullptr)))
      if (const std::uint32_t governing = agent_of_governor(clause); governing != kNone) place = governing;
    if (place == kNone && clause.voice != Voice::active) event.agent = agent_of_adverbial(clause);
    if (place == kNone) return !pattern.ordinary || !event.target.empty() || clause.voice != Voice::active;
    const Mention* mention = cast_.at(place);
    if (mention == nullptr) {
      // "His behaviour frightened her": whose it is.
      const std::uint32_t owner = dependent(analysis_, clauses_, place, Deprel::nmod_poss);
      if (owner == kNone || cast_.at(owner) == nullptr)
        return !pattern.ordinary &&
               (clause.voice != Voice::active || token(clause.predicate).xpos == Xpos::VBG);
      mention = cast_.at(owner);
    }
    if (mention->kind == MentionKind::agency || mention->said == Role::professional) return false;
    event.agent_in_sentence = true;
    if (mention->people.size() != 1) return true;
    event.agent = mention->people.front();
    // Children tell of what was done and play; what they do isn't control.
    if (cast_.people[event.agent].plays(Role::child) && (pattern.against_child || pattern.ordinary))
      return false;
    // Officers restrain and workers check in the course of their work.
    return !cast_.people[event.agent].plays(Role::professional) || declared_or_stated(event.agent);
  }

  // "Goes through her phone every night.": notes leave out the subject where it is that of the act before.
  std::uint32_t dropped_subject(const Clause& clause) const {
    const Sentence& sentence = analysis_.sentences[clause.sentence];
    if (clause.kind != ClauseKind::main || clause.predicate > sentence.tokens.begin + 1) return kNone;
    const Xpos tag = token(clause.predicate).xpos;
    if (tag != Xpos::VBZ && tag != Xpos::VBD && tag != Xpos::VBN && tag != Xpos::NNS) return kNone;
    if (clause.sentence == 0 || analysis_.sentences[clause.sentence - 1].block != sentence.block)
      return kNone;
    return agent_in_sentence_[clause.sentence - 1];
  }

  // "Zayn was scalded when Ms Roy threw a pan": whoever does what the clause of time tells.
  std::uint32_t agent_of_adverbial(const Clause& clause) const {
    for (const std::uint32_t child : clauses_.dependents(clause.predicate)) {
      const std::uint32_t c = clauses_.at_predicate[child];
      if (c == kNone || token(child).deprel != Deprel::advcl) continue;
      const std::uint32_t mark = dependent(analysis_, clauses_, child, Deprel::mark);
      const std::uint32_t advmod = dependent(analysis_, clauses_, child, Deprel::advmod);
      const bool when =
          (mark != kNone && (analysis_.lemma(mark) == "when" || analysis_.lemma(mark) == "as")) ||
          (advmod != kNone && analysis_.lemma(advmod) == "when");
      const Clause& other = clauses_.all[c];
      if (!when || other.negated || other.subject == kNone || !matcher_.match(other)) continue;
      const Mention* mention = cast_.at(other.subject);
      const Mention* patient = clause.subject == kNone ? nullptr : cast_.at(clause.subject);
      if (mention != nullptr && mention->people.size() == 1 &&
          (patient == nullptr || patient->people != mention->people) &&
          !cast_.people[mention->people.front()].plays(Role::professional))
        return mention->people.front();
    }
    return kNone;
  }

  // "has to send her a photo of every receipt", "was made to stand in the hall"
  bool is_obliged(const Clause& clause) const {
    if (clause.predicate > 1 && form(clause.predicate - 1) == "to" &&
        analysis_.lemma(clause.predicate - 2) == "have")
      return true;
    if (clause.governor == kNone || token(clause.predicate).deprel != Deprel::xcomp) return false;
    const Clause& governor = clauses_.all[clause.governor];
    const std::string_view verb = analysis_.lemma(governor.predicate);
    return (verb == "have" && governor.object == kNone) ||
           ((verb == "make" || verb == "force") && governor.voice != Voice::active);
  }

  // "had to ask him for money": the subject suffers it; whoever else is named makes it so.
  void set_sufferer(Event& event, const Clause& clause) const {
    if (clause.subject != kNone) add_all(event.target, clause.subject, kNone);
    const std::uint32_t place = matcher_.affected(clause);
    const Mention* mention = place == kNone || place == clause.subject ? nullptr : cast_.at(place);
    if (mention == nullptr || mention->people.size() != 1 || mention->kind == MentionKind::agency) return;
    if (cast_.people[mention->people.front()].plays(Role::professional)) return;
    event.agent = mention->people.front();
    event.agent_in_sentence = true;
    std::erase(event.target, event.agent);
  }

  bool declared_or_stated(std::uint32_t person) const {
    return cast_.people[person].plays(Role::perpetrator);
  }

  // "He has been seen outside the nursery": whoever is seen is the one who is there.
  bool is_seen(const Clause& clause) const {
    constexpr std::array<std::string_view, 6> seeing{"see", "find", "spot", "notice", "catch", "observe"};
    return clause.voice != Voice::active && among(analysis_.lemma(clause.predicate), seeing);
  }

  std::uint32_t agent_place(const Clause& clause) const {
    if (clause.voice == Voice::active || is_seen(clause)) return subject_before(clause);
    if (clause.by_agent != kNone) return clause.by_agent;
    // "at the hands of Mr B", "from her partner"
    for (const std::uint32_t child : clauses_.dependents(clause.predicate)) {
      if (token(child).deprel != Deprel::obl) continue;
      if (analysis_.lemma(child) == "hand")
        for (const std::uint32_t owner : clauses_.dependents(child))
          if (cast_.at(owner) != nullptr) return owner;
    }
    return by_phrase_after(clause);
  }

  // "after Mr Okonjo smashed the door", "States FOB holds her card", "She said he yelled": whoever stands
  // right before a finite verb is its subject, even where the parse has taken the verb for another's.
  std::uint32_t subject_before(const Clause& clause) const {
    const bool infinitive = token(clause.predicate).features.verb_form == VerbForm::inf &&
                            !form(clause.predicate).ends_with("ed");
    if (infinitive && clause.governor != kNone) {
      // "made her lash out", "caused him to lash out"
      const Clause& governor = clauses_.all[clause.governor];
      constexpr std::array<std::string_view, 6> causing{"make", "cause", "lead", "drive", "let", "have"};
      if (token(clause.predicate).deprel == Deprel::xcomp && governor.voice == Voice::active &&
          among(analysis_.lemma(governor.predicate), causing) && cast_.at(governor.object) != nullptr)
        return governor.object;
    }
    const std::uint32_t begin = analysis_.sentences[clause.sentence].tokens.begin;
    std::uint32_t t = clause.predicate;
    while (t > begin && (token(t - 1).upos == Upos::ADV || token(t - 1).upos == Upos::AUX) &&
           cast_.at(t - 1) == nullptr)
      --t;
    if (!infinitive && t > begin && is_nominative(t - 1)) return t - 1;
    const bool own = clause.subject != kNone && !clause.subject_inherited;
    if (own && (cast_.at(clause.subject) != nullptr || token(clause.subject).upos != Upos::PROPN))
      return clause.subject;
    if (infinitive || t == begin) return clause.subject;
    const Mention* mention = cast_.at(t - 1);
    for (std::uint32_t u = t - 1; mention == nullptr && u > begin && u + 4 > t; --u)
      if (const Mention* longer = cast_.at(u - 1); longer != nullptr && longer->tokens.end == t)
        mention = longer;
    if (mention == nullptr || mention->tokens.end != t || mention->kind == MentionKind::agency)
      return clause.subject;
    const Deprel relation = token(mention->head).deprel;
    const bool other_place = relation == Deprel::obj || relation == Deprel::iobj ||
                             relation == Deprel::nmod_poss || relation == Deprel::conj;
    if (other_place) return clause.subject;
    if (own) return mention->head;
    if (mention->tokens.begin == begin) return mention->head;
    const std::string before = fold(form(mention->tokens.begin - 1));
    constexpr std::array<std::string_view, 9> opening{"after", "before", "when",    "while", "since",
                                                      "until", "as",     "because", "that"};
    return among(before, opening) ? mention->head : clause.subject;
  }

  bool is_nominative(std::uint32_t t) const {
    const Mention* mention = cast_.at(t);
    if (mention == nullptr) return false;
    const std::string word = fold(form(t));
    return word == "he" || word == "she" || word == "they" || word == "i";
  }

  // A further verb of the same subject, wherever the parse has hung it: "he slapped her, took her phone and
  // left her outside". The one who does what stands before it in the sentence.
  std::uint32_t agent_before(const Clause& clause) const {
    const std::uint32_t begin = analysis_.sentences[clause.sentence].tokens.begin;
    std::uint32_t t = clause.predicate;
    while (t > begin && token(t - 1).upos == Upos::ADV) --t;
    if (t == begin) return kNone;
    const std::string before = fold(form(t - 1));
    const bool joins = before == "," || before == "and" || before == "then" || before == "&" ||
                       before == "or" || before == "but" || before == "having";
    if (!joins) return kNone;
    if (agent_in_sentence_[clause.sentence] != kNone) return agent_in_sentence_[clause.sentence];
    return can_act(clause.subject) ? kNone : nearest_subject(clause);
  }

  // A person of the family, not a professional or a body.
  bool can_act(std::uint32_t place) const {
    const Mention* mention = place == kNone ? nullptr : cast_.at(place);
    return mention != nullptr && mention->kind != MentionKind::agency && mention->people.size() == 1 &&
           !cast_.people[mention->people.front()].plays(Role::professional);
  }

  // Where the parse gives a verb a subject who can't be meant: the last one before it in the sentence.
  std::uint32_t nearest_subject(const Clause& clause) const {
    const std::uint32_t begin = analysis_.sentences[clause.sentence].tokens.begin;
    for (std::uint32_t t = clause.predicate; t-- > begin;) {
      const std::uint32_t c = clauses_.at_predicate[t];
      if (c == kNone || clauses_.all[c].subject_inherited || !can_act(clauses_.all[c].subject)) continue;
      return cast_.at(clauses_.all[c].subject)->people.front();
    }
    return kNone;
  }

  // "He denied hitting her", "has a conviction for assaulting a former partner", "started locking the
  // kitchen"
  std::uint32_t agent_of_governor(const Clause& clause) const {
    if (clause.governor == kNone || token(clause.predicate).xpos != Xpos::VBG) return kNone;
    if (clause.subject != kNone && !clause.subject_inherited) return kNone;
    const Clause& governor = clauses_.all[clause.governor];
    return governor.voice == Voice::active ? agent_place(governor) : kNone;
  }

  // "was pushed against the wall by his father": a by-phrase that the parse has hung elsewhere.
  std::uint32_t by_phrase_after(const Clause& clause) const {
    const std::uint32_t end =
        std::min(analysis_.sentences[clause.sentence].tokens.end, clause.predicate + 12);
    for (std::uint32_t t = clause.predicate + 1; t < end; ++t) {
      if (token(t).upos == Upos::VERB || form(t) == ",") return kNone;
      if (form(t) != "by") continue;
      for (std::uint32_t u = t + 1; u < std::min(end, t + 5); ++u)
        if (cast_.at(u) != nullptr && token(u).deprel != Deprel::nmod_poss) return u;
      return kNone;
    }
    return kNone;
  }

  // ---- To whom

  static void add(People& people, const Mention* mention, std::uint32_t except) {
    if (mention == nullptr) return;
    for (const std::uint32_t person : mention->people)
      if (person != except && std::find(people.begin(), people.end(), person) == people.end())
        people.push_back(person);
  }

  // Everyone coordinated with the mention at `place` too.
  void add_all(People& people, std::uint32_t place, std::uint32_t except) const {
    add(people, cast_.at(place), except);
    for (const std::uint32_t child : clauses_.dependents(place))
      if (token(child).deprel == Deprel::conj) add(people, cast_.at(child), except);
  }

  People targets(const Event& event, const Clause& clause) const {
    People people;
    const auto drop_professionals = [&] {
      std::erase_if(people, [&](std::uint32_t p) { return cast_.people[p].plays(Role::professional); });
    };
    if (const std::uint32_t place = matcher_.affected(clause); place != kNone)
      add_all(people, place, event.agent);
    drop_professionals();
    if (people.empty()) add_owners(people, clause, event.agent);
    if (people.empty()) add_shared_object(people, clause, event.agent);
    if (people.empty())
      for (const std::uint32_t t : matcher_.governed(clause))
        if (const Mention* mention = cast_.at(t); mention != nullptr && mention->kind != MentionKind::agency)
          add(people, mention, event.agent);
    drop_professionals();
    return people;
  }

  // "took her bank card", "smashed Ms Hart's phone", "pulled her by her hair"
  void add_owners(People& people, const Clause& clause, std::uint32_t agent) const {
    for (const std::uint32_t child : clauses_.dependents(clause.predicate)) {
      const Deprel relation = token(child).deprel;
      if (relation != Deprel::obj && relation != Deprel::obl && relation != Deprel::nsubj_pass) continue;
      const std::uint32_t owner = dependent(analysis_, clauses_, child, Deprel::nmod_poss);
      if (owner != kNone) add(people, cast_.at(owner), agent);
    }
  }

  // "punched and kicked her": the object stands with the other verb.
  void add_shared_object(People& people, const Clause& clause, std::uint32_t agent) const {
    for (const std::uint32_t child : clauses_.dependents(clause.predicate)) {
      if (token(child).deprel != Deprel::conj || clauses_.at_predicate[child] == kNone) continue;
      const Clause& other = clauses_.all[clauses_.at_predicate[child]];
      if (other.subject == clause.subject && other.object != kNone && other.voice == Voice::active)
        add_all(people, other.object, agent);
    }
    if (people.empty() && clause.kind == ClauseKind::coordinate && clause.governor != kNone &&
        clause.subject_inherited) {
      const Clause& first = clauses_.all[clause.governor];
      if (first.object != kNone && first.voice == Voice::active) add_all(people, first.object, agent);
    }
  }

  bool is_child_among(const People& people) const {
    return std::any_of(people.begin(), people.end(),
                       [&](std::uint32_t p) { return cast_.people[p].plays(Role::child); });
  }

  ProseSpan span_of_act(const Clause& clause, std::uint32_t last) const {
    std::uint32_t end = std::max(last, clause.predicate);
    for (const std::uint32_t place :
         {clause.object, clause.voice == Voice::active ? kNone : clause.by_agent}) {
      if (place == kNone || place < clause.predicate) continue;
      if (const Mention* mention = cast_.at(place))
        end = std::max(end, mention->tokens.end - 1);
      else
        end = std::max(end, place);
    }
    const std::uint32_t sentence_end = analysis_.sentences[clause.sentence].tokens.end;
    end = std::min(end, sentence_end - 1);
    return {token(clause.predicate).span.begin, token(end).span.end};
  }

  // ---- Who says so

  void set_source(Event& event, const Clause& clause) const {
    if (clause.reported_by != kNone) {
      set_reporter(event, clauses_.all[clause.reported_by]);
    } else if (const std::uint32_t source = according_to(clause); source != kNone) {
      if (const Mention* mention = cast_.at(source); mention != nullptr && mention->people.size() == 1)
        event.told_by = mention->people.front();
      event.standing = Standing::alleged;
    }
    for (const std::uint32_t child : clauses_.dependents(clause.predicate)) {
      const std::string_view word = analysis_.lemma(child);
      if (word == "allegedly" || word == "reportedly") event.standing = Standing::alleged;
      if (word == "admittedly") event.standing = Standing::admitted;
    }
    set_legal_standing(event, clause);
    set_outcome(event, clause.sentence);
  }

  // A table of findings: "Found", "Not proved" in another cell of the row.
  void set_outcome(Event& event, std::uint32_t sentence) const {
    const Block& block = document_.blocks[analysis_.sentences[sentence].block];
    if (!block.cell) return;
    const auto here = static_cast<std::size_t>(&block - document_.blocks.data());
    const auto outcome = [&](const Block& other) {
      if (!other.cell || other.cell->table != block.cell->table || other.cell->row != block.cell->row)
        return false;
      const std::string words = fold(slice<ProseText>(document_.prose, other.span));
      constexpr std::array<std::string_view, 6> denied{"not found",    "not proved", "not proven",
                                                       "not made out", "dismissed",  "unproven"};
      constexpr std::array<std::string_view, 5> held{"found", "proved", "proven", "made out", "upheld"};
      if (std::any_of(denied.begin(), denied.end(),
                      [&](std::string_view w) { return words.starts_with(w); })) {
        event.standing = Standing::disputed;
        event.negated = true;
        return true;
      }
      if (std::any_of(held.begin(), held.end(), [&](std::string_view w) { return words.starts_with(w); }))
        event.standing = Standing::found;
      return false;
    };
    constexpr std::size_t kCells = 12;
    for (std::size_t b = here > kCells ? here - kCells : 0;
         b < std::min(here + kCells, document_.blocks.size()); ++b)
      if (outcome(document_.blocks[b])) return;
  }

  void set_reporter(Event& event, const Clause& reporter) const {
    const std::uint32_t who = reporter.voice == Voice::active ? reporter.subject : reporter.by_agent;
    const Mention* mention = who == kNone ? nullptr : cast_.at(who);
    if (mention != nullptr && mention->people.size() == 1) event.told_by = mention->people.front();
    const std::string_view verb = analysis_.lemma(reporter.predicate);
    constexpr std::array<std::string_view, 5> admitting{"admit", "accept", "acknowledge", "concede",
                                                        "confess"};
    constexpr std::array<std::string_view, 5> finding{"find", "conclude", "determine", "establish", "hold"};
    if (verb == "deny" || verb == "dispute" || verb == "refute")
      event.standing = Standing::disputed;
    else if (among(verb, admitting) && event.told_by == event.agent)
      event.standing = reporter.negated ? Standing::disputed : Standing::admitted;
    else if (among(verb, finding) &&
             (mention == nullptr || mention->kind == MentionKind::agency || is_judge(*mention)))
      event.standing = Standing::found;
    else
      event.standing = Standing::alleged;
  }

  bool is_judge(const Mention& mention) const {
    const std::string_view noun = analysis_.lemma(mention.head);
    return noun == "judge" || noun == "sheriff" || noun == "court" || noun == "magistrate" || noun == "panel";
  }

  std::uint32_t according_to(const Clause& clause) const {
    for (const std::uint32_t child : clauses_.dependents(clause.predicate)) {
      if (token(child).deprel != Deprel::obl) continue;
      for (const std::uint32_t marker : clauses_.dependents(child))
        if (analysis_.lemma(marker) == "accord" || analysis_.lemma(marker) == "according") return child;
    }
    return kNone;
  }

  // "was convicted of assaulting her", "is charged with stalking her", "denied having hit her"
  void set_legal_standing(Event& event, const Clause& clause) const {
    if (clause.governor == kNone) return;
    const Clause& governor = clauses_.all[clause.governor];
    const std::string_view verb = analysis_.lemma(governor.predicate);
    if (verb == "convict" || verb == "sentence") event.standing = Standing::convicted;
    if (verb == "plead" || verb == "admit") event.standing = Standing::admitted;
    if (verb == "charge" || verb == "accuse") event.standing = Standing::alleged;
    if (verb == "deny") event.standing = Standing::disputed;
    if (event.agent == kNone && !event.agent_in_sentence &&
        (verb == "convict" || verb == "charge" || verb == "accuse")) {
      const std::uint32_t who = governor.voice == Voice::active ? governor.object : governor.subject;
      if (who == kNone || cast_.at(who) == nullptr) return;
      event.agent_in_sentence = true;
      if (cast_.at(who)->people.size() == 1) event.agent = cast_.at(who)->people.front();
    }
  }

  // ---- Acts that the tagger takes for something else

  // "FOB backhanded her": between someone and someone or something of theirs, an act's verb in the past.
  bool read_mistagged(std::uint32_t t) {
    const TokenRange sentence = analysis_.sentences[sentence_of(t)].tokens;
    if (token(t).upos == Upos::VERB || token(t).upos == Upos::AUX || clauses_.at_predicate[t] != kNone)
      return false;
    if (t == sentence.begin || t + 1 >= sentence.end) return false;
    const bool before_object = is_object_pronoun(t + 1);
    if (!form(t).ends_with("ed") && !(form(t).ends_with("s") && before_object)) return false;
    const Mention* agent = mention_ending_before(t);
    const Mention* target = cast_.at(t + 1);
    if (agent == nullptr || agent->kind == MentionKind::agency || agent->said == Role::professional)
      return false;
    if (target == nullptr || target->kind == MentionKind::agency || !is_act_by_itself(matcher_.act_verb(t)))
      return false;
    Event event;
    event.predicate = t;
    event.act = analysis_.lemma(t);
    event.tactic = words_.patterns(matcher_.act_verb(t)).front().tactic;
    event.agent_in_sentence = true;
    if (agent->people.size() == 1) event.agent = agent->people.front();
    if (event.agent != kNone && cast_.people[event.agent].plays(Role::professional)) return false;
    add(event.target, target, event.agent);
    event.against_child = is_child_among(event.target);
    event.span = {token(t).span.begin, token(target->tokens.end - 1).span.end};
    if (const Clause* around = clauses_.around(t)) set_source(event, *around);
    events_.push_back(std::move(event));
    return true;
  }

  bool is_object_pronoun(std::uint32_t t) const {
    constexpr std::array<std::string_view, 5> objects{"her", "him", "them", "me", "us"};
    return among(fold(form(t)), objects) && token(t).deprel != Deprel::nmod_poss;
  }

  bool is_act_by_itself(const std::string& verb) const {
    const auto patterns = words_.patterns(verb);
    return !verb.empty() && (words_.is_harm_verb(verb) ||
                             std::any_of(patterns.begin(), patterns.end(), [](const ActPattern& p) {
                               return p.with == kNone && p.also.empty() && !p.pattern && !p.negative;
                             }));
  }

  const Mention* mention_ending_before(std::uint32_t t) const {
    for (std::uint32_t u = t; u-- > 0 && u + 4 > t;)
      if (const Mention* mention = cast_.at(u)) return mention->tokens.end == t ? mention : nullptr;
    return nullptr;
  }

  std::uint32_t sentence_of(std::uint32_t t) const {
    const auto after = std::upper_bound(
        analysis_.sentences.begin(), analysis_.sentences.end(), t,
        [](std::uint32_t at, const Sentence& sentence) { return at < sentence.tokens.begin; });
    return static_cast<std::uint32_t>(after - analysis_.sentences.begin()) - 1;
  }

  // ---- Acts told by nouns

  // With `of_pattern` those that tell of an act only where they are of someone known to use a pattern: "his
  // rules", "his calls to her work".
  void read_noun(std::uint32_t t, bool of_pattern = false) {
    const Upos upos = token(t).upos;
    if (upos != Upos::NOUN && upos != Upos::VERB) return;
    if (clauses_.at_predicate[t] != kNone && event_of_clause_[clauses_.at_predicate[t]] != kNone) return;
    std::uint32_t begin = t;
    const Tactic* tactic = act_noun(t, begin, of_pattern);
    if (tactic == nullptr || (of_pattern && act_noun(t, begin, false) != nullptr) ||
        token(t).deprel == Deprel::compound)
      return;
    const Clause* around = clauses_.around(t);
    if (around == nullptr || !may_have_happened(*around)) return;
    // "made false reports" is told by its verb.
    if (around->object == t &&
        event_of_clause_[static_cast<std::size_t>(around - clauses_.all.data())] != kNone)
      return;
    Event event;
    event.clause = kNone;
    event.predicate = t;
    event.act = analysis_.lemma(t);
    event.tactic = *tactic;
    event.negated = around->negated;
    read_places(event, t);
    if (!event.agent_in_sentence) borrow_agent(event, t, *around);
    if (!event.agent_in_sentence && event.target.empty()) return;
    if (event.agent != kNone && cast_.people[event.agent].plays(Role::professional)) return;
    event.of_pattern = of_pattern;
    if (of_pattern && !is_perpetrator(event.agent)) return;
    event.against_child = is_child_among(event.target);
    event.span = {token(begin).span.begin, token(t).span.end};
    event.when = times_.when(*around);
    event.frequency = times_.frequency(*around);
    set_source(event, *around);
    events_.push_back(std::move(event));
  }

  const Tactic* act_noun(std::uint32_t t, std::uint32_t& begin, bool of_pattern) const {
    begin = t;
    std::string words = fold(analysis_.lemma(t));
    if (!words_.ends_noun(words)) {
      words = fold(form(t));
      if (!words_.ends_noun(words)) return nullptr;
    }
    const Tactic* best = token(t).upos == Upos::NOUN ? words_.noun(words, of_pattern) : nullptr;
    for (std::uint32_t n = 1; n <= 3 && t >= n; ++n) {
      if (form(t - n) == "-") continue;
      words = fold(form(t - n)) + " " + words;
      if (const Tactic* longer = words_.noun(words, of_pattern)) {
        best = longer;
        begin = t - n;
      }
    }
    return best;
  }

  // "Mr B's violence towards her", "an assault on Ms A by Mr B"
  void read_places(Event& event, std::uint32_t t) {
    for (const std::uint32_t child : clauses_.dependents(t)) {
      const Mention* mention = cast_.at(child);
      if (mention == nullptr || mention->kind == MentionKind::agency) continue;
      const Deprel relation = token(child).deprel;
      const std::string_view preposition = case_of(analysis_, clauses_, child);
      if (relation == Deprel::nmod_poss || preposition == "by" || preposition == "from") {
        event.agent_in_sentence = true;
        if (mention->people.size() == 1) event.agent = mention->people.front();
      }
    }
    for (const std::uint32_t child : clauses_.dependents(t)) {
      const std::string_view preposition = case_of(analysis_, clauses_, child);
      if (preposition == "on" || preposition == "of" || preposition == "to" || preposition == "towards" ||
          preposition == "toward" || preposition == "against" || preposition == "upon" || preposition == "at")
        add_all(event.target, child, event.agent);
    }
  }

  // "He made threats", "she was subjected to abuse by him", "they experienced violence from him"
  void borrow_agent(Event& event, std::uint32_t t, const Clause& clause) {
    const std::string_view verb = analysis_.lemma(clause.predicate);
    constexpr std::array<std::string_view, 14> suffering{
        "experience", "suffer",   "endure", "subject", "witness", "sustain",  "disclose",
        "report",     "describe", "flee",   "escape",  "face",    "tolerate", "recount"};
    if (clause.predicate == t) return;
    if (among(verb, suffering)) {
      if (clause.subject != kNone && (verb != "subject" || clause.voice != Voice::active) &&
          verb != "witness" && can_act(clause.subject))
        add_all(event.target, clause.subject, kNone);
      std::uint32_t by = clause.by_agent;
      for (const std::uint32_t child : clauses_.dependents(clause.predicate)) {
        const std::string_view preposition = case_of(analysis_, clauses_, child);
        if (by == kNone && (preposition == "from" || preposition == "by") && cast_.at(child) != nullptr)
          by = child;
      }
      if (verb == "subject" && clause.voice == Voice::active) by = clause.subject;
      take_agent(event, by);
      return;
    }
    constexpr std::array<std::string_view, 9> answering{"plead",  "convict",  "charge",  "admit", "deny",
                                                        "accept", "sentence", "caution", "arrest"};
    if (among(verb, answering)) {
      take_agent(event, clause.voice == Voice::active &&
                                (verb == "convict" || verb == "charge" || verb == "sentence" ||
                                 verb == "caution" || verb == "arrest")
                            ? clause.object
                            : clause.subject);
      return;
    }
    if (!among(verb, kLightVerbs) || clause.object == kNone) return;
    if (clause.object == t || token(t).head == clause.object || token(t).head == clause.predicate)
      take_agent(event, clause.agent());
    for (const std::uint32_t child : clauses_.dependents(clause.predicate)) {
      const std::string_view preposition = case_of(analysis_, clauses_, child);
      if (preposition == "on" || preposition == "to" || preposition == "against" || preposition == "towards")
        add_all(event.target, child, event.agent);
    }
  }

  void take_agent(Event& event, std::uint32_t place) const {
    const Mention* mention = place == kNone ? nullptr : cast_.at(place);
    if (mention == nullptr || mention->kind == MentionKind::agency) return;
    event.agent_in_sentence = true;
    if (mention->people.size() == 1) event.agent = mention->people.front();
    std::erase(event.target, event.agent);
  }

  // "She says he told her nobody would find the body": she tells of it and he did it.
  void drop_reports() {
    std::vector<bool> drop(events_.size(), false);
    for (const Event& event : events_) {
      if (event.clause == kNone || (event.agent == kNone && event.target.empty())) continue;
      const Clause& clause = clauses_.all[event.clause];
      if (clause.reported_by == kNone) continue;
      const std::uint32_t outer = event_of_clause_[clause.reported_by];
      if (outer == kNone || !is_account(clauses_.all[clause.reported_by])) continue;
      // "He told her that his brother would kill her" is a threat of his.
      if (clause.modality != Modality::none && events_[outer].tactic == Tactic::threat) continue;
      const std::uint32_t teller = events_[outer].agent;
      const bool suffers = std::find(event.target.begin(), event.target.end(), teller) != event.target.end();
      if (event.agent == kNone ? suffers : teller != event.agent) drop[outer] = true;
    }
    std::vector<Event> kept;
    std::vector<std::uint32_t> place(events_.size(), kNone);
    for (std::size_t e = 0; e < events_.size(); ++e) {
      if (drop[e]) continue;
      place[e] = static_cast<std::uint32_t>(kept.size());
      kept.push_back(std::move(events_[e]));
    }
    events_ = std::move(kept);
    for (std::uint32_t& event : event_of_clause_)
      if (event != kNone) event = place[event];
    strong_ = std::min(strong_, events_.size());
  }

  bool is_account(const Clause& clause) const {
    constexpr std::array<std::string_view, 12> verbs{"say",      "state",  "tell",     "report",
                                                     "describe", "write",  "disclose", "recall",
                                                     "explain",  "allege", "claim",    "note"};
    return among(analysis_.lemma(clause.predicate), verbs);
  }

  // "threatened to kill her" is one act, and so is "subjected her to abuse".
  void drop_told_twice() {
    drop_reports();
    std::vector<std::uint32_t> by;
    std::vector<bool> of_pattern;
    for (const Event& event : events_) {
      by.push_back(event.agent);
      of_pattern.push_back(event.of_pattern);
    }
    std::erase_if(events_, [&](const Event& event) {
      if (event.clause == kNone) return false;
      const Clause& clause = clauses_.all[event.clause];
      const Deprel relation = token(clause.predicate).deprel;
      if (clause.governor == kNone || (relation != Deprel::xcomp && relation != Deprel::ccomp)) return false;
      const std::uint32_t governing = event_of_clause_[clause.governor];
      if (governing == kNone) return false;
      // "told her that his former wife slapped him": somebody else's act is one of its own.
      return by.at(governing) == event.agent || event.agent == kNone || !of_pattern.at(governing);
    });
  }

  const Document& document_;
  const Analysis& analysis_;
  const Clauses& clauses_;
  const Cast& cast_;
  const ActWords& words_;
  ActMatcher matcher_;
  Times times_;
  std::vector<Event> events_;
  std::vector<std::uint32_t> agent_in_sentence_;  // of its last act so far
  std::size_t strong_ = 0;                        // so many of events_ are abuse whoever does them
  std::vector<std::uint32_t> event_of_clause_;    // index in events_, kNone where a clause tells of none
};

}  // namespace

std::string_view name_of(Tactic tactic) { return kTactics[static_cast<std::size_t>(tactic)]; }

std::optional<Tactic> tactic_from(std::string_view name) { return value_named<Tactic>(kTactics, name); }

std::vector<Event> find_events(const Document& document, const Analysis& analysis, const Clauses& clauses,
                               Cast& cast, const ActWords& words) {
  EventFinder finder(document, analysis, clauses, cast, words);
  std::vector<Event> events = finder.run();
  tell_roles(cast, events);
  // What counted only as part of a pattern doesn't where no pattern is told in the end.
  std::erase_if(events, [&](const Event& event) {
    return event.of_pattern && event.agent != kNone && !cast.people[event.agent].plays(Role::perpetrator);
  });
  return finder.run_conduct(std::move(events));
}

}  // namespace onus
