#include "people/conduct.h"

#include <algorithm>
#include <array>

#include "people/agents.h"
#include "people/roles.h"
#include "text/closed_list.h"

namespace onus {
namespace {

// What speaks for an act has to weigh so much; more of someone of whom it isn't known yet that they abuse.
// The weights are those of a logistic regression, doubled and rounded, over the clauses of the develop half's
// reports whose agent is known to abuse and over sentences of ordinary life (tests/people/no-acts.txt),
// without what the lists' frames say of them.
constexpr int kEnough = 1;
constexpr int kEnoughOfSuspects = 4;
constexpr int kNever = -100;

}  // namespace

bool Conduct::may_tell(const Clause& clause) const {
  if (text_.token(clause.predicate).upos != Upos::VERB || clause.copular) return false;
  // "used to lock her in": what is used to be done.
  if (text_.form(clause.predicate) == "used" && clause.predicate + 1 < text_.analysis.tokens.size() &&
      text_.form(clause.predicate + 1) == "to")
    return false;
  if (clause.voice != Voice::active && clause.by_agent == kNone) return false;
  return !clause.negated || refuses(clause);
}

bool Conduct::is_told(const Event& event, const Clause& clause, const std::vector<std::uint32_t>& governed,
                      const std::vector<Event>& told, bool in_frame) const {
  const int enough = is_perpetrator(text_.cast, event.agent) ? kEnough : kEnoughOfSuspects;
  return weight_of(event, clause, governed, told, in_frame) >= enough;
}

int Conduct::weight_of(const Event& event, const Clause& clause, const std::vector<std::uint32_t>& governed,
                       const std::vector<Event>& told, bool in_frame) const {
  // "did not feed Ewan because the school did": what isn't done is ordinary, unless its own words are of
  // control.
  if (clause.negated && !in_frame && !matcher_.has_any(words_.of_control(), governed)) return kNever;
  const bool slight = !in_frame && is_slight(clause);
  const int target = weight_of_target(event, clause, governed, slight);
  // "slapped her and wept", "and swallowed two tablets": what touches nobody.
  const bool everyday =
      slight ? !words_.is_either(text_.analysis.lemma(clause.predicate)) : clause.object == kNone;
  if (target == 0 && !in_frame && everyday) return kNever;
  const int neighbours = weight_of_neighbours(event, clause, governed, told, slight);
  int weight = weight_of_verb(clause, in_frame) + target + neighbours + weight_of_teller(event, clause) +
               weight_of_things(clause, governed);
  if (event.frequency.size() > 0 || is_counted(governed)) weight += 2;
  if (clause.modality == Modality::hypothetical) weight += 5;  // a habit: "would ring her"
  if (clause.negated) weight -= target == 0 ? 3 : 1;
  if (target == 0 && neighbours == 0) weight -= 2;
  if (event.against_child) weight -= 1;
  if (tells_of_another(event, clause)) weight += 3;
  const std::vector<std::uint32_t> words = around(clause);
  if (matcher_.has_any(words_.of_control(), words)) weight += 1;
  if (is_care(clause, governed)) weight -= 8;
  if (matcher_.has_any(words_.of_praise(), words)) weight -= 3;
  return weight;
}

// A verb of ordinary life, which takes more beside it than one that no list has.
bool Conduct::is_slight(const Clause& clause) const {
  const std::string_view verb = text_.analysis.lemma(clause.predicate);
  return words_.is_either(verb) || words_.is_ordinary(verb);
}

int Conduct::weight_of_verb(const Clause& clause, bool in_frame) const {
  const std::string_view verb = text_.analysis.lemma(clause.predicate);
  const int weight = in_frame ? 1 : words_.is_either(verb) ? -4 : words_.is_ordinary(verb) ? -9 : 0;
  switch (words_.slightness(verb)) {
    case ActWords::Slight::saying:
      return weight - 2;
    case ActWords::Slight::passing:
      return weight - 3;
    case ActWords::Slight::lawful:
      return weight - 3;
    case ActWords::Slight::kind:
      return weight - 8;
    case ActWords::Slight::none:
      break;
  }
  return weight;
}

bool Conduct::is_care(const Clause& clause, const std::vector<std::uint32_t>& governed) const {
  return !clause.negated && matcher_.has_any(words_.of_care(), governed);
}

bool Conduct::is_kindness(const Clause& clause, const std::vector<std::uint32_t>& governed) const {
  return !clause.negated &&
         words_.slightness(text_.analysis.lemma(clause.predicate)) == ActWords::Slight::kind &&
         !matcher_.has_any(words_.of_control(), governed);
}

bool Conduct::refuses(const Clause& clause) const {
  static constexpr std::array<std::string_view, 9> verbs{"let",   "allow", "permit", "give", "hand",
                                                         "speak", "talk",  "answer", "pay"};
  return clause.negated && one_of(text_.analysis.lemma(clause.predicate), verbs);
}

bool Conduct::is_of_own_kin(const Event& event, const Clause& clause) const {
  static constexpr std::array<std::string_view, 13> kin{
      "mother",  "father",      "mum",         "mam",  "dad",   "parent", "sister",
      "brother", "grandmother", "grandfather", "aunt", "uncle", "cousin"};
  const std::uint32_t place = matcher_.affected(clause);
  if (place == kNone || event.agent == kNone || !one_of(text_.analysis.lemma(place), kin)) return false;
  const std::uint32_t owner = dependent(text_.analysis, text_.clauses, place, Deprel::nmod_poss);
  const Mention* whose = owner == kNone ? nullptr : text_.cast.at(owner);
  // Those who bring up the agent's children may be the agent's own kin: named with the lists' acts only.
  return whose != nullptr && whose->people.size() == 1 && whose->people.front() == event.agent;
}

// The words of the clause and what follows in its sentence, up to what stands for itself.
std::vector<std::uint32_t> Conduct::around(const Clause& clause) const {
  constexpr std::uint32_t kBefore = 4, kAfter = 16;  // tokens
  const TokenRange sentence = text_.analysis.sentences[clause.sentence].tokens;
  std::vector<std::uint32_t> out;
  const std::uint32_t begin =
      clause.predicate > sentence.begin + kBefore ? clause.predicate - kBefore : sentence.begin;
  for (std::uint32_t t = begin; t < std::min(sentence.end, clause.predicate + kAfter); ++t) {
    if (t > clause.predicate && text_.form(t) == ";") break;
    out.push_back(t);
  }
  return out;
}

int Conduct::weight_of_target(const Event& event, const Clause& clause,
                              const std::vector<std::uint32_t>& governed, bool slight) const {
  if (is_done_to_someone(event, clause)) return slight ? 3 : 5;
  return matcher_.reaches_family(clause, governed) ? (slight ? 1 : -1) : 0;
}

// What somebody says of himself speaks less, unless it is admitted.
int Conduct::weight_of_teller(const Event& event, const Clause& clause) const {
  if (event.told_by != kNone && event.told_by == event.agent)
    return event.standing == Standing::admitted ? 0 : -2;
  return clause.reported_by == kNone ? 0 : 2;
}

int Conduct::weight_of_things(const Clause& clause, const std::vector<std::uint32_t>& governed) const {
  if (matcher_.own_thing(clause)) return -2;
  const auto tactic = matcher_.tactic_of_things(governed);
  if (!tactic || *tactic == Tactic::physical) return 0;
  return *tactic == Tactic::property || *tactic == Tactic::isolation ? 2 : 4;
}

int Conduct::weight_of_neighbours(const Event& event, const Clause& clause,
                                  const std::vector<std::uint32_t>& governed, const std::vector<Event>& told,
                                  bool slight) const {
  int weight = 0;
  for (const Event& other : told) {
    if (other.agent != event.agent || other.negated || other.predicate == event.predicate) continue;
    // "has a conviction for assaulting her": what the words themselves hold.
    if (std::find(governed.begin(), governed.end(), other.predicate) != governed.end()) continue;
    const std::uint32_t there = sentence_of(text_.analysis, other.predicate);
    if (there == clause.sentence) return slight ? 4 : 3;
    const bool next = there + 1 == clause.sentence || there == clause.sentence + 1;
    if (next && text_.analysis.sentences[there].block == text_.analysis.sentences[clause.sentence].block)
      weight = 3;
  }
  return weight;
}

bool Conduct::is_done_to_someone(const Event& event, const Clause& clause) const {
  if (clause.voice != Voice::active) return true;
  // "the boys" are somebody, even where it isn't known which.
  const auto is_target = [&](std::uint32_t place) {
    const Mention* mention = place == kNone ? nullptr : text_.cast.at(place);
    if (mention == nullptr) return false;
    if (mention->people.empty() && mention->plural && mention->said == Role::child) return true;
    return std::any_of(mention->people.begin(), mention->people.end(), [&](auto p) {
      return std::find(event.target.begin(), event.target.end(), p) != event.target.end();
    });
  };
  if (is_target(matcher_.affected(clause))) return true;
  for (const std::uint32_t child : text_.clauses.dependents(clause.predicate)) {
    const Deprel relation = text_.token(child).deprel;
    // A nominal modifier where the tagger has taken the verb for a noun ("trod on her foot").
    const bool oblique = relation == Deprel::obl || relation == Deprel::nmod;
    if (relation != Deprel::obj && relation != Deprel::iobj && !oblique) continue;
    if (oblique && !is_reached(child)) continue;
    if (is_target(child) || is_target(dependent(text_.analysis, text_.clauses, child, Deprel::nmod_poss)))
      return true;
  }
  return false;
}

// "to Kayden's tablet", "off her", not "with her", "for her".
bool Conduct::is_reached(std::uint32_t place) const {
  static constexpr std::array<std::string_view, 12> reaching{
      "to", "at", "on", "into", "onto", "towards", "from", "off", "over", "against", "under", "through"};
  return one_of(case_of(text_.analysis, text_.clauses, place), reaching);
}

// "forty-two messages", "on four mornings", not "at six", "in 2019".
bool Conduct::is_counted(const std::vector<std::uint32_t>& governed) const {
  return std::any_of(governed.begin(), governed.end(), [&](std::uint32_t t) {
    return text_.token(t).deprel == Deprel::nummod && text_.token(text_.token(t).head).upos == Upos::NOUN;
  });
}

// "told the boy that Nan would be sent to prison", "told the pastor that she was possessed", not "told her
// that he drank".
bool Conduct::tells_of_another(const Event& event, const Clause& clause) const {
  static constexpr std::array<std::string_view, 8> telling{"tell",  "warn", "text", "message",
                                                           "write", "ask",  "ring", "phone"};
  if (!one_of(text_.analysis.lemma(clause.predicate), telling)) return false;
  for (const std::uint32_t child : text_.clauses.dependents(clause.predicate)) {
    const std::uint32_t c = text_.clauses.at_predicate[child];
    if (text_.token(child).deprel != Deprel::ccomp || c == kNone) continue;
    const std::uint32_t subject = text_.clauses.all[c].subject;
    const Mention* mention = subject == kNone ? nullptr : text_.cast.at(subject);
    // "asked her whether she was well"
    const std::uint32_t place = matcher_.affected(clause);
    const Mention* told = place == kNone ? nullptr : text_.cast.at(place);
    if (mention != nullptr && told != nullptr && text_.analysis.lemma(clause.predicate) == "ask" &&
        told->people == mention->people)
      continue;
    if (mention != nullptr && std::none_of(mention->people.begin(), mention->people.end(), [&](auto p) {
          return p == event.agent || text_.cast.people[p].plays(Role::professional);
        }))
      return mention->kind != MentionKind::agency;
  }
  return false;
}

}  // namespace onus
