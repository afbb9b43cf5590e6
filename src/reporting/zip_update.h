#pragma once

#include <map>
#include <string>
#include <string_view>

namespace onus {

// The zip `bytes` with these members replaced or, where it has none of that name, added at its end. All
// others keep their packed bytes, their order and their dates; a new one has the date of the first. The same
// input gives the same output. Throws Failure where the zip can't be read or written.
std::string update_zip(std::string_view bytes, const std::map<std::string, std::string>& members);

}  // namespace onus
