#include "text/encoding.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <cstdint>

#include "text/code_points.h"

namespace onus {
namespace {

constexpr std::string_view kMark8 = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kSample = 4096;  // bytes enough to tell UTF-16 by

// What can't be converted becomes U+FFFD.
Decoded convert(std::string_view bytes, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  Decoded decoded{std::string(bytes.size() * 3 + 4, '\0'), encoding, false};
  const auto size =
      ucnv_convert("UTF-8", encoding, decoded.utf8.data(), static_cast<int32_t>(decoded.utf8.size()),
                   bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  decoded.utf8.resize(U_SUCCESS(status) && size > 0 ? static_cast<std::size_t>(size) : 0);
  decoded.repaired = decoded.utf8.find(kReplacement) != std::string::npos;
  return decoded;
}

struct Sequences {
  std::size_t good = 0;  // characters of several bytes
  std::size_t bad = 0;
};

Sequences utf8_sequences(std::string_view bytes) {
  Sequences found;
  for (std::uint32_t i = 0; i < bytes.size();) {
    const auto [value, size] = code_point_at(bytes, i);
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    const bool overlong =
        (size == 3 && value < 0x800) || (size == 4 && (value < 0x10000 || value > 0x10FFFF));
    const bool damaged = size < 3 && value == 0xFFFD;
    if (value >= 0x80) ++(surrogate || overlong || damaged ? found.bad : found.good);
    i += size;
  }
  return found;
}

// In UTF-16 every other byte of English text is zero.
const char* utf16_by_zeros(std::string_view bytes) {
  const auto sample = bytes.substr(0, std::min(bytes.size(), kSample) & ~std::size_t{1});
  std::size_t zeros[2] = {};
  for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == '\0';
  const auto pairs = sample.size() / 2;
  if (pairs == 0) return nullptr;
  if (zeros[1] * 2 > pairs && zeros[0] * 20 <= pairs) return "UTF-16LE";
  if (zeros[0] * 2 > pairs && zeros[1] * 20 <= pairs) return "UTF-16BE";
  return nullptr;
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != '\v' &&
         byte != 0x1B;
}

// Word processors leave a stray control character; programs and pictures are full of them.
bool is_binary(std::string_view text) {
  if (text.find('\0') != std::string_view::npos) return true;
  const auto controls = std::count_if(text.begin(), text.end(), is_control);
  return static_cast<std::size_t>(controls) * 50 > text.size();
}

std::optional<Decoded> unless_binary(Decoded decoded) {
  if (is_binary(decoded.utf8)) return std::nullopt;
  if (decoded.utf8.starts_with(kMark8)) decoded.utf8.erase(0, kMark8.size());
  return decoded;
}

// ICU turns the five bytes that Windows-1252 doesn't define into control characters.
Decoded from_windows(std::string_view bytes) {
  Decoded decoded = convert(bytes, "windows-1252");
  for (const std::string_view undefined : {"\xC2\x81", "\xC2\x8D", "\xC2\x8F", "\xC2\x90", "\xC2\x9D"}) {
    for (auto at = decoded.utf8.find(undefined); at != std::string::npos;
         at = decoded.utf8.find(undefined, at)) {
      decoded.utf8.replace(at, undefined.size(), kReplacement);
      decoded.repaired = true;
    }
  }
  return decoded;
}

}  // namespace

std::optional<Decoded> decode(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return unless_binary(convert(bytes.substr(2), "UTF-16LE"));
  if (bytes.starts_with("\xFE\xFF")) return unless_binary(convert(bytes.substr(2), "UTF-16BE"));
  if (const char* encoding = utf16_by_zeros(bytes)) return unless_binary(convert(bytes, encoding));
  const bool marked = bytes.starts_with(kMark8);
  if (marked) bytes.remove_prefix(kMark8.size());
  const auto [good, bad] = utf8_sequences(bytes);
  if (bad == 0) return unless_binary({std::string(bytes), "UTF-8", false});
  if (!marked && good <= bad) return unless_binary(from_windows(bytes));
  return unless_binary(convert(bytes, "UTF-8"));
}

}  // namespace onus
