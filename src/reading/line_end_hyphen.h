#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace onus {

// The words of one document, to tell a word that was parted at the end of a line ("invest-/ment") from a
// compound that ends a line at its own hyphen ("risk-/taking").
class LineEndHyphens {
 public:
  // Words that stand whole within a line; case doesn't matter.
  void add_words_of(std::string_view line);
  // Whether the hyphen between `first` and `second` belongs to the word.
  bool keeps_hyphen(std::string_view first, std::string_view second) const;

 private:
  std::unordered_set<std::string> words_;
};

}  // namespace onus
