#pragma once

#include <array>
#include <string_view>

#include "text/closed_list.h"

namespace onus {

// Titles that reports are full of and the treebanks, which are American, hardly know.
inline bool is_rare_title(std::string_view word) {
  constexpr std::array<std::string_view, 3> kTitles{"Ms", "Ms.", "Mx"};
  return one_of(word, kTitles);
}

// Titles before a surname. Those of professions and more are in lexicons/en/words/people.yaml.
inline bool is_title(std::string_view word) {
  constexpr std::array<std::string_view, 9> kTitles{"Mr",  "Mrs",  "Ms",  "Miss", "Mx",
                                                    "Mr.", "Mrs.", "Ms.", "Dr"};
  return one_of(word, kTitles);
}

}  // namespace onus
