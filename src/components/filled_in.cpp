#include "components/filled_in.h"

#include <algorithm>
#include <array>

#include "language/pronouns.h"
#include "people/pronouns.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

// Of the two sets that tell grown-ups of a family apart; nullopt for all other words.
std::optional<PronounSet> he_or_she(std::string_view form) {
  const auto set = pronoun_set(form);
  return set == PronounSet::he || set == PronounSet::she ? set : std::nullopt;
}

std::size_t place_of(PronounSet set) { return set == PronounSet::he ? 0 : 1; }

bool is_main(const Clause& clause) {
  return clause.kind == ClauseKind::main || clause.kind == ClauseKind::coordinate ||
         clause.kind == ClauseKind::parenthetical;
}

class Filler {
 public:
  Filler(const Narrative& narrative, Clauses& clauses, Cast& cast)
      : narrative_(narrative), analysis_(narrative.analysis), clauses_(clauses), cast_(cast) {
    learn_pronouns();
    clauses_from_.assign(analysis_.sentences.size() + 1, 0);
    for (const Clause& clause : clauses_.all) ++clauses_from_[clause.sentence + 1];
    for (std::size_t s = 1; s < clauses_from_.size(); ++s) clauses_from_[s] += clauses_from_[s - 1];
  }

  std::vector<std::uint32_t> run() {
    std::uint32_t block = kNone;
    for (std::uint32_t s = 0; s < analysis_.sentences.size(); ++s) {
      if (analysis_.sentences[s].block != block) {
        block = analysis_.sentences[s].block;
        set_topic(topic_of_heading(s));
        if (narrative_.block_of(s).kind == BlockKind::heading) latest_.fill(kNone);
      }
      if (narrative_.block_of(s).kind != BlockKind::heading && fill(s)) filled_.push_back(s);
    }
    return std::move(filled_);
  }

 private:
  // How the report speaks of each person where it is clear who is meant.
  void learn_pronouns() {
    spoken_of_.resize(cast_.people.size());
    for (const Mention& mention : cast_.mentions)
      if (mention.kind == MentionKind::pronoun && mention.people.size() == 1)
        if (const auto set = he_or_she(narrative_.form(mention.head)))
          ++spoken_of_[mention.people.front()][place_of(*set)];
  }

  bool fits(std::uint32_t person, PronounSet set) const {
    const auto& [he, she] = spoken_of_[person];
    return set == PronounSet::he ? he > she : she > he;
  }
  bool might_fit(std::uint32_t person, PronounSet set) const {
    return !fits(person, set == PronounSet::he ? PronounSet::she : PronounSet::he);
  }

  // Of two in a family whom it fits it may mean either.
  bool fits_only(std::uint32_t person, PronounSet pronoun) const {
    if (!fits(person, pronoun)) return false;
    for (std::uint32_t other = 0; other < spoken_of_.size(); ++other)
      if (other != person && role_of(other) != Role::professional && role_of(other) != Role::other &&
          fits(other, pronoun))
        return false;
    return true;
  }

  static bool is_one_person(const Mention* mention) {
    return mention != nullptr && mention->people.size() == 1 && mention->kind != MentionKind::agency &&
           mention->kind != MentionKind::group;
  }
  std::uint32_t person_at(std::uint32_t token) const {
    const Mention* mention = token == kNone ? nullptr : cast_.at(token);
    return is_one_person(mention) ? mention->people.front() : kNone;
  }
  Role role_of(std::uint32_t person) const { return cast_.people[person].role(); }

  // "## Ms Mokoena": what stands below it without a subject is about her.
  std::uint32_t topic_of_heading(std::uint32_t sentence) {
    const std::uint32_t heading = narrative_.block_of(sentence).heading;
    if (heading == kNoHeading) return kNone;
    if (heading != heading_) {
      heading_ = heading;
      heading_topic_ = topic_named_in(heading, sentence);
    }
    return heading_topic_;
  }

  std::uint32_t topic_named_in(std::uint32_t heading, std::uint32_t before) const {
    std::uint32_t topic = kNone;
    for (std::uint32_t s = before; s-- > 0 && analysis_.sentences[s].block >= heading;) {
      if (analysis_.sentences[s].block != heading) continue;
      const TokenRange range = analysis_.sentences[s].tokens;
      for (std::uint32_t t = range.begin; t < range.end; ++t)
        if (person_at(t) != kNone && role_of(person_at(t)) != Role::professional) {
          if (topic != kNone && person_at(topic) != person_at(t)) return kNone;
          topic = t;
        }
      break;
    }
    return topic;
  }

