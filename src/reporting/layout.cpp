#include "reporting/layout.h"

#include <algorithm>

namespace onus {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::string_view code_of(Ink ink) {
  switch (ink) {
    case Ink::bold:
      return "1";
    case Ink::dim:
      return "2";
    case Ink::red:
      return "31;1";
    case Ink::yellow:
      return "33";
    case Ink::blue:
      return "36";
    case Ink::green:
      return "32";
    case Ink::underlined:
      return "4;1";
    case Ink::plain:
      break;
  }
  return "0";
}

// Ranges of `text`, each the words of one line.
std::vector<ProseSpan> line_ranges(std::string_view text, int first_width, int width) {
  std::vector<ProseSpan> lines;
  std::size_t line_begin = 0, line_end = 0, used = 0;
  for (std::size_t at = 0; at < text.size();) {
    while (at < text.size() && is_space(text[at])) ++at;
    const std::size_t word = at;
    while (at < text.size() && !is_space(text[at])) ++at;
    if (word == at) break;
    const std::size_t size = code_points(text.substr(word, at - word));
    const auto limit = static_cast<std::size_t>(lines.empty() ? first_width : width);
    if (used > 0 && used + 1 + size > limit) {
      lines.push_back({static_cast<std::uint32_t>(line_begin), static_cast<std::uint32_t>(line_end)});
      used = 0;
    }
    if (used == 0) line_begin = word;
    used += size + (used > 0 ? 1 : 0);
    line_end = at;
  }
  if (used > 0)
    lines.push_back({static_cast<std::uint32_t>(line_begin), static_cast<std::uint32_t>(line_end)});
  return lines;
}

std::string flat(std::string_view text) {
  std::string result(text);
  std::replace_if(result.begin(), result.end(), is_space, ' ');
  return result;
}

}  // namespace

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string inked(const Style& style, Ink ink, std::string_view text) {
  if (!style.colour || ink == Ink::plain) return std::string(text);
  return "\x1b[" + std::string(code_of(ink)) + "m" + std::string(text) + "\x1b[0m";
}

std::vector<std::string> wrap(std::string_view text, int width, std::string_view first,
                              std::string_view indent) {
  std::vector<std::string> lines;
  const int first_width = width - static_cast<int>(code_points(first));
  const int rest_width = width - static_cast<int>(code_points(indent));
  for (const ProseSpan range : line_ranges(text, first_width, rest_width))
    lines.push_back(std::string(lines.empty() ? first : indent) +
                    flat(text.substr(range.begin, range.size())));
  return lines;
}

std::vector<std::string> underline(const Style& style, std::string_view text, ProseSpan marked,
                                   std::string_view indent) {
  std::vector<std::string> lines;
  const int width = style.width - static_cast<int>(code_points(indent));
  for (const ProseSpan range : line_ranges(text, width, width)) {
    const ProseSpan part{std::clamp(marked.begin, range.begin, range.end),
                         std::clamp(marked.end, range.begin, range.end)};
    const std::string before = flat(text.substr(range.begin, part.begin - range.begin));
    const std::string words = flat(text.substr(part.begin, part.size()));
    const std::string after = flat(text.substr(part.end, range.end - part.end));
    lines.push_back(std::string(indent) + before +
                    (words.empty() ? "" : inked(style, Ink::underlined, words)) + after);
    if (!style.colour && !words.empty())
      lines.push_back(std::string(indent) + std::string(code_points(before), ' ') +
                      std::string(code_points(words), '^'));
  }
  return lines;
}

}  // namespace onus
