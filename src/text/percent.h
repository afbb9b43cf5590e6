#pragma once

#include <string>
#include <string_view>

namespace onus {

// A path as it stands in a URI: all but letters, digits and -._~/ as %XX. [RFC 3986, 2.1 and 3.3]
std::string percent_encoded(std::string_view path);

}  // namespace onus
