#pragma once

#include "options.h"
#include "text/failure.h"

namespace onus {

// What each command does, from options to exit code. Results go to standard output or --output, problems to
// standard error, one line each. Throw Failure for what ends the run.
ExitCode run_lint(const Options&);
ExitCode run_scan(const Options&);
ExitCode run_serve(const Options&);
ExitCode run_rules(const Options&);

}  // namespace onus
