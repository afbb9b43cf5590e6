#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/linear_model.h"
#include "language/model_file.h"
#include "language/tagger_features.h"
#include "language/word_form.h"
#include "language/word_table.h"

namespace onus {

// How a word is turned into its lemma: the case is changed, bytes are taken off the end, others put on.
struct LemmaScript {
  enum Casing : std::uint8_t { keep, lower, capitalised };
  Casing casing = lower;
  std::uint8_t strip = 0;
  std::string append;
  friend auto operator<=>(const LemmaScript&, const LemmaScript&) = default;
};

// The script that makes `lemma` of `word`.
LemmaScript script_between(std::string_view word, std::string_view lemma);
std::string apply(const LemmaScript& script, std::string_view word);

// What the classifier of unknown words looks at.
void add_lemma_features(const WordForm& form, JointTag tag, FeatureList& out);

// Lemmas of words with tags: by a dictionary of what was seen in training, irregular forms among it, and by
// a classifier of edit scripts (after Chrupała 2008) for all other words.
class Lemmatiser {
 public:
  explicit Lemmatiser(const ModelFile& file);

  // The number of the script for a word with that tag.
  std::uint32_t script(const WordForm& form, JointTag tag) const;
  std::string lemma(std::string_view word, std::uint32_t script) const {
    return apply(scripts_[script], word);
  }

 private:
  std::vector<LemmaScript> scripts_;
  WordTable dictionary_;
  LinearModel model_;  // its classes are the first scripts
};

// The key of the dictionary.
constexpr std::uint64_t lemma_key(const WordForm& form, JointTag tag) { return mix(form.lower, tag + 1U); }

}  // namespace onus
