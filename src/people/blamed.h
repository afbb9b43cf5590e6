#pragma once

#include <cstdint>
#include <vector>

#include "people/peopled_text.h"

namespace onus {

// For each person of the cast how often the report says of them what weak reports say of those who are being
// abused: failed to protect the children, let him back in, went back to her, refused to make a statement.
// Such a report makes the survivor the subject of nearly everything, so that much of it reads like acts of
// that person; whoever is spoken of in this way is never told to be the one who uses violence.
std::vector<std::size_t> times_blamed(const PeopledText&);

}  // namespace onus
