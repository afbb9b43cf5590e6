#pragma once

#include <iosfwd>

#include "linting/lint.h"
#include "options.h"
#include "text/failure.h"

namespace onus {

// What each command does, from options to exit code. Results go to standard output or --output, problems to
// standard error, one line each. Throw Failure for what ends the run.
ExitCode run_lint(const Options&);
// onus lint --jsonl: each line of `in` is an object with “text” or the “path” of a file, and may have “id”,
// “metadata”, “source”, “format” (of “text”: txt or md), “kind” and names under the names of the people
// options; each line of `out` is a document of the contract with the same “id” and “metadata”, or has a
// “problem”. Blank lines are passed over.
ExitCode run_lint_lines(std::istream& in, std::ostream& out, const Options&, const Knowledge&);
// lint --fix: shows what it changes, then changes it; with --diff it only shows.
ExitCode run_fix(const Options&);
ExitCode run_scan(const Options&);
// Exit code 3 where rows of --ratings could not be used.
ExitCode run_audit(const Options&);
ExitCode run_serve(const Options&);
// Exit code 1 where the editor goes without “shutdown”, as its protocol wants it.
ExitCode run_lsp(const Options&);
ExitCode run_rules(const Options&);

}  // namespace onus
