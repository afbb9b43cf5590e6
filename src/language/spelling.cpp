#include "language/spelling.h"

#include <algorithm>
#include <array>

namespace onus {
namespace {

using Word = std::string_view;

constexpr bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

// Is the letter at `i` a vowel of its own? y is one except at the beginning; u after q is none.
bool is_vowel_at(Word word, std::size_t i) {
  if (word[i] == 'u' && i > 0 && word[i - 1] == 'q') return false;
  return is_vowel(word[i]) || (word[i] == 'y' && i > 0 && !is_vowel(word[i - 1]));
}

template <std::size_t n>
bool holds(const std::array<Word, n>& words, Word word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool ends_in_consonant_y(Word word) {
  return word.size() > 1 && word.back() == 'y' && !is_vowel_at(word, word.size() - 2);
}

bool hisses(Word word) {
  return word.ends_with('s') || word.ends_with('x') || word.ends_with('z') || word.ends_with("ch") ||
         word.ends_with("sh");
}

Word without_last(Word word, std::size_t letters = 1) { return word.substr(0, word.size() - letters); }

constexpr std::array<Word, 3> kHardCh = {"stomach", "triptych", "tech"};  // said with k: stomachs

// Two vowel letters that are two syllables before an l: dialled, fuelling (British spelling).
constexpr std::array<Word, 7> kSplitVowels = {"dial", "duel", "fuel", "redial", "refuel", "trial", "victual"};

// -c after a vowel takes k (panicked), but these are clipped words.
constexpr std::array<Word, 5> kPlainC = {"spec", "doc", "rec", "mic", "vac"};

// An e that stays before -ing because it tells how the word is said, or from which word it comes.
constexpr std::array<Word, 12> kKeepE = {"singe", "swinge", "tinge", "whinge", "binge", "age",
                                         "route", "dye",    "eye",   "hoe",    "shoe",  "toe"};

bool takes_k(Word word) {
  return word.size() > 2 && word.back() == 'c' && is_vowel_at(word, word.size() - 2) && !holds(kPlainC, word);
}

}  // namespace

std::size_t vowel_groups(Word word) {
  std::size_t groups = 0;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (is_vowel_at(word, i) && (i == 0 || !is_vowel_at(word, i - 1))) ++groups;
  return groups;
}

bool has_split_vowels(Word word) { return holds(kSplitVowels, word); }

bool ends_in_single_consonant(Word word) {
  const auto n = word.size();
  if (has_split_vowels(word)) return true;
  if (n < 2 || is_vowel_at(word, n - 1) || Word("wxyhcq").find(word[n - 1]) != Word::npos) return false;
  if (static_cast<unsigned char>(word[n - 1]) >= 0x80 || !is_vowel_at(word, n - 2)) return false;
  return n < 3 || !is_vowel_at(word, n - 3);
}

std::string with_s(Word word, bool verb) {
  if (word.empty()) return {};
  std::string form(word);
  if (holds(kHardCh, word)) return form + "s";
  if (word.ends_with("quy") || ends_in_consonant_y(word)) return form.replace(form.size() - 1, 1, "ies");
  if (word.size() > 1 && word.back() == 'z' && word[word.size() - 2] != 'z' && ends_in_single_consonant(word))
    return form + "zes";  // quizzes
  if (verb && (word == "gas" || word == "teargas")) return form + "ses";
  if (hisses(word)) return form + "es";
  const bool consonant_o =
      verb && word.size() > 1 && word.back() == 'o' && !is_vowel_at(word, word.size() - 2);
  return form + (consonant_o ? "es" : "s");
}

std::string with_ed(Word verb, bool doubles) {
  if (verb.empty()) return {};
  std::string form(verb);
  if (verb.back() == 'e') return form + "d";
  if (ends_in_consonant_y(verb)) return form.replace(form.size() - 1, 1, "ied");
  if (takes_k(verb)) return form + "ked";
  if (doubles) form += verb.back();
  return form + "ed";
}

std::string with_ing(Word verb, bool doubles) {
  if (verb.empty()) return {};
  std::string form(verb);
  if (verb.ends_with("ie")) return std::string(without_last(verb, 2)) + "ying";
  const bool keeps = verb == "be" || verb.ends_with("ee") || verb.ends_with("oe") || verb.ends_with("ye") ||
                     holds(kKeepE, verb);
  if (verb.back() == 'e' && !keeps && verb.size() > 2) return std::string(without_last(verb)) + "ing";
  if (takes_k(verb)) return form + "king";
  if (doubles) form += verb.back();
  return form + "ing";
}

bool is_plural_only(Word noun) {
  if (noun.size() < 4 || noun.back() != 's') return false;
  const char before = noun[noun.size() - 2];
  if (before == 'e') return noun.size() > 4 && noun[noun.size() - 3] != 's';
  return before != 's' && !is_vowel(before);
}

bool is_acronym(Word word) {
  const auto capital = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
  return word.size() > 1 && std::all_of(word.begin(), word.end(), capital);
}

bool continues_compound(Word noun) {
  static constexpr std::array<Word, 21> kLast = {
      "man",  "woman", "child", "person", "wife",  "life", "foot", "tooth", "mouse", "goose", "shelf",
      "leaf", "loaf",  "thief", "fish",   "craft", "hero", "self", "half",  "knife", "series"};
  return holds(kLast, noun);
}

}  // namespace onus
