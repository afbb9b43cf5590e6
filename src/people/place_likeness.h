#pragma once

#include <cstdint>

#include "language/clauses.h"
#include "language/feature_net.h"

namespace onus {

// What the net of places tells apart, in the order of its classes.
enum class PlaceClass : std::uint8_t { child, professional, perpetrator, non_offending_parent };
inline constexpr std::size_t kPlaceClasses = 4;

// What speaks for it that a child or a professional stands at a place of a sentence, rather than another, by
// what sentences of marked reports say of them (docs/likeness.md). In log-odds; 0: nothing either way.
struct PlaceLikeness {
  float child = 0;
  float professional = 0;
};
PlaceLikeness place_likeness(const Analysis&, const Clauses&, std::uint32_t head, const FeatureNet&);

}  // namespace onus
