#include <algorithm>
#include <array>

#include "language/inflection.h"
#include "language/spelling.h"
#include "text/fold.h"

namespace onus {
namespace {

using Word = std::string_view;

constexpr bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

template <std::size_t n>
bool begins_with(const std::array<Word, n>& beginnings, Word word) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](Word begin) { return word.starts_with(begin); });
}

constexpr std::array<Word, 5> kSilentH = {"hour", "honest", "honour", "honor", "heir"};

// A vowel letter said as y or w: a unit, a European, a one-off.
constexpr std::array<Word, 19> kConsonantSound = {"uni",   "use",  "usu",    "uten", "uter",  "ubiq", "uto",
                                                  "uran",  "uri",  "eu",     "ewe",  "once",  "one",  "ufo",
                                                  "ukrai", "ugan", "unanim", "ural", "urolog"};
// "uni" is un + i in these: an uninvited guest.
constexpr std::array<Word, 6> kNegated = {"unide", "unill", "unim", "unin", "uniro", "uniss"};

// Letters whose names begin with a vowel: an NHS nurse, an SGO.
bool letter_sounds_like_vowel(char c) { return Word("AEFHILMNORSX").find(c) != Word::npos; }

// Short forms in capitals that are said as words.
constexpr std::array<Word, 14> kSaidAsWords = {"CAFCASS", "DASH", "FIR",  "LAC",  "MAPPA", "MARAC", "MASH",
                                               "NICE",    "NATO", "SARA", "SAFE", "SIM",   "STEP",  "LADO"};

bool said_by_letters(Word word) {
  if (!is_acronym(word) || (word[0] >= '0' && word[0] <= '9')) return false;
  return std::find(kSaidAsWords.begin(), kSaidAsWords.end(), word) == kSaidAsWords.end() && word.size() <= 5;
}

// 8, 11, 18 and the numbers that begin with them: an 8-year-old, an 18-month order, an 800-page file.
bool figure_sounds_like_vowel(Word word) {
  const auto end = std::find_if(word.begin(), word.end(), [](char c) { return c < '0' || c > '9'; });
  const auto digits = word.substr(0, static_cast<std::size_t>(end - word.begin()));
  if (digits.starts_with('8')) return true;
  return (digits.starts_with("11") || digits.starts_with("18")) && digits.size() % 3 == 2;
}

}  // namespace

std::string_view indefinite_article(std::string_view next) {
  const auto begin = next.find_first_of("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ\xC3");
  if (begin == Word::npos) return "a";
  const auto word = next.substr(begin, next.find_first_of(" -'", begin) - begin);
  if (word[0] >= '0' && word[0] <= '9') return figure_sounds_like_vowel(word) ? "an" : "a";
  if (word.size() == 1 || said_by_letters(word))
    return letter_sounds_like_vowel(word[0]) || (word.size() == 1 && is_vowel(word[0]) && word[0] != 'u')
               ? "an"
               : "a";
  const auto low = lower(word);
  if (begins_with(kSilentH, low)) return "an";
  if (low.starts_with("\xC3")) return "an";  // é, à: an élite
  if (!is_vowel(low[0])) return "a";
  if (begins_with(kConsonantSound, low) && !low.starts_with("oner"))
    return begins_with(kNegated, low) ? "an" : "a";
  return "an";
}

}  // namespace onus
