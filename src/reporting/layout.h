#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

// Setting text for a terminal or a plain file. Widths count code points.
namespace onus {

struct Style {
  bool colour = false;  // ANSI sequences
  int width = 80;       // columns; at least 40
};

enum class Ink : std::uint8_t { plain, bold, dim, red, yellow, blue, green, underlined };

// `text` in that ink, or as it is where there is no colour.
std::string inked(const Style&, Ink, std::string_view text);

// The lines of `text` broken at spaces so that none is longer than `width` code points, unless one word is.
// Line breaks and tabs in the text count as spaces. Each line begins with `indent` (the first with `first`),
// which counts.
std::vector<std::string> wrap(std::string_view text, int width, std::string_view first,
                              std::string_view indent);

// A quotation of `text`, wrapped, with its `marked` part underlined: by ink, or by a line of carets below.
std::vector<std::string> underline(const Style&, std::string_view text, ProseSpan marked,
                                   std::string_view indent);

std::size_t code_points(std::string_view text);

}  // namespace onus
