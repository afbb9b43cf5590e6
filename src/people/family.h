#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "people/gathering.h"

// Children, their parents, partners: looked up among the people who have been gathered so far. Each look is
// linear in the people of one report, and gives kNone where nobody fits or more than one does.
namespace onus {

// "husband", "girlfriend", "partner"
bool is_partner_key(std::string_view key);

class Family {
 public:
  explicit Family(const Gathering& gathering) : g_(gathering) {}

  template <class Test>
  std::uint32_t only(Test test) const {
    std::uint32_t found = kNone;
    for (std::uint32_t p = 0; p < g_.people.size(); ++p) {
      if (!test(p)) continue;
      if (found != kNone) return kNone;
      found = p;
    }
    return found;
  }
  std::uint32_t only_with(std::string_view key, std::uint32_t except = kNone) const;
  std::vector<std::uint32_t> all_with(std::string_view key) const;

  int count_children() const;
  bool no_child_agrees(Agreement) const;
  // "the boy", "her daughter", "the eldest", but not `owner`.
  std::uint32_t child(const PersonNoun&, std::uint32_t owner) const;
  // A grown-up's own child who is a parent of the family: "her son" of a grandmother.
  std::uint32_t grown_child(std::uint32_t owner, Agreement) const;

  std::uint32_t related_partner(std::uint32_t owner, bool former) const;
  std::uint32_t called_partner(Agreement, std::uint32_t except = kNone) const;
  // Of two grown-ups of whom a report tells the one whom the pronoun fits.
  std::uint32_t one_of_couple(Agreement) const;
  bool is_couple() const { return parents().size() == 2; }
  std::uint32_t other_parent(std::uint32_t owner, Agreement) const;

  // "the children", "both parents", "the maternal grandparents": empty where it isn't clear who is meant.
  std::vector<std::uint32_t> group(const FoundMention&) const;

 private:
  std::uint32_t by_age(bool eldest) const;
  bool is_main_adult(std::uint32_t person) const;
  std::vector<std::uint32_t> children(const FoundMention&) const;
  std::vector<std::uint32_t> parents() const;
  std::vector<std::uint32_t> grandparents(const FoundMention&) const;

  const Gathering& g_;
};

}  // namespace onus
