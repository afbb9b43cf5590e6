#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "rules/narrative.h"

namespace onus {

// Something that a sentence has and another may have as well: a word, two or three words beside each other, a
// word and what governs it. Its tokens are those of its first place in the sentence; kNone where it has
// fewer.
struct LikenessFeature {
  std::uint64_t hash = 0;
  std::array<std::uint32_t, 3> tokens{UINT32_MAX, UINT32_MAX, UINT32_MAX};
};

// What sentences of a narrative are made of, for telling which are alike. People stand in it as the parts
// they play: no name, no title, and no word that tells a man from a woman, so that neither can make a
// difference. Refers to the narrative.
class LikenessFeatures {
 public:
  explicit LikenessFeatures(const Narrative&);

  // Each once, in the order of the hashes. The same words in the same parts give the same hashes on every
  // machine. The sentence has to be parsed.
  std::vector<LikenessFeature> of(std::uint32_t sentence) const;
  const Narrative& narrative() const { return narrative_; }

 private:
  const Narrative& narrative_;
  std::vector<bool> inside_name_;  // for each token: of a name, but not its head
};

}  // namespace onus
