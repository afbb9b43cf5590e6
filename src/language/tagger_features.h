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

// Features of the word `i` that depend on words only.
inline void add_word_features(const TaggerSentence& sentence, std::size_t i, FeatureList& out) {
  const TaggerWord& word = sentence.at(i);
  const TaggerWord& before = sentence.at(i, -1);
  const TaggerWord& after = sentence.at(i, 1);
  const TaggerWord& before2 = sentence.at(i, -2);
  const TaggerWord& after2 = sentence.at(i, 2);
  const WordForm& form = word.form;
  const std::uint64_t place = (i == 0 ? 1U : 0U) + (sentence.heading() ? 2U : 0U);
  const std::uint64_t looks = (form.traits & (kCapital | kAllCapitals | kDigit | kHyphen)) | place << 8;
  out.add(0, 0);
  out.add(1, form.exact);
  out.add(2, form.lower);
  for (unsigned n = 1; n <= 5; ++n) out.add(2 + n, form.last(n));
  for (unsigned n = 1; n <= 4; ++n) out.add(8 + n, form.first(n));
  out.add(13, form.shape, place);
  out.add(14, looks);
  out.add(15, word.choice, looks);
  out.add(16, form.last(3), looks);
  out.add(17, before.form.lower);
  out.add(18, after.form.lower);
  out.add(19, before2.form.lower);
  out.add(20, after2.form.lower);
  out.add(21, before.form.lower, form.lower);
  out.add(22, form.lower, after.form.lower);
  out.add(23, before.form.lower, after.form.lower);
  out.add(24, before.form.last(3));
  out.add(25, after.form.last(3));
  out.add(26, after.choice);
  out.add(27, word.choice, after.choice);
  out.add(28, word.choice, after.form.lower);
  out.add(29, after.form.shape);
  out.add(30, before.form.shape);
  out.add(31, after.choice, after2.choice);
  out.add(32, word.choice, after.choice, after2.choice);
  out.add(33, form.last(3), after.choice);
  out.add(34, word.choice, before.form.lower);
  out.add(35, after.form.last(2), after.form.traits & kCapital);
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
  out.add(59, tag1, after.form.lower);
  out.add(60, tag2, word.choice);
}

}  // namespace onus
