#include "language/word_features.h"

#include <algorithm>

namespace onus {
namespace {

constexpr std::size_t kLongestForm = 256;
constexpr std::uint64_t kOffset = 0xCBF29CE484222325U;
constexpr std::uint64_t kPrime = 0x100000001B3U;

enum Kind : std::uint64_t { kWord = 0, kShape = 1, kPrefix = 2, kSuffix = 3, kTrigram = 4 };

constexpr std::uint64_t step(std::uint64_t hash, char byte) {
  return (hash ^ static_cast<unsigned char>(byte)) * kPrime;
}
constexpr std::uint64_t finish(std::uint64_t hash) { return hash ^ (hash >> 32); }

std::uint64_t hash_of(std::string_view bytes, Kind kind) {
  std::uint64_t hash = kOffset ^ kind;
  for (const char byte : bytes) hash = step(hash, byte);
  return finish(hash);
}

constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// General punctuation U+2010 to U+2026 as one ASCII mark; '\0' for what stays as it is.
char ascii_of(char last_byte) {
  switch (static_cast<unsigned char>(last_byte)) {
    case 0x98:
    case 0x99:
      return '\'';
    case 0x9C:
    case 0x9D:
      return '"';
    case 0x90:
    case 0x91:
    case 0x93:
    case 0x94:
      return '-';
    case 0xA6:
      return '.';  // three of them
    default:
      return '\0';
  }
}

// ASCII lower case, digits as 0, typographic marks as ASCII; never longer than the form.
std::string_view normalise(std::string_view form, std::array<char, kLongestForm>& buffer) {
  std::size_t size = 0;
  for (std::size_t at = 0; at < form.size(); ++at) {
    const char byte = form[at];
    if (byte == '\xE2' && at + 2 < form.size() && form[at + 1] == '\x80' && ascii_of(form[at + 2]) != '\0') {
      const char mark = ascii_of(form[at + 2]);
      for (int i = mark == '.' ? 3 : 1; i > 0; --i) buffer[size++] = mark;
      at += 2;
    } else if (is_upper(byte)) {
      buffer[size++] = static_cast<char>(byte + ('a' - 'A'));
    } else {
      buffer[size++] = is_digit(byte) ? '0' : byte;
    }
  }
  return {buffer.data(), size};
}

// Classes of characters, runs of three or more cut to two, at most eight long.
std::uint64_t hash_of_shape(std::string_view form) {
  std::array<char, 8> shape{};
  std::size_t size = 0;
  for (const char byte : form) {
    const char kind = is_upper(byte)                              ? 'X'
                      : is_lower(byte)                            ? 'x'
                      : is_digit(byte)                            ? '0'
                      : static_cast<unsigned char>(byte) >= 0x80U ? 'u'
                                                                  : byte;
    if (size >= 2 && shape[size - 1] == kind && shape[size - 2] == kind) continue;
    shape[size++] = kind;
    if (size == shape.size()) break;
  }
  return hash_of({shape.data(), size}, kShape);
}

}  // namespace

WordFeatures word_features(std::string_view form) {
  std::array<char, kLongestForm> cut;
  if (form.size() > kLongestForm) {
    const auto half = static_cast<std::ptrdiff_t>(kLongestForm / 2);
    std::copy(form.end() - half, form.end(), std::copy(form.begin(), form.begin() + half, cut.begin()));
    form = {cut.data(), cut.size()};
  }
  std::array<char, kLongestForm> buffer;
  const std::string_view word = normalise(form, buffer);

  WordFeatures features;
  const auto add = [&](std::uint64_t hash) { features.hashes[features.count++] = hash; };
  features.word = hash_of(word, kWord);
  add(hash_of_shape(form));
  std::uint64_t prefix = kOffset ^ kPrefix;
  for (std::size_t size = 1; size <= std::min<std::size_t>(4, word.size()); ++size) {
    prefix = step(prefix, word[size - 1]);
    add(finish(prefix));
  }
  for (std::size_t size = 1; size <= std::min<std::size_t>(5, word.size()); ++size)
    add(hash_of(word.substr(word.size() - size), kSuffix));

  std::array<char, WordFeatures::kLongest + 2> framed;
  const std::size_t inner = std::min(word.size(), WordFeatures::kLongest);
  framed[0] = '^';
  std::copy_n(word.begin(), inner, framed.begin() + 1);
  framed[inner + 1] = '$';
  for (std::size_t at = 0; at < inner; ++at) add(hash_of({framed.data() + at, 3}, kTrigram));
  return features;
}

}  // namespace onus