  // "Naledi clingy at the gate", "TM: …", "SN review, JDC, weight down": whom an entry names before its first
  // verb, and not beside something ("letter to Mum").
  void begin_with_label(std::uint32_t sentence) {
    const TokenRange range = analysis_.sentences[sentence].tokens;
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      const Token& token = analysis_.tokens[t];
      if (token.upos == Upos::VERB || token.upos == Upos::AUX || token.upos == Upos::ADP) return;
      const Mention* mention = cast_.at(t);
      if (!is_one_person(mention) || mention->kind == MentionKind::writer) continue;
      if (token.deprel == Deprel::nmod_poss || role_of(mention->people.front()) == Role::professional)
        continue;
      set_topic(t);
      if (const std::uint32_t participle = participle_behind(t, range.end); participle != kNone)
        note_passive(participle, t, has_by(participle, range.end));
      return;
    }
  }

  // "Jonas seen at school": the participle that follows a name.
  std::uint32_t participle_behind(std::uint32_t name, std::uint32_t end) const {
    const std::uint32_t next = name + 1;
    return next < end && analysis_.tokens[next].xpos == Xpos::VBN ? next : kNone;
  }
  bool has_by(std::uint32_t from, std::uint32_t end) const {
    for (std::uint32_t t = from; t < end; ++t)
      if (lower(narrative_.form(t)) == "by") return true;
    return false;
  }

  void set_topic(std::uint32_t token) {
    topic_ = token;
    topic_was_seen_ = false;
  }

  // "Jonas was collected by Marc. Hit him in the car.": what follows a passive is done by whoever did that,
  // and that isn't known. Of what somebody is or feels it can be told ("was upset"); of somebody who was seen
  // what is so ("Won't eat"), but not what was done ("Asked about home").
  void note_passive(std::uint32_t verb, std::uint32_t sufferer, bool by_somebody) {
    static constexpr std::array<std::string_view, 9> states{
        "upset", "frighten", "scare", "distress", "worry", "exhaust", "tire", "settle", "withdraw"};
    static constexpr std::array<std::string_view, 2> seen{"see", "observe"};
    const std::string_view lemma = analysis_.lemma(verb);
    const bool was_seen = one_of(lemma, seen);
    set_topic(!by_somebody && (was_seen || one_of(lemma, states)) ? sufferer : kNone);
    topic_was_seen_ = was_seen;
  }

  bool is_verb_of_its_own(const Clause& clause) const {
    const Token& predicate = analysis_.tokens[clause.predicate];
    if (predicate.upos != Upos::VERB && predicate.upos != Upos::AUX) return false;
    if (clause.first_auxiliary != kNone) return predicate.xpos != Xpos::VBG || clause.progressive;
    return predicate.xpos == Xpos::VBZ || predicate.xpos == Xpos::VBD;
  }

  bool lacks_subject(const Clause& clause) const {
    return clause.subject == kNone && is_main(clause) && clause.voice == Voice::active &&
           is_verb_of_its_own(clause) &&
           dependent(analysis_, clauses_, clause.predicate, Deprel::expl) == kNone &&
           dependent(analysis_, clauses_, clause.predicate, Deprel::csubj) == kNone;
  }

  // "Mr Dunlop says that he …": what is told is about somebody else.
  bool only_tells(const Clause& clause, std::uint32_t person) const {
    return is_reporting(analysis_.lemma(clause.predicate)) &&
           (role_of(person) == Role::professional || role_of(person) == Role::other);
  }
  bool is_told_by_others(const Clause& clause) const {
    if (clause.kind != ClauseKind::complement || clause.reported_by == kNone) return false;
    const std::uint32_t teller = person_at(clauses_.all[clause.reported_by].subject);
    return teller == kNone || only_tells(clauses_.all[clause.reported_by], teller);
  }

  // Who did something last, of those who are spoken of as "he" and as "she".
  void note_doer(const Clause& clause, std::uint32_t person) {
    const auto& [he, she] = spoken_of_[person];
    if (clause.voice != Voice::active || he == she || role_of(person) == Role::professional) return;
    latest_[he > she ? 0 : 1] = clause.subject;
  }

  // "The house was searched by PC Hall", "Police came": what follows may be told of them.
  bool is_of_nobody(const Clause& clause, std::uint32_t person) const {
    if (clause.voice != Voice::active && clause.by_agent != kNone) return true;
    const Mention* mention = clause.subject == kNone ? nullptr : cast_.at(clause.subject);
    return person == kNone && mention != nullptr && mention->kind != MentionKind::writer;
  }

  void note_topic(const Clause& clause) {
    const std::uint32_t person = person_at(clause.subject);
    if (is_main(clause) && is_of_nobody(clause, person)) return set_topic(kNone);
    if (person == kNone || narrative_.cast.at(clause.subject)->kind == MentionKind::writer) return;
    note_doer(clause, person);
    if (is_main(clause) ? only_tells(clause, person) : !is_told_by_others(clause)) return;
    if (clause.voice == Voice::active)
      set_topic(clause.subject);
    else
      note_passive(clause.predicate, clause.subject, false);
  }

  // The pronoun of a tie between several people.
  bool fill_pronoun(std::uint32_t token) {
    const std::uint32_t index = cast_.mention_at[token];
    if (index == kNone) return false;
    Mention& mention = cast_.mentions[index];
    if (!mention.people.empty()) return false;
    if (mention.kind == MentionKind::writer && !mention.plural)
      return is_quoted(narrative_, analysis_.tokens[token].span) && set(mention, person_at(topic_));
    const auto pronoun = he_or_she(narrative_.form(token));
    if (mention.kind != MentionKind::pronoun || mention.plural || !pronoun) return false;
    const Deprel relation = analysis_.tokens[token].deprel;
    const bool is_of_topic = is_subject(relation) || relation == Deprel::nmod_poss;
    const std::uint32_t person = is_of_topic ? person_at(topic_) : kNone;
    if (person != kNone && fits_only(person, *pronoun)) return set(mention, person);
    const std::uint32_t doer = person_at(latest_[place_of(*pronoun)]);
    return is_subject(relation) && doer != kNone && fits_only(doer, *pronoun) && set(mention, doer);
  }

  static bool set(Mention& mention, std::uint32_t person) {
    if (person == kNone) return false;
    mention.people = {person};
    return true;
  }

  bool fill(std::uint32_t sentence) {
    begin_with_label(sentence);
    bool changed = false;
    const TokenRange range = analysis_.sentences[sentence].tokens;
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      changed |= fill_pronoun(t);
      if (const std::uint32_t at = clauses_.at_predicate[t]; at != kNone) changed |= fill_clause(at);
    }
    return changed;
  }

  // "Comforted him", "slapped his face", "sat with Jonas": the one spoken of isn't who does it.
  bool is_done_to_topic(const Clause& clause) const {
    const auto words = clauses_.dependents(clause.predicate);
    return std::any_of(words.begin(), words.end(), [&](std::uint32_t word) {
      const Deprel relation = analysis_.tokens[word].deprel;
      if (relation != Deprel::obj && relation != Deprel::iobj && relation != Deprel::obl) return false;
      const std::uint32_t owner = dependent(analysis_, clauses_, word, Deprel::nmod_poss);
      return may_be_topic(word) || (owner != kNone && may_be_topic(owner));
    });
  }
  bool may_be_topic(std::uint32_t token) const {
    const std::uint32_t person = person_at(topic_);
    const std::uint32_t meant = person_at(token);
    if (is_reflexive(token)) return false;
    if (meant != kNone) return meant == person;
    const auto pronoun = he_or_she(narrative_.form(token));
    return pronoun && might_fit(person, *pronoun);
  }
  bool is_reflexive(std::uint32_t token) const { return lower(narrative_.form(token)).ends_with("self"); }

  bool fill_clause(std::uint32_t at) {
    Clause& clause = clauses_.all[at];
    if (!lacks_subject(clause)) {
      note_topic(clause);
      return false;
    }
    if (topic_ == kNone || (topic_was_seen_ && clause.tense == Tense::past)) return false;
    if (is_done_to_topic(clause)) {
      set_topic(kNone);  // somebody else is at work
      return false;
    }
    clause.subject = topic_;
    clause.subject_inherited = true;
    // What hangs on it without a subject of its own: "wants to see", "has begun to wet".
    for (std::uint32_t c = clauses_from_[clause.sentence]; c < clauses_from_[clause.sentence + 1]; ++c) {
      Clause& below = clauses_.all[c];
      if (below.subject == kNone && below.governor == at &&
          (below.kind == ClauseKind::nonfinite || below.kind == ClauseKind::coordinate)) {
        below.subject = topic_;
        below.subject_inherited = true;
      }
    }
    return true;
  }

  const Narrative& narrative_;
  const Analysis& analysis_;
  Clauses& clauses_;
  Cast& cast_;
  std::vector<std::array<int, 2>> spoken_of_;          // for each person as he and as she
  std::vector<std::uint32_t> clauses_from_;            // for each sentence, and the end
  std::uint32_t topic_ = kNone;                        // token
  bool topic_was_seen_ = false;                        // "Jonas was seen": and who saw him isn't told
  std::uint32_t heading_ = kNone;                      // block, the last one with a heading above it
  std::uint32_t heading_topic_ = kNone;                // token
  std::array<std::uint32_t, 2> latest_{kNone, kNone};  // tokens: he, she
  std::vector<std::uint32_t> filled_;
};

}  // namespace

FilledIn::FilledIn(const Narrative& told)
    : clauses_(told.clauses),
      cast_(told.cast),
      narrative_{told.document,       told.analysis, clauses_,        cast_,
                 told.events,         told.kind,     told.quotations, told.sections,
                 told.about_a_family, told.general} {
  sentences_ = Filler(told, clauses_, cast_).run();
}

}  // namespace onus
