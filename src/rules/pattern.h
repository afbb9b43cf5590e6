#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/tags.h"

namespace onus {

enum class WordClass : std::uint8_t { any, verb, noun, adjective, adverb, number, participle, name };

// Who may stand in a role's place. pair: both parents, the couple, they, each other; family: the family, the
// household; parent: an adult of the family in whatever role; person: anyone.
enum class RolePlace : std::uint8_t {
  survivor,
  perpetrator,
  child,
  professional,
  pair,
  family,
  parent,
  person
};

struct Element;
struct Choices;
using Sequence = std::vector<Element>;

// An element of a pattern as far as it tells where words stand; Element has the rest.
struct PatternStep {
  enum class Kind : std::uint8_t { word, choice, role, word_class, gap, negation };
  Kind kind = Kind::word;
  bool optional : 1 = false;
  bool adjacent : 1 = false;    // no light words before it
  bool possessive : 1 = false;  // role: {survivor}'s
  WordClass word_class = WordClass::any;
  RolePlace role = RolePlace::person;
  std::uint32_t number = 0;  // word: of the set of words that fit; choice: of the choice
};

// Numbers for the words that patterns speak of, so that matching compares integers. Words that no pattern
// uses have no number.
//
// It also has the steps of all patterns, their choices and sets of words, each in one row: a text meets
// thousands of them once, and what costs then is to fetch them from memory.
class Vocabulary {
 public:
  static constexpr std::uint32_t kUnknown = UINT32_MAX;
  std::uint32_t add(std::string_view word);
  std::uint32_t find(std::string_view word) const;
  std::size_t size() const { return numbers_.size(); }
  // About how often English has the word, in a million: to tell rare words from "be" and "the".
  std::uint32_t frequency_of(std::uint32_t word) const { return frequencies_[word]; }

  // Numbers for sets of words, which are given sorted.
  std::uint32_t add_set(const std::vector<std::uint32_t>& words);
  std::size_t sets() const { return sets_.size(); }
  std::span<const std::uint32_t> words_of(std::uint32_t set) const {
    return std::span(set_words_).subspan(sets_[set].begin, sets_[set].end - sets_[set].begin);
  }

  // Numbers for the sets of which a pattern needs one word in the sentence.
  std::uint32_t add_need(std::uint32_t set);
  std::size_t needs() const { return needs_; }
  std::span<const std::uint32_t> needs_met_by(std::uint32_t word) const;

  // A stretch of one of the rows.
  struct Stretch {
    std::uint32_t begin = 0, end = 0;
  };
  Stretch add_steps(const Sequence&);
  std::span<const PatternStep> steps(Stretch stretch) const {
    return std::span(steps_).subspan(stretch.begin, stretch.end - stretch.begin);
  }

  // Of a choice what tells where it may stand: see Choices.
  struct Choice {
    Stretch alternatives, needing, needless;
    std::uint32_t set = 0;
    std::uint32_t need = kUnknown;
    bool open = false;  // some alternative may begin with any word
  };
  // An alternative of a choice, by one of the words of which it needs one.
  struct Needing {
    std::uint32_t word = 0, alternative = 0;
    auto operator<=>(const Needing&) const = default;
  };
  // A number for a choice; patterns that name the same word class share one.
  std::uint32_t add_choice(const Choices&);
  std::size_t choices() const { return choices_.size(); }
  const Choice& choice(std::uint32_t number) const { return choices_[number]; }
  std::span<const Stretch> alternatives(const Choice& choice) const {
    return of(alternatives_, choice.alternatives);
  }
  std::span<const Needing> needing(const Choice& choice) const { return of(needing_, choice.needing); }
  std::span<const std::uint32_t> needless(const Choice& choice) const {
    return of(needless_, choice.needless);
  }

