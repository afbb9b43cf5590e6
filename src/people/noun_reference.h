#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "people/family.h"
#include "people/gathering.h"
#include "people/pronouns.h"

namespace onus {

// Whom nouns mean: "the mother", "Ewan's gran", "her ex-partner", "a neighbour". By what is tied to the noun,
// by its owner, or by what the report has told of the family so far; whoever is new is added to the people.
class NounReference {
 public:
  NounReference(Gathering&, const Discourse&);

  // Sets Gathering::meant of the noun, which stays empty where it isn't clear who is meant. The mentions
  // before it have to be resolved.
  void resolve(std::uint32_t mention);

 private:
  bool is_pretence(const FoundMention& mention) const;
  std::uint32_t said_to_be(const FoundMention& mention) const;
  std::uint32_t owner_of(const FoundMention& mention) const;
  void learn_relation(std::uint32_t owner, const PersonNoun& noun, std::uint32_t person);
  std::uint32_t add(const PersonNoun& noun, std::uint32_t owner);
  std::uint32_t owned(std::uint32_t owner, const FoundMention& mention);
  std::uint32_t kin_of(std::uint32_t owner, const FoundMention& mention);
  std::uint32_t sibling_of(std::uint32_t owner, const PersonNoun& noun);
  std::uint32_t by_word(const std::vector<std::uint32_t>& people) const;
  std::uint32_t by_label(const std::vector<std::uint32_t>& people) const;
  std::uint32_t family_member(const PersonNoun& noun) const;
  std::uint32_t child_of(std::uint32_t owner, const FoundMention& mention);
  std::uint32_t add_child(const PersonNoun& noun, std::uint32_t owner);
  std::uint32_t partner_of(std::uint32_t owner, const PersonNoun& noun);
  bool is_bystander(std::uint32_t owner) const;
  std::uint32_t of_child_who_tells(const FoundMention&) const;
  bool is_relative(const Known&) const;
  bool is_others_child(const FoundMention&) const;
  std::uint32_t add_others_child(const PersonNoun&);
  std::uint32_t former_partner_of(std::uint32_t owner, const PersonNoun& noun);
  bool is_same_partner(std::uint32_t owner, std::uint32_t former, const PersonNoun& noun) const;
  std::uint32_t add_former(std::uint32_t owner);
  bool is_earlier() const;
  bool is_other_than(std::uint32_t person, const PersonNoun& noun) const;
  bool has_place(std::uint32_t person) const;
  std::uint32_t unowned(const FoundMention& mention);
  std::uint32_t add_someone(const FoundMention& mention);
  bool is_of_another(std::uint32_t person, std::uint32_t owner, const PersonNoun& noun) const;
  bool is_one_of_pair(const FoundMention& mention) const;
  bool acts_or_is_told(const FoundMention& mention) const;
  bool is_told(const FoundMention& mention) const;
  bool is_only_called(const FoundMention& mention) const;
  std::uint32_t add_kin(const FoundMention& mention);
  std::uint32_t by_part(const PersonNoun& noun);
  static Role side_of(std::string_view key);
  bool are_kin(std::uint32_t one, std::uint32_t other) const;
  std::uint32_t by_partner(const FoundMention& mention);
  std::uint32_t add_partner(const FoundMention& mention);

  Gathering& g_;
  const Discourse& discourse_;
  Family family_;
  std::vector<std::uint32_t> tie_of_noun_;
  bool former_ = false;       // whether the noun that is being resolved speaks of the past
  std::string words_;         // and its words, folded
  std::string before_;        // and the word before it
  bool have_parted_ = false;  // whether the report tells of a separation
};

}  // namespace onus
