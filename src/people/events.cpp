#include "people/events.h"

#include <algorithm>
#include <array>
#include <set>

#include "language/by_phrase.h"
#include "people/accounts.h"
#include "people/act_likeness.h"
#include "people/act_matching.h"
#include "people/agents.h"
#include "people/agents_around.h"
#include "people/blamed.h"
#include "people/denied_together.h"
#include "people/mistagged_acts.h"
#include "people/noun_acts.h"
#include "people/people.h"
#include "people/peopled_text.h"
#include "people/retellings.h"
#include "people/roles.h"
#include "people/supposed_acts.h"
#include "people/survivors_acts.h"
#include "people/targets.h"
#include "people/times.h"
#include "text/closed_list.h"

namespace onus {
namespace {

constexpr std::array<std::string_view, kTactics> kTacticNames{"physical",
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

// A clause that no list has tells of an act if it is at least so like those that readers marked; less is
// needed from someone who is known to use a pattern, more of what touches nobody. Chosen on sentences and
// reports that neither the lists nor the net had seen.
constexpr float kLikeAnAct = 0.65F, kLikeFromPerpetrator = 0.5F, kLikeWithoutTarget = 0.8F,
                kLikeVerbAlone = 0.3F;
// And as much is enough where it isn't told as one, but shows with others of its kind who uses a pattern.
constexpr float kLikeToReaders = 0.5F;
// What the lists take for part of a pattern and is less like an act than this shows nobody's.
constexpr float kLikeNothing = 0.1F;

class EventFinder {
 public:
  EventFinder(const Document& document, const Analysis& analysis, const Clauses& clauses, const Cast& cast,
              const ActWords& words, const FeatureNet& learnt, const KeptActs& before)
      : text_{document, analysis, clauses, cast},
        words_(words),
        matcher_(document, analysis, clauses, cast, words),
        reader_(text_, matcher_, learnt, before),
        times_(document, analysis, clauses),
        agents_(text_, matcher_),
        nouns_(text_, words, times_) {}

  // Acts that are abuse whoever does them, and acts that are so from someone known to use a pattern.
  std::vector<Event> run() {
    event_of_clause_.assign(text_.clauses.all.size(), kNone);
    for (std::uint32_t c = 0; c < text_.clauses.all.size(); ++c) read_clause(c);
    for (std::uint32_t t = 0; t < text_.analysis.tokens.size(); ++t)
      if (!read_hidden(t, false)) read_noun(t, false);
    for (std::uint32_t c = 0; c < text_.clauses.all.size(); ++c)
      if (event_of_clause_[c] == kNone) read_clause(c, true);
    for (std::uint32_t t = 0; t < text_.analysis.tokens.size(); ++t)
      if (!hidden_.contains(t)) read_hidden(t, true);
    for (std::uint32_t c = 0; c < text_.clauses.all.size(); ++c)
      if (event_of_clause_[c] == kNone) read_doing_it(c);
    for (std::uint32_t c = 0; c < text_.clauses.all.size(); ++c)
      if (event_of_clause_[c] == kNone) read_learnt(c, kLikeAnAct);
    drop_retellings();
    in_order();
    return std::move(events_);
  }

  KeptActs kept() && { return std::move(reader_).kept(); }

  // What the lists take for part of a pattern and doesn't read like an act at all.
  void doubt_unlike(std::vector<Event>& events) {
    for (Event& event : events)
      if (event.of_pattern && event.clause != kNone && reader_.of(event.clause).any < kLikeNothing)
        event.by_ear = true;
  }

  // What of all that is told reads like acts of each person, whether a list has the words or not.
  std::vector<Resemblance> resemblances() {
    std::vector<Resemblance> out(text_.cast.people.size());
    std::vector<std::set<Tactic>> kinds(out.size());
    for (std::uint32_t c = 0; c < text_.clauses.all.size(); ++c) {
      const Clause clause = with_voice(text_.clauses.all[c]);
      if (!may_be_learnt(clause) || agents_.is_obliged(clause)) continue;
      const ActLikeness like = reader_.of(c);
      if (like.any < kLikeToReaders) continue;
      Event event;
      event.clause = c;
      event.predicate = clause.predicate;
      if (!agents_.set_agent(event, clause, {}) || event.agent == kNone) continue;
      event.target = own_targets(text_, matcher_, event, clause);
      Resemblance& mine = out[event.agent];
      ++mine.acts;
      mine.aimed += !event.target.empty();
      set_source(text_, event, clause);
      mine.tellers.push_back(event.told_by);
      kinds[event.agent].insert(like.tactic);
    }
    const std::vector<std::size_t> blamed = times_blamed(text_);
    for (std::size_t p = 0; p < out.size(); ++p) {
      out[p].kinds = kinds[p].size();
      out[p].blamed = blamed[p];
    }
    return out;
  }

  // What else someone who is known to abuse does, in words that no list has: `events` are those of run(),
  // completed here. Tells nothing about who that is.
  std::vector<Event> run_known(std::vector<Event> events) {
    events_ = std::move(events);
    roles_told_ = true;
    reader_.read_with_roles();
    std::erase_if(events_, [&](const Event& event) { return is_ordinary(event); });
    event_of_clause_.assign(text_.clauses.all.size(), kNone);
    for (std::uint32_t e = 0; e < events_.size(); ++e)
      if (events_[e].clause != kNone) event_of_clause_[events_[e].clause] = e;
    const std::size_t before = events_.size();
    for (std::uint32_t c = 0; c < text_.clauses.all.size(); ++c)
      if (event_of_clause_[c] == kNone) read_learnt(c, kLikeFromPerpetrator);
    in_order();
    for (std::uint32_t t = 0; t < text_.analysis.tokens.size(); ++t)
      if (!hidden_.contains(t)) read_noun(t, true);
    if (events_.size() > before) drop_retellings();
    in_order();
    name_from_around(text_, events_);
    return std::move(events_);
  }

 private:
  // A verb that the tagger has taken for a noun or an adjective.
  bool read_hidden(std::uint32_t t, bool of_pattern) {
    const auto clause = hidden_clause(text_, matcher_, t);
    if (!clause) return false;
    const std::size_t before = events_.size();
    read_act(*clause, kNone, of_pattern);
    if (events_.size() > before) hidden_.insert(t);
    return events_.size() > before;
  }

  void read_noun(std::uint32_t t, bool of_pattern) {
    if (auto event = nouns_.read(t, event_of_clause_, of_pattern)) events_.push_back(std::move(*event));
  }

  void drop_retellings() { drop_told_twice(text_, events_, event_of_clause_); }

  void in_order() {
    std::stable_sort(events_.begin(), events_.end(),
                     [](const Event& a, const Event& b) { return a.predicate < b.predicate; });
  }

  // ---- Whether it is one at all

  // A complement of an act that is told already.
  bool inside_event(const Clause& clause) const {
    return clause.governor != kNone && event_of_clause_[clause.governor] != kNone &&
           (text_.token(clause.predicate).deprel == Deprel::xcomp ||
            text_.token(clause.predicate).deprel == Deprel::ccomp ||
            text_.token(clause.predicate).deprel == Deprel::advcl);
  }

  // "was convicted of assault and fined": the court did that.
  static bool is_done_to_self(const Event& event) {
    return event.target.size() == 1 && event.target.front() == event.agent;
  }

  // ---- Acts that are like those that readers marked

  // Told as having happened, and neither care nor a kindness.
  bool may_be_learnt(const Clause& clause) const {
    if (!may_have_happened(text_, clause) || (clause.negated && !refuses(clause)) ||
        matcher_.takes_it_down(clause.predicate + 1))
      return false;
    const std::vector<std::uint32_t> governed = matcher_.governed(clause);
    return !is_care(clause, governed) && !is_kindness(clause, governed) && !is_only_supposed(text_, clause) &&
           !is_done_to_nobody(text_, clause) && !is_done_by_a_thing(text_, clause) &&
           !is_blame(text_, clause);
  }

  void read_learnt(std::uint32_t c, float least) {
    const Clause clause = with_voice(text_.clauses.all[c]);
    if (inside_event(clause)) return;
    const ActLikeness like = reader_.of(c);
    if (like.any < least || is_feeling(clause, like.tactic) || !may_be_learnt(clause)) return;
    const std::vector<std::uint32_t> governed = matcher_.governed(clause);
    ActPattern pattern;
    pattern.tactic = like.tactic;
    Event event;
    event.clause = c;
    event.predicate = clause.predicate;
    event.act = text_.analysis.lemma(clause.predicate);
    event.tactic = like.tactic;
    event.of_pattern = event.by_ear = true;
    if (agents_.is_obliged(clause)) {
      agents_.set_sufferer(event, clause);
    } else {
      if (!agents_.set_agent(event, clause, pattern) || !may_be_its_agent(event.agent)) return;
      event.target = own_targets(text_, matcher_, event, clause);
    }
    event.against_child = is_child_among(text_.cast, event.target);
    complete(event, clause, clause.predicate);
    if (is_done_to_self(event) || (like.any < kLikeWithoutTarget && touches_nobody(event, clause, governed)))
      return;
    event_of_clause_[c] = static_cast<std::uint32_t>(events_.size());
    if (event.agent != kNone) agents_.note(clause.sentence, event.agent);
    events_.push_back(std::move(event));
  }

  // Children's quarrels and what a survivor does in return are told as acts by the lists' plain words only.
  bool may_be_its_agent(std::uint32_t agent) const {
    if (agent == kNone) return true;
    const Person& person = text_.cast.people[agent];
    if (person.plays(Role::child) || person.plays(Role::non_offending_parent)) return false;
    return !roles_told_ || person.plays(Role::perpetrator);
  }

  // With these what isn't done is itself the act.
  bool refuses(const Clause& clause) const {
    static constexpr std::array<std::string_view, 9> verbs{"let",   "allow", "permit", "give", "hand",
                                                           "speak", "talk",  "answer", "pay"};
    return one_of(text_.analysis.lemma(clause.predicate), verbs);
  }

  // "burnt the toast": a verb of the lists by itself, in a clause that is like no act.
  bool is_ordinary(const Event& event) {
    if (!event.of_pattern || event.clause == kNone || is_force(event.tactic)) return false;
    const auto match = matcher_.match(with_voice(text_.clauses.all[event.clause]), true);
    return match && match->pattern->with == UINT32_MAX && match->pattern->also.empty() &&
           reader_.of(event.clause).any < kLikeVerbAlone;
  }

  // "sold his van", "cut the hedge": nobody of the family is named with it, or the thing is one's own.
  bool touches_nobody(const Event& event, const Clause& clause,
                      const std::vector<std::uint32_t>& governed) const {
    return matcher_.own_thing(clause) || (event.target.empty() && !matcher_.reaches_family(clause, governed));
  }

  // ---- "did it"

  // "The fingers were shut in a car door. He says that she did it.": an act that was told without its agent
  // right before, told once more with it.
  void read_doing_it(std::uint32_t c) {
    const Clause& clause = text_.clauses.all[c];
    if (text_.analysis.lemma(clause.predicate) != "do" || clause.voice != Voice::active || clause.negated ||
        clause.object == kNone || !may_have_happened(text_, clause) || !can_act(text_.cast, clause.subject))
      return;
    static constexpr std::array<std::string_view, 3> it{"it", "this", "that"};
    if (!one_of(fold(text_.form(clause.object)), it)) return;
    const Event* before = act_without_agent(clause);
    if (before == nullptr) return;
    Event event = *before;
    event.agent = text_.cast.at(clause.subject)->people.front();
    event.agent_in_sentence = true;
    if (std::ranges::find(event.target, event.agent) != event.target.end()) return;
    event.clause = c;
    event.predicate = clause.predicate;
    event.act = text_.analysis.lemma(clause.predicate);
    event.standing = Standing::unstated;
    event.told_by = kNone;
    complete(event, clause, clause.predicate);
    event_of_clause_[c] = static_cast<std::uint32_t>(events_.size());
    events_.push_back(std::move(event));
  }

  const Event* act_without_agent(const Clause& clause) const {
    const Event* last = nullptr;
    for (const Event& event : events_) {
      const std::uint32_t there = sentence_of(text_.analysis, event.predicate);
      if (event.predicate < clause.predicate && there + 1 >= clause.sentence && event.clause != kNone &&
          (last == nullptr || last->predicate < event.predicate))
        last = &event;
    }
    return last == nullptr || last->agent != kNone || last->negated || !is_force(last->tactic) ? nullptr
                                                                                               : last;
  }

  // ---- Acts told by verbs

  // The second time, with `of_pattern`, for what is abuse only from someone who is known to use a pattern.
  void read_clause(std::uint32_t c, bool of_pattern = false) {
    read_act(text_.clauses.all[c], c, of_pattern);
  }

  // `c` is kNone for a verb of which the parse knows no clause.
  void read_act(const Clause& as_parsed, std::uint32_t c, bool of_pattern) {
    const Clause clause = with_voice(as_parsed);
    const auto match = matcher_.match(clause, of_pattern);
    if (!match || match->pattern->pattern != of_pattern || is_feeling(as_parsed, match->pattern->tactic))
      return;
    const std::vector<std::uint32_t> governed = matcher_.governed(clause);
    if (!is_force(match->pattern->tactic) && is_care(clause, governed)) return;
    if (of_pattern && is_kindness(clause, governed)) return;
    if (!is_force(match->pattern->tactic) && is_counter_claim(text_, clause)) return;
    // "stopped his mother from coming": what is stopped.
    if (of_pattern && inside_event(clause) && text_.token(clause.predicate).xpos == Xpos::VBG &&
        events_[event_of_clause_[clause.governor]].tactic == Tactic::isolation)
      return;
    // "won't let her": a refusal.
    const bool refuses =
        match->pattern->negative && (clause.modality == Modality::future ||
                                     (match->pattern->suffered && clause.modality != Modality::none));
    if (!refuses && !may_have_happened(text_, clause)) return;
    if (is_done_to_nobody(text_, clause) || is_only_supposed(text_, clause) ||
        (of_pattern && counts_family(text_, clause)))
      return;
    if (is_done_by_a_thing(text_, clause) || (of_pattern && tells_of_another(text_, clause))) return;
    Event event;
    event.clause = c;
    event.predicate = clause.predicate;
    event.act = text_.analysis.lemma(clause.predicate);
    event.tactic = match->pattern->tactic;
    event.negated = clause.negated && !match->pattern->negative;
    if (agents_.is_obliged(clause) ||
        (match->pattern->suffered && !is_doer(clause, match->pattern->tactic))) {
      agents_.set_sufferer(event, clause);
    } else {
      if (!agents_.set_agent(event, clause, *match->pattern)) return;
      event.target = targets(text_, matcher_, event, clause);
    }
    if (is_blame(text_, clause) && !is_perpetrator(text_.cast, event.agent)) return;
    event.against_child = match->pattern->against_child || is_child_among(text_.cast, event.target);
    complete(event, clause, match->last);
    if (is_done_to_self(event)) return;
    event.of_pattern = of_pattern;
    if (of_pattern && !belongs_to_pattern(event, clause)) return;
    if (c != kNone) event_of_clause_[c] = static_cast<std::uint32_t>(events_.size());
    if (event.agent != kNone) agents_.note(clause.sentence, event.agent);
    events_.push_back(std::move(event));
  }

  // "made a packed lunch", "told her that the train was late": what is done speaks for itself.
  bool is_care(const Clause& clause, const std::vector<std::uint32_t>& governed) const {
    return !clause.negated && matcher_.has_any(words_.of_care(), governed);
  }

  // "washed her clothes", "lent her money", unless its words are of control.
  bool is_kindness(const Clause& clause, const std::vector<std::uint32_t>& governed) const {
    return !clause.negated && words_.is_kind(text_.analysis.lemma(clause.predicate)) &&
           !matcher_.has_any(words_.of_control(), governed);
  }

  // What is so whatever stands beside it.
  static bool is_force(Tactic tactic) {
    return tactic == Tactic::physical || tactic == Tactic::sexual || tactic == Tactic::threat;
  }

  // "Mr Baird texted her a photograph of a coffin": who is stated to use violence isn't the one who suffers
  // it. Injuries are suffered by whoever has them.
  bool is_doer(const Clause& clause, Tactic tactic) const {
    if (tactic == Tactic::physical || tactic == Tactic::sexual || clause.voice != Voice::active) return false;
    const Mention* subject = clause.subject == kNone ? nullptr : text_.cast.at(clause.subject);
    return subject != nullptr && subject->people.size() == 1 &&
           is_perpetrator(text_.cast, subject->people.front());
  }

  void complete(Event& event, const Clause& clause, std::uint32_t last) const {
    event.span = span_of_act(clause, last);
    event.when = times_.when(clause);
    event.frequency = times_.frequency(clause);
    set_source(text_, event, clause);
    if (event.clause != kNone && is_denied_together(text_, event.clause)) event.negated = true;
  }

  // "was burnt by the mother": a participle that the tagger takes for an adjective. "Landline cut at the
  // wall", "Mum's phone smashed": notes leave out the auxiliary of a passive, and the article of its subject.
  Clause with_voice(const Clause& clause) const {
    Clause out = clause;
    if (clause.copular && text_.token(clause.predicate).upos == Upos::ADJ) out.voice = Voice::passive;
    if (is_passive_of_notes(clause)) {
      out.voice = Voice::passive;
      out.by_agent = by_phrase(text_.analysis, clause.predicate);
    }
    return out;
  }

  bool is_passive_of_notes(const Clause& clause) const {
    if (clause.voice != Voice::active || clause.copular || clause.object != kNone ||
        clause.first_auxiliary != kNone || clause.subject == kNone || clause.subject_inherited ||
        clause.subject > clause.predicate)
      return false;
    const Xpos tag = text_.token(clause.predicate).xpos;
    static constexpr std::array<std::string_view, 9> same{"cut",   "hit",   "put",  "shut", "hurt",
                                                          "split", "burst", "slit", "let"};
    if (tag != Xpos::VBN && tag != Xpos::VBD && !one_of(text_.form(clause.predicate), same)) return false;
    // "kicked", "cut", "taken", not "broke".
    const std::string_view form = text_.form(clause.predicate);
    if (tag == Xpos::VBD && !form.ends_with("ed") && !one_of(form, same)) return false;
    if (text_.cast.at(clause.subject) != nullptr || text_.token(clause.subject).upos == Upos::PRON)
      return false;
    if (dependent(text_.analysis, text_.clauses, clause.subject, Deprel::det) != kNone) return false;
    return words_.is_harm_verb(text_.analysis.lemma(clause.predicate)) ||
           matcher_.tactic_of_things({clause.subject}).has_value();
  }

  // "is frightened", "was scared of the dark": how someone feels.
  bool is_feeling(const Clause& clause, Tactic tactic) const {
    return clause.copular && text_.token(clause.predicate).upos == Upos::ADJ &&
           tactic == Tactic::psychological && by_phrase(text_.analysis, clause.predicate) == kNone;
  }

  // Somebody else tells of it, and it is told as done.
  bool belongs_to_pattern(const Event& event, const Clause& clause) const {
    if (event.agent == kNone) return is_kept_from(event, clause);
    const Person& agent = text_.cast.people[event.agent];
    if (agent.plays(Role::child) || agent.plays(Role::professional)) return false;
    if (event.told_by == event.agent && event.standing != Standing::admitted && !is_denied(event, clause))
      return false;
    if (text_.token(clause.predicate).features.verb_form == VerbForm::inf && clause.governor == kNone &&
        clause.first_auxiliary == kNone && !is_past_too(clause))
      return false;
    return text_.document.blocks[text_.analysis.sentences[clause.sentence].block].kind != BlockKind::heading;
  }

  // "He denied keeping the card": somebody says that he did.
  bool is_denied(const Event& event, const Clause& clause) const {
    return event.standing == Standing::disputed && text_.token(clause.predicate).xpos == Xpos::VBG;
  }

  // "He let down the tyres": forms that are past tenses too, whatever the tagger makes of them.
  bool is_past_too(const Clause& clause) const {
    static constexpr std::array<std::string_view, 10> verbs{"let",  "put",  "hit",   "cut",    "set",
                                                            "shut", "hurt", "split", "spread", "burst"};
    return clause.subject != kNone && one_of(text_.analysis.lemma(clause.predicate), verbs);
  }

  // "He has not been allowed to sit in the front room": someone to whom a pattern is done.
  bool is_kept_from(const Event& event, const Clause& clause) const {
    if (clause.voice == Voice::active || event.agent_in_sentence || event.target.size() != 1) return false;
    if (event.tactic != Tactic::micro_regulation && event.tactic != Tactic::isolation &&
        event.tactic != Tactic::threat)
      return false;
    return std::any_of(events_.begin(), events_.end(), [&](const Event& other) {
      return !other.of_pattern && other.agent != kNone && other.agent != event.target.front() &&
             std::find(other.target.begin(), other.target.end(), event.target.front()) != other.target.end();
    });
  }

  ProseSpan span_of_act(const Clause& clause, std::uint32_t last) const {
    std::uint32_t end = std::max(last, clause.predicate);
    for (const std::uint32_t place :
         {clause.object, clause.voice == Voice::active ? kNone : clause.by_agent}) {
      if (place == kNone || place < clause.predicate) continue;
      if (const Mention* mention = text_.cast.at(place))
        end = std::max(end, mention->tokens.end - 1);
      else
        end = std::max(end, place);
    }
    end = std::max(end, end_of_saying(clause));
    const std::uint32_t sentence_end = text_.analysis.sentences[clause.sentence].tokens.end;
    end = std::min(end, sentence_end - 1);
    return {text_.token(clause.predicate).span.begin, text_.token(end).span.end};
  }

  // "told her that she would regret it": what is said is part of the act.
  std::uint32_t end_of_saying(const Clause& clause) const {
    static constexpr std::array<std::string_view, 9> saying{
        "tell", "say", "warn", "text", "message", "promise", "threaten", "remind", "ask"};
    constexpr std::uint32_t kLongest = 24;  // tokens
    if (!one_of(text_.analysis.lemma(clause.predicate), saying)) return clause.predicate;
    std::uint32_t end = clause.predicate;
    for (const std::uint32_t child : text_.clauses.dependents(clause.predicate)) {
      const Deprel relation = text_.token(child).deprel;
      if (child < clause.predicate || (relation != Deprel::ccomp && relation != Deprel::xcomp)) continue;
      const std::uint32_t last = phrase_of(text_.analysis, text_.clauses, child).end - 1;
      if (last < clause.predicate + kLongest) end = std::max(end, last);
    }
    return end;
  }

  PeopledText text_;
  const ActWords& words_;
  ActMatcher matcher_;
  ActReader reader_;
  Times times_;
  Agents agents_;
  NounActs nouns_;
  bool roles_told_ = false;  // the cast has by now the roles that events tell
  std::vector<Event> events_;
  std::unordered_set<std::uint32_t> hidden_;    // predicates of events that no clause tells
  std::vector<std::uint32_t> event_of_clause_;  // index in events_, kNone where a clause tells of none
};

}  // namespace

std::string_view name_of(Tactic tactic) { return kTacticNames[static_cast<std::size_t>(tactic)]; }

std::optional<Tactic> tactic_from(std::string_view name) { return value_named<Tactic>(kTacticNames, name); }

std::vector<Event> find_events(const Document& document, const Analysis& analysis, const Clauses& clauses,
                               Cast& cast, const ActWords& words, const FeatureNet& learnt,
                               const KeptActs& before, KeptActs& kept) {
  EventFinder finder(document, analysis, clauses, cast, words, learnt, before);
  std::vector<Event> events = finder.run();
  finder.doubt_unlike(events);
  tell_roles(cast, events, finder.resemblances());
  // What counted only as part of a pattern doesn't where no pattern is told in the end.
  const std::vector<Event> told = events;
  std::erase_if(events, [&](const Event& event) {
    return (event.of_pattern && event.agent != kNone && !cast.people[event.agent].plays(Role::perpetrator)) ||
           is_no_abuse({document, analysis, clauses, cast}, told, event);
  });
  events = finder.run_known(std::move(events));
  kept = std::move(finder).kept();
  tell_survivors(cast, events);
  tell_by_party(cast, events);
  keep_purpose({document, analysis, clauses, cast}, events);
  return events;
}

std::vector<Event> find_events(const Document& document, const Analysis& analysis, const Clauses& clauses,
                               Cast& cast, const ActWords& words, const FeatureNet& learnt) {
  KeptActs kept;
  return find_events(document, analysis, clauses, cast, words, learnt, {}, kept);
}

}  // namespace onus
