#pragma once

#include <string>
#include <vector>

namespace onus::evaluation {

// components [--verbose] [--declare] FOLDER: compares levels, evidence and criteria with those annotated in
// the reports of a folder (corpora/README.md) and prints the differences and a table. --verbose prints every
// piece of evidence: + annotated, - not, and ? what was annotated and isn't printed. --declare hands the
// annotated people to the program as declared.
int measure_components(const std::vector<std::string>& arguments);

}  // namespace onus::evaluation
