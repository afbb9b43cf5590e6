#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace onus {

// Where a message lies in a mailbox, with the "From " line that it begins with.
struct MessagePlace {
  std::uint64_t at = 0;
  std::uint64_t size = 0;
};

// The messages of a mailbox, at most `most`. [RFC 4155] A line begins one that says "From ", a sender and a
// time, comes first or after an empty line, and is followed by a header: a paragraph that begins with "From"
// does not.
std::vector<MessagePlace> messages_in(std::string_view mailbox, std::uint64_t most);

// A message as it was before it was put there: its lines ">From" without the mark. ("mboxrd")
std::string unquoted_message(std::string_view message);

}  // namespace onus
