#pragma once

#include <cstdint>
#include <string_view>

namespace onus {

enum class LanguageVerdict : std::uint8_t { english, other, unknown };

// Which language a text is in. `name` is in plain words, to be put after "this looks like": "Welsh", "a
// language in Arabic script"; for `other` it is never empty.
struct LanguageGuess {
  LanguageVerdict verdict = LanguageVerdict::unknown;
  std::string_view name;
};

// Counts the commonest words of English, of the languages of these islands and of the families that services
// in them meet most, and the scripts of the letters. It tells English from the rest; among the rest it names
// the likeliest. Says `unknown` for texts of few words and for lists of names and figures: take those for
// English. Reads at most the first 100,000 words; never fails.
LanguageGuess guess_language(std::string_view prose);

}  // namespace onus
