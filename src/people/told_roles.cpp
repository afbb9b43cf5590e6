#include <algorithm>
#include <map>
#include <set>

#include "people/roles.h"

namespace onus {
namespace {

// A pattern: at least so many different acts. One or two decide nothing.
constexpr std::size_t kPattern = 3;
// And so many for each act that is told of the other.
constexpr std::size_t kAgainstOne = 4;

struct Tally {
  std::set<std::string_view> acts;      // different acts done to adults or children of the family
  std::set<std::string_view> orders;    // others, that are abuse only as part of a pattern
  std::vector<const Event*> events;
  std::map<std::uint32_t, std::size_t> targets;
};

// Three different acts; orders, checks and refusals weigh half of what is abuse whoever does it.
bool is_pattern(const Tally& tally) {
  return tally.acts.size() >= 2 && 2 * tally.acts.size() + tally.orders.size() >= 2 * kPattern;
}

bool counts(const Event& event) {
  return !event.negated && event.standing != Standing::disputed && event.agent != kNone;
}

bool may_offend(const Person& person) {
  return !person.plays(Role::professional) && !person.plays(Role::child);
}

Standing standing_of(const std::vector<const Event*>& events) {
  Standing strongest = Standing::unstated;
  for (const Event* event : events)
    if (event->standing != Standing::disputed) strongest = std::max(strongest, event->standing);
  return strongest;
}

// Acts that anyone else tells of, and acts done by those whom the agent is said to harm.
std::size_t acts_against(const std::map<std::uint32_t, Tally>& tallies, std::uint32_t agent) {
  std::size_t most = 0;
  for (const auto& [other, tally] : tallies) {
    if (other == agent) continue;
    const auto done = tally.targets.find(agent);
    if (done != tally.targets.end()) most = std::max(most, done->second);
  }
  return most;
}

}  // namespace

std::vector<bool> use_patterns(const Cast& cast, const std::vector<Event>& events) {
  std::vector<bool> out(cast.people.size());
  std::map<std::uint32_t, Tally> tallies;
  for (const Event& event : events) {
    if (!counts(event) || !may_offend(cast.people[event.agent])) continue;
    Tally& tally = tallies[event.agent];
    tally.events.push_back(&event);
    for (const std::uint32_t target : event.target) ++tally.targets[target];
  }
  for (std::uint32_t p = 0; p < out.size(); ++p) out[p] = cast.people[p].plays(Role::perpetrator);
  for (const auto& [agent, tally] : tallies)
    if (!cast.people[agent].plays(Role::non_offending_parent) && !tally.targets.empty() &&
        tally.events.size() > 2 * acts_against(tallies, agent))
      out[agent] = true;
  return out;
}

void tell_roles(Cast& cast, const std::vector<Event>& events) {
  std::map<std::uint32_t, Tally> tallies;
  for (const Event& event : events) {
    if (!counts(event) || !may_offend(cast.people[event.agent])) continue;
    Tally& tally = tallies[event.agent];
    (event.of_pattern ? tally.orders : tally.acts).insert(event.act);
    tally.events.push_back(&event);
    for (const std::uint32_t target : event.target) ++tally.targets[target];
  }
  std::set<std::uint32_t> perpetrators;
  for (std::uint32_t p = 0; p < cast.people.size(); ++p)
    if (cast.people[p].plays(Role::perpetrator)) perpetrators.insert(p);
  for (const auto& [agent, tally] : tallies) {
    if (!is_pattern(tally) || tally.targets.empty()) continue;
    const Person& person = cast.people[agent];
    if (person.plays(Role::non_offending_parent) || person.basis() == Basis::declared) continue;
    if (tally.events.size() < kAgainstOne * acts_against(tallies, agent)) continue;
    const Event& first = *tally.events.front();
    add_claim(cast.people[agent].roles,
              {Role::perpetrator, Basis::inferred, standing_of(tally.events), first.span});
    perpetrators.insert(agent);
  }
  for (const std::uint32_t agent : perpetrators) {
    const auto tally = tallies.find(agent);
    if (tally == tallies.end()) continue;
    // Where the perpetrator is stated or declared, one act shows whom it was done to.
    const std::size_t enough = cast.people[agent].basis() == Basis::inferred ? 2 : 1;
    for (const auto& [target, times] : tally->second.targets) {
      Person& person = cast.people[target];
      if (target == agent || times < enough || perpetrators.contains(target) || !person.roles.empty())
        continue;
      const auto& done = tally->second.events;
      const auto shown = std::find_if(done.begin(), done.end(), [&](const Event* e) {
        return std::find(e->target.begin(), e->target.end(), target) != e->target.end();
      });
      add_claim(person.roles,
                {Role::non_offending_parent, Basis::inferred, standing_of(done), (*shown)->span});
    }
  }
}

}  // namespace onus
