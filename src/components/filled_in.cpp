#include "components/filled_in.h"

#include <algorithm>
#include <array>

#include "people/pronouns.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

enum class Pronoun : std::uint8_t { other, he, she };

Pronoun pronoun_of(std::string_view form) {
  constexpr std::array<std::string_view, 4> he{"he", "him", "his", "himself"};
  constexpr std::array<std::string_view, 4> she{"she", "her", "hers", "herself"};
  const std::string word = lower(form);
  return one_of(word, he) ? Pronoun::he : one_of(word, she) ? Pronoun::she : Pronoun::other;
}

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
        topic_ = topic_of_heading(s);
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
        if (const Pronoun pronoun = pronoun_of(narrative_.form(mention.head)); pronoun != Pronoun::other)
          ++spoken_of_[mention.people.front()][pronoun == Pronoun::he ? 0 : 1];
  }

  bool fits(std::uint32_t person, Pronoun pronoun) const {
    const auto& [he, she] = spoken_of_[person];
    return pronoun == Pronoun::he ? he >= she : she >= he;
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
  std::uint32_t topic_of_heading(std::uint32_t sentence) const {
    const std::uint32_t heading = narrative_.block_of(sentence).heading;
    std::uint32_t topic = kNone;
    for (std::uint32_t s = sentence; s-- > 0 && sentence - s < 200;) {
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
      topic_ = t;
      return;
    }
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

  void note_topic(const Clause& clause) {
    const std::uint32_t person = person_at(clause.subject);
    if (person == kNone || narrative_.cast.at(clause.subject)->kind == MentionKind::writer) return;
    note_doer(clause, person);
    if (is_main(clause) ? only_tells(clause, person) : !is_told_by_others(clause)) return;
    topic_ = clause.subject;
  }

  // The pronoun of a tie between several people.
  bool fill_pronoun(std::uint32_t token) {
    const std::uint32_t index = cast_.mention_at[token];
    if (index == kNone) return false;
    Mention& mention = cast_.mentions[index];
    if (!mention.people.empty()) return false;
    if (mention.kind == MentionKind::writer && !mention.plural)
      return is_quoted(narrative_, analysis_.tokens[token].span) && set(mention, person_at(topic_));
    const Pronoun pronoun = pronoun_of(narrative_.form(token));
    if (mention.kind != MentionKind::pronoun || mention.plural || pronoun == Pronoun::other) return false;
    const Deprel relation = analysis_.tokens[token].deprel;
    const bool is_of_topic = is_subject(relation) || relation == Deprel::nmod_poss;
    const std::uint32_t person = is_of_topic ? person_at(topic_) : kNone;
    if (person != kNone && fits(person, pronoun)) return set(mention, person);
    return is_subject(relation) && set(mention, person_at(latest_[pronoun == Pronoun::he ? 0 : 1]));
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

  bool fill_clause(std::uint32_t at) {
    Clause& clause = clauses_.all[at];
    if (!lacks_subject(clause)) {
      note_topic(clause);
      return false;
    }
    if (topic_ == kNone) return false;
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
  std::array<std::uint32_t, 2> latest_{kNone, kNone};  // tokens: he, she
  std::vector<std::uint32_t> filled_;
};

// Acts that nobody is said to have done, by whom the notes speak of.
void give_agents(const Narrative& narrative, const Clauses& clauses, const Cast& cast,
                 std::vector<Event>& events) {
  for (Event& event : events) {
    if (event.agent != kNone || event.clause == kNone) continue;
    const std::uint32_t agent = clauses.all[event.clause].agent();
    if (agent == kNone) continue;
    const bool was_empty = narrative.clauses.all[event.clause].agent() == kNone ||
                           (narrative.cast.at(agent) != nullptr && narrative.cast.at(agent)->people.empty());
    const Mention* mention = cast.at(agent);
    if (was_empty && mention != nullptr && mention->people.size() == 1) event.agent = mention->people.front();
  }
}

}  // namespace

FilledIn::FilledIn(const Narrative& told)
    : clauses_(told.clauses),
      cast_(told.cast),
      events_(told.events),
      narrative_{told.document, told.analysis,       clauses_,    cast_, events_, told.kind, told.quotations,
                 told.sections, told.about_a_family, told.general} {
  sentences_ = Filler(told, clauses_, cast_).run();
  give_agents(told, clauses_, cast_, events_);
}

}  // namespace onus
