#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "people/details.h"
#include "people/mention_text.h"
#include "people/words.h"

// What a report's own short forms stand for: "Mo", "M", "BF = mother's boyfriend".
namespace onus {

// Refers to the text, which must outlive it.
class ShortForms {
 public:
  ShortForms(const MentionText&, std::span<const Detail>);

  // What the report says that these letters stand for, or nullptr.
  const PersonNoun* explained(std::string_view word) const;
  // What a short form stands for in this report, or nullptr. "BF" alone may be breastfeeding.
  const PersonNoun* short_noun(std::uint32_t t) const;
  // The noun that a single letter stands for ("M", "F"), in notes that use letters so, or nullptr.
  const PersonNoun* letter_noun(std::uint32_t t) const;

 private:
  void note_legend();
  void note_letters();
  bool is_short_form(std::uint32_t t) const;
  const PersonNoun* noun_behind(std::uint32_t t) const;

  const MentionText& text_;
  std::unordered_map<std::string_view, const PersonNoun*> legend_;  // letters that are explained
  bool abbreviates_ = false;                                        // whether "Mo" and "Fa" are nouns
  bool letters_ = false;                                            // whether "M" and "F" are
};

}  // namespace onus
