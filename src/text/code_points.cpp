#include "text/code_points.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace onus {
namespace {

bool is_unspaced(char32_t value) {
  if (value < 0x0E00) return false;
  return u_getIntPropertyValue(static_cast<UChar32>(value), UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT ||
         u_hasBinaryProperty(static_cast<UChar32>(value), UCHAR_IDEOGRAPHIC) ||
         (value >= 0x3040 && value <= 0x30FF);
}

CharClass class_of_letter(char32_t value) {
  return is_unspaced(value) ? CharClass::unspaced : CharClass::letter;
}

}  // namespace

CodePoint non_ascii_at(std::string_view text, std::uint32_t place) {
  const auto byte = [&](std::uint32_t i) { return static_cast<unsigned char>(text[place + i]); };
  const unsigned char lead = byte(0);
  const std::uint32_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || place + size > text.size()) return {0xFFFD, 1};
  char32_t value = lead & (0x7Fu >> size);
  for (std::uint32_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {0xFFFD, i};
    value = value << 6 | (byte(i) & 0x3Fu);
  }
  return {value, size};
}

CodePoint code_point_before(std::string_view text, std::uint32_t place) {
  std::uint32_t begin = place - 1;
  while (begin > 0 && place - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  const auto found = code_point_at(text, begin);
  return begin + found.size == place ? found : CodePoint{0xFFFD, 1};
}

CharClass class_of_non_ascii(char32_t value) {
  switch (value) {
    case 0x2019:
    case 0x2018:
    case 0x02BC:
    case 0x201B:
    case 0xFF07:
      return CharClass::apostrophe;
    case 0x2010:
    case 0x2011:
    case 0xFF0D:
      return CharClass::hyphen;
    case 0x00AD:
    case 0x200C:
    case 0x200D:
      return CharClass::letter;  // soft hyphen and joiners live inside words
    case 0xFFFD:
      return CharClass::symbol;
    default:
      break;
  }
  switch (u_charType(static_cast<UChar32>(value))) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return CharClass::letter;
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_LETTER_NUMBER:
      return class_of_letter(value);
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return class_of_letter(value);
    case U_DECIMAL_DIGIT_NUMBER:
      return CharClass::digit;
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return CharClass::space;
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
      return CharClass::space;
    case U_DASH_PUNCTUATION:
    case U_START_PUNCTUATION:
    case U_END_PUNCTUATION:
      return CharClass::mark;
    case U_CONNECTOR_PUNCTUATION:
    case U_OTHER_PUNCTUATION:
      return CharClass::mark;
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return CharClass::mark;
    default:
      return CharClass::symbol;
  }
}

bool is_upper(char32_t value) {
  if (value < 128) return value >= 'A' && value <= 'Z';
  return u_isUUppercase(static_cast<UChar32>(value)) || u_istitle(static_cast<UChar32>(value));
}

bool is_lower(char32_t value) {
  if (value < 128) return value >= 'a' && value <= 'z';
  return u_isULowercase(static_cast<UChar32>(value));
}

bool is_closing_mark(char32_t value) {
  switch (value) {
    case '"':
    case '\'':
    case ')':
    case ']':
    case '}':
    case 0x2019:
    case 0x201D:
    case 0x00BB:
    case 0x203A:
      return true;
    default:
      return false;
  }
}

bool is_opening_mark(char32_t value) {
  switch (value) {
    case '"':
    case '\'':
    case '(':
    case '[':
    case '{':
    case '`':
      return true;
    case 0x2018:
    case 0x201C:
    case 0x201E:
    case 0x00AB:
    case 0x2039:
      return true;
    default:
      return false;
  }
}

}  // namespace onus
