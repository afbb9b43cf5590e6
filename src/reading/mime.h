#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace onus {

// One entity of a message: its headers, unfolded, and its body as it stands in the file. [RFC 5322, RFC 2045]
struct MimeEntity {
  struct Header {
    std::string name;  // in lower case
    std::string value;
  };
  std::vector<Header> headers;
  std::string_view body;

  std::string_view header(std::string_view name) const;  // "" where there is none
  std::string type() const;                              // "text/plain", in lower case
};

MimeEntity parse_entity(std::string_view bytes);
// A parameter of a header: `parameter("text/plain; charset=utf-8", "charset")`; "" where there is none.
std::string parameter(std::string_view value, std::string_view name);
// The parts between the boundaries of a multipart body.
std::vector<std::string_view> parts_of(std::string_view body, std::string_view boundary);
// The bytes that a body stands for. [RFC 2045, 6]
std::string decoded_body(const MimeEntity& entity);
// "=?utf-8?Q?caf=C3=A9?=" as UTF-8. [RFC 2047]
std::string decoded_words(std::string_view value);
// Whether a file begins with the headers of a message that was sent.
bool looks_like_mail(std::string_view bytes);

}  // namespace onus
