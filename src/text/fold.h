#pragma once

#include <string>
#include <string_view>

namespace onus {

// `text` for looking up: Unicode's full case folding, with the typographic apostrophes and hyphens of a word
// written ' and - and soft hyphens left out. ASCII costs one pass; the result may be longer than the text.
std::string fold(std::string_view text);
// Appends to `to` instead, so that a loop over words allocates nothing.
void fold(std::string_view text, std::string& to);
// Lower case as a reader would write it ("ΑΣ" → "ας"), nothing else changed.
std::string lower(std::string_view text);
// The first letter as a capital, where it is one of a to z.
std::string capitalised(std::string text);
bool is_ascii(std::string_view text);
inline constexpr char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

}  // namespace onus
