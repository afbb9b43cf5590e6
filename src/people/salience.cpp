#include <algorithm>
#include <cmath>

#include "people/place_likeness.h"
#include "people/pronouns.h"

// How strongly each of those who were mentioned before suggests itself for a pronoun.
namespace onus {
namespace {

constexpr double kFar = 0.1;   // nearness of what is more than four sentences back
constexpr double kFame = 0.2;  // what the one of whom the report speaks most is ahead by

// The relation of a phrase, for coordinated ones that of the first.
Deprel relation_of(const Analysis& analysis, std::uint32_t token) {
  for (int steps = 0; steps < 4 && analysis.tokens[token].deprel == Deprel::conj; ++steps)
    token = analysis.tokens[token].head;
  return analysis.tokens[token].deprel;
}

bool is_subordinate(const Clause& clause) {
  return clause.kind == ClauseKind::adverbial || clause.kind == ClauseKind::relative;
}

double prominence(Deprel relation) {
  if (is_subject(relation)) return 1.0;
  if (relation == Deprel::obj || relation == Deprel::iobj) return 0.75;
  if (relation == Deprel::root || relation == Deprel::obl_agent) return 0.75;
  return relation == Deprel::obl ? 0.5 : 0.6;
}

}  // namespace

// 1 in the same sentence, less for each one further back; nothing beyond the fourth.
double Discourse::nearness(std::uint32_t pronoun, std::uint32_t other) const {
  const FoundMention& from = g_.found[pronoun];
  const FoundMention& to = g_.found[other];
  const std::uint32_t from_block = g_.analysis.sentences[from.sentence].block;
  const std::uint32_t to_block = g_.analysis.sentences[to.sentence].block;
  const Block& block = g_.document.blocks[from_block];
  if (block.heading == to_block) return 0.5;
  std::uint32_t distance = from.sentence - to.sentence;
  if (from_block != to_block) {
    if (g_.document.blocks[to_block].kind == BlockKind::heading) return 0;
    if (block.cell &&
        block.cell->row != (g_.document.blocks[to_block].cell ? g_.document.blocks[to_block].cell->row : 0))
      return 0;
    distance += 2;  // a paragraph is a step of its own
  }
  constexpr double kByDistance[] = {1.0, 0.7, 0.45, 0.3, 0.2};
  return distance < 5 ? kByDistance[distance] : kFar;
}

double Discourse::weigh(std::uint32_t pronoun, const Recent& recent) const {
  const FoundMention& from = g_.found[pronoun];
  const FoundMention& to = g_.found[recent.mention];
  const double near = nearness(pronoun, recent.mention);
  if (near == 0) return 0;
  const Deprel from_relation = relation_of(g_.analysis, from.head);
  const Deprel to_relation = relation_of(g_.analysis, to.head);
  double score = near * prominence(to_relation);
  // The subject of a subordinate clause is less of a topic for what follows.
  const std::uint32_t to_clause = g_.clauses.of_token[to.head];
  if (from.sentence != to.sentence && to_clause != kNone && is_subject(to_relation) &&
      is_subordinate(g_.clauses.all[to_clause]))
    score *= 0.8;
  // A child who was only named beside what a grown-up did ("in front of Ewan") isn't who acts next.
  if (is_subject(from_relation) && prominence(to_relation) < 0.7 &&
      is_child(g_.people[recent.people.front()]) && from.sentence != to.sentence &&
      to.kind == MentionKind::name)
    score *= 0.8;
  score *= topic_weight(pronoun, recent);
  if (owns_section(pronoun, recent)) score += 0.45;
  // Who is named inside what somebody says isn't whom the words around it speak of.
  if (to.quoted && !from.quoted) score *= 0.5;
  if (is_subject(from_relation) && is_subject(to_relation)) score += 0.25 * near;
  if (!is_subject(from_relation) && from_relation == to_relation && from_relation != Deprel::nmod_poss)
    score += 0.1 * near;
  if (to.kind == MentionKind::pronoun && is_subject(to_relation)) score += 0.1 * near;
  // "Ms Hart said that she …", but "Mr Pugh has noticed that he …"
  const std::uint32_t clause = g_.clauses.of_token[from.head];
  if (clause != kNone && is_subject(from_relation)) {
    const std::uint32_t reporter = g_.clauses.all[clause].reported_by;
    // "telling Ms Hart she was stupid": whom he tells, where it can't be he.
    if (reporter != kNone && addressee_fits(g_.clauses.all[reporter], from, to)) score += 0.4;
    if (reporter != kNone && g_.clauses.all[reporter].subject == to.head)
      score += tells_of_others(recent.people.front(), g_.clauses.all[reporter]) ? -0.5
               : g_.people[recent.people.front()].professional                  ? 0
                                                                                : 0.3;
  }
  // "The judge was satisfied that he …": of somebody else. "told them that Ms Hart has …, that she …": as
  // much of the one of whom the same telling tells as of the one who tells.
  if (clause != kNone && is_subject(from_relation)) {
    const Clause& own = g_.clauses.all[clause];
    if (own.kind == ClauseKind::complement && own.reported_by == kNone && own.governor != kNone &&
        g_.clauses.all[own.governor].subject == to.head && g_.people[recent.people.front()].professional)
      return 0;
    if (own.reported_by != kNone && to_clause != kNone && to_clause != clause &&
        g_.clauses.all[to_clause].reported_by == own.reported_by &&
        g_.clauses.all[to_clause].subject == to.head)
      score += 0.3;
  }
  // A possessive most often belongs to someone in its own clause, to the subject above all.
  if (from_relation == Deprel::nmod_poss && clause != kNone) {
    if (g_.clauses.all[clause].subject == to.head)
      score += takes_from_others(from.head) ? 0 : 0.25;
    else if (g_.clauses.of_token[to.head] == clause)
      score += 0.15;
  }
  return score;
}

bool Discourse::addressee_fits(const Clause& reporter, const FoundMention& pronoun,
                               const FoundMention& to) const {
  if (reporter.object != to.head && reporter.indirect_object != to.head) return false;
  const std::uint32_t speaker = meant_at(reporter.subject);
  return speaker != kNone && !compatible(agreement_of(g_.people[speaker]), pronoun.agrees);
}

// Whom a paragraph begins with is what it is about; whoever is only named inside what somebody says, or in a
// clause of time, is less so for what comes after.
double Discourse::topic_weight(std::uint32_t pronoun, const Recent& recent) const {
  const FoundMention& from = g_.found[pronoun];
  const FoundMention& to = g_.found[recent.mention];
  double out = 1;
  const std::uint32_t block = g_.analysis.sentences[from.sentence].block;
  if (block_subject_[block] == to.head) out *= 1.15;
  const std::uint32_t to_clause = g_.clauses.of_token[to.head];
  const std::uint32_t from_clause = g_.clauses.of_token[from.head];
  if (to_clause == kNone || from_clause == kNone || to_clause == from_clause) return out;
  const ClauseKind kind = g_.clauses.all[from_clause].kind;
  const bool main =
      kind == ClauseKind::main || kind == ClauseKind::coordinate || kind == ClauseKind::parenthetical;
  const ClauseKind inner = g_.clauses.all[to_clause].kind;
  const bool inside = (inner == ClauseKind::complement && teller_fits(from, g_.clauses.all[to_clause])) ||
                      inner == ClauseKind::relative ||
                      (inner == ClauseKind::adverbial && from.sentence == to.sentence);
  if (main && inside && is_subject(g_.analysis.tokens[to.head].deprel)) out *= 0.85;
  return out;
}

// "He said that Ms Hart … She": where the one who tells can't be meant, the one of whom it is told is who the
// words are about.
bool Discourse::teller_fits(const FoundMention& pronoun, const Clause& told) const {
  if (told.reported_by == kNone) return true;
  const std::uint32_t teller = meant_at(g_.clauses.all[told.reported_by].subject);
  return teller == kNone ||
         (compatible(agreement_of(g_.people[teller]), pronoun.agrees) && !g_.people[teller].professional);
}

// "## Ms Abernathy's account", "What Mr Baird says": what follows is told by the one of whom the heading
// speaks.
bool Discourse::owns_section(std::uint32_t pronoun, const Recent& recent) const {
  const FoundMention& from = g_.found[pronoun];
  const FoundMention& to = g_.found[recent.mention];
  const Block& block = g_.document.blocks[g_.analysis.sentences[from.sentence].block];
  return block.heading == g_.analysis.sentences[to.sentence].block && to.kind != MentionKind::pronoun &&
         g_.clauses.of_token[from.head] != kNone && is_subject(g_.analysis.tokens[from.head].deprel) &&
         is_reporting(g_.analysis.lemma(g_.clauses.all[g_.clauses.of_token[from.head]].predicate));
}

// "Mr Pugh has noticed that he …", "the health visitor felt that she …": not about the one who perceives.
bool Discourse::tells_of_others(std::uint32_t person, const Clause& reporter) const {
  return g_.people[person].professional && g_.words.is_perceiving(g_.analysis.lemma(reporter.predicate));
}

double Discourse::possession_weight(std::uint32_t pronoun, const Known& known) const {
  const FoundMention* noun = possessed_by(pronoun);
  if (noun == nullptr || noun->noun == nullptr) return 0;
  const std::string& key = noun->noun->key;
  const bool schooling =
      noun->noun->sort == NounSort::professional &&
      (key.find("teach") != std::string::npos || key.find("tutor") != std::string::npos ||
       key.find("school") != std::string::npos || key.find("nursery") != std::string::npos ||
       key == "head of year" || key == "TA" || key == "key person" || key == "health visitor");
  const bool of_child = schooling || key == "mother" || key == "father" || key.starts_with("step") ||
                        key == "teacher" || key.find("grand") != std::string::npos;
  return of_child && is_child(known) ? 0.45 : 0;
}

// Reports keep to a few people. The writer and professionals are named often and meant seldom.
double Discourse::fame(const Known& known) const {
  if (known.professional || most_named_ == 0) return 0;
  return kFame * std::min(1.0, static_cast<double>(known.named_times) / static_cast<double>(most_named_));
}

// "He sleeps in his shoes", "she checked the mileage": what is said there tells a child from a grown-up, and
// a professional from the family.
void Discourse::weigh_places(std::uint32_t mention, std::vector<Candidate>& candidates) const {
  constexpr float kMost = 3;
  constexpr double kByGeneration = 0.07, kByProfession = 0.1;
  constexpr double kFarAhead = 3;  // times the score of anybody else: nothing at the place alters that
  const auto kind = [&](const Candidate& c) {
    return is_child(g_.people[c.person]) ? 2 : g_.people[c.person].professional ? 1 : 0;
  };
  const auto most = std::max_element(candidates.begin(), candidates.end(),
                                     [](const auto& a, const auto& b) { return a.score < b.score; });
  const bool contested = std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& c) {
    return kind(c) != kind(*most) && kFarAhead * c.score > most->score;
  });
  if (!contested) return;
  const PlaceLikeness like =
      place_likeness(g_.analysis, g_.clauses, g_.found[mention].head, g_.likely_places);
  const double child = std::clamp(like.child, -kMost, kMost);
  const double professional = std::clamp(like.professional, -kMost, kMost);
  for (Candidate& candidate : candidates) {
    const Known& known = g_.people[candidate.person];
    candidate.score *= std::exp(kByGeneration * (is_child(known) ? child : -child));
    candidate.score *= std::exp(kByProfession * (known.professional ? professional : -professional));
  }
}

