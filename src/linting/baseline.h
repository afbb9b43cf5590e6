#pragma once

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "linting/report.h"

namespace onus {

// Findings that were there before and are not to be told again: their fingerprints, sorted. A baseline holds
// no word of any report.
using Baseline = std::vector<std::string>;

// Reads what write_baseline wrote. Throws Failure.
Baseline load_baseline(const std::filesystem::path& file);

// JSON: {"schema": "onus.baseline/1", "fingerprints": [...]}, one for each finding of the report, sorted.
void write_baseline(std::ostream&, const Report&);

// Takes the findings that the baseline knows out of the report and says how many they were.
std::size_t drop_known(DocumentReport&, const Baseline&);

}  // namespace onus
