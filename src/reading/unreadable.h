#pragma once

#include <stdexcept>

namespace onus {

// Why a file can't be read and what to do about it, in one line. Thrown by the readers of this room and
// caught in read_file and read_bytes, which make a Problem of it: nobody outside sees it.
struct Unreadable : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace onus
