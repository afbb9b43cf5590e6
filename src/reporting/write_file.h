#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>

namespace onus {

// Writes a file beside its place and renames it when it is whole, so that a crash or a full disk leaves the
// old one. The new file is readable and writable by its owner only, as a report is about a family; an old one
// keeps its mode. A pipe or a device is written into as it is, and a link stays one. Throws Failure when it
// can't be written.
void write_file(const std::filesystem::path& path, const std::function<void(std::ostream&)>& write);

}  // namespace onus
