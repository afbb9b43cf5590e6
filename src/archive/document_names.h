#pragma once

#include <cstdint>
#include <string_view>

namespace onus {

// What a file is taken for by its name, before it is opened.
enum class NameKind : std::uint8_t {
  document,     // also of formats that can't be read yet, so that nobody takes a report for read that wasn't
  zip,          // holds other files
  mailbox,      // holds messages
  passed_over,  // hidden, or the lock file of a word processor
  other
};

// `name` without its folders.
NameKind kind_by_name(std::string_view name);

}  // namespace onus
