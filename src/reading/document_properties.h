#pragma once

#include <map>
#include <string>

#include "reading/read.h"

namespace onus {

// What a Word or OpenDocument file says of itself: "created" and "modified" (YYYY-MM-DD), "keywords",
// "category", "company", and properties of the writers' own by their names in lower case. Never who wrote it.
// Empty for other files and where nothing can be read; values are at most 200 bytes. [ECMA-376-2, 8; OASIS
// ODF 1.3, 4.3]
using DocumentProperties = std::map<std::string, std::string>;
DocumentProperties properties_of_file(const std::string& path, const Limits& limits = {});
DocumentProperties properties_of_bytes(const std::string& bytes, const Limits& limits = {});

}  // namespace onus