// Those whose pronoun isn't known, people who only report on the family, and children as the subjects of what
// grown-ups do are meant less often.
double Discourse::plausibility(std::uint32_t mention, bool of_childhood, const Known& known,
                               bool same_sentence) const {
  double out = 1;
  if (agreement_of(known) == Agreement::unknown) out *= same_sentence ? 0.92 : 0.65;
  if (known.professional) out *= same_sentence ? 0.9 : 0.7;
  if (!is_child(known)) return of_childhood ? out * 0.75 : out;
  if (of_childhood) out *= 1.25;
  // "her bank card", "his wages"
  const Token& pronoun = g_.analysis.tokens[g_.found[mention].head];
  if (pronoun.deprel == Deprel::nmod_poss && g_.words.is_grown_up_thing(g_.analysis.lemma(pronoun.head)))
    return out * 0.5;
  const std::uint32_t c = g_.clauses.of_token[g_.found[mention].head];
  if (c == kNone || g_.clauses.all[c].subject != g_.found[mention].head) return out;
  const Clause& clause = g_.clauses.all[c];
  if (clause.voice == Voice::active && g_.words.is_grown_up_verb(g_.analysis.lemma(clause.predicate)))
    out *= 0.5;
  return out;
}

// "He missed six days of school", "she wets the bed": what is said of children.
bool Discourse::speaks_of_childhood(std::uint32_t mention) const {
  const std::uint32_t head = g_.found[mention].head;
  const std::uint32_t c = g_.clauses.of_token[head];
  if (c == kNone || g_.clauses.all[c].subject != head) return false;
  const std::uint32_t predicate = g_.clauses.all[c].predicate;
  if (g_.words.is_childhood(g_.analysis.lemma(predicate))) return true;
  const std::uint32_t end =
      std::min(g_.analysis.sentences[g_.found[mention].sentence].tokens.end, predicate + 9);
  for (std::uint32_t t = predicate + 1; t < end; ++t) {
    if (g_.form(t) == "," || g_.analysis.tokens[t].deprel == Deprel::nsubj) return false;
    if (g_.words.is_childhood(g_.analysis.lemma(t))) return true;
  }
  return false;
}

}  // namespace onus
