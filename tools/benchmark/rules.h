#pragma once

#include <filesystem>

namespace onus::benchmark {

// Lints a file with 100 and with 1,000 rules and prints what each takes and their ratio. A rule here is one
// pattern of the rules in `lexicons`, so that all are different; they are chosen evenly.
void compare_rule_counts(const std::filesystem::path& lexicons, const std::filesystem::path& file);

}  // namespace onus::benchmark
