#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "people/details.h"
#include "people/mention_text.h"
#include "people/short_forms.h"
#include "people/words.h"

// How a report itself names its people, learnt from the whole of it before any mention is read.
namespace onus {

// Refers to the text, which must outlive it. Linear in the length of the text.
class ReportNaming {
 public:
  ReportNaming(const MentionText&, std::span<const Detail>, std::span<const std::string> declared);

  // Whether a label announces a name there.
  bool expects_name(std::uint32_t t) const { return expected_[t]; }
  // Whether the token is part of a noun of several words.
  bool within_noun(std::uint32_t t) const { return within_noun_[t]; }
  // `inside`: behind a title or another word of the name.
  bool may_be_name(std::uint32_t t, bool inside) const;
  // "Mr", "PC"
  bool is_title(std::uint32_t t) const;
  // "SR" of "Simone Radcliffe (SR)" is neither a sister nor a senior.
  bool is_own_initials(std::uint32_t t) const;
  // "AV1" of "Mateo Delgado (AV1, 11)"
  bool is_own_code(std::string_view word) const { return own_codes_.contains(std::string(word)); }
  bool are_initials_of_a_name(const std::string& word) const { return initials_of_names_.contains(word); }
  // The noun of people.yaml that `words`, which end at the token, are in this report, or nullptr.
  const PersonNoun* noun_of(std::uint32_t t, std::string_view words) const;
  // A noun of the lists written with a capital ("Mother", "Child") is a noun, not a name.
  bool is_noun_word(std::uint32_t t) const;
  const ShortForms& short_forms() const { return short_; }

 private:
  void mark_details(std::span<const Detail> details);
  bool stands_among_capitals(std::uint32_t t) const;
  bool is_said_initials(std::uint32_t t) const;
  static bool is_initials_of_o(std::string_view word);
  void note_names();
  void note_children_named();
  void mark_long_nouns();
  void note_initials_of_names();
  void note_own_initials(std::uint32_t open, const std::string& letters);

  const MentionText& text_;
  ShortForms short_;
  std::vector<bool> expected_;     // for each token whether a label announces a name there
  std::vector<bool> label_;        // for each token whether it is part of a label
  std::vector<bool> within_noun_;  // for each token whether it is part of a noun of several words
  std::unordered_set<std::string> seen_as_name_;
  std::unordered_set<std::string> seen_initials_;
  std::unordered_set<std::string> initials_of_names_;
  std::unordered_set<std::string> children_named_;  // by words that are kin elsewhere
  std::unordered_set<std::string> own_codes_;       // said in brackets to be somebody's: letters and a number
  std::unordered_set<std::string> own_initials_;    // likewise, initials
};

}  // namespace onus
