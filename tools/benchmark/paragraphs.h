#pragma once

#include <filesystem>

namespace onus::benchmark {

// What the server takes to answer requests for findings in stretches of 2 KB of a text, one after another in
// one thread and without the network: prints the milliseconds of the processor's time for one. Throws
// Failure.
void time_paragraphs(const std::filesystem::path& lexicons, const std::filesystem::path& file);

}  // namespace onus::benchmark
