#pragma once

#include <unicode/utf8.h>

#include <array>
#include <cstdint>
#include <string_view>

// Reading UTF-8 one code point at a time. All of it expects valid UTF-8, as Document::prose is, and answers
// U+FFFD where it is not; nothing reads beyond the end of the text.
namespace onus {

// What a writer of English means by a character, as far as finding words needs to know it.
enum class CharClass : std::uint8_t {
  space,       // white space, control characters, marks of direction
  letter,      // with combining marks and the joiners between letters
  digit,       // 0–9 and the decimal digits of other scripts
  apostrophe,  // ' ’ ‘ ʼ `
  hyphen,      // - and the hyphens of Unicode (not the dashes)
  mark,        // other punctuation
  symbol,      // currency, mathematics, pictures
  unspaced,    // letters of scripts that don't part words by spaces
};

struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 0;  // in bytes
};

CodePoint non_ascii_at(std::string_view text, std::uint32_t place);

inline CodePoint code_point_at(std::string_view text, std::uint32_t place) {
  const auto first = static_cast<unsigned char>(text[place]);
  return first < 0x80 ? CodePoint{first, 1} : non_ascii_at(text, place);
}

// The code point that ends at `place`, which must be over 0.
CodePoint code_point_before(std::string_view text, std::uint32_t place);

CharClass class_of_non_ascii(char32_t value);

inline constexpr std::array<CharClass, 128> kAsciiClasses = [] {
  std::array<CharClass, 128> classes{};
  for (std::size_t c = 0; c < classes.size(); ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    const bool digit = c >= '0' && c <= '9';
    classes[c] = c <= ' ' || c == 0x7F ? CharClass::space
                 : letter              ? CharClass::letter
                 : digit               ? CharClass::digit
                                       : CharClass::mark;
  }
  classes['\''] = classes['`'] = CharClass::apostrophe;
  classes['-'] = CharClass::hyphen;
  for (const char c : {'$', '+', '<', '=', '>', '^', '|', '~'})
    classes[static_cast<std::size_t>(c)] = CharClass::symbol;
  return classes;
}();

inline CharClass class_of(char32_t value) {
  return value < 128 ? kAsciiClasses[value] : class_of_non_ascii(value);
}

bool is_upper(char32_t value);  // capital or title case
bool is_lower(char32_t value);
bool is_closing_mark(char32_t value);  // quotation marks and brackets that may close; ' and " may do both
bool is_opening_mark(char32_t value);

}  // namespace onus
