#include "reading/mime.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>

#include "text/ascii.h"
#include "text/encoding.h"

namespace onus {

namespace {

constexpr std::size_t kMostParts = 1000;

// The next line with its line end.
std::string_view line_of(std::string_view text) {
  const std::size_t end = text.find('\n');
  return end == std::string_view::npos ? text : text.substr(0, end + 1);
}

std::string_view without_line_end(std::string_view line) {
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char low = static_cast<char>(c | 0x20);
  return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

// `blank` is what an underscore means: in headers a blank, in bodies itself.
std::string from_quoted_printable(std::string_view text, char underscore) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '_') {
      bytes += underscore;
    } else if (text[i] != '=') {
      bytes += text[i];
    } else if (text.substr(i + 1, 1) == "\n") {
      ++i;
    } else if (text.substr(i + 1, 2) == "\r\n") {
      i += 2;
    } else {
      const int high = i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
      if (high < 0 || low < 0) {
        bytes += text[i];
      } else {
        bytes += static_cast<char>(high * 16 + low);
        i += 2;
      }
    }
  }
  return bytes;
}

int base64_digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

std::string from_base64(std::string_view text) {
  std::string bytes;
  std::uint32_t held = 0;
  int bits = 0;
  for (const char c : text) {
    if (c == '=') break;
    const int digit = base64_digit(c);
    if (digit < 0) continue;
    held = (held << 6) | static_cast<std::uint32_t>(digit);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>((held >> bits) & 0xFF);
  }
  return bytes;
}

std::string as_utf8(const std::string& bytes, const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  std::string text(bytes.size() * 3 + 4, '\0');
  const std::int32_t size =
      ucnv_convert("UTF-8", charset.c_str(), text.data(), static_cast<std::int32_t>(text.size()),
                   bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  if (U_FAILURE(status) || size < 0) return bytes;
  text.resize(static_cast<std::size_t>(size));
  return text;
}

// One encoded word at the beginning of `text`: its size there, 0 where there is none.
std::size_t encoded_word(std::string_view text, std::string& word) {
  if (!text.starts_with("=?")) return 0;
  const std::size_t charset_end = text.find('?', 2);
  if (charset_end == std::string_view::npos || charset_end + 2 >= text.size() || text[charset_end + 2] != '?')
    return 0;
  const std::size_t end = text.find("?=", charset_end + 3);
  if (end == std::string_view::npos) return 0;
  const std::string_view body = text.substr(charset_end + 3, end - charset_end - 3);
  const bool base64 = (text[charset_end + 1] | 0x20) == 'b';
  const std::string bytes = base64 ? from_base64(body) : from_quoted_printable(body, ' ');
  word = as_utf8(bytes, std::string(text.substr(2, charset_end - 2)));
  return end + 2;
}

}  // namespace

std::string_view MimeEntity::header(std::string_view name) const {
  for (const Header& each : headers) {
    if (each.name == name) return each.value;
  }
  return {};
}

std::string MimeEntity::type() const {
  const std::string_view value = header("content-type");
  const std::string found = in_ascii_lower_case(trimmed(value.substr(0, value.find(';'))));
  return found.empty() ? "text/plain" : found;
}

MimeEntity parse_entity(std::string_view bytes) {
  MimeEntity entity;
  while (!bytes.empty()) {
    const std::string_view whole = line_of(bytes);
    const std::string_view line = without_line_end(whole);
    if (line.empty()) {
      bytes.remove_prefix(whole.size());
      break;
    }
    const bool folded = (line[0] == ' ' || line[0] == '\t') && !entity.headers.empty();
    const std::size_t colon = line.find(':');
    if (folded) {
      entity.headers.back().value.append(" ").append(trimmed(line));
    } else if (colon != std::string_view::npos && entity.headers.size() < kMostParts) {
      entity.headers.push_back({in_ascii_lower_case(trimmed(line.substr(0, colon))),
                                std::string(trimmed(line.substr(colon + 1)))});
    }
    bytes.remove_prefix(whole.size());
  }
  entity.body = bytes;
  return entity;
}

