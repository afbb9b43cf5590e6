#include "serving/message_stream.h"

#include <algorithm>
#include <charconv>
#include <istream>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string_view>

#include "text/fold.h"

namespace onus {
namespace {

constexpr std::size_t kLongestHeader = 4'096;

std::optional<std::string> read_line(std::istream& in) {
  std::string line;
  for (char c = 0; in.get(c);) {
    if (c == '\n') {
      if (line.ends_with('\r')) line.pop_back();
      return line;
    }
    if (line.size() == kLongestHeader) return std::nullopt;
    line += c;
  }
  return std::nullopt;
}

bool is_length(std::string_view name) {
  constexpr std::string_view kLength = "content-length";
  return std::equal(name.begin(), name.end(), kLength.begin(), kLength.end(),
                    [](char a, char b) { return lower_ascii(a) == b; });
}

std::optional<std::size_t> number_in(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// The unit that a "\uXXXX" at `place` writes, or -1.
int escaped_unit(std::string_view json, std::size_t place) {
  if (json.substr(place, 2) != "\\u" || place + 6 > json.size()) return -1;
  int unit = 0;
  const char* digits = json.data() + place + 2;
  const auto [end, error] = std::from_chars(digits, digits + 4, unit, 16);
  return error == std::errc() && end == digits + 4 ? unit : -1;
}

bool is_high(int unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(int unit) { return unit >= 0xDC00 && unit < 0xE000; }

std::string without_half_pairs(std::string json) {
  for (std::size_t i = 0; i + 1 < json.size(); ++i) {
    if (json[i] != '\\') continue;
    const int unit = escaped_unit(json, i);
    if (is_high(unit) && is_low(escaped_unit(json, i + 6))) {
      i += 11;
    } else if (is_high(unit) || is_low(unit)) {
      json.replace(i, 6, "\\uFFFD");
      i += 5;
    } else {
      ++i;  // what is escaped isn't the beginning of another
    }
  }
  return json;
}

}  // namespace

std::optional<std::string> read_message(std::istream& in, std::size_t most) {
  std::optional<std::size_t> length;
  for (;;) {
    const auto line = read_line(in);
    if (!line) return std::nullopt;
    if (line->empty()) break;
    const std::size_t colon = line->find(':');
    if (colon == std::string::npos) return std::nullopt;
    if (is_length(std::string_view(*line).substr(0, colon)))
      length = number_in(std::string_view(*line).substr(colon + 1));
  }
  if (!length || *length > most) return std::nullopt;
  std::string body(*length, '\0');
  in.read(body.data(), static_cast<std::streamsize>(body.size()));
  if (static_cast<std::size_t>(in.gcount()) != body.size()) return std::nullopt;
  return body;
}

std::optional<nlohmann::json> parse_message(const std::string& body) {
  nlohmann::json message = nlohmann::json::parse(body, nullptr, false);
  if (message.is_discarded()) message = nlohmann::json::parse(without_half_pairs(body), nullptr, false);
  if (message.is_discarded()) return std::nullopt;
  return message;
}

void MessageWriter::write(const nlohmann::json& message) {
  const std::string body = message.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  const std::lock_guard lock(mutex_);
  out_ << "Content-Length: " << body.size() << "\r\n\r\n" << body << std::flush;
}

}  // namespace onus
