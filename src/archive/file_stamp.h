#pragma once

#include <string>

namespace onus {

// Size and times of a file: while they stay the same its content does. Empty where it can't be seen.
std::string stamp_of(const std::string& path);

// Whether the file was changed long enough ago that a change from now on shows in its stamp.
bool is_settled(const std::string& path);

}  // namespace onus
