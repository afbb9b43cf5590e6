#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace onus {

// A program of another project that reads a file for this one. It sees the programs and fonts of the machine,
// read-only, an empty /tmp of its own in memory that nobody else sees and that goes when it ends, and its
// input; no network, no other process, no home. [bubblewrap(1), setrlimit(2)]
struct SandboxedProgram {
  std::vector<std::string> command;  // the program by its whole path, and its arguments
  std::string_view input;            // on standard input, or as the file `input_file`
  std::string input_file;            // "/tmp/in.doc"; empty for standard input
  std::chrono::milliseconds time{10'000};
  unsigned processor_seconds = 9;                         // of each of its processes
  std::uint64_t memory_bytes = std::uint64_t{256} << 20;  // of data, for each of its processes
  std::uint64_t temporary_bytes = std::uint64_t{16} << 20;
  std::uint64_t output_bytes = std::uint64_t{64} << 20;
  unsigned processes = 64;
};

enum class Ending : std::uint8_t {
  done,
  failed,     // the program itself, or a limit that ended it
  too_slow,   // killed after its time
  too_much,   // its output went over the limit
  not_there,  // the program isn't installed
  no_sandbox  // nothing was run: bubblewrap isn't installed or may not make namespaces here
};

struct SandboxResult {
  Ending ending = Ending::failed;
  std::string output;  // what it wrote on standard output
};

// Runs it and waits. When this returns, none of its processes is left. Threads may call it at once.
SandboxResult run_in_sandbox(const SandboxedProgram& program);

}  // namespace onus
