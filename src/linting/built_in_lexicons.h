#pragma once

#include <filesystem>

namespace onus {

// The folder lexicons/en that belongs to `binary`, the program or the library: the one two folders above it
// in a checkout, or the one installed under share. ONUS_LEXICONS in the environment names another folder that
// holds en/. Throws Failure where there is none.
std::filesystem::path built_in_lexicons(const std::filesystem::path& binary);

}  // namespace onus
