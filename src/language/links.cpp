#include "language/links.h"

#include <algorithm>

#include "language/abbreviations.h"
#include "text/code_points.h"
#include "text/fold.h"

namespace onus {
namespace {

constexpr std::uint32_t kLongestHost = 253;  // RFC 1035

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (lower_ascii(c) >= 'a' && lower_ascii(c) <= 'z') ||
         c == '_' || c == '-';
}

bool starts_with_www(std::string_view text) {
  return text.size() > 4 && lower_ascii(text[0]) == 'w' && lower_ascii(text[1]) == 'w' &&
         lower_ascii(text[2]) == 'w' && text[3] == '.';
}

bool is_address(std::string_view chunk) {
  if (starts_with_www(chunk) || chunk.find("://") != std::string_view::npos) return true;
  const auto at = chunk.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < chunk.size() && is_word_byte(chunk[at - 1]) &&
         is_word_byte(chunk[at + 1]);
}

std::uint32_t skip_opening(std::string_view text, ProseSpan chunk) {
  auto begin = chunk.begin;
  while (begin < chunk.end) {
    const auto [value, size] = code_point_at(text, begin);
    if (!is_opening_mark(value) && value != '<') break;
    begin += size;
  }
  return begin;
}

}  // namespace

std::uint32_t link_end(std::string_view text, ProseSpan chunk) {
  const auto opened = std::count(text.begin() + chunk.begin, text.begin() + chunk.end, '(');
  auto closed = std::count(text.begin() + chunk.begin, text.begin() + chunk.end, ')');
  auto end = chunk.end;
  while (end > chunk.begin) {
    const auto [value, size] = code_point_before(text, end);
    if (value == ')' && closed-- <= opened) break;
    if (!is_closing_mark(value) &&
        std::string_view(".,;:!?>").find(static_cast<char>(value & 0x7F)) == std::string_view::npos)
      break;
    if (value > 127 && !is_closing_mark(value)) break;
    end -= size;
  }
  return end;
}

ProseSpan link_in(std::string_view text, ProseSpan chunk) {
  const auto bytes = slice(text, chunk);
  if (bytes.find_first_of("@:.") == std::string_view::npos) return {};
  const auto begin = skip_opening(text, chunk);
  if (!is_address(slice(text, ProseSpan{begin, chunk.end}))) return {};
  const auto end = link_end(text, {begin, chunk.end});
  return begin < end ? ProseSpan{begin, end} : ProseSpan{};
}

std::uint32_t dotted_end(std::string_view text, ProseSpan chunk) {
  auto end = chunk.begin;
  const auto limit = std::min(chunk.end, chunk.begin + kLongestHost);  // keeps the whole linear
  while (end < limit) {
    const bool dot = text[end] == '.' && end > chunk.begin && end + 1 < chunk.end && text[end - 1] != '.' &&
                     is_word_byte(text[end + 1]);
    if (!dot && !is_word_byte(text[end])) break;
    ++end;
  }
  return end;
}

bool is_host_or_file(std::string_view dotted) {
  const auto last = dotted.rfind('.');
  if (last == std::string_view::npos) return false;
  if (is_extension(dotted.substr(last + 1))) return true;
  const auto lower_or_dot = [](char c) { return c == '.' || (c >= 'a' && c <= 'z'); };
  return std::count(dotted.begin(), dotted.end(), '.') >= 2 &&
         std::all_of(dotted.begin(), dotted.end(), lower_or_dot);
}

}  // namespace onus
