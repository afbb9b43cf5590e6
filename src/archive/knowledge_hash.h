#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "linting/lint.h"

namespace onus {

// Names all that decides what is found in a document: the program's version, every file of the lexicons (the
// rules, the words, the model) and the settings. Where it is the same, reading again finds the same. Throws
// Failure.
std::string knowledge_hash(std::span<const std::filesystem::path> lexicons, const Settings&);

}  // namespace onus
