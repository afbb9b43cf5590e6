#include "components/criteria.h"

#include <algorithm>

#include "components/evidence.h"
#include "components/wordings.h"
#include "text/fold.h"

namespace onus {
namespace {

// Everything the criteria look at.
struct Grounds {
  const Reading& reading;
  const std::vector<ComponentCoverage>& coverage;
  const std::vector<PlanAction>& actions;
  const Balance& balance;
  Names names;

  Level level(Component component) const { return coverage[static_cast<std::size_t>(component)].level; }
  bool any(auto test) const { return std::any_of(actions.begin(), actions.end(), test); }
  int count(auto test) const { return static_cast<int>(std::count_if(actions.begin(), actions.end(), test)); }
};

std::string say_of(const Grounds& grounds, Wording wording) {
  return capitalised(
      say(wording, {{"perpetrator", grounds.names.perpetrator}, {"survivor", grounds.names.survivor}}));
}

// Full where nothing is missing; otherwise the reasons are what is missing.
CriterionRating rated(Criterion criterion, bool partly, std::vector<std::string> missing, std::string full) {
  if (missing.empty()) return {criterion, Rating::fully_met, {std::move(full)}};
  return {criterion, partly ? Rating::partially_met : Rating::not_met, std::move(missing)};
}

// A finding that rests on who somebody seems to be is a warning at most; where the wording blames the other
// parent, it does so whoever has said which parent that is.
bool is_error(const Finding& finding) {
  if (!finding.category || family_of(*finding.category) == Family::passive_voice) return false;
  const bool blames =
      finding.category == Category::victim_blaming || finding.category == Category::victim_responsible_plan;
  return finding.severity >= (blames ? Severity::warning : Severity::error);
}

// Places in which a rule of the first two families finds an error.
int errors_of(const Grounds& grounds) {
  return static_cast<int>(
      std::count_if(grounds.reading.findings.begin(), grounds.reading.findings.end(), is_error));
}

CriterionRating assessment(const Grounds& grounds) {
  std::vector<std::string> missing;
  if (grounds.level(Component::perpetrator_pattern) != Level::specific)
    missing.push_back(say_of(grounds, Wording::assessment_pattern));
  if (grounds.level(Component::harm_to_child) != Level::specific)
    missing.push_back(say_of(grounds, Wording::assessment_harm));
  // The police aren't asked to write down everyday efforts.
  if (grounds.level(Component::protective_efforts) == Level::absent &&
      grounds.reading.narrative.kind != DocumentKind::police_report)
    missing.push_back(say(is_unplaced(grounds.reading, Role::non_offending_parent)
                              ? Wording::efforts_unplaced
                              : Wording::assessment_efforts,
                          {{"survivor", grounds.names.survivor}, {"child", grounds.names.child}}));
  if (const int errors = errors_of(grounds); errors > 0)
    missing.push_back(say(Wording::assessment_errors, {{"errors", counted(errors, "passage", "passages")},
                                                       {"survivor", grounds.names.survivor}}));
  const bool told = grounds.balance.perpetrator_acts > 0;
  if (!told)
    missing.assign(
        1, say_of(grounds, is_unplaced(grounds.reading, Role::perpetrator) ? Wording::assessment_unplaced
                                                                           : Wording::assessment_none));
  return rated(Criterion::assessment, told, std::move(missing), say_of(grounds, Wording::assessment_full));
}

std::string children_without_effect(const Grounds& grounds, const std::vector<Effect>& effects) {
  const Cast& cast = grounds.reading.narrative.cast;
  std::vector<std::string> without;
  for (const std::uint32_t child : named_children(cast))
    if (std::none_of(effects.begin(), effects.end(),
                     [&](const Effect& effect) { return effect.named && effect.children.front() == child; }))
      without.push_back(in_words(cast.people[child]));
  return listed(without);
}

CriterionRating wide_ranging_impact(const Grounds& grounds) {
  constexpr std::size_t kAreas = 2;
  const std::vector<Effect> effects = effects_on_children(grounds.reading);
  const std::vector<std::string> areas = areas_of(effects);
  const bool named = std::any_of(effects.begin(), effects.end(), [](const Effect& e) { return e.named; });
  std::vector<std::string> missing;
  if (!named) {
    missing.push_back(say(Wording::impact_none));
  } else {
    if (areas.empty())
      missing.push_back(say(Wording::impact_no_area));
    else if (areas.size() < kAreas)
      missing.push_back(
          say(Wording::impact_areas, {{"count", counted(static_cast<int>(areas.size()), "area", "areas")}}));
    if (const std::string without = children_without_effect(grounds, effects); !without.empty())
      missing.push_back(say(Wording::impact_children, {{"children", without}}));
  }
  return rated(Criterion::wide_ranging_impact, named, std::move(missing),
               say(Wording::impact_full, {{"areas", listed(areas)}}));
}

bool is_perpetrators(const PlanAction& action) { return belongs_to(action, Role::perpetrator); }
bool is_survivors(const PlanAction& action) { return belongs_to(action, Role::non_offending_parent); }

CriterionRating plan(const Grounds& grounds) {
  std::vector<std::string> missing;
  const bool planned = grounds.any(is_perpetrators);
  const auto perpetrators = [&](bool PlanAction::*part) {
    return grounds.any([&](const PlanAction& action) { return is_perpetrators(action) && action.*part; });
  };
  const bool complete = grounds.any([](const PlanAction& action) {
    return is_perpetrators(action) && action.behaviour && action.check && action.date;
  });
  if (!planned) missing.push_back(say_of(grounds, Wording::plan_none));
  if (planned && !perpetrators(&PlanAction::behaviour))
    missing.push_back(say_of(grounds, Wording::plan_no_measure));
  if (planned && !perpetrators(&PlanAction::check))
    missing.push_back(say_of(grounds, Wording::plan_no_check));
  if (planned && !perpetrators(&PlanAction::date)) missing.push_back(say_of(grounds, Wording::plan_no_date));
  if (planned && missing.empty() && !complete) missing.push_back(say_of(grounds, Wording::plan_scattered));
  if (const int burdens = grounds.count([](const PlanAction& a) { return a.answerable; }); burdens > 0)
    missing.push_back(say(Wording::plan_answerable, {{"actions", counted(burdens, "action", "actions")},
                                                     {"survivor", grounds.names.survivor}}));
  return rated(Criterion::plan, planned, std::move(missing), say_of(grounds, Wording::plan_full));
}

CriterionRating expectations(const Grounds& grounds) {
  const bool perpetrator = grounds.any(is_perpetrators);
  const bool survivor = grounds.any(is_survivors);
  const bool about =
      grounds.any([](const PlanAction& action) { return is_perpetrators(action) && action.about_abuse; });
  Wording wording = Wording::expectations_full;
  if (!perpetrator && !survivor)
    wording = grounds.any([](const PlanAction& a) { return a.joint; }) ? Wording::expectations_joint
                                                                       : Wording::expectations_nobody;
  else if (!perpetrator)
    wording = Wording::expectations_survivor_only;
  else if (!survivor)
    wording = Wording::expectations_perpetrator_only;
  else if (!about)
    wording = Wording::expectations_about;
  // A plan without tasks for the parent being abused lacks none.
  const Rating rating = !perpetrator        ? Rating::not_met
                        : survivor && about ? Rating::fully_met
                        : survivor || about ? Rating::partially_met
                                            : Rating::not_met;
  return {Criterion::expectations_of_parents, rating, {say_of(grounds, wording)}};
}

bool has_work_with_perpetrator(const Grounds& grounds) {
  return grounds.any(is_perpetrators) || !seen(grounds.reading, Sign::work).empty();
}

CriterionRating perpetrator_at_centre(const Grounds& grounds) {
  const int acts = grounds.balance.perpetrator_acts;
  const int deficits = grounds.balance.survivor_deficits;
  const std::string told = say(Wording::centre_told, {{"count", counted(acts, "sentence", "sentences")},
                                                      {"perpetrator", grounds.names.perpetrator}});
  const std::string lacking =
      say(Wording::centre_lacking,
          {{"count", counted(deficits, "sentence", "sentences")}, {"survivor", grounds.names.survivor}});
  const bool work = has_work_with_perpetrator(grounds);
  std::vector<std::string> missing;
  if (acts == 0)
    missing.push_back(say_of(grounds, is_unplaced(grounds.reading, Role::perpetrator)
                                          ? Wording::assessment_unplaced
                                          : Wording::centre_no_acts));
  if (acts > 0 && grounds.level(Component::perpetrator_pattern) != Level::specific)
    missing.push_back(say_of(grounds, Wording::centre_pattern));
  if (acts > 0 && acts < 2 * deficits)
    missing.push_back(say(
        Wording::centre_deficits,
        {{"Acts", capitalised(told)}, {"deficits", lacking}, {"perpetrator", grounds.names.perpetrator}}));
  if (!work) missing.push_back(say_of(grounds, Wording::centre_work));
  return rated(Criterion::perpetrator_at_centre, acts > 0 && work, std::move(missing),
               say(Wording::centre_full,
                   {{"acts", told}, {"deficits", lacking}, {"perpetrator", grounds.names.perpetrator}}));
}

CriterionRating not_applicable(Criterion criterion, Wording why) {
  return {criterion, Rating::not_applicable, {say(why)}};
}

}  // namespace

std::vector<CriterionRating> rate_criteria(const Reading& reading,
                                           const std::vector<ComponentCoverage>& coverage,
                                           const std::vector<PlanAction>& actions, const Balance& balance,
                                           bool describes_abuse) {
  const Grounds grounds{reading, coverage, actions, balance, family_names(reading.narrative.cast)};
  const bool speaks_of_abuse = describes_abuse ||
                               grounds.level(Component::perpetrator_pattern) != Level::absent ||
                               !seen(reading, Sign::hidden).empty();
  std::vector<CriterionRating> ratings;
  if (!speaks_of_abuse) {
    for (int i = 0; i < kCriteria; ++i)
      ratings.push_back(not_applicable(static_cast<Criterion>(i), Wording::no_abuse));
    return ratings;
  }
  ratings.push_back(assessment(grounds));
  ratings.push_back(wide_ranging_impact(grounds));
  if (actions.empty()) {
    ratings.push_back(not_applicable(Criterion::plan, Wording::nothing_planned));
    ratings.push_back(not_applicable(Criterion::expectations_of_parents, Wording::nothing_planned));
  } else {
    ratings.push_back(plan(grounds));
    ratings.push_back(expectations(grounds));
  }
  ratings.push_back(perpetrator_at_centre(grounds));
  return ratings;
}

}  // namespace onus
