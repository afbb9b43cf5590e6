#include "rules/finding.h"

#include "text/closed_list.h"

namespace onus {
namespace {

constexpr std::string_view kSeverities[] = {"note", "warning", "error"};
constexpr std::string_view kCategoryNames[] = {"victim-blaming",
                                               "mutualising",
                                               "doubt",
                                               "double-standard",
                                               "victim-responsible-plan",
                                               "incident-only",
                                               "euphemism",
                                               "generalised-impact",
                                               "separation-as-safety",
                                               "cause-excuse",
                                               "referral-as-outcome",
                                               "agentless-passive",
                                               "passive-with-agent",
                                               "nominalisation"};
constexpr std::string_view kSuggestionKinds[] = {"rewrite", "reframe", "prompt"};
constexpr std::string_view kFamilies[] = {"victim-blaming", "incident-only", "passive-voice"};

}  // namespace

std::string_view name_of(Severity severity) { return kSeverities[static_cast<std::size_t>(severity)]; }
std::string_view name_of(Category category) { return kCategoryNames[static_cast<std::size_t>(category)]; }
std::string_view name_of(SuggestionKind kind) { return kSuggestionKinds[static_cast<std::size_t>(kind)]; }
std::string_view name_of(Family family) { return kFamilies[static_cast<std::size_t>(family)]; }
std::optional<Category> category_from(std::string_view name) {
  return value_named<Category>(kCategoryNames, name);
}
std::optional<Severity> severity_from(std::string_view name) {
  return value_named<Severity>(kSeverities, name);
}

Family family_of(Category category) {
  if (category <= Category::victim_responsible_plan) return Family::victim_blaming;
  return category <= Category::referral_as_outcome ? Family::incident_only : Family::passive_voice;
}

}  // namespace onus
