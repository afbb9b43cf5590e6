#include "language/word_lists.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "text/fold.h"

namespace onus {
namespace {

using Word = std::string_view;

template <std::size_t n>
bool holds(const std::array<Word, n>& words, std::string_view word) {
  if (word.empty() || word.size() > 14) return false;
  std::array<char, 16> folded{};
  std::transform(word.begin(), word.end(), folded.begin(), lower_ascii);
  return std::binary_search(words.begin(), words.end(), Word(folded.data(), word.size()));
}

template <std::size_t n>
constexpr std::array<Word, n> sorted(std::array<Word, n> words) {
  std::sort(words.begin(), words.end());
  return words;
}

constexpr auto kPrefixes = sorted(std::to_array<Word>({
    "anti",  "arch",  "bi",    "co",     "counter", "cross", "cyber", "de",   "dis",   "e",
    "ex",    "extra", "hyper", "infra",  "inter",   "intra", "macro", "mega", "micro", "mid",
    "mini",  "mis",   "mono",  "multi",  "neo",     "non",   "over",  "pan",  "para",  "post",
    "pre",   "pro",   "proto", "pseudo", "psycho",  "quasi", "re",    "semi", "socio", "sub",
    "super", "supra", "trans", "tri",    "ultra",   "un",    "under", "uni",
}));

constexpr auto kSuffixes = sorted(std::to_array<Word>({"esque", "ish", "wise"}));

constexpr auto kStarters = sorted(std::to_array<Word>({
    "a",
    "about",
    "according",
    "after",
    "all",
    "also",
    "although",
    "an",
    "and",
    "another",
    "any",
    "are",
    "as",
    "at",
    "because",
    "before",
    "both",
    "but",
    "by",
    "can",
    "could",
    "despite",
    "did",
    "do",
    "does",
    "during",
    "each",
    "even",
    "every",
    "finally",
    "first",
    "following",
    "for",
    "from",
    "further",
    "furthermore",
    "given",
    "had",
    "has",
    "have",
    "he",
    "her",
    "here",
    "his",
    "how",
    "however",
    "i",
    "if",
    "in",
    "is",
    "it",
    "its",
    "just",
    "later",
    "let",
    "many",
    "maybe",
    "miss",
    "moreover",
    "most",
    "mr",
    "mrs",
    "ms",
    "my",
    "neither",
    "no",
    "nobody",
    "none",
    "nor",
    "not",
    "nothing",
    "now",
    "of",
    "on",
    "once",
    "one",
    "only",
    "or",
    "our",
    "please",
    "professionals",
    "she",
    "should",
    "since",
    "so",
    "some",
    "still",
    "such",
    "thank",
    "thanks",
    "that",
    "the",
    "their",
    "then",
    "there",
    "therefore",
    "these",
    "they",
    "this",
    "those",
    "though",
    "through",
    "to",
    "today",
    "under",
    "unfortunately",
    "until",
    "was",
    "we",
    "were",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "why",
    "will",
    "with",
    "within",
    "without",
    "would",
    "yes",
    "yet",
    "you",
    "your",
}));

constexpr auto kTitles = sorted(std::to_array<Word>({
    "adult", "baby", "boy",     "child",  "dr",     "dr.", "father", "girl",    "judge", "justice",
    "lady",  "lord", "madam",   "miss",   "mother", "mr",  "mr.",    "mrs",     "mrs.",  "ms",
    "ms.",   "mx",   "officer", "parent", "person", "sir", "sister", "witness",
}));

constexpr auto kUnits = sorted(std::to_array<Word>({
    "am", "b",   "bn", "cl", "cm",  "ft", "g",   "gb",   "hr", "hrs", "k",   "kb", "kg", "khz", "km", "kph",
    "lb", "lbs", "m",  "mb", "mcg", "mg", "mhz", "mins", "ml", "mm",  "mph", "mw", "oz", "pm",  "tb", "yrs",
}));

// Written without their apostrophe. "wont" and "cant" are words of their own, but far rarer ones; "well",
// "were", "ill", "id" and "its" are left alone.
constexpr auto kTails = [] {
  auto words = std::to_array<std::pair<Word, std::uint8_t>>({
      {"aint", 2},   {"arent", 2},  {"cannot", 3},   {"cant", 2},  {"couldnt", 2}, {"didnt", 2},
      {"doesnt", 2}, {"dont", 2},   {"gimme", 2},    {"gonna", 2}, {"gotta", 2},   {"hadnt", 2},
      {"hasnt", 2},  {"havent", 2}, {"im", 1},       {"isnt", 2},  {"ive", 2},     {"lemme", 2},
      {"mustnt", 2}, {"neednt", 2}, {"shouldnt", 2}, {"thats", 1}, {"theyre", 2},  {"theyve", 2},
      {"wanna", 2},  {"wasnt", 2},  {"werent", 2},   {"whats", 1}, {"wont", 2},    {"wouldnt", 2},
      {"youre", 2},  {"youve", 2},
  });
  std::sort(words.begin(), words.end());
  return words;
}();

// Which lengths (bits) the contractions of each first letter have: a word that is none costs one look.
constexpr auto kTailLengths = [] {
  std::array<std::uint16_t, 26> lengths{};
  for (const auto& [word, tail] : kTails)
    lengths[static_cast<std::size_t>(word[0] - 'a')] |= static_cast<std::uint16_t>(1u << word.size());
  return lengths;
}();

}  // namespace

std::size_t contracted_tail(std::string_view word) {
  if (word.size() < 2 || word.size() > 8) return 0;
  const char first = lower_ascii(word[0]);
  if (first < 'a' || first > 'z') return 0;
  if (!(kTailLengths[static_cast<std::size_t>(first - 'a')] >> word.size() & 1u)) return 0;
  if (word == "IM" || word == "IVE") return 0;
  std::array<char, 8> folded{};
  std::transform(word.begin(), word.end(), folded.begin(), lower_ascii);
  const Word sought(folded.data(), word.size());
  const auto at = std::lower_bound(kTails.begin(), kTails.end(), sought,
                                   [](const auto& entry, Word key) { return entry.first < key; });
  return at != kTails.end() && at->first == sought ? at->second : 0;
}

bool is_bound_prefix(std::string_view word) { return holds(kPrefixes, word); }
bool is_bound_suffix(std::string_view word) { return holds(kSuffixes, word); }
bool is_sentence_starter(std::string_view word) { return holds(kStarters, word); }
bool is_title(std::string_view word) { return holds(kTitles, word); }
bool is_unit(std::string_view letters) { return holds(kUnits, letters); }

}  // namespace onus
