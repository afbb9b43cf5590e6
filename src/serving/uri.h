#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace onus {

// "file:///a%20b" as /a b; nullopt for what isn't a file of this machine.
std::optional<std::filesystem::path> file_of(std::string_view uri);
// The other way; the path is made absolute.
std::string uri_of(const std::filesystem::path& file);

}  // namespace onus
