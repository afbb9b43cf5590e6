#include "text/fold.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>

#include "text/code_points.h"

namespace onus {
namespace {

// Nothing is appended where the text isn't ASCII. One pass, as this is asked for every word many times.
bool append_ascii_lower(std::string_view text, std::string& to) {
  const auto begin = to.size();
  to.resize(begin + text.size());
  char* out = to.data() + begin;
  unsigned bits = 0;
  for (const char c : text) {
    bits |= static_cast<unsigned char>(c);
    *out++ = lower_ascii(c);
  }
  if (bits < 0x80) return true;
  to.resize(begin);
  return false;
}

// The bytes that stand for a code point's typewriter form; nullptr to leave it as it is.
const char* plain_form(char32_t value) {
  switch (value) {
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x02BC:
    case 0xFF07:
      return "'";
    case 0x2010:
    case 0x2011:
      return "-";
    case 0x00AD:
      return "";
    default:
      return nullptr;
  }
}

std::string with_plain_marks(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::uint32_t i = 0; i < text.size();) {
    const auto [value, size] = code_point_at(text, i);
    const char* form = value < 128 ? nullptr : plain_form(value);
    if (form)
      plain.append(form);
    else
      plain.append(text.substr(i, size));
    i += size;
  }
  return plain;
}

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

}  // namespace

bool is_ascii(std::string_view text) {
  unsigned bits = 0;
  for (const char c : text) bits |= static_cast<unsigned char>(c);
  return bits < 0x80;
}

void fold(std::string_view text, std::string& to) {
  if (append_ascii_lower(text, to)) return;
  const std::string plain = with_plain_marks(text);
  icu::StringByteSink<std::string> sink(&to);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8Fold(0, piece(plain), sink, nullptr, status);
}

std::string fold(std::string_view text) {
  std::string folded;
  fold(text, folded);
  return folded;
}

std::string lower(std::string_view text) {
  std::string lowered;
  if (append_ascii_lower(text, lowered)) return lowered;
  icu::StringByteSink<std::string> sink(&lowered);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8ToLower("", 0, piece(text), sink, nullptr, status);
  return lowered;
}

std::string capitalised(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

}  // namespace onus
