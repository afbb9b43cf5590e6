#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "text/fold.h"

// For what machines write (headers, markup, addresses), where only ASCII has a case and white space.
namespace onus {

inline std::string in_ascii_lower_case(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), lower_ascii);
  return result;
}

inline std::string_view trimmed(std::string_view text, std::string_view space = " \t\r\n\f\v") {
  const std::size_t begin = text.find_first_not_of(space);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(space) - begin + 1);
}

}  // namespace onus
