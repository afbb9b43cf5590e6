#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "text/line_index.h"
#include "text/span.h"

namespace onus {

// What an editor counts as one character of a line. The protocol has UTF-16 unless both sides agree on
// another.
enum class PositionEncoding : std::uint8_t { utf8, utf16, utf32 };
std::string_view name_of(PositionEncoding);

// Places of one text as an editor counts them, and back. The text has to outlive it.
class EditorPlaces {
 public:
  EditorPlaces(std::string_view text, PositionEncoding encoding)
      : text_(text), index_(text), encoding_(encoding) {}

  EditorPosition position(std::uint32_t place) const;
  // What lies beyond a line counts as its end; what lies inside a character as its beginning.
  std::uint32_t place(EditorPosition) const;

  nlohmann::json range(SourceSpan) const;                     // {"start": …, "end": …}
  SourceSpan span(const nlohmann::json& range) const;         // throws nlohmann::json::exception
  std::uint32_t place(const nlohmann::json& position) const;  // the same

 private:
  std::string_view text_;
  LineIndex index_;
  PositionEncoding encoding_;
};

// Makes one change of textDocument/didChange: {"range": …, "text": …}, or {"text": …} for all of it. Throws
// nlohmann::json::exception.
void apply_change(std::string& text, const nlohmann::json& change, PositionEncoding);

}  // namespace onus
