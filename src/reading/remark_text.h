#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace onus {

// What follows "onus:", in any case, at the beginning of a comment; nullopt where the comment isn't for this
// program.
std::optional<std::string> remark_text(std::string_view comment);

}  // namespace onus
