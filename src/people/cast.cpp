#include "people/cast.h"

#include <algorithm>
#include <array>

#include "text/closed_list.h"

namespace onus {
namespace {

constexpr std::array<std::string_view, 6> kRoles{"unknown", "perpetrator",  "non-offending-parent",
                                                 "child",   "professional", "other"};
constexpr std::array<std::string_view, 3> kBases{"inferred", "stated", "declared"};
constexpr std::array<std::string_view, 6> kStandings{"unstated", "alleged",   "admitted",
                                                     "found",    "convicted", "disputed"};

}  // namespace

std::string in_words(const Person& person) {
  const bool plain = !person.name.empty() && person.name.front() >= 'a' && person.name.front() <= 'z';
  return plain && !person.name.starts_with("the ") ? "the " + person.name : person.name;
}

bool Person::plays(Role role) const {
  return std::any_of(roles.begin(), roles.end(), [&](const RoleClaim& claim) { return claim.role == role; });
}

Standpoint standpoint_of(const Cast& cast, const Mention& mention) {
  Standpoint out;
  // Of several people only what holds for all of them.
  for (std::size_t i = 0; i < mention.people.size(); ++i) {
    const Person& person = cast.people[mention.people[i]];
    if (i == 0) {
      out = {person.role(), person.basis(), mention.people[i]};
      continue;
    }
    out.person = UINT32_MAX;
    if (person.role() != out.role) out.role = Role::unknown;
    out.basis = std::min(out.basis, person.basis());
  }
  if (out.role == Role::unknown && mention.said != Role::unknown) {
    out.role = mention.said;
    out.basis = Basis::stated;
  }
  return out;
}

std::string_view name_of(Role role) { return kRoles[static_cast<std::size_t>(role)]; }
std::string_view name_of(Basis basis) { return kBases[static_cast<std::size_t>(basis)]; }
std::string_view name_of(Standing standing) { return kStandings[static_cast<std::size_t>(standing)]; }

std::optional<Role> role_from(std::string_view name) { return value_named<Role>(kRoles, name); }

}  // namespace onus
