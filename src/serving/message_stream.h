#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <mutex>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

namespace onus {

// JSON-RPC messages on a stream, as the Language Server Protocol frames them: header lines, of which only
// Content-Length counts, an empty line, and that many bytes. docs of the protocol: Base Protocol.

// The body of the next message; nullopt at the end of the stream, or where what comes isn't a message and
// its end can't be known. A body longer than `most` bytes ends the stream too.
std::optional<std::string> read_message(std::istream& in, std::size_t most);

// nullopt where it isn't JSON. Half a pair of UTF-16 surrogates, which editors do send in the middle of an
// edit, counts as U+FFFD: that is one unit too, so places stay right.
std::optional<nlohmann::json> parse_message(const std::string& body);

// Writes messages whole, from any thread.
class MessageWriter {
 public:
  explicit MessageWriter(std::ostream& out) : out_(out) {}
  void write(const nlohmann::json& message);

 private:
  std::ostream& out_;
  std::mutex mutex_;
};

}  // namespace onus
