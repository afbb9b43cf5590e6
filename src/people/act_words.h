#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "people/events.h"

// The words that tell of an abusive act: lexicons/en/words/acts.yaml.
namespace onus {

// Words that follow one another in a text, as lemmas or as written, in lower case: by their numbers.
using WordSequence = std::vector<std::uint32_t>;

// A sequence of a list, kept under its first word.
struct ListedSequence {
  std::uint32_t second = 0;          // its second word; ActWords::kUnknown where it has only one
  std::uint32_t list = 0;            // as ActPattern::with and without
  std::uint32_t begin = 0, end = 0;  // in the row of all words, which are in the order of the file
};

// A verb and what has to stand with it.
struct ActPattern {
  // family: someone of the family stands anywhere in what the verb governs, if only as an owner; told_of: the
  // same, beside the one whom the verb itself governs ("told the school that she drinks"). caused: someone of
  // the family is made to do something ("had her sign").
  enum class Object : std::uint8_t { any, person, child, family, told_of, caused };
  Tactic tactic = Tactic::physical;
  WordSequence also;  // words after the verb's own: "out" of "lock out"
  Object object = Object::any;
  bool negative = false;  // tells of an act only in the negative: "would not let her"
  bool against_child = false;
  bool suffered = false;               // the subject is the one it is done to: "had to ask him for money"
  bool pattern = false;                // counts only for someone who is known to use a pattern of control
  bool ordinary = false;               // professionals and services do it too
  std::uint32_t with = UINT32_MAX;     // a list of ActWords; UINT32_MAX: nothing is needed
  std::uint32_t without = UINT32_MAX;  // likewise: words that make it something else
};

class ActWords {
 public:
  // Throws Failure that names the file and says what is wrong with it.
  static ActWords load(const std::filesystem::path& file);

  // What a verb may tell of, by its lemma; the order is that of the file.
  std::span<const ActPattern> patterns(std::string_view verb) const;
  // The tactic of an act's noun ("threat", "physical abuse"), words as fold_words gives them. With `pattern`
  // also of nouns that tell of an act only where they are of someone known to use a pattern ("his rules").
  const Tactic* noun(std::string_view words, bool pattern = false) const;
  bool ends_noun(std::string_view word) const { return last_words_.contains(word); }
  // Verbs of doing good ("help", "lend"): no act, unless words of control stand beside them.
  bool is_kind(std::string_view lemma) const { return kind_.contains(lemma); }
  // Words that speak for an act beside such a verb ("until she", "in front of"), and against ("football").
  // Lists' indexes.
  std::uint32_t of_control() const { return of_control_; }
  std::uint32_t of_care() const { return of_care_; }
  // What the things that are named say of the tactic, where the verb says nothing of it: a list's index in
  // beginning_with, in the order of the file.
  std::span<const std::pair<Tactic, std::uint32_t>> things() const { return things_; }
  // The parts of the body, a list's index; UINT32_MAX where the file has no such class.
  std::uint32_t body() const { return body_; }
  // Whether a passive of this verb harms someone ("punch", "threaten").
  bool is_harm_verb(std::string_view lemma) const { return harm_.contains(lemma); }
  // A word of some sequence; kUnknown for others.
  static constexpr std::uint32_t kUnknown = UINT32_MAX;
  std::uint32_t number_of(std::string_view word) const;
  // The sequences of all lists that begin with this word, by their second; empty where there are none.
  std::span<const ListedSequence> beginning_with(std::uint32_t word) const {
    return word < listed_.size() ? std::span(listed_[word]) : std::span<const ListedSequence>{};
  }
  std::span<const std::uint32_t> words_of(const ListedSequence& sequence) const {
    return std::span(listed_words_).subspan(sequence.begin, sequence.end - sequence.begin);
  }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  friend class ActWordsReader;
  std::unordered_map<std::string, std::vector<ActPattern>, Hash, std::equal_to<>> patterns_;
  std::unordered_map<std::string, Tactic, Hash, std::equal_to<>> nouns_, pattern_nouns_;
  std::unordered_set<std::string, Hash, std::equal_to<>> last_words_, harm_, kind_;
  std::vector<std::pair<Tactic, std::uint32_t>> things_;
  std::uint32_t body_ = UINT32_MAX, of_control_ = UINT32_MAX, of_care_ = UINT32_MAX;
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
  std::vector<std::vector<ListedSequence>> listed_;  // by first words
  std::vector<std::uint32_t> listed_words_;
};

}  // namespace onus
