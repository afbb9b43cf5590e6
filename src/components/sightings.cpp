#include "components/sightings.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "components/acts_told.h"
#include "components/alike.h"
#include "components/denials.h"
#include "components/shown_abuse.h"
#include "rules/exceptions.h"

namespace onus {
namespace {

// One act decides nothing, and nothing is decided where both are said to have acted about as much.
bool outweighs(int one, int other) { return one >= 2 && one > 2 * other; }

// Wording that is spoken of, headings and the names of services are no evidence; quotations are.
Exceptions exceptions_here() {
  Exceptions exceptions;
  for (const Exception e : {Exception::criticised, Exception::heading, Exception::legal_name})
    exceptions.set(static_cast<std::size_t>(e));
  return exceptions;
}

bool is_about_plan(Sign sign) {
  return (sign >= Sign::about_abuse && sign <= Sign::answerable) || sign == Sign::work;
}

bool any_in(const Matcher& matcher, const std::vector<Pattern>& patterns, std::uint32_t sentence) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const Pattern& pattern) { return matcher.occurs_in(pattern, sentence); });
}

// Does a clause stand in `clause`, or below it without being joined to it as its equal?
bool lies_in(const Clauses& clauses, std::uint32_t inner, std::uint32_t clause) {
  for (int steps = 0; inner != kNone && inner != clause && steps < 16; ++steps) {
    const Clause& at = clauses.all[inner];
    inner = at.kind == ClauseKind::coordinate && !at.subject_inherited ? kNone : at.governor;
  }
  return inner != kNone && inner == clause;
}

// "Cries when he hears the door and he [likes football]": what is told beside it excuses nothing.
bool is_about(const Clauses& clauses, const Match& exception, const Match& match) {
  return (exception.tokens.begin < match.tokens.end && match.tokens.begin < exception.tokens.end) ||
         match.clause == kNone || exception.clause == kNone ||
         lies_in(clauses, exception.clause, match.clause) || lies_in(clauses, match.clause, exception.clause);
}

bool is_excepted(const Matcher& matcher, const Indicator& indicator, const Match& match) {
  const TokenRange range = matcher.narrative().analysis.sentences[match.sentence].tokens;
  for (const Pattern& pattern : indicator.unless) {
    if (!matcher.occurs_in(pattern, match.sentence)) continue;
    for (std::uint32_t t = range.begin; t < range.end; ++t)
      if (const auto exception = matcher.match_at(pattern, t, false);
          exception && is_about(matcher.narrative().clauses, *exception, match))
        return true;
  }
  return false;
}

Role role_at(RolePlace place) {
  return place == RolePlace::survivor      ? Role::non_offending_parent
         : place == RolePlace::perpetrator ? Role::perpetrator
                                           : Role::unknown;
}

// The people of a match play the parts that its pattern asks for.
bool fits(const Narrative& narrative, const Parts& parts, const Match& match) {
  if (match.fit != RoleFit::unknown) return true;
  for (const RolePlace place : {RolePlace::survivor, RolePlace::perpetrator}) {
    const std::uint32_t index = match.roles[static_cast<std::size_t>(place)];
    if (index != kNone && parts.of(narrative.cast.mentions[index]) != role_at(place)) return false;
  }
  return true;
}

// Whether a match says what its indicator stands for, here and about these people.
bool holds(const Matcher& matcher, const Parts& parts, const Indicator& indicator, const Match& match) {
  const Narrative& narrative = matcher.narrative();
  if (!fits(narrative, parts, match)) return false;
  if (!is_about_plan(indicator.sign)) {
    if (!is_told(narrative, match.sentence, match.clause)) return false;
    if (excused(narrative, match, exceptions_here())) return false;
  }
  return (indicator.with.empty() || any_in(matcher, indicator.with, match.sentence)) &&
         !is_excepted(matcher, indicator, match);
}

// The words that matched, from the first auxiliary where the clause is negated: "has not missed a day".
ProseSpan words_of(const Narrative& narrative, const Match& match) {
  const ProseSpan words = narrative.span_of(match.tokens);
  if (match.clause == kNone) return words;
  const Clause& clause = narrative.clauses.all[match.clause];
  if (!clause.negated || clause.first_auxiliary == kNone || clause.first_auxiliary >= match.tokens.begin)
    return words;
  return join(narrative.analysis.tokens[clause.first_auxiliary].span, words);
}

std::optional<Sighting> see(const Matcher& matcher, const Parts& parts, const Indicator& indicator,
                            const Match& match) {
  if (!holds(matcher, parts, indicator, match)) return std::nullopt;
  return Sighting{&indicator, match, words_of(matcher.narrative(), match)};
}

// An indicator that says which area it is about before a wide one, then the longer.
bool says_more(const Sighting& one, const Sighting& other) {
  if (one.indicator->wide != other.indicator->wide) return other.indicator->wide;
  return one.span.size() > other.span.size();
}

