#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "language/word_form.h"

// What the tagger looks at: one definition, for training and for use.
namespace onus {

// A universal and a Penn tag taken together, as an index into the tag list of the model.
using JointTag = std::uint8_t;
inline constexpr JointTag kNoTag = 255;  // before the sentence and behind it

struct TaggerWord {
  WordForm form;
  std::uint32_t choice = 0;  // which tags the word has had, as a class of the dictionary; 0: unknown
  JointTag always = kNoTag;  // the tag, where it never has another
};

struct FeatureList {
  std::array<std::uint64_t, 96> hashes;
  std::size_t size = 0;

  // `feature` says which; it is mixed in by itself, so that small numbers of two features don't meet.
  void add(std::uint64_t feature, std::uint64_t a) { hashes[size++] = mix(seed(feature), a); }
  void add(std::uint64_t feature, std::uint64_t a, std::uint64_t b) {
    hashes[size++] = mix(mix(seed(feature), a), b);
  }
  void add(std::uint64_t feature, std::uint64_t a, std::uint64_t b, std::uint64_t c) {
    hashes[size++] = mix(mix(mix(seed(feature), a), b), c);
  }

 private:
  static constexpr std::uint64_t seed(std::uint64_t feature) { return mix(0x6F6E7573, feature + 1); }
};

// A sentence with margins: two words before and two behind that are no words.
class TaggerSentence {
 public:
  explicit TaggerSentence(std::span<const TaggerWord> padded, bool heading)
      : words_(padded), heading_(heading) {}
  static constexpr std::size_t kMargin = 2;

  std::size_t size() const { return words_.size() - 2 * kMargin; }
  const TaggerWord& at(std::size_t i, int offset = 0) const {
    return words_[i + kMargin + static_cast<std::size_t>(offset)];
  }
  bool heading() const { return heading_; }  // most words have capitals, so that they tell nothing

 private:
  std::span<const TaggerWord> words_;
  bool heading_;
};

// Features of a word that depend on the word alone, by where it stands: so that their weights can be added up
// once for a word that comes often.
enum class Position : std::uint8_t { here, before, after, before2, after2 };
inline constexpr std::size_t kPositions = 5;

// What `here` needs to know beside the word.
constexpr std::uint64_t setting_of(bool first, bool heading) {
  return (first ? 1U : 0U) + (heading ? 2U : 0U);
}

inline void add_own_features(const TaggerWord& word, std::uint64_t setting, FeatureList& out) {
  const WordForm& form = word.form;
  const std::uint64_t looks = (form.traits & (kCapital | kAllCapitals | kDigit | kHyphen)) | setting << 8;
  out.add(0, 0);
  out.add(1, form.exact);
  out.add(2, form.lower);
  for (unsigned n = 1; n <= 5; ++n) out.add(2 + n, form.last(n));
  for (unsigned n = 1; n <= 4; ++n) out.add(8 + n, form.first(n));
  out.add(13, form.shape, setting);
  out.add(14, looks);
  out.add(15, word.choice, looks);
  out.add(16, form.last(3), looks);
}

inline void add_neighbour_features(const TaggerWord& word, Position place, FeatureList& out) {
  const WordForm& form = word.form;
  switch (place) {
    case Position::here:
      break;
    case Position::before:
      out.add(17, form.lower);
      out.add(24, form.last(3));
      out.add(30, form.shape);
      break;
    case Position::after:
      out.add(18, form.lower);
      out.add(25, form.last(3));
      out.add(26, word.choice);
      out.add(29, form.shape);
      out.add(35, form.last(2), form.traits & kCapital);
      break;
    case Position::before2:
      out.add(19, form.lower);
      break;
    case Position::after2:
      out.add(20, form.lower);
      break;
  }
}

// Features of the word `i` that need more than one word.
inline void add_pair_features(const TaggerSentence& sentence, std::size_t i, FeatureList& out) {
  const TaggerWord& word = sentence.at(i);
  const TaggerWord& before = sentence.at(i, -1);
  const TaggerWord& after = sentence.at(i, 1);
  const TaggerWord& after2 = sentence.at(i, 2);
  const WordForm& form = word.form;
  out.add(21, before.form.lower, form.lower);
  out.add(22, form.lower, after.form.lower);
  out.add(23, before.form.lower, after.form.lower);
  out.add(27, word.choice, after.choice);
  out.add(28, word.choice, after.form.lower);
  out.add(32, word.choice, after.choice, after2.choice);
  out.add(34, word.choice, before.form.lower);
}

// All features of the word `i` that depend on words only.
inline void add_word_features(const TaggerSentence& sentence, std::size_t i, FeatureList& out) {
  add_own_features(sentence.at(i), setting_of(i == 0, sentence.heading()), out);
  add_neighbour_features(sentence.at(i, -1), Position::before, out);
  add_neighbour_features(sentence.at(i, 1), Position::after, out);
  add_neighbour_features(sentence.at(i, -2), Position::before2, out);
  add_neighbour_features(sentence.at(i, 2), Position::after2, out);
  add_pair_features(sentence, i, out);
}

// Features that depend on the tags of the two words before.
inline void add_tag_features(const TaggerSentence& sentence, std::size_t i, JointTag tag1, JointTag tag2,
                             FeatureList& out) {
  const TaggerWord& word = sentence.at(i);
  const TaggerWord& after = sentence.at(i, 1);
  out.add(50, tag1);
  out.add(51, tag1, tag2);
  out.add(52, tag1, word.form.lower);
  out.add(53, tag1, word.choice);
  out.add(54, tag1, tag2, word.choice);
  out.add(55, tag1, after.choice);
  out.add(56, tag1, word.choice, after.choice);
  out.add(57, tag1, word.form.last(3));
  out.add(58, tag2, sentence.at(i, -1).form.lower);
}

}  // namespace onus
