#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "checks/likeness_features.h"
#include "language/feature_net.h"
#include "rules/matcher.h"
#include "rules/rulebook.h"
#include "rules/sentence_key.h"

namespace onus {

// Behind the categories the five components (components/coverage.h), in their order.
inline constexpr std::size_t kLikenessClasses = kCategories + 5;

// A second reading of a sentence as a whole: for each category how alike it is to sentences that careful
// readers marked with it, and for each component to sentences that they took as evidence, from 0 to 1. Rules
// know words and places; this knows what kind of sentence it is. It never speaks by itself: it keeps a rule
// silent where the sentence is quite unlike, and the rules and indicators that have a `likeness` say with
// their own reasons that words may read like that.
using Likeness = std::array<float, kLikenessClasses>;

// What was read of one sentence.
struct ReadSentence {
  Likeness likeness{};
  // The words that speak most for a class, where they were asked for; the sentence begins at 0.
  std::vector<std::pair<std::size_t, TokenRange>> words;
};

// By what the sentence is made of and where it stands; of one state of a text, for the next.
using KeptLikeness = std::unordered_map<std::uint64_t, ReadSentence>;

// The second reading of a report's sentences. Refers to what it was made from.
class SecondReading {
 public:
  // `keys` are those of sentence_keys(). What is in `before` is taken from there.
  SecondReading(const LikenessFeatures&, const FeatureNet&, std::span<const SentenceKey> keys,
                const KeptLikeness& before);

  const Narrative& narrative() const { return features_.narrative(); }
  std::span<const Likeness> likeness() const { return likeness_; }  // one for each sentence
  // The words of the sentence that speak most for a class.
  TokenRange words(std::uint32_t sentence, std::size_t the_class) const;
  // For the next state of the text.
  KeptLikeness kept() const;

 private:
  const LikenessFeatures& features_;
  const FeatureNet& net_;
  std::vector<std::uint64_t> keys_;  // 0: can't be told from others
  std::vector<Likeness> likeness_;
  mutable std::vector<std::vector<std::pair<std::size_t, TokenRange>>> words_;  // as in ReadSentence
};

// Takes out what weighed rules found in sentences that are quite unlike those of their category; what they
// found in sentences that are hardly like them is a note.
void weigh(std::vector<Finding>&, std::span<const Likeness>, const RuleBook&);

// What the rules with a likeness say: of each category at most one finding in a sentence, and none where
// `findings` has one already.
std::vector<Finding> findings_alike(const Matcher&, const RuleBook&, const SecondReading&,
                                    std::span<const Finding> findings);

}  // namespace onus
