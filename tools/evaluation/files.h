#pragma once

#include <string>
#include <string_view>

#include "language/conllu.h"
#include "text/ascii.h"

namespace onus::evaluation {

// The bytes of a file. Throws Failure when it can't be read.
std::string read_bytes_of(const std::string& path);
// Without the white space around a line's parts.
inline std::string without_blanks(std::string_view text) { return std::string(trimmed(text, " \t\r")); }
// A treebank; lines of it that can't be understood go to standard error.
Treebank read_treebank(const std::string& path);

}  // namespace onus::evaluation
