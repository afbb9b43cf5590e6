#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/linear_model.h"
#include "language/model_file.h"
#include "language/tagger.h"
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

// The script that makes `lemma` of `word`. Where several do, names keep their capitals and other words lose
// theirs.
LemmaScript script_between(std::string_view word, std::string_view lemma, bool name);
std::string apply(const LemmaScript& script, std::string_view word);

// What the classifier of unknown words looks at.
void add_lemma_features(const WordForm& form, JointTag tag, FeatureList& out);

// Lemmas of words with tags: by a dictionary of what was seen in training, irregular forms among it, and by
// a classifier of edit scripts (after Chrupała 2008) for all other words, which prefers lemmas it has met.
class Lemmatiser {
 public:
  explicit Lemmatiser(const ModelFile& file);

  // The number of the script for a word with that tag.
  std::uint32_t script(std::string_view word, const WordForm& form, JointTag tag) const;
  std::string lemma(std::string_view word, std::uint32_t script) const {
    return apply(scripts_[script], word);
  }

 private:
  std::uint32_t guess(std::string_view word, const WordForm& form, JointTag tag) const;
  bool is_lemma(std::string_view text, JointTag tag) const;

  std::vector<LemmaScript> scripts_;
  std::vector<JointTag> base_tags_;  // for each tag of an inflected form that of its lemma, else kNoTag
  WordTable dictionary_;
  LinearModel model_;  // its classes are the first scripts
  std::size_t longest_strip_ = 0;
};

// The tag that lemmas have in the dictionary: VERB/VB for the forms of verbs, NOUN/NN for plurals, ADJ/JJ for
// comparatives; kNoTag for all other tags.
std::vector<JointTag> base_tags(const TagList& tags);

// The key of the dictionary.
constexpr std::uint64_t lemma_key(const WordForm& form, JointTag tag) { return mix(form.lower, tag + 1U); }

}  // namespace onus