std::string parameter(std::string_view value, std::string_view name) {
  const std::string folded = in_ascii_lower_case(value);
  for (std::size_t at = folded.find(name); at != std::string::npos; at = folded.find(name, at + 1)) {
    if (at == 0 || std::string_view("; \t").find(folded[at - 1]) == std::string_view::npos) continue;
    std::string_view rest = value.substr(at + name.size());
    const bool extended = rest.starts_with("*=");  // filename*=UTF-8''caf%C3%A9.docx [RFC 2231]
    if (!extended && !rest.starts_with('=')) continue;
    rest.remove_prefix(extended ? 2 : 1);
    if (rest.starts_with('"')) return std::string(rest.substr(1, rest.find('"', 1) - 1));
    rest = trimmed(rest.substr(0, rest.find(';')));
    if (!extended) return std::string(rest);
    std::string bytes(rest.substr(std::min(rest.rfind('\'') + 1, rest.size())));
    std::replace(bytes.begin(), bytes.end(), '%', '=');
    return from_quoted_printable(bytes, '_');
  }
  return {};
}

std::vector<std::string_view> parts_of(std::string_view body, std::string_view boundary) {
  std::vector<std::string_view> parts;
  if (boundary.empty()) return parts;
  const std::string mark = "--" + std::string(boundary);
  std::size_t begin = std::string_view::npos;
  for (std::size_t at = 0; at < body.size();) {
    const std::string_view line = line_of(body.substr(at));
    if (line.starts_with(mark)) {
      if (begin != std::string_view::npos) parts.push_back(body.substr(begin, at - begin));
      begin = at + line.size();
      if (line.substr(mark.size()).starts_with("--")) return parts;
      if (parts.size() > kMostParts) return parts;
    }
    at += line.size();
  }
  if (begin < body.size()) parts.push_back(body.substr(begin));  // the last boundary is missing
  return parts;
}

std::string decoded_body(const MimeEntity& entity) {
  const std::string encoding = in_ascii_lower_case(trimmed(entity.header("content-transfer-encoding")));
  std::string bytes;
  if (encoding == "base64") {
    bytes = from_base64(entity.body);
  } else if (encoding == "quoted-printable") {
    bytes = from_quoted_printable(entity.body, '_');
  } else {
    bytes = entity.body;
  }
  const std::string charset = in_ascii_lower_case(parameter(entity.header("content-type"), "charset"));
  const bool text = entity.type().starts_with("text/");
  const bool known = charset.empty() || charset == "utf-8" || charset == "us-ascii";
  return text && !known ? as_utf8(bytes, charset) : bytes;
}

std::string decoded_words(std::string_view value) {
  std::string text;
  bool after_word = false;
  while (!value.empty()) {
    std::string word;
    const std::string_view rest = value.substr(std::min(value.find_first_not_of(" \t"), value.size()));
    const std::size_t size = encoded_word(after_word ? rest : value, word);
    if (size > 0) {  // blanks between two encoded words mean nothing
      if (after_word) value = rest;
      text += word;
      value.remove_prefix(size);
    } else {
      text += value[0];
      value.remove_prefix(1);
    }
    after_word = size > 0;
  }
  const std::optional<Decoded> decoded = decode(text);
  return decoded ? decoded->utf8 : std::string();
}

bool looks_like_mail(std::string_view bytes) {
  constexpr std::size_t kSample = 32 * 1024;
  static constexpr std::array<std::string_view, 6> kOfTransport = {
      "received", "message-id", "mime-version", "return-path", "delivered-to", "x-mozilla-status"};
  std::string_view head = bytes.substr(0, kSample);
  if (head.starts_with("From ")) head.remove_prefix(line_of(head).size());  // of a mailbox
  const std::string_view first = line_of(head);
  const std::size_t colon = first.find(':');
  const std::string_view name = first.substr(0, colon);
  if (colon == std::string_view::npos || name.empty() ||
      name.find_first_of(" \t<>#*") != std::string_view::npos)
    return false;
  const MimeEntity entity = parse_entity(head);
  const bool sent = std::any_of(kOfTransport.begin(), kOfTransport.end(),
                                [&](std::string_view each) { return !entity.header(each).empty(); });
  return sent && !entity.header("from").empty();
}

}  // namespace onus
