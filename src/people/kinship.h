#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "people/gathering.h"

namespace onus {

// Who is whose kin, from what the report says of others: the brother of a child's mother is the child's
// uncle, two people with one parent are siblings. Steps and halves count as whole; whether the kinship is by
// blood, marriage or adoption isn't asked.
class Kinship {
 public:
  explicit Kinship(const Gathering& gathering) : g_(gathering) {}

  // The one person whom "OWNER's KEY" can mean ("uncle", "grandmother", "son"), or kNone. Quadratic in the
  // family, which is small.
  std::uint32_t only(std::uint32_t owner, const PersonNoun&) const;
  // The same for the children's kin where nobody is named as the owner ("Nan", "the uncle").
  std::uint32_t only_of_children(const PersonNoun&) const;

 private:
  using People = std::vector<std::uint32_t>;
  People parents(std::uint32_t person) const;
  People children(std::uint32_t person) const;
  People siblings(std::uint32_t person) const;
  People grandparents(std::uint32_t person) const;
  People of(std::uint32_t owner, std::string_view key) const;
  std::uint32_t only_among(People, std::uint32_t owner, const PersonNoun&) const;

  const Gathering& g_;
};

// "paternal grandmother" for the mother of a father of the family, "maternal uncle" for the brother of a
// mother; empty where no such word is known.
std::string side_of_family(const Known& owner, std::string_view key);

}  // namespace onus
