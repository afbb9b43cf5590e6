#include "reading/remark_text.h"

#include "text/ascii.h"

namespace onus {

std::optional<std::string> remark_text(std::string_view comment) {
  constexpr std::string_view kMark = "onus:";
  const std::string_view words = trimmed(comment);
  if (in_ascii_lower_case(words.substr(0, kMark.size())) != kMark) return std::nullopt;
  return std::string(trimmed(words.substr(kMark.size())));
}

}  // namespace onus
