#pragma once

#include <stdexcept>
#include <string>

namespace onus {

// A request that can't be answered, and why, in words of ours: never any of the client's. Thrown within this
// room and answered there.
struct BadRequest : std::runtime_error {
  BadRequest(int http_status, const std::string& message)
      : std::runtime_error(message), status(http_status) {}
  int status;
};

}  // namespace onus
