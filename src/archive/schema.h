#pragma once

#include "archive/database.h"

namespace onus {

// Readies a new file, or checks that an old one is a store of a version this program can use. Throws Failure.
void prepare_schema(Database&, const std::filesystem::path& path);

// Only the check, for a store that is read. Throws Failure.
void check_schema(Database&, const std::filesystem::path& path);

}  // namespace onus
