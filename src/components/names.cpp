#include <iterator>

#include "components/coverage.h"
#include "text/closed_list.h"

namespace onus {
namespace {

constexpr std::string_view kComponentNames[] = {"perpetrator-pattern", "harm-to-child", "protective-efforts",
                                                "impact-on-child", "intersections"};
constexpr std::string_view kLevelNames[] = {"absent", "mentioned", "specific"};
constexpr std::string_view kCriterionNames[] = {"assessment", "wide-ranging-impact", "plan",
                                                "expectations-of-parents", "perpetrator-at-centre"};
constexpr std::string_view kRatingNames[] = {"not-applicable", "not-met", "partially-met", "fully-met"};
constexpr std::string_view kPartneringNames[] = {"earlier-relationships", "since-separation",
                                                 "childs-own-words",      "efforts-asked-about",
                                                 "efforts-credited",      "efforts-told-back"};
static_assert(std::size(kPartneringNames) == kPartneringPoints);
static_assert(std::size(kComponentNames) == kComponents && std::size(kCriterionNames) == kCriteria);

}  // namespace

std::string_view name_of(Component component) { return kComponentNames[static_cast<std::size_t>(component)]; }
std::string_view name_of(Level level) { return kLevelNames[static_cast<std::size_t>(level)]; }
std::string_view name_of(Criterion criterion) { return kCriterionNames[static_cast<std::size_t>(criterion)]; }
std::string_view name_of(Rating rating) { return kRatingNames[static_cast<std::size_t>(rating)]; }
std::string_view name_of(PartneringPoint point) { return kPartneringNames[static_cast<std::size_t>(point)]; }
std::optional<Component> component_from(std::string_view name) {
  return value_named<Component>(kComponentNames, name);
}
std::optional<Level> level_from(std::string_view name) { return value_named<Level>(kLevelNames, name); }

}  // namespace onus
