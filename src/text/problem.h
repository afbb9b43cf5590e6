#pragma once

#include <string>

namespace onus {

// Something about one input that its reader has to be told: a file that can't be read, a declared name that
// isn't in it. `source` is the input as the user named it; `message` says what is wrong and what to do, in
// one line.
struct Problem {
  std::string source;
  std::string message;
  friend bool operator==(const Problem&, const Problem&) = default;
};

}  // namespace onus
