#include <algorithm>

#include "components/evidence.h"
#include "components/wordings.h"

namespace onus {
namespace {

const Mention* child_of(const Reading& reading, const Sighting& sighting) {
  const std::uint32_t index = sighting.match.roles[static_cast<std::size_t>(RolePlace::child)];
  return index == kNone ? nullptr : &reading.narrative.cast.mentions[index];
}

bool contains(const std::vector<std::uint32_t>& list, std::uint32_t value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

bool is_act(const Sighting& sighting) {
  const Sign sign = sighting.indicator->sign;
  return sign == Sign::act || sign == Sign::target || sign == Sign::instrument || sign == Sign::exposure;
}

// Sentences of a paragraph tell one thing after another; so do items of a list.
bool stand_together(const Narrative& narrative, std::uint32_t one, std::uint32_t other) {
  const auto is_item = [&](std::uint32_t s) { return narrative.block_of(s).kind == BlockKind::list_item; };
  return narrative.analysis.sentences[one].block == narrative.analysis.sentences[other].block ||
         (is_item(one) && is_item(other));
}

// What is told right after an act is told as its effect. An act that comes after it may be its cause as well,
// but nobody says so.
bool acts_near(const Reading& reading, std::uint32_t sentence) {
  constexpr std::uint32_t kBefore = 1;
  const auto is_near = [&](std::uint32_t other) {
    return stand_together(reading.narrative, sentence, other);
  };
  const std::uint32_t first = sentence < kBefore ? 0 : sentence - kBefore;
  const auto acts = acts_in(reading, first, sentence);
  const auto sightings = sightings_in(reading, first, sentence);
  return std::any_of(acts.begin(), acts.end(), [&](const Act& act) { return is_near(act.sentence); }) ||
         std::any_of(sightings.begin(), sightings.end(), [&](const Sighting& sighting) {
           return is_act(sighting) && is_near(sighting.match.sentence);
         });
}

// Its sentence speaks of the person using violence or says since when or because of what.
bool is_linked_in_words(const Reading& reading, std::uint32_t sentence) {
  // Where nobody is told to use violence it may be whoever else the sentence speaks of.
  const bool by_somebody = reading.shows_abuse && !reading.parts.has(Role::perpetrator) &&
                           mentions(reading, sentence, Role::unknown);
  return by_somebody || mentions(reading, sentence, Role::perpetrator) ||
         has_in(reading, Sign::link, sentence);
}

bool speaks_of_child(const Parts& parts, const Mention& mention) {
  return parts.of(mention) == Role::child ||
         std::any_of(mention.people.begin(), mention.people.end(),
                     [&](std::uint32_t person) { return parts.of(person) == Role::child; });
}

bool is_parent(Role role) { return role == Role::perpetrator || role == Role::non_offending_parent; }

// In notes: "Temi: out of the choir, 19 days missed.", "JDC seen alone. Stomach ache most Sundays." Of the
// family the child has to be who was spoken of last; in the sentence itself anywhere before.
const Mention* child_before(const Reading& reading, const Sighting& sighting) {
  const Narrative& narrative = reading.narrative;
  const auto& sentences = narrative.analysis.sentences;
  std::uint32_t sentence = sighting.match.sentence;
  constexpr std::uint32_t kSentencesBack = 12;
  const std::uint32_t first = sentence < kSentencesBack ? 0 : sentence - kSentencesBack;
  std::uint32_t t = sighting.match.tokens.begin;
  const Mention* child = nullptr;
  const auto look_back = [&](bool past_parents) {
    while (child == nullptr && t-- > sentences[sentence].tokens.begin) {
      const Mention* mention = narrative.cast.at(t);
      if (mention == nullptr) continue;
      if (speaks_of_child(reading.parts, *mention))
        child = mention;
      else if (!past_parents && is_parent(reading.parts.of(*mention)))
        return false;
    }
    return child == nullptr;
  };
  bool go_on = look_back(true);
  while (go_on && sentence > first && sentences[sentence - 1].block == sentences[sentence].block) {
    t = sentences[--sentence].tokens.end;
    go_on = look_back(false);
  }
  return child;
}

// The child whom the indicator's words name, or the one they are about.
const Mention* child_meant(const Reading& reading, const Sighting& sighting) {
  const Mention* child = child_of(reading, sighting);
  return child == nullptr ? child_before(reading, sighting) : child;
}

Effect effect_of(const Reading& reading, const Sighting& sighting, const Mention* child,
                 const std::vector<std::uint32_t>& named) {
  Effect effect;
  effect.sighting = &sighting;
  effect.linked_in_words = is_linked_in_words(reading, sighting.match.sentence);
  effect.linked = effect.linked_in_words || acts_near(reading, sighting.match.sentence);
  if (child != nullptr) effect.children = child->people;
  effect.named = effect.children.size() == 1 && contains(named, effect.children.front());
  return effect;
}

// "Since he came Isla wets the bed. She bites her nails.": the telling goes on.
void link_what_follows(const Narrative& narrative, std::vector<Effect>& effects) {
  constexpr std::uint32_t kAway = 2;
  for (std::size_t i = 1; i < effects.size(); ++i) {
    const std::uint32_t before = effects[i - 1].sighting->match.sentence;
    const std::uint32_t here = effects[i].sighting->match.sentence;
    effects[i].linked |=
        effects[i - 1].linked && here <= before + kAway && stand_together(narrative, before, here);
  }
}

void judge(const std::vector<Effect>& effects, bool stated, const Names& names, ComponentCoverage& coverage) {
  const auto count = [&](auto test) {
    return static_cast<int>(std::count_if(effects.begin(), effects.end(), test));
  };
  const int specific = count([](const Effect& effect) { return effect.specific(); });
  const int named = count([](const Effect& effect) { return effect.named; });
  coverage.level = specific > 0 ? Level::specific : Level::mentioned;
  if (specific > 0) {
    const bool beside =
        count([](const Effect& effect) { return effect.specific() && !effect.linked_in_words; }) > 0;
    const std::vector<std::string> areas = areas_of(effects);  // none for what is seen by its likeness
    coverage.reason = say(beside ? Wording::impact_beside : Wording::impact_specific,
                          {{"effects", counted(specific, "effect", "effects")},
                           {"perpetrator", names.perpetrator},
                           {"areas", areas.empty() ? "" : ", in " + listed(areas)}});
  } else if (named > 0) {
    coverage.reason = say(Wording::impact_unlinked, {{"effects", counted(named, "effect", "effects")},
                                                     {"perpetrator", names.perpetrator}});
  } else if (!effects.empty()) {
    coverage.reason = say(Wording::impact_unnamed);
  } else if (stated) {
    coverage.reason = say(Wording::impact_statement, {{"child", names.child}});
  } else {
    coverage.level = Level::absent;
    coverage.reason = say(Wording::impact_absent, {{"child", names.child}});
  }
}

}  // namespace

std::vector<Effect> effects_on_children(const Reading& reading) {
  const auto named = named_children(reading.narrative.cast);
  std::vector<Effect> effects;
  for (const Sighting* sighting : seen(reading, Sign::effect)) {
    if (is_part_of_an_act(reading, *sighting)) continue;
    const Mention* child = child_meant(reading, *sighting);
    // "Nightmares" of nobody, or of a grown-up.
    if (child == nullptr && sighting->indicator->wide) continue;
    effects.push_back(effect_of(reading, *sighting, child, named));
  }
  link_what_follows(reading.narrative, effects);
  return effects;
}

std::vector<std::string> areas_of(const std::vector<Effect>& effects) {
  std::vector<std::string> areas;
  for (const Effect& effect : effects)
    if (const std::string& area = effect.sighting->indicator->area;
        effect.specific() && !area.empty() && std::find(areas.begin(), areas.end(), area) == areas.end())
      areas.push_back(area);
  return areas;
}

ComponentCoverage impact_on_child(const Reading& reading) {
  ComponentCoverage coverage;
  coverage.component = Component::impact_on_child;
  const std::vector<Effect> effects = effects_on_children(reading);
  for (const Effect& effect : effects)
    coverage.evidence.push_back({effect.sighting->span, effect.sighting->indicator->name});
  const auto statements = seen(reading, Sign::statement);
  if (effects.empty()) add_all(coverage.evidence, statements);
  put_in_order(reading.narrative, coverage.evidence);
  judge(effects, !statements.empty(), family_names(reading.narrative.cast), coverage);
  return coverage;
}

}  // namespace onus
