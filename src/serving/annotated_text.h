#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/line_index.h"
#include "text/span.h"

namespace onus {

// A half-open range of UTF-16 units in the text of the client.
struct Utf16Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t size() const { return end - begin; }
  friend bool operator==(const Utf16Span&, const Utf16Span&) = default;
};

// What a client sent to be read, and the way back. Clients that know markup send it in parts; places in the
// answer count in all parts together, markup as it was sent and not as it is to be read.
struct AnnotatedText {
  struct Part {
    SourceSpan span;     // in `text`; empty for markup that stands for nothing
    Utf16Span original;  // in what the client has
    bool markup = false;
  };
  std::string text;  // to be read
  std::vector<Part> parts;
};

// Both throw BadRequest (serving/bad_request.h), also for what isn't UTF-8.
AnnotatedText plain_text(const std::string& text);

// The parameter `data`: {"text": …} or {"annotation": [{"text": …}, {"markup": …, "interpretAs": …}]}.
AnnotatedText parse_annotated(std::string_view json);

// Where `span` of the text is for the client. `index` is of AnnotatedText::text.
Utf16Span in_original(const AnnotatedText&, const LineIndex& index, SourceSpan span);
// Whether replacing that range would take markup away.
bool holds_markup(const AnnotatedText&, Utf16Span);

}  // namespace onus
