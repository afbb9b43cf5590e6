#include "people/targets.h"

#include <algorithm>

namespace onus {
namespace {

// "took her bank card", "smashed Ms Hart's phone", "pulled her by her hair"
void add_owners(const PeopledText& text, std::vector<std::uint32_t>& people, const Clause& clause,
                std::uint32_t agent) {
  for (const std::uint32_t child : text.clauses.dependents(clause.predicate)) {
    const Deprel relation = text.token(child).deprel;
    if (relation != Deprel::obj && relation != Deprel::obl && relation != Deprel::nsubj_pass) continue;
    const std::uint32_t owner = dependent(text.analysis, text.clauses, child, Deprel::nmod_poss);
    if (owner != kNone) add_mentioned(people, text.cast.at(owner), agent);
  }
}

// "punched and kicked her": the object stands with the other verb.
void add_shared_object(const PeopledText& text, std::vector<std::uint32_t>& people, const Clause& clause,
                       std::uint32_t agent) {
  for (const std::uint32_t child : text.clauses.dependents(clause.predicate)) {
    if (text.token(child).deprel != Deprel::conj || text.clauses.at_predicate[child] == kNone) continue;
    const Clause& other = text.clauses.all[text.clauses.at_predicate[child]];
    if (other.subject == clause.subject && other.object != kNone && other.voice == Voice::active)
      add_coordinated(text, people, other.object, agent);
  }
  if (people.empty() && clause.kind == ClauseKind::coordinate && clause.governor != kNone &&
      clause.subject_inherited) {
    const Clause& first = text.clauses.all[clause.governor];
    if (first.object != kNone && first.voice == Voice::active)
      add_coordinated(text, people, first.object, agent);
  }
}

}  // namespace

void add_mentioned(std::vector<std::uint32_t>& people, const Mention* mention, std::uint32_t except) {
  if (mention == nullptr) return;
  for (const std::uint32_t person : mention->people)
    if (person != except && std::find(people.begin(), people.end(), person) == people.end())
      people.push_back(person);
}

// Everyone coordinated with the mention at `place` too.
void add_coordinated(const PeopledText& text, std::vector<std::uint32_t>& people, std::uint32_t place,
                     std::uint32_t except) {
  add_mentioned(people, text.cast.at(place), except);
  for (const std::uint32_t child : text.clauses.dependents(place))
    if (text.token(child).deprel == Deprel::conj) add_mentioned(people, text.cast.at(child), except);
}

namespace {

std::vector<std::uint32_t> find_targets(const PeopledText& text, const ActMatcher& matcher,
                                        const Event& event, const Clause& clause, bool shared) {
  std::vector<std::uint32_t> people;
  const auto drop_professionals = [&] {
    std::erase_if(people, [&](std::uint32_t p) { return text.cast.people[p].plays(Role::professional); });
  };
  if (const std::uint32_t place = matcher.affected(clause); place != kNone)
    add_coordinated(text, people, place, event.agent);
  drop_professionals();
  if (people.empty()) add_owners(text, people, clause, event.agent);
  if (people.empty() && shared) add_shared_object(text, people, clause, event.agent);
  if (people.empty())
    for (const std::uint32_t t : matcher.governed(clause))
      if (const Mention* mention = text.cast.at(t);
          mention != nullptr && mention->kind != MentionKind::agency)
        add_mentioned(people, mention, event.agent);
  drop_professionals();
  return people;
}

}  // namespace

std::vector<std::uint32_t> targets(const PeopledText& text, const ActMatcher& matcher, const Event& event,
                                   const Clause& clause) {
  return find_targets(text, matcher, event, clause, true);
}

std::vector<std::uint32_t> own_targets(const PeopledText& text, const ActMatcher& matcher, const Event& event,
                                       const Clause& clause) {
  return find_targets(text, matcher, event, clause, false);
}

bool is_child_among(const Cast& cast, const std::vector<std::uint32_t>& people) {
  return std::any_of(people.begin(), people.end(),
                     [&](std::uint32_t p) { return cast.people[p].plays(Role::child); });
}

}  // namespace onus
