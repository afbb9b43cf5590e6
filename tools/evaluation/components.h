#pragma once

#include <filesystem>

namespace onus {

// Compares levels, evidence and criteria with those annotated in the reports of a folder (corpora/README.md)
// and prints the differences and a table. `verbose` prints every piece of evidence: + annotated, - not, and ?
// what was annotated and isn't printed. `declare` hands the annotated people to the program as declared.
// `lexicons` is the folder lexicons/en.
int evaluate_components(const std::filesystem::path& lexicons, const std::filesystem::path& folder,
                        bool verbose, bool declare);

}  // namespace onus
