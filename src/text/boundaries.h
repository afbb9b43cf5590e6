#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace onus {

// Where ICU sees boundaries in English text (Unicode Standard Annex 29), as byte offsets, the beginning and
// the end of the text included; empty for an empty text. The text must be UTF-8 and under 2 GiB. Each thread
// keeps its own iterators, so all of these may be called from any thread. Linear time.
std::vector<std::uint32_t> word_boundaries(std::string_view text);
std::vector<std::uint32_t> sentence_boundaries(std::string_view text);
// Boundaries of what a reader takes for one character: an emoji with its modifiers, a letter with its
// accents.
std::vector<std::uint32_t> grapheme_boundaries(std::string_view text);

}  // namespace onus
