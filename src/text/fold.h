#pragma once

#include <string>
#include <string_view>

namespace onus {

// The text in lower case by Unicode's full mapping, for looking words up; ASCII costs next to nothing.
// Invalid bytes come back as U+FFFD. Positions in the result are not positions in the text.
std::string lower(std::string_view text);

}  // namespace onus
