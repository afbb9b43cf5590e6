#include "components/balance.h"

#include <algorithm>
#include <set>

namespace onus {
namespace {

int act_sentences(const Reading& reading) {
  std::set<std::uint32_t> sentences;
  for (const Act& act : reading.acts)
    if (act.by_perpetrator) sentences.insert(act.sentence);
  for (const Sign sign : {Sign::act, Sign::target, Sign::instrument})
    for (const Sighting* sighting : seen(reading, sign)) sentences.insert(sighting->match.sentence);
  return static_cast<int>(sentences.size());
}

// What the rules find and what the words for a deficit say, each sentence once.
int deficit_sentences(const Reading& reading) {
  std::set<std::uint32_t> sentences;
  for (const Finding& finding : reading.findings)
    if (finding.category == Category::victim_blaming) sentences.insert(finding.sentence);
  for (const Sighting* sighting : seen(reading, Sign::deficit)) sentences.insert(sighting->match.sentence);
  return static_cast<int>(sentences.size());
}

Balance::PerPerson& entry_for(Balance& balance, std::uint32_t person) {
  const auto known = std::find_if(balance.people.begin(), balance.people.end(),
                                  [&](const Balance::PerPerson& p) { return p.person == person; });
  if (known != balance.people.end()) return *known;
  balance.people.push_back({person, 0, 0});
  return balance.people.back();
}

// Whom the praise is for: its grammatical subject or possessor.
void count_praise(const Reading& reading, Balance& balance) {
  for (const Sighting* sighting : seen(reading, Sign::praise))
    for (const RolePlace place : {RolePlace::perpetrator, RolePlace::survivor, RolePlace::parent}) {
      const std::uint32_t index = sighting->match.roles[static_cast<std::size_t>(place)];
      if (index == kNone) continue;
      for (const std::uint32_t person : reading.narrative.cast.mentions[index].people)
        ++entry_for(balance, person).praise;
      break;
    }
}

bool is_parent(const Parts& parts, std::uint32_t person) {
  const Role role = parts.of(person);
  return role == Role::perpetrator || role == Role::non_offending_parent;
}

}  // namespace

Balance balance_of(const Reading& reading, const std::vector<PlanAction>& actions) {
  Balance balance;
  balance.perpetrator_acts = act_sentences(reading);
  balance.survivor_deficits = deficit_sentences(reading);
  const Cast& cast = reading.narrative.cast;
  // Both parents are there even with nothing to count: that is what the comparison is for.
  for (std::uint32_t p = 0; p < cast.people.size(); ++p)
    if (is_parent(reading.parts, p)) entry_for(balance, p);
  for (const PlanAction& action : actions)
    for (const std::uint32_t person : action.owners) ++entry_for(balance, person).plan_actions;
  count_praise(reading, balance);
  std::sort(balance.people.begin(), balance.people.end(),
            [](const Balance::PerPerson& a, const Balance::PerPerson& b) { return a.person < b.person; });
  return balance;
}

}  // namespace onus
