#pragma once

#include <filesystem>
#include <string>

namespace onus::benchmark {

// Of this thread, since it began.
double processor_seconds();

// The bytes of a file. Throws Failure when it can't be read.
std::string text_of(const std::filesystem::path& file);

}  // namespace onus::benchmark
