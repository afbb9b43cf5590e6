#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "people/cast.h"

namespace onus::evaluation {

// One case of corpora/rewrites: a text, what stands before it, and what a careful writer would accept
// instead; with no rewrite at all the text has to stay as it is.
struct RewriteCase {
  std::string place;  // file:line
  Declarations people;
  std::string context;
  std::string text;
  std::vector<std::string> rewrites;
  std::string none;  // why nothing may be rewritten
};

// All cases of a file, or of the .txt files of a folder in the order of their names. Throws Failure.
std::vector<RewriteCase> read_rewrite_cases(const std::filesystem::path&);

}  // namespace onus::evaluation