// Of sightings with one sign whose words overlap, the one that says most stays. What is kept of one sign
// doesn't overlap, so that only the last of it can be a rival.
void drop_overlaps(std::vector<Sighting>& sightings) {
  std::stable_sort(sightings.begin(), sightings.end(), comes_before);
  std::vector<Sighting> kept;
  std::array<std::size_t, static_cast<std::size_t>(Sign::count_)> last;
  last.fill(SIZE_MAX);
  for (const Sighting& sighting : sightings) {
    std::size_t& rival = last[static_cast<std::size_t>(sighting.indicator->sign)];
    if (rival == SIZE_MAX || !kept[rival].span.overlaps(sighting.span)) {
      rival = kept.size();
      kept.push_back(sighting);
    } else if (says_more(sighting, kept[rival])) {
      kept[rival] = sighting;
    }
  }
  std::stable_sort(kept.begin(), kept.end(), comes_before);
  sightings = std::move(kept);
}

std::vector<Sighting> all_sightings(const Matcher& matcher, const IndexedMatches& matches, const Parts& parts,
                                    const ComponentWords& words) {
  std::vector<Sighting> sightings;
  for (const auto& [owner, match] : matches)
    if (auto sighting = see(matcher, parts, words.indicators[owner], match)) sightings.push_back(*sighting);
  drop_overlaps(sightings);
  return sightings;
}

}  // namespace

bool comes_before(const Sighting& a, const Sighting& b) {
  if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
  return a.span.end > b.span.end;
}

Parts::Parts(const Cast& cast, const std::vector<Event>& events) : cast_(cast) {
  std::vector<int> done(cast.people.size()), suffered(cast.people.size());
  for (const Person& person : cast.people) roles_.push_back(person.role());
  for (const Event& event : events) {
    if (event.negated) continue;
    if (event.agent != kNone) ++done[event.agent];
    for (const std::uint32_t target : event.target) suffered[target] += target != event.agent;
  }
  const bool no_perpetrator = people_in(cast, Role::perpetrator).empty();
  const bool no_survivor = people_in(cast, Role::non_offending_parent).empty();
  for (std::uint32_t p = 0; p < roles_.size(); ++p) {
    if (roles_[p] != Role::unknown) continue;
    if (no_perpetrator && outweighs(done[p], suffered[p])) roles_[p] = Role::perpetrator;
    if (no_survivor && outweighs(suffered[p], done[p])) roles_[p] = Role::non_offending_parent;
  }
  // Beside one parent whose part is told the other one: who suffered most, or who did most.
  stand_for_the_other(Role::perpetrator, Role::non_offending_parent, suffered, done);
  stand_for_the_other(Role::non_offending_parent, Role::perpetrator, done, suffered);
}

void Parts::stand_for_the_other(Role told, Role missing, const std::vector<int>& more,
                                const std::vector<int>& less) {
  if (!has(told) || has(missing)) return;
  std::uint32_t other = kNone;
  bool alone = true;
  for (std::uint32_t p = 0; p < roles_.size(); ++p) {
    if (!cast_.people[p].parent || roles_[p] != Role::unknown || more[p] == 0 || more[p] < less[p]) continue;
    if (other != kNone && more[p] < more[other]) continue;
    alone = other == kNone || more[p] > more[other];
    other = p;
  }
  if (other != kNone && alone) roles_[other] = missing;
}

bool Parts::has(Role role) const { return std::find(roles_.begin(), roles_.end(), role) != roles_.end(); }

bool Parts::plays(std::uint32_t token, Role role) const {
  const Mention* mention = token == kNone ? nullptr : cast_.at(token);
  return mention != nullptr && of(*mention) == role;
}

Role Parts::of(const Mention& mention) const {
  const Role role = standpoint_of(cast_, mention).role;
  return role == Role::unknown && mention.people.size() == 1 ? roles_[mention.people.front()] : role;
}

bool tells_of_an_act(const Reading& reading) {
  const Narrative& narrative = reading.narrative;
  if (!reading.shows_abuse) return false;
  return !reading.acts.empty() || !seen(reading, Sign::act).empty() || !seen(reading, Sign::target).empty() ||
         !seen(reading, Sign::instrument).empty() ||
         std::any_of(narrative.events.begin(), narrative.events.end(), [&](const Event& event) {
           return !event.negated && event.agent != kNone &&
                  is_told(narrative, sentence_of(narrative.analysis, event.predicate), event.clause);
         });
}

bool is_unplaced(const Reading& reading, Role role) {
  return !reading.parts.has(role) && tells_of_an_act(reading);
}

namespace {

// A softened name alone, or something that was done to somebody, is told of illness and accidents as well.
bool points_to_abuse(const Finding& finding) {
  return finding.category == Category::mutualising || finding.category == Category::nominalisation ||
         finding.category == Category::victim_blaming || finding.category == Category::incident_only;
}

// Where nobody abuses anybody, what children do and parents bear is no sign of it.
bool is_about_abuse(const Reading& reading) {
  const Cast& cast = reading.narrative.cast;
  constexpr Sign kSigns[] = {Sign::abuse, Sign::hidden, Sign::police};
  return tells_of_an_act(reading) ||
         std::any_of(std::begin(kSigns), std::end(kSigns),
                     [&](Sign sign) { return !seen(reading, sign).empty(); }) ||
         std::any_of(reading.findings.begin(), reading.findings.end(), points_to_abuse) ||
         !people_in(cast, Role::perpetrator).empty() || !people_in(cast, Role::non_offending_parent).empty();
}

}  // namespace

