#include "archive/mailbox.h"

#include <re2/re2.h>

#include <algorithm>

namespace onus {
namespace {

std::string_view line_at(std::string_view text, std::size_t place) {
  return text.substr(place, text.find('\n', place) - place);
}

bool begins_message(std::string_view mailbox, std::size_t place) {
  static const RE2 kFrom(R"(From \S+.*\d\d:\d\d.*\d{4}.*)", RE2::Latin1);
  static const RE2 kHeader(R"([!-9;-~]+:.*|>?From .*)", RE2::Latin1);
  const std::string_view line = line_at(mailbox, place);
  const std::size_t next = place + line.size() + 1;
  constexpr std::size_t kLongest = 1000;
  if (line.size() > kLongest || next >= mailbox.size() || !RE2::FullMatch(line, kFrom)) return false;
  return RE2::FullMatch(line_at(mailbox, next), kHeader);
}

// After an empty line, whichever line ends the mailbox has.
bool follows_empty_line(std::string_view mailbox, std::size_t place) {
  return mailbox.substr(0, place).ends_with("\n\n") || mailbox.substr(0, place).ends_with("\n\r\n");
}

}  // namespace

std::vector<MessagePlace> messages_in(std::string_view mailbox, std::uint64_t most) {
  std::vector<MessagePlace> messages;
  const auto end_last = [&](std::size_t place) {
    if (!messages.empty()) messages.back().size = place - messages.back().at;
  };
  std::size_t place = mailbox.find_first_not_of("\r\n");
  for (bool first = true; place < mailbox.size() && messages.size() < most; first = false) {
    if ((first || follows_empty_line(mailbox, place)) && begins_message(mailbox, place)) {
      end_last(place);
      messages.push_back({place, 0});
    }
    const std::size_t next = mailbox.find("\nFrom ", place);
    place = next == std::string_view::npos ? next : next + 1;
  }
  end_last(messages.size() < most ? mailbox.size() : std::min(place, mailbox.size()));
  return messages;
}

std::string unquoted_message(std::string_view message) {
  std::string text;
  text.reserve(message.size());
  while (!message.empty()) {
    const std::size_t end = std::min(message.find('\n'), message.size() - 1) + 1;
    std::string_view line = message.substr(0, end);
    message.remove_prefix(end);
    const std::size_t marks = line.find_first_not_of('>');
    if (marks != 0 && marks != std::string_view::npos && line.substr(marks).starts_with("From "))
      line.remove_prefix(1);
    text += line;
  }
  return text;
}

}  // namespace onus
