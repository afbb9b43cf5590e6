#include "reading/remark_text.h"

namespace onus {

namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

}  // namespace

std::optional<std::string> remark_text(std::string_view comment) {
  constexpr std::string_view kMark = "onus:";
  const std::string_view words = trimmed(comment);
  if (words.size() < kMark.size()) return std::nullopt;
  for (std::size_t i = 0; i < kMark.size(); ++i) {
    const char c = words[i] >= 'A' && words[i] <= 'Z' ? static_cast<char>(words[i] | 0x20) : words[i];
    if (c != kMark[i]) return std::nullopt;
  }
  return std::string(trimmed(words.substr(kMark.size())));
}

}  // namespace onus
