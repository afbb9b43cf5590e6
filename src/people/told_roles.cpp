#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>

#include "people/roles.h"
#include "text/closed_list.h"

namespace onus {
namespace {

// A pattern: at least so many different acts. One or two decide nothing.
constexpr std::size_t kPattern = 3;
// So many different orders, checks and refusals are one too.
constexpr std::size_t kOrders = 5;
// So many orders and checks of the other side weigh as one act against it.
constexpr std::size_t kOrdersToOne = 3;
// And so many for each act that is told of the other.
constexpr std::size_t kAgainstOne = 4;
constexpr std::size_t kBlowsAgainstOne = 3;
// Where both are said to have struck each other: so many times what is told of the other in all.
constexpr std::size_t kClearlyMore = 3;

// Clauses that read like acts, of at least so many kinds, so many of them done to somebody of the family, and
// so many times as many as of anyone else: who uses a pattern that no list has the words for.
constexpr std::size_t kLikeActs = 3, kLikeKinds = 2, kLikeAimed = 2, kLikeTimes = 3;
// And so many to each blow that is told of anyone against this person: survivors fight back, and keep the
// children's shoes where nobody finds them.
constexpr std::size_t kLikeToABlow = 12;

// Who is named less than so many times as the one who is named most plays no main part.
constexpr std::size_t kSeldom = 4;

struct Tally {
  std::set<std::string_view> acts;    // different acts done to adults or children of the family
  std::set<std::string_view> orders;  // others, that are abuse only as part of a pattern
  std::vector<const Event*> events;
  std::map<std::uint32_t, std::size_t> targets;
  std::map<std::uint32_t, std::size_t> struck;  // the same for acts that are abuse whoever does them
};

std::size_t kinds(const Tally& tally) {
  std::set<Tactic> tactics;
  for (const Event* event : tally.events) tactics.insert(event->tactic);
  return tactics.size();
}

using Tallies = std::map<std::uint32_t, Tally>;

// Three different acts; orders, checks and refusals weigh half of what is abuse whoever does it, and without
// any of that they have to be many and of several kinds.
bool is_pattern(const Tally& tally) {
  const std::size_t weight = 2 * tally.acts.size() + tally.orders.size();
  switch (tally.acts.size()) {
    case 0:
      return weight >= kOrders && kinds(tally) >= kPattern;
    case 1:
      return weight > 3 * kPattern - 2;
    default:
      return weight >= 2 * kPattern;
  }
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

// The words that are shown for it: those of the standing that is shown with them, of what is abuse whoever
// does it rather than of what is so in a pattern, of what is done to somebody rather than of what isn't.
ProseSpan plainest(const std::vector<const Event*>& events) {
  const Standing standing = standing_of(events);
  const auto weight = [&](const Event* event) {
    return 4 * (event->standing == standing) + 2 * !event->of_pattern + !event->target.empty();
  };
  return (*std::ranges::max_element(events, {}, weight))->span;
}

// Acts that anyone else tells of, and acts done by those whom the agent is said to harm.
struct Against {
  std::size_t acts = 0;   // orders and checks weigh less
  std::size_t blows = 0;  // acts that are abuse whoever does them
  std::size_t all = 0;    // what is told in all of one who has struck the agent
};

// What somebody to whom `agent` does things is told to have done to other grown-ups.
std::size_t blows_of(const Cast& cast, const Tally& tally) {
  return static_cast<std::size_t>(
      std::count_if(tally.events.begin(), tally.events.end(), [&](const Event* e) {
        const bool force =
            e->tactic == Tactic::physical || e->tactic == Tactic::sexual || e->tactic == Tactic::threat;
        return !e->of_pattern && (force || !e->target.empty()) &&
               std::none_of(e->target.begin(), e->target.end(), [&](std::uint32_t p) {
                 return cast.people[p].plays(Role::child) || cast.people[p].plays(Role::professional);
               });
      }));
}

Against acts_against(const Cast& cast, const Tallies& tallies, std::uint32_t agent) {
  Against most;
  const auto& targets = tallies.at(agent).targets;
  for (const auto& [other, tally] : tallies) {
    if (other == agent) continue;
    if (targets.contains(other)) most.blows = std::max(most.blows, blows_of(cast, tally));
    const auto struck = tally.struck.find(agent);
    const auto all = tally.targets.find(agent);
    if (all == tally.targets.end()) continue;
    const std::size_t blows = struck == tally.struck.end() ? 0 : struck->second;
    most.acts = std::max(most.acts, blows + (all->second - blows) / kOrdersToOne);
    most.blows = std::max(most.blows, blows);
    if (blows > 0) most.all = std::max(most.all, tally.events.size());
  }
  return most;
}

// Where a court or panel has found some of what was alleged, what it has found counts and what is still only
// alleged doesn't.
Tallies tally(const Cast& cast, const std::vector<Event>& events) {
  const bool findings = std::any_of(events.begin(), events.end(), [](const Event& event) {
    return event.standing == Standing::found && !event.negated && event.agent != kNone;
  });
  Tallies tallies;
  for (const Event& event : events) {
    if (!counts(event) || !may_offend(cast.people[event.agent])) continue;
    if (findings && event.standing == Standing::alleged) continue;
    Tally& done = tallies[event.agent];
    // What only reads like an act shows a pattern by tell_by_likeness, which asks for more; a temper that was
    // lost at nobody shows none.
    const bool outburst = event.tactic == Tactic::psychological && event.target.empty();
    if (!event.by_ear && !outburst) (event.of_pattern ? done.orders : done.acts).insert(event.act);
    done.events.push_back(&event);
    for (const std::uint32_t target : event.target) {
      ++done.targets[target];
      done.struck[target] += !event.of_pattern;
    }
  }
  return tallies;
}

class Teller {
 public:
  Teller(Cast& cast, const std::vector<Event>& events, const std::vector<Resemblance>& resemblances)
      : cast_(cast), events_(events), resemblances_(resemblances), tallies_(tally(cast, events)) {}

  void run() {
    drop_outweighed();
    for (std::uint32_t p = 0; p < cast_.people.size(); ++p)
      if (cast_.people[p].plays(Role::perpetrator)) perpetrators_.insert(p);
    for (const auto& [agent, done] : tallies_) tell_perpetrator(agent, done);
    for (std::uint32_t p = 0; p < cast_.people.size(); ++p) tell_by_likeness(p);
    tell_those_harmed();
    tell_others();
  }

  void tell_those_harmed() {
    for (std::uint32_t p = 0; p < cast_.people.size(); ++p)
      if (cast_.people[p].plays(Role::perpetrator)) perpetrators_.insert(p);
    std::map<std::uint32_t, std::size_t> times;  // what is done to each by all of them
    for (const std::uint32_t agent : perpetrators_)
      if (const auto done = tallies_.find(agent); done != tallies_.end()) {
        tell_survivors(agent, done->second);
        for (const auto& [target, n] : done->second.targets) times[target] += n;
      }
    drop_earlier(times);
  }

 private:
  // Survivors who fight back are charged and bailed too: where more is told of the other side than of the one
  // who was charged, the charge says nothing, nor whom it calls the victim.
  void drop_outweighed() {
    for (std::uint32_t p = 0; p < cast_.people.size(); ++p) {
      Person& person = cast_.people[p];
      if (person.role() != Role::perpetrator || !person.roles.front().weak) continue;
      const auto own = tallies_.find(p);
      for (const auto& [other, done] : tallies_) {
        const auto struck = done.struck.find(p);
        if (other == p || struck == done.struck.end() || struck->second < 2) continue;
        if (own != tallies_.end() && own->second.acts.size() >= done.acts.size()) continue;
        drop_weak(person.roles, Role::perpetrator);
        drop_weak(cast_.people[other].roles, Role::non_offending_parent);
        break;
      }
    }
  }

  static void drop_weak(std::vector<RoleClaim>& claims, Role role) {
    std::erase_if(claims, [&](const RoleClaim& c) { return c.role == role && c.weak; });
  }

  // "The Family Court found that Mr P had twisted the arm": what a court has found somebody to have done to
  // someone of the family, where nobody is told to have done the like to them.
  static bool is_found(const Against& against, const Tally& done) {
    return against.blows == 0 && against.acts == 0 &&
           std::any_of(done.events.begin(), done.events.end(), [](const Event* e) {
             return e->standing >= Standing::found && e->standing != Standing::disputed && !e->of_pattern &&
                    (e->tactic == Tactic::physical || e->tactic == Tactic::sexual ||
                     e->tactic == Tactic::threat || e->tactic == Tactic::stalking);
           });
  }

  void tell_perpetrator(std::uint32_t agent, const Tally& done) {
    const Person& person = cast_.people[agent];
    if (person.plays(Role::non_offending_parent) || person.basis() == Basis::declared) return;
    if (resemblances_[agent].blamed > 0 || is_cleared(agent)) return;
    Against against = acts_against(cast_, tallies_, agent);
    against.blows = std::max(against.blows, blows_by_nobody(agent));
    // Orders and checks alone are a pattern only where they read like acts too: plans set survivors tasks.
    const bool pattern =
        shows_pattern(against, done) && (done.acts.size() > 1 || resemblances_[agent].acts >= kLikeActs);
    if (!pattern && !is_found(against, done)) return;
    add_claim(cast_.people[agent].roles, {Role::perpetrator, pattern ? Basis::inferred : Basis::stated,
                                          standing_of(done.events), plainest(done.events)});
    perpetrators_.insert(agent);
  }

  // What nobody listed: much reads like acts of this person, and little or nothing like acts of anyone else.
  void tell_by_likeness(std::uint32_t agent) {
    const Person& person = cast_.people[agent];
    if (!may_offend(person) || person.plays(Role::perpetrator) || person.plays(Role::non_offending_parent) ||
        person.basis() == Basis::declared)
      return;
    const Resemblance& mine = resemblances_[agent];
    if (mine.blamed > 0 || is_cleared(agent) || mine.acts < kLikeActs || mine.kinds < kLikeKinds ||
        mine.aimed < kLikeAimed)
      return;
    for (std::uint32_t p = 0; p < cast_.people.size(); ++p)
      if (p != agent && may_offend(cast_.people[p]) && !outweighs(agent, p)) return;
    if (!another_is_harmed(agent) &&
        kLikeToABlow * (blows_against(agent) + blows_by_nobody(agent)) > mine.acts)
      return;
    std::vector<const Event*> events;
    for (const Event& event : events_)
      if (event.agent == agent && counts(event)) events.push_back(&event);
    if (events.empty()) return;
    add_claim(cast_.people[agent].roles,
              {Role::perpetrator, Basis::inferred, standing_of(events), plainest(events)});
    perpetrators_.insert(agent);
  }

  // "She says that he has never hurt or frightened her": whoever would be harmed says so in general words,
  // and no force is told. "Not hit" alone clears nobody of control.
  bool is_cleared(std::uint32_t agent) const {
    static constexpr std::array<std::string_view, 9> general{
        "hurt", "harm", "frighten", "scare", "control", "abuse", "threaten", "intimidate", "mistreat"};
    bool denied = false;
    for (const Event& event : events_) {
      if (event.agent != agent || event.standing == Standing::disputed) continue;
      const bool force = event.tactic == Tactic::physical || event.tactic == Tactic::sexual ||
                         event.tactic == Tactic::threat;
      if (!event.negated && force && !event.of_pattern && !event.target.empty()) return false;
      denied |= event.negated && event.told_by != agent && one_of(event.act, general) &&
                std::ranges::find(event.target, event.told_by) != event.target.end();
    }
    return denied;
  }

  // Much more is told of the one than of the other; where each speaks of the other, by anyone but these two.
  bool outweighs(std::uint32_t one, std::uint32_t other) const {
    const Resemblance &mine = resemblances_[one], &theirs = resemblances_[other];
    if (kLikeTimes * theirs.acts <= mine.acts) return true;
    const auto told_by = [](const Resemblance& r, std::uint32_t teller) {
      return static_cast<std::size_t>(std::ranges::count(r.tellers, teller));
    };
    const std::size_t by_others = mine.acts - told_by(mine, other);
    return by_others >= kLikeActs && kLikeTimes * (theirs.acts - told_by(theirs, one)) <= by_others;
  }

  // "was pushed into the pantry door": somebody did it, and whom it was done to may be the one who is harmed.
  std::size_t blows_by_nobody(std::uint32_t person) const {
    return static_cast<std::size_t>(std::ranges::count_if(events_, [&](const Event& event) {
      return !event.negated && event.standing != Standing::disputed && event.agent == kNone &&
             event.tactic == Tactic::physical && !event.of_pattern &&
             std::ranges::find(event.target, person) != event.target.end();
    }));
  }

  // Somebody else is stated to be the one who is abused, and is spoken of as survivors are blamed: blows
  // against this one don't show who is harmed.
  bool another_is_harmed(std::uint32_t person) const {
    for (std::uint32_t p = 0; p < cast_.people.size(); ++p)
      if (p != person && resemblances_[p].blamed > 0 && cast_.people[p].plays(Role::non_offending_parent))
        return true;
    return false;
  }

  // Blows that anyone else tells of.
  std::size_t blows_against(std::uint32_t person) const {
    return static_cast<std::size_t>(std::ranges::count_if(events_, [&](const Event& event) {
      return counts(event) && !event.of_pattern && event.told_by != person &&
             std::ranges::find(event.target, person) != event.target.end();
    }));
  }

  static bool shows_pattern(const Against& against, const Tally& done) {
    if (!is_pattern(done) || done.targets.empty()) return false;
    if (done.events.size() < kAgainstOne * against.acts) return false;
    // Where each is said to have struck the other, it takes more than a few words more of the one.
    return against.blows == 0 || standing_of(done.events) >= Standing::found ||
           (done.acts.size() + done.orders.size() / 2 > kBlowsAgainstOne * against.blows &&
            done.events.size() > kClearlyMore * (std::max<std::size_t>(against.all, 1) - 1));
  }

  // Whoever of the grown-ups most is done to; another parent to whom nearly as much is. An earlier partner or
  // a sister to whom something was done once has another part in this report.
  void tell_survivors(std::uint32_t agent, const Tally& done) {
    // Where the perpetrator is stated or declared, one act shows whom it was done to.
    const std::size_t enough = cast_.people[agent].basis() == Basis::inferred ? 2 : 1;
    std::size_t most = 0;
    for (const auto& [target, times] : done.targets)
      if (may_survive(agent, target) || cast_.people[target].role() == Role::non_offending_parent)
        most = std::max(most, times);
    for (const auto& [target, times] : done.targets) {
      if (!may_survive(agent, target)) continue;
      Person& person = cast_.people[target];
      // An aunt or a neighbour has a place of her own, unless it is she whom most is done to.
      const bool aside = !person.parent && person.role() == Role::other && person.basis() == Basis::stated &&
                         times < 2 * next_most(agent, done, target);
      const bool main = !aside && (times == most || (person.parent && 3 * times >= 2 * most));
      if (times >= enough && main) {
        drop(person.roles, Role::other);
        if (person.roles.empty())
          add_claim(person.roles, {Role::non_offending_parent, Basis::inferred, standing_of(done.events),
                                   shown(done, target)});
      }
    }
  }

  // How much is done to any other grown-up who is a parent of the children.
  std::size_t next_most(std::uint32_t agent, const Tally& done, std::uint32_t except) const {
    std::size_t most = 0;
    for (const auto& [target, times] : done.targets)
      if (target != except && cast_.people[target].parent &&
          (may_survive(agent, target) || cast_.people[target].role() == Role::non_offending_parent))
        most = std::max(most, times);
    return most;
  }

  // Somebody who once had an order, but to whom little is done in this report beside what is done to another.
  void drop_earlier(const std::map<std::uint32_t, std::size_t>& times) {
    std::size_t most = 0;
    for (const auto& [target, n] : times)
      if (may_survive(kNone, target)) most = std::max(most, n);
    for (std::uint32_t p = 0; p < cast_.people.size(); ++p) {
      Person& person = cast_.people[p];
      if (person.role() != Role::non_offending_parent || person.parent) continue;
      const RoleClaim& claim = person.roles.front();
      const bool convicted = claim.basis == Basis::stated && claim.standing == Standing::convicted;
      if (!claim.weak && !convicted) continue;
      const auto own = times.find(p);
      if (3 * (own == times.end() ? 0 : own->second) < most) drop(person.roles, Role::non_offending_parent);
    }
  }

  bool may_survive(std::uint32_t agent, std::uint32_t target) const {
    const Person& person = cast_.people[target];
    return target != agent && !perpetrators_.contains(target) && !person.plays(Role::child) &&
           !person.plays(Role::professional) && person.basis() != Basis::declared;
  }

  static void drop(std::vector<RoleClaim>& claims, Role role) {
    std::erase_if(claims, [&](const RoleClaim& c) { return c.role == role && c.basis != Basis::declared; });
  }

  static ProseSpan shown(const Tally& done, std::uint32_t target) {
    std::vector<const Event*> done_to;
    std::ranges::copy_if(done.events, std::back_inserter(done_to), [&](const Event* event) {
      return std::ranges::find(event->target, target) != event->target.end();
    });
    return done_to.empty() ? ProseSpan{} : plainest(done_to);
  }

  // In a report that tells who abuses whom, everyone else of whom nothing of the kind is told plays another
  // part; in any report whoever is named seldom, is no parent, and does and suffers nothing.
  void tell_others() {
    const bool survivor = std::any_of(cast_.people.begin(), cast_.people.end(),
                                      [](const Person& p) { return p.role() == Role::non_offending_parent; });
    const bool told = !perpetrators_.empty() && survivor;
    std::vector<bool> acts(cast_.people.size()), suffers(cast_.people.size());
    for (const Event& event : events_) {
      if (counts(event) && !event.of_pattern) acts[event.agent] = true;
      // Whatever is said to be done to somebody, denied or not, is no sign that they stand aside.
      for (const std::uint32_t target : event.target) suffers[target] = true;
    }
    const std::vector<std::size_t> named = times_named();
    const std::size_t most = named.empty() ? 0 : *std::max_element(named.begin(), named.end());
    for (std::uint32_t p = 0; p < cast_.people.size(); ++p) {
      Person& person = cast_.people[p];
      if (!person.roles.empty() || acts[p] || person.name == "the writer") continue;
      const bool aside = kSeldom * named[p] <= most && !suffers[p] && !person.parent;
      if (told || aside) person.roles.push_back({Role::other, Basis::inferred, Standing::unstated, {}});
    }
  }

  std::vector<std::size_t> times_named() const {
    std::vector<std::size_t> times(cast_.people.size());
    for (const Mention& mention : cast_.mentions)
      if (mention.people.size() == 1 && mention.kind != MentionKind::pronoun) ++times[mention.people.front()];
    return times;
  }

  Cast& cast_;
  const std::vector<Event>& events_;
  std::vector<Resemblance> resemblances_;
  Tallies tallies_;
  std::set<std::uint32_t> perpetrators_;
};

}  // namespace

void tell_roles(Cast& cast, const std::vector<Event>& events, const std::vector<Resemblance>& resemblances) {
  Teller(cast, events, resemblances).run();
}

void tell_survivors(Cast& cast, const std::vector<Event>& events) {
  const bool known =
      std::ranges::any_of(cast.people, [](const Person& p) { return p.plays(Role::non_offending_parent); });
  if (!known) Teller(cast, events, {}).tell_those_harmed();
}

}  // namespace onus
