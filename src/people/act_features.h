#pragma once

#include <cstdint>
#include <vector>

#include "people/act_matching.h"
#include "people/peopled_text.h"

namespace onus {

// What clauses are made of, for telling which are like those that tell of an act of abuse: hashes
// (language/feature_hash.h). People stand in it as grown-ups, children, professionals, bodies or as the
// subject itself: no name and no word that tells a man from a woman. Refers to what it is made from.
class ActFeatures {
 public:
  // A word as features have it. Hashes; 0 where there is none.
  struct Word {
    std::uint64_t symbol = 0;
    std::uint64_t stem = 0;  // of longer words: what kindred words share
    std::uint64_t noun = 0;  // what someone is called beside the part
  };

  ActFeatures(const PeopledText& text, const ActMatcher& matcher)
      : text_(text), matcher_(matcher), words_(text.analysis.tokens.size()) {
    forget_words();
  }

  // To be called when the cast has changed.
  void forget_words() { noted_.assign(text_.analysis.sentences.size(), false); }
  // Each once, ascending. `roles`: also in the roles that people are known to play; without them an act is
  // one whoever does it.
  std::vector<std::uint64_t> of(const Clause&, bool roles);

 private:
  Word word_at(std::uint32_t token) const;

  const PeopledText& text_;
  const ActMatcher& matcher_;
  std::vector<Word> words_;  // one for each token, of sentences that were asked for
  std::vector<bool> noted_;  // which these are
};

}  // namespace onus
