#include "people/place_likeness.h"

#include <vector>

#include "people/place_features.h"

namespace onus {
namespace {

// How often the persons of the marked sentences are children and professionals, in log-odds.
constexpr float kChildren = -1.1F;
constexpr float kProfessionals = -2.0F;

}  // namespace

PlaceLikeness place_likeness(const Analysis& analysis, const Clauses& clauses, std::uint32_t head,
                             const FeatureNet& net) {
  std::vector<const FeatureNet::Vector*> vectors;
  for (const std::uint64_t feature : place_features(analysis, clauses, head))
    if (const auto* const vector = net.of(feature); vector != nullptr) vectors.push_back(vector);
  const FeatureNet::Hidden hidden = net.hidden(vectors);
  const auto odds = [&](PlaceClass of) { return net.odds(hidden, static_cast<std::size_t>(of)); };
  return {odds(PlaceClass::child) - kChildren, odds(PlaceClass::professional) - kProfessionals};
}

}  // namespace onus
