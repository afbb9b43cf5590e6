#pragma once

#include <string>

#include "language/conllu.h"

namespace onus::evaluation {

// The bytes of a file. Throws Failure when it can't be read.
std::string read_bytes_of(const std::string& path);
// A treebank; lines of it that can't be understood go to standard error.
Treebank read_treebank(const std::string& path);

}  // namespace onus::evaluation
