#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace onus {

struct Decoded {
  std::string utf8;
  std::string_view encoding;
  bool repaired = false;
};

std::optional<Decoded> decode(std::string_view bytes);

}  // namespace onus
