#pragma once

#include <stdexcept>
#include <string>

namespace onus {

// The exit codes of the contract.
enum class ExitCode : int { clean = 0, findings = 1, usage = 2, unreadable = 3 };

// What ends the run: wrong usage, a broken configuration or lexicon, an output that can't be written.
// Thrown from anywhere, caught in main only, printed as one line. What belongs to an input is a Problem
// instead.
struct Failure : std::runtime_error {
  explicit Failure(const std::string& message, ExitCode exit_code = ExitCode::usage)
      : std::runtime_error(message), code(exit_code) {}
  ExitCode code;
};

}  // namespace onus
