#pragma once

#include <string_view>

namespace onus {

// The style sheet of the page: light and dark, phone, screen and paper. Contrast is at least 4.5 to 1 for all
// text in both, and nothing is told by colour alone.
std::string_view html_style();

}  // namespace onus
