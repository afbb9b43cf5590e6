#pragma once

#include <string_view>

namespace onus {

// What a word for a man and its counterpart for a woman have in common: "they" for "he" and "she", "parent"
// for "mum". Other words as they are. For what is learnt from sentences, in which neither may make a
// difference. `lemma` in lower case; the answer lasts as long as it.
std::string_view without_gender(std::string_view lemma);

}  // namespace onus
