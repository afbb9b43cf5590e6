#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <vector>

#include "components/evidence.h"
#include "components/wordings.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

constexpr int kEverydayActs = 2;

// "Failed to keep him safe" has the words of an effort, and is a finding.
bool is_blamed(const Reading& reading, const Sighting& sighting) {
  return std::any_of(reading.findings.begin(), reading.findings.end(), [&](const Finding& finding) {
    return (finding.category == Category::victim_blaming ||
            finding.category == Category::victim_responsible_plan) &&
           finding.span.overlaps(sighting.span);
  });
}

// "Rarely gets them to school", "whether she reads with them".
bool is_half_denied(const Narrative& narrative, const Clause& clause) {
  static constexpr std::array<std::string_view, 6> hardly{"rarely", "seldom",   "hardly",
                                                          "barely", "scarcely", "whether"};
  const auto words = narrative.clauses.dependents(clause.predicate);
  return std::any_of(words.begin(), words.end(),
                     [&](std::uint32_t word) { return one_of(narrative.analysis.lemma(word), hardly); });
}

// "Took the children back to his flat", "left Isla with him".
bool hands_over(const Reading& reading, const Clause& clause) {
  static constexpr std::array<std::string_view, 9> hand{"take",   "bring", "send", "leave", "drop",
                                                        "return", "hand",  "walk", "drive"};
  static constexpr std::array<std::string_view, 3> to{"to", "with", "at"};
  const Narrative& narrative = reading.narrative;
  if (!one_of(narrative.analysis.lemma(clause.predicate), hand)) return false;
  const auto is_his = [&](std::uint32_t token) { return reading.parts.plays(token, Role::perpetrator); };
  const auto words = narrative.clauses.dependents(clause.predicate);
  return std::any_of(words.begin(), words.end(), [&](std::uint32_t word) {
    const std::uint32_t owner = dependent(narrative.analysis, narrative.clauses, word, Deprel::nmod_poss);
    return one_of(case_of(narrative.analysis, narrative.clauses, word), to) &&
           (is_his(word) || is_his(owner));
  });
}

// "Has missed two meetings", "failed to bring him", "missed it while he slept"; but "never missed one" is an
// effort.
bool is_missing_or_failing(const Narrative& narrative, const Clause& clause) {
  static constexpr std::array<std::string_view, 5> miss{"miss", "fail", "forget", "neglect", "omit"};
  const auto is_one = [&](const Clause& c) {
    return !c.negated && one_of(narrative.analysis.lemma(c.predicate), miss);
  };
  return is_one(clause) ||
         (clause.governor != kNone && clause.kind != ClauseKind::main &&
          clause.kind != ClauseKind::coordinate && is_one(narrative.clauses.all[clause.governor]));
}

// "Rang mother", "Comforted him" in notes: somebody did, and who isn't told.
bool is_by_nobody(const Sighting& sighting, const Clause& clause) {
  return clause.subject == kNone && clause.kind == ClauseKind::main && clause.voice == Voice::active &&
         sighting.match.roles[static_cast<std::size_t>(RolePlace::survivor)] == kNone;
}

bool is_no_effort(const Reading& reading, const Sighting& sighting) {
  if (sighting.match.clause == kNone) return false;
  const Clause& clause = reading.narrative.clauses.all[sighting.match.clause];
  return is_half_denied(reading.narrative, clause) || is_missing_or_failing(reading.narrative, clause) ||
         is_by_nobody(sighting, clause) || hands_over(reading, clause);
}

void judge(int everyday, bool steps, bool credited, bool unplaced, const Names& names,
           ComponentCoverage& coverage) {
  const std::string acts = counted(everyday, "everyday act", "everyday acts");
  coverage.level = everyday >= kEverydayActs ? Level::specific : Level::mentioned;
  if (everyday >= kEverydayActs) {
    coverage.reason = say(Wording::efforts_specific, {{"acts", acts}, {"survivor", names.survivor}});
  } else if (everyday > 0) {
    coverage.reason = say(Wording::efforts_one, {{"survivor", names.survivor}});
  } else if (steps) {
    coverage.reason = say(Wording::efforts_leaving);
  } else if (credited) {
    coverage.reason = say(Wording::efforts_credit, {{"survivor", capitalised(names.survivor)}});
  } else {
    coverage.level = Level::absent;
    coverage.reason = say(unplaced ? Wording::efforts_unplaced : Wording::efforts_absent,
                          {{"survivor", names.survivor}, {"child", names.child}});
  }
}

}  // namespace

std::vector<const Sighting*> efforts(const Reading& reading, Sign sign) {
  auto sightings = seen(reading, sign);
  std::erase_if(sightings, [&](const Sighting* sighting) {
    return is_blamed(reading, *sighting) || is_part_of_an_act(reading, *sighting) ||
           is_no_effort(reading, *sighting);
  });
  return sightings;
}

ComponentCoverage protective_efforts(const Reading& reading) {
  ComponentCoverage coverage;
  coverage.component = Component::protective_efforts;
  const auto everyday = efforts(reading, Sign::everyday);
  std::set<std::string> acts;  // the same words told twice are one act
  for (const Sighting* sighting : everyday) acts.insert(lower(reading.narrative.text(sighting->span)));
  const auto leaving = efforts(reading, Sign::leaving);
  const auto police = efforts(reading, Sign::police);
  const auto credit = efforts(reading, Sign::credit);
  for (const auto* sightings : {&everyday, &leaving, &police}) add_all(coverage.evidence, *sightings);
  if (coverage.evidence.empty()) add_all(coverage.evidence, credit);
  put_in_order(reading.narrative, coverage.evidence);
  judge(static_cast<int>(acts.size()), !leaving.empty() || !police.empty(), !credit.empty(),
        is_unplaced(reading, Role::non_offending_parent), family_names(reading.narrative.cast), coverage);
  return coverage;
}

}  // namespace onus
