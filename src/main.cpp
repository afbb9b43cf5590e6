#include <exception>
#include <iostream>
#include <new>

#include "commands.h"
#include "text/failure.h"

namespace {

using namespace onus;

ExitCode run(const Options& options) {
  switch (options.command) {
    case Command::help:
      std::cout << options.help;
      return ExitCode::clean;
    case Command::version:
      std::cout << "onus " << ONUS_VERSION << '\n';
      return ExitCode::clean;
    case Command::lint:
      return run_lint(options);
    case Command::scan:
      return run_scan(options);
    case Command::audit:
      return run_audit(options);
    case Command::serve:
      return run_serve(options);
    case Command::lsp:
      return run_lsp(options);
    case Command::rules:
      return run_rules(options);
  }
  return ExitCode::usage;
}

int fail(std::string_view message, ExitCode code) {
  std::cerr << "onus: " << message << '\n';
  return static_cast<int>(code);
}

}  // namespace

// The only place where exceptions end: one line each, and the exit code of the contract.
int main(int argc, char** argv) {
  try {
    return static_cast<int>(run(read_options(argc, argv)));
  } catch (const Failure& failure) {
    return fail(failure.what(), failure.code);
  } catch (const std::bad_alloc&) {
    return fail("there is not enough memory", ExitCode::usage);
  } catch (const std::exception& error) {
    return fail(std::string("something went wrong that should not: ") + error.what(), ExitCode::usage);
  }
}
