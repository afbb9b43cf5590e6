#include "components/alike.h"

#include <algorithm>

namespace onus {
namespace {

// What by itself makes a component specific; the names of things and labels don't say that it is told.
bool says_something(Sign sign) {
  switch (sign) {
    case Sign::target:
    case Sign::instrument:
    case Sign::exposure:
    case Sign::everyday:
    case Sign::leaving:
    case Sign::police:
    case Sign::effect:
    case Sign::direction:
      return true;
    default:
      return false;
  }
}

class Finder {
 public:
  Finder(const Narrative& narrative, const Parts& parts, const SecondReading& again,
         std::vector<Sighting>& sightings)
      : narrative_(narrative), parts_(parts), again_(again), sightings_(sightings) {}

  void find(const Indicator& indicator) {
    const std::size_t component = class_of(*component_of(indicator.sign));
    for (std::uint32_t s = 0; s < again_.likeness().size(); ++s) {
      if (again_.likeness()[s][component] < *indicator.likeness || is_told_already(s, indicator.sign))
        continue;
      const TokenRange words = with_its_clause(again_.words(s, component));
      Match match = match_of(s, words);
      if (!is_about_its_people(match, indicator.sign) || !is_told(narrative_, s, match.clause)) continue;
      if (narrative_.block_of(s).kind == BlockKind::heading) continue;
      sightings_.push_back({&indicator, match, narrative_.span_of(words)});
    }
  }

 private:
  // What a sentence is like shows in a few of its words; a reader wants what is told.
  TokenRange with_its_clause(TokenRange words) const {
    const std::uint32_t clause = narrative_.clauses.of_token[words.begin];
    if (clause == kNone) return words;
    const std::uint32_t predicate = narrative_.clauses.all[clause].predicate;
    const TokenRange whole = phrase_of(narrative_.analysis, narrative_.clauses, predicate);
    return {std::min(words.begin, whole.begin), std::max(words.end, whole.end)};
  }

  bool is_told_already(std::uint32_t sentence, Sign sign) const {
    return std::ranges::any_of(sightings_, [&](const Sighting& other) {
      return other.match.sentence == sentence && says_something(other.indicator->sign) &&
             component_of(other.indicator->sign) == component_of(sign);
    });
  }

  // Index of the first mention of someone in that part, kNone where there is none.
  std::uint32_t mention_in(TokenRange words, Role role) const {
    for (std::uint32_t t = words.begin; t < words.end; ++t)
      if (const Mention* mention = narrative_.cast.at(t); mention != nullptr && parts_.of(*mention) == role)
        return narrative_.cast.mention_at[t];
    return kNone;
  }

  Match match_of(std::uint32_t sentence, TokenRange words) const {
    Match match;
    match.sentence = sentence;
    match.tokens = match.underlined = words;
    match.clause = narrative_.clauses.of_token[words.begin];
    const TokenRange whole = narrative_.analysis.sentences[sentence].tokens;
    const auto place = [&](RolePlace where, Role role) {
      std::uint32_t& index = match.roles[static_cast<std::size_t>(where)];
      index = mention_in(words, role);
      if (index == kNone) index = mention_in(whole, role);
    };
    place(RolePlace::survivor, Role::non_offending_parent);
    place(RolePlace::perpetrator, Role::perpetrator);
    place(RolePlace::child, Role::child);
    return match;
  }

  bool is_about_its_people(const Match& match, Sign sign) const {
    const auto has = [&](RolePlace place) { return match.roles[static_cast<std::size_t>(place)] != kNone; };
    switch (*component_of(sign)) {
      case Component::protective_efforts:
        return has(RolePlace::survivor);
      case Component::harm_to_child:
        return sign != Sign::target || has(RolePlace::perpetrator);
      default:
        return true;
    }
  }

  const Narrative& narrative_;
  const Parts& parts_;
  const SecondReading& again_;
  std::vector<Sighting>& sightings_;
};

}  // namespace

void add_alike(const Narrative& narrative, const Parts& parts, const ComponentWords& words,
               const SecondReading& again, std::vector<Sighting>& sightings) {
  const std::size_t before = sightings.size();
  Finder finder(narrative, parts, again, sightings);
  for (const Indicator& indicator : words.indicators)
    if (indicator.likeness) finder.find(indicator);
  if (sightings.size() == before) return;
  std::stable_sort(sightings.begin(), sightings.end(), comes_before);
}

}  // namespace onus