namespace {

bool is_about_acts(Sign sign) {
  return sign == Sign::act || sign == Sign::target || sign == Sign::instrument || sign == Sign::exposure;
}

// What is denied, not found or withdrawn is evidence of nothing.
void drop_unfounded(const Narrative& narrative, std::vector<Sighting>& sightings) {
  std::erase_if(sightings, [&](const Sighting& sighting) {
    if (!is_about_acts(sighting.indicator->sign)) return false;
    return std::ranges::any_of(narrative.events, [&](const Event& event) {
      return event.standing == Standing::disputed && sighting.span.overlaps(event.span);
    });
  });
}

}  // namespace

Reading look_at(const Matcher& matcher, const IndexedMatches& matches, const std::vector<Finding>& findings,
                const ComponentWords& words, const SecondReading* again) {
  const Narrative& narrative = matcher.narrative();
  Parts parts(narrative.cast, narrative.events);
  std::vector<Sighting> sightings = all_sightings(matcher, matches, parts, words);
  if (again != nullptr) add_alike(narrative, parts, words, *again, sightings);
  drop_unfounded(narrative, sightings);
  std::vector<Act> acts = acts_told(narrative, parts, sightings);
  const bool shown = shows_abuse(narrative, parts, sightings);
  if (!shown) {
    acts.clear();
    std::erase_if(sightings, [](const Sighting& each) {
      return is_about_acts(each.indicator->sign) || each.indicator->sign == Sign::direction;
    });
  }
  Reading reading{narrative,       matcher, words, findings, std::move(parts), std::move(sightings),
                  std::move(acts), shown};
  drop_what_is_denied(reading);
  if (!is_about_abuse(reading))
    std::erase_if(reading.sightings, [](const Sighting& sighting) {
      return component_of(sighting.indicator->sign).has_value();
    });
  return reading;
}

std::vector<Sighting> see_alone(const Matcher& matcher, const Parts& parts, const Indicator& indicator) {
  std::vector<Sighting> sightings;
  const auto count = static_cast<std::uint32_t>(matcher.narrative().analysis.tokens.size());
  for (std::uint32_t t = 0; t < count; ++t)
    for (const Pattern& pattern : indicator.match)
      if (const auto match = matcher.match_at(pattern, t))
        if (auto sighting = see(matcher, parts, indicator, *match)) sightings.push_back(*sighting);
  drop_overlaps(sightings);
  return sightings;
}

bool mentions(const Reading& reading, std::uint32_t sentence, Role role) {
  const Narrative& narrative = reading.narrative;
  const TokenRange range = narrative.analysis.sentences[sentence].tokens;
  for (std::uint32_t t = range.begin; t < range.end; ++t)
    if (const Mention* mention = narrative.cast.at(t);
        mention != nullptr && reading.parts.of(*mention) == role)
      return true;
  return false;
}

std::vector<const Sighting*> seen(const Reading& reading, Sign sign) {
  std::vector<const Sighting*> list;
  for (const Sighting& sighting : reading.sightings)
    if (sighting.indicator->sign == sign) list.push_back(&sighting);
  return list;
}

std::span<const Sighting> sightings_in(const Reading& reading, std::uint32_t first, std::uint32_t last) {
  const auto begin =
      std::lower_bound(reading.sightings.begin(), reading.sightings.end(), first,
                       [](const Sighting& s, std::uint32_t at) { return s.match.sentence < at; });
  const auto end =
      std::upper_bound(begin, reading.sightings.end(), last,
                       [](std::uint32_t at, const Sighting& s) { return at < s.match.sentence; });
  return {begin, end};
}

std::span<const Act> acts_in(const Reading& reading, std::uint32_t first, std::uint32_t last) {
  const auto begin = std::lower_bound(reading.acts.begin(), reading.acts.end(), first,
                                      [](const Act& act, std::uint32_t at) { return act.sentence < at; });
  const auto end = std::upper_bound(begin, reading.acts.end(), last,
                                    [](std::uint32_t at, const Act& act) { return at < act.sentence; });
  return {begin, end};
}

bool has_in(const Reading& reading, Sign sign, std::uint32_t sentence) {
  const auto here = sightings_in(reading, sentence, sentence);
  return std::any_of(here.begin(), here.end(),
                     [&](const Sighting& sighting) { return sighting.indicator->sign == sign; });
}

std::vector<std::uint32_t> people_in(const Cast& cast, Role role) {
  std::vector<std::uint32_t> people;
  for (std::uint32_t p = 0; p < cast.people.size(); ++p)
    if (cast.people[p].role() == role) people.push_back(p);
  return people;
}

}  // namespace onus
