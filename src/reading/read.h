#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "reading/document.h"
#include "text/problem.h"

namespace onus {

// What a file may cost. What goes beyond is refused, or left out and said.
struct Limits {
  std::uint64_t file_bytes = std::uint64_t{64} << 20;  // of a text
  std::uint64_t package_bytes = std::uint64_t{512}
                                << 20;  // of a packed file, of which only some members are read
  std::uint64_t inflated_bytes = std::uint64_t{64} << 20;  // of all members that are read from one file
  std::uint64_t tree_bytes = std::uint64_t{96} << 20;      // of the tree of one XML part
  std::uint64_t inflated_per_byte = 400;                   // of a member over 1 MiB
  std::uint32_t members = 20'000;
};

using Reading = std::variant<Document, Problem>;

// Reads one file. What it is is seen from its bytes; only Markdown is also told from plain text by a name
// that ends in ".md" or ".markdown". A Problem says in one line what is wrong with the file and what to do;
// nothing is thrown.
Reading read_file(const std::string& path, const Limits& limits = {});
// The same for bytes in memory, which come from `name`.
Reading read_bytes(std::string bytes, std::string name, const Limits& limits = {});

}  // namespace onus
