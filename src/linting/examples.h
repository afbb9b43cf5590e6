#pragma once

#include <string>
#include <vector>

#include "linting/lint.h"

namespace onus {

// An example of a file of rules or of components that doesn't come out as it says.
struct BrokenExample {
  std::string rule;  // its id; of an indicator its name
  std::string file;
  int line = 0;          // of the rule
  std::string expected;  // the sentence with [brackets] round what should be found
  std::string found;     // and round what was
};

// Who is declared in the examples of a rule: Ms Hart as the parent being abused, Mr Baird as the person using
// violence, Ewan and Isla as children, unless the rule names people of its own.
Declarations people_of_examples(const Rule&);

// Runs the examples of every rule and indicator whose file lies in or is `path` (all for an empty path): a
// sentence under "flag" has what its rule finds in [brackets]; one under "pass" is left alone by it.
std::vector<BrokenExample> check_examples(const Knowledge&, const std::filesystem::path& path);

}  // namespace onus
