#pragma once

#include <cstdint>

#include "rules/narrative.h"
#include "rules/pattern.h"

namespace onus {

// How surely the people of a match play the roles that its pattern asks for.
enum class RoleFit : std::uint8_t { no, unknown, inferred, known };

// Whether those of whom a text speaks may stand where a pattern asks for a role. Refers to the narrative.
class RoleFits {
 public:
  explicit RoleFits(const Narrative&);

  // How well the mention headed by `token` fits a role's place.
  RoleFit fit_of(std::uint32_t token, RolePlace place) const;
  // Whether the report says who plays the role, or was told.
  bool survivor_known() const { return survivor_known_; }
  bool perpetrator_known() const { return perpetrator_known_; }

 private:
  const Narrative& narrative_;
  bool survivor_known_ = false;
  bool perpetrator_known_ = false;
};

// "her partner", "she": who may be one of a couple whatever else is known.
bool is_partner_or_pronoun(const Narrative&, const Mention&);

}  // namespace onus
