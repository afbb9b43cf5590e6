#pragma once

#include <filesystem>

namespace onus::benchmark {

// From an edit of a plain text to its diagnostics as the language server makes them: a word is put in, each
// time somewhere else, and the whole is read again with the report of the state before. Prints the
// milliseconds of the first reading and, of the edits, the median and the 99th percentile, by a clock on the
// wall and by the processor's time. Throws Failure.
void time_edits(const std::filesystem::path& lexicons, const std::filesystem::path& file);

}  // namespace onus::benchmark
