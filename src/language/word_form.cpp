#include "language/word_form.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <cstddef>
#include <cstring>

namespace onus {
namespace {

// Words longer than this are known by their beginning and their end.
constexpr std::size_t kLongest = 48;
constexpr std::size_t kMargin = 8;

// The word in lower case between margins of NUL, so that eight bytes may be read anywhere at its ends.
struct Folded {
  std::array<char, kMargin + kLongest + 2 * kMargin> bytes = {};
  std::size_t size = 0;
  char* begin() { return bytes.data() + kMargin; }
};

std::uint64_t load(const char* bytes) {
  std::uint64_t word;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

std::uint64_t hash_of(const char* bytes, std::size_t size) {
  std::uint64_t hash = size;
  for (std::size_t at = 0; at < size; at += 8) hash = mix(hash, load(bytes + at));
  return hash;
}

enum Class : std::uint8_t { capital, small, digit, hyphen, apostrophe, other };

Class class_of(unsigned char c) {
  if (c >= 'a' && c <= 'z') return small;
  if (c >= 'A' && c <= 'Z') return capital;
  if (c >= '0' && c <= '9') return digit;
  if (c == '-') return hyphen;
  return c == '\'' ? apostrophe : other;
}

struct Reading {
  Folded exact;
  Folded lower;
  std::uint64_t shape = 1;
  Class last = other;
  bool begun = false;
  unsigned capitals = 0;
  unsigned smalls = 0;
  std::uint32_t traits = 0;

  void note(Class c) {
    if (!begun || c != last) shape = shape * 8 + c + 1;  // the first runs fall out of long shapes
    if (c == capital) {
      ++capitals;
      if (!begun) traits |= kCapital;
    }
    if (c == small) ++smalls;
    if (c == digit) traits |= kDigit;
    if (c == hyphen) traits |= kHyphen;
    last = c;
    begun = true;
  }

  void put(Folded& folded, char byte) {
    if (folded.size < kLongest) {
      folded.begin()[folded.size++] = byte;
    } else {  // keeps the last eight bytes right
      std::memmove(folded.begin() + kLongest - 8, folded.begin() + kLongest - 7, 7);
      folded.begin()[kLongest - 1] = byte;
    }
  }

  void put(Folded& folded, UChar32 c) {
    char bytes[U8_MAX_LENGTH];
    int size = 0;
    U8_APPEND_UNSAFE(bytes, size, c);
    for (int i = 0; i < size; ++i) put(folded, bytes[i]);
  }
};

// ICU's macro narrows integers in passing.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
UChar32 next_character(const char* bytes, std::int32_t& at, std::int32_t size) {
  UChar32 c;
  U8_NEXT_OR_FFFD(bytes, at, size, c);
  return c;
}
#pragma GCC diagnostic pop

UChar32 plain(UChar32 c) {
  switch (c) {
    case 0x2019:
    case 0x02BC:
    case 0xFF07:
      return '\'';
    case 0x2010:
    case 0x2011:
      return '-';
    default:
      return c;
  }
}

void read_wide(Reading& reading, UChar32 c) {
  c = plain(c);
  reading.put(reading.exact, c);
  reading.put(reading.lower, u_tolower(c));
  if (c < 128)
    reading.note(class_of(static_cast<unsigned char>(c)));
  else if (u_isupper(c))
    reading.note(capital);
  else
    reading.note(u_isalpha(c) ? small : u_isdigit(c) ? digit : other);
}

Reading read(std::string_view word) {
  Reading reading;
  const auto size = static_cast<std::int32_t>(word.size());
  for (std::int32_t at = 0; at < size;) {
    const auto byte = static_cast<unsigned char>(word[static_cast<std::size_t>(at)]);
    if (byte < 128) {
      const Class c = class_of(byte);
      reading.put(reading.exact, static_cast<char>(byte));
      reading.put(reading.lower, static_cast<char>(c == capital ? byte + 32 : byte));
      reading.note(c);
      ++at;
    } else {
      read_wide(reading, next_character(word.data(), at, size));
    }
  }
  return reading;
}

}  // namespace

WordForm word_form(std::string_view word) {
  Reading reading = read(word);
  WordForm form;
  form.exact = hash_of(reading.exact.begin(), reading.exact.size);
  form.lower = hash_of(reading.lower.begin(), reading.lower.size);
  form.suffix = load(reading.lower.begin() + reading.lower.size - 8);
  form.prefix = load(reading.lower.begin());
  form.shape = reading.shape;
  form.traits = reading.traits;
  if (reading.capitals > 1 && reading.smalls == 0) form.traits |= kAllCapitals;
  if (reading.capitals + reading.smalls > 0) form.traits |= kLetter;
  if (reading.lower.size == kLongest) form.traits |= kLong;
  return form;
}

std::uint64_t lower_hash(std::string_view word) { return word_form(word).lower; }

}  // namespace onus
