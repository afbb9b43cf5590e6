#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/analysis.h"

namespace onus {

// How a token looks, as far as it tells where sentences end.
enum class TokenShape : std::uint8_t {
  small,     // a word that begins with a small letter, or of a script without capitals
  capital,   // Capital
  capitals,  // CAPITALS
  letter,    // one capital
  figure,
  mixed,  // 3rd, A4
  address,
  full_stop,
  question,  // ? ! ?!
  ellipsis,
  comma,
  colon,
  semicolon,
  dash,
  opening,
  closing,
  quote,       // " may open or close
  apostrophe,  // ' ’ and ‘, as tokens of their own
  other,
};

// How a word is written inside sentences, as counted in the treebanks: tells a name from a word that begins a
// sentence.
enum class WordCase : std::uint8_t { unknown, small, either, capital };

// A table of them by the word's hash, two bits each, as it lies in the model file.
class WordCases {
 public:
  static constexpr std::uint32_t kWords = 1u << 18;
  static constexpr std::size_t kBytes = kWords / 4;

  WordCases() = default;
  explicit WordCases(std::span<const std::byte> bytes) : bytes_(bytes.first(kBytes)) {}
  WordCase of(std::uint32_t hash) const {
    if (bytes_.empty()) return WordCase::unknown;
    const auto place = hash & (kWords - 1);
    return static_cast<WordCase>(static_cast<unsigned>(bytes_[place / 4]) >> place % 4 * 2 & 3u);
  }
  static void put(std::span<std::byte> bytes, std::uint32_t hash, WordCase word_case) {
    const auto place = hash & (kWords - 1);
    bytes[place / 4] |= static_cast<std::byte>(static_cast<unsigned>(word_case) << place % 4 * 2);
  }

 private:
  std::span<const std::byte> bytes_;
};

// The hash of a word in lower case that WordCases goes by.
std::uint32_t lower_case_hash(std::string_view word);

// The hashed features of one gap between two tokens.
struct BoundaryFeatures {
  std::array<std::uint32_t, 64> hashes;
  std::size_t size = 0;
};

// Walks along the tokens of one stretch of prose and describes the gaps at which a sentence may end. The same
// code serves training and use, so that both see the same.
class BoundaryReader {
 public:
  // `lines_kept`: headings and paragraphs are apart already, so that a sentence ends only where a mark ends
  // it. Otherwise it may end after any token that isn't followed by a small letter, as where a heading runs
  // into text.
  BoundaryReader(std::string_view prose, std::span<const Token> tokens, const WordCases& cases,
                 bool lines_kept);

  std::uint32_t size() const { return static_cast<std::uint32_t>(looks_.size()); }
  // Takes in token `i`; to be called for each token in turn, before asking about the gap after it.
  void advance(std::uint32_t i);
  // The sentence that token `i` belongs to has ended with it.
  void end_sentence(std::uint32_t i);

  // May a sentence end after token `i` at all?
  bool is_candidate(std::uint32_t i) const;
  // "made an order.[1] The …": whether token i is the end of a note's mark that stands right behind the mark
  // that ends a sentence, before a word with a capital. Then nothing needs to be weighed.
  bool ends_with_reference(std::uint32_t i) const;
  void describe(std::uint32_t i, BoundaryFeatures& features) const;

 private:
  struct Look {
    TokenShape shape = TokenShape::other;
    bool spaced = true;     // white space follows
    bool bound = false;     // an abbreviation that never ends a sentence
    bool letters4 = false;  // four bytes or more
  };
  struct Hashes {
    std::uint32_t lower = 0;   // of the word in lower case
    std::uint32_t exact = 0;   // of the word as written
    std::uint32_t ending = 0;  // of its last three bytes
  };
  static Look look_at(std::string_view word);
  std::uint32_t shape_at(std::int64_t i) const;
  Hashes hashes_at(std::int64_t i) const;
  std::string_view word_at(std::uint32_t i) const { return slice(prose_, tokens_[i].span); }
  bool closes_end_mark(std::uint32_t i) const;
  bool runs_into_title(std::uint32_t i) const;
  bool all_capitalised(std::uint32_t i) const;
  std::uint32_t distance_to_end(std::uint32_t i) const;
  std::uint32_t small_words_after(std::uint32_t i) const;

  std::string_view prose_;
  std::span<const Token> tokens_;
  const WordCases* cases_;
  std::vector<Look> looks_;
  bool lines_kept_;
  std::uint32_t begin_ = 0;  // first token of the sentence
  std::uint32_t small_words_ = 0;
  std::uint32_t open_brackets_ = 0;
  std::uint32_t quotes_ = 0;
};

}  // namespace onus
