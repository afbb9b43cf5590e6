#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/analysis.h"
#include "language/linear_model.h"
#include "language/model_file.h"
#include "language/tagger_features.h"
#include "language/word_table.h"

namespace onus {

// The pairs of a universal and a Penn tag that the tagger chooses between.
class TagList {
 public:
  TagList() = default;
  explicit TagList(std::span<const std::byte> section);

  std::size_t size() const { return pairs_.size(); }
  Upos upos(JointTag tag) const { return pairs_[tag].upos; }
  Xpos xpos(JointTag tag) const { return pairs_[tag].xpos; }

 private:
  struct Pair {
    Upos upos;
    Xpos xpos;
  };
  std::span<const Pair> pairs_;
};

// Universal and Penn tags, word by word from the left: a linear classifier, trained as an averaged perceptron
// (Collins 2002), over the word, its parts and its neighbours, the tags before, and the tags that a word has
// had in training. Const after loading; holds parts of the ModelFile, which has to outlive it.
class Tagger {
 public:
  static constexpr std::size_t kMostTags = 64;

  // Room that is used again from sentence to sentence, and what was added up for the words met last; for one
  // Tagger, and one thread at a time. What it holds changes no result.
  class Scratch;

  explicit Tagger(const ModelFile& file);

  // Tags the words of one sentence. Afterwards scratch.tags has the joint tag of each, and scratch.words its
  // form (behind a margin).
  void tag(std::span<Token> sentence, std::string_view prose, Scratch& scratch) const;
  const TagList& tags() const { return tags_; }

 private:
  using Sums = std::array<std::int16_t, kMostTags>;
  struct KnownWord {
    std::uint64_t key = 0;
    std::uint64_t setting = UINT64_MAX;  // that the sums of Position::here are for
    std::uint64_t sentence = 0;          // the last that it stood in
    TaggerWord word;
    alignas(64) std::array<Sums, kPositions> sums;  // by Position
  };

  TaggerWord look_up(std::string_view word) const;
  void add(const FeatureList& features, Sums& sums) const;
  void learn(std::string_view word, KnownWord& known) const;
  std::uint32_t find(std::string_view word, Scratch& scratch) const;
  JointTag best(const TaggerSentence& sentence, std::size_t i, JointTag tag1, JointTag tag2,
                Scratch& scratch) const;

  TagList tags_;
  WordTable vocabulary_;
  LinearModel model_;
  KnownWord nobody_;  // before the sentence and behind it
};

class Tagger::Scratch {
 public:
  std::vector<TaggerWord> words;
  std::vector<JointTag> tags;

  // Afterwards it holds nothing of words that English at large doesn't have, and of the others no more than
  // that they were there, and whether the last time at the start of a sentence: for going from one text to
  // another.
  void forget_strange_words();

 private:
  friend class Tagger;
  static constexpr std::size_t kKnown = 1024;

  void drop_overflow();

  std::vector<KnownWord> known_;  // kKnown by their hashes, then those that found their place taken
  std::vector<std::uint32_t> places_;
  std::vector<std::size_t> strange_;  // places in known_ of words that aren't in the dictionary
  std::uint64_t sentence_ = 0;
};

// Whether most of the words have capitals.
bool looks_like_heading(std::span<const TaggerWord> words);

// How a value of the vocabulary is made up.
constexpr std::uint32_t vocabulary_value(std::uint32_t choice, JointTag always) {
  return choice << 8 | always;
}

}  // namespace onus