 private:
  template <class Item>
  static std::span<const Item> of(const std::vector<Item>& row, Stretch stretch) {
    return std::span(row).subspan(stretch.begin, stretch.end - stretch.begin);
  }
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
  std::vector<std::uint32_t> frequencies_;  // by word
  std::vector<Stretch> sets_;               // of set_words_
  std::vector<std::uint32_t> set_words_;    // sorted in each set
  std::vector<std::uint32_t> need_of_;      // by set; kUnknown where it is none
  std::unordered_multimap<std::size_t, std::uint32_t> sets_by_hash_;
  std::vector<std::vector<std::uint32_t>> needs_met_by_;  // by word
  std::uint32_t needs_ = 0;
  std::vector<PatternStep> steps_;
  std::vector<Choice> choices_;
  std::vector<Stretch> alternatives_;  // of steps_
  std::vector<Needing> needing_;       // sorted in each choice
  std::vector<std::uint32_t> needless_;
};

// One part of a pattern. Between two elements the text may have light words (adverbs, articles, possessives,
// auxiliaries, not, adjectives before a noun), so that "fail to protect" finds "has repeatedly failed to
// adequately protect".
struct Element {
  using Kind = PatternStep::Kind;
  Kind kind = Kind::word;
  bool optional = false;
  bool adjacent = false;             // no light words before it
  bool opens_span = false;           // "[" before it: the finding's words begin here
  bool closes_span = false;          // "]" after it: and end here
  std::vector<std::uint32_t> words;  // word: numbers of the words that fit, by lemma or as written; sorted
  std::uint32_t set = 0;             // word: the number of the set of these
  WordClass word_class = WordClass::any;
  RolePlace role = RolePlace::person;
  bool possessive = false;                 // role: {survivor}'s
  bool known = false;                      // role: {survivor!}, only where it is known who that is
  std::shared_ptr<const Choices> choices;  // choice: never null; shared by all patterns that name a class
};

// The alternatives of a choice, of which the next word of the text leaves a few.
struct Choices {
  Choices(std::vector<Sequence> alternatives, Vocabulary&);

  std::uint32_t number = 0;  // in the vocabulary
  std::vector<Sequence> all;
  // Which of them may begin with a word, by word and alternative; and which with any word, in order.
  struct Opening {
    std::uint32_t word = 0, choice = 0;
    auto operator<=>(const Opening&) const = default;
  };
  std::vector<Opening> openings;
  std::span<const Opening> openings_of(std::uint32_t word) const;
  std::vector<std::uint32_t> open;
  bool take_a_word = true;  // every match of any of them holds a word of the text
  std::uint32_t set = 0;    // the number of the set of words in `openings`
  // One word of this set has to be in the sentence: the rarest element of each alternative may be met.
  std::optional<std::uint32_t> need;
  // Which of them need a word of a set, by the words of the rarest set that they need; and which need none.
  std::vector<Vocabulary::Needing> needing;
  std::vector<std::uint32_t> needless;

 private:
  void find_needs(Vocabulary&);
};

// clang-format off
// "{survivor} (fail|be unable) to {protect} {child}?": what a line under `match` in a rule file means.
//   word, word/v, word/n, word/a    a word by its lemma or as written, if need be only as verb, noun, adjective
//   be+to                           words right beside each other, with nothing between
//   (a|b c|d)                       alternatives;  x?  optional;  ...  up to eight words near the clause
//   {survivor} first                the subject of the verb that follows, wherever it stands
//   {survivor}'s                    its possessor;  {survivor} later: a mention at that place
//   {survivor!}                     the same where it is known who that is, not where anybody might be
//   {name}                          a word class of lexicons/en/words, which may hold phrases
//   <verb> <noun> <adj> <adverb> <number> <participle>   any word of that class
//   not, not?                       the clause must be negated (otherwise it must not be); may be
//   [ … ]                           the words to underline; without it all but roles at either end
// clang-format on
struct Pattern {
  std::string text;
  Sequence elements;          // without the leading subject
  Vocabulary::Stretch steps;  // of these, in the vocabulary
  bool has_subject = false;
  RolePlace subject = RolePlace::person;
  bool subject_known = false;
  std::vector<std::uint32_t> anchors;  // a match begins with one of these words; empty: anywhere
  std::vector<std::uint32_t> needs;    // that the sentence has to meet, by their numbers
};

// Word classes by name. Filled before patterns that use them are parsed.
class WordClasses {
 public:
  // A class, or more entries for one that is there; patterns that were parsed before don't have them.
  void add(const std::string& name, std::vector<Sequence> entries, Vocabulary&);
  // What {name} stands for; nullptr where there is no such class.
  const Element* find(const std::string& name) const;

 private:
  struct Class {
    std::vector<Sequence> entries;
    Element element;
  };
  std::unordered_map<std::string, Class> classes_;
};

// Throws std::invalid_argument that says what was expected where, or that nothing in the pattern takes a
// word; behind a leading subject nothing needs to ("{child} not", under `unless`).
Pattern parse_pattern(std::string_view text, Vocabulary&, const WordClasses&);
using PatternParser = decltype(parse_pattern);
// The same for what is underlined, which needs words behind a subject, too.
Pattern parse_match(std::string_view text, Vocabulary&, const WordClasses&);
// The same for an entry of a word class, where a role in front is a mention at that place and no subject.
Sequence parse_phrase(std::string_view text, Vocabulary&, const WordClasses&);

}  // namespace onus
