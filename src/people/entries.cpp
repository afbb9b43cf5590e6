#include "people/entries.h"

#include <algorithm>

namespace onus {
namespace {

constexpr std::uint32_t kShort = 60;  // bytes

bool label_follows(const Document& document, const Analysis& analysis, std::uint32_t t) {
  const std::uint32_t end = std::min(t + 6, static_cast<std::uint32_t>(analysis.tokens.size()));
  for (std::uint32_t u = t + 1; u < end; ++u)
    if (slice<ProseText>(document.prose, analysis.tokens[u].span) == ":") return true;
  return false;
}

}  // namespace

std::vector<bool> entry_starts(const Document& document, const Analysis& analysis) {
  std::vector<bool> out(analysis.tokens.size(), false);
  const std::vector<std::uint32_t> starts = line_starts(document);
  std::uint32_t line = 0;
  for (std::uint32_t t = 1; t < analysis.tokens.size(); ++t) {
    const std::uint32_t at = analysis.tokens[t].span.begin, end = analysis.tokens[t - 1].span.end;
    if (end >= at) continue;
    const bool starts_line =
        slice<ProseText>(document.prose, {end, at}).find('\n') != std::string_view::npos ||
        std::binary_search(starts.begin(), starts.end(), at);
    if (!starts_line) continue;
    out[t] = end - line < kShort || label_follows(document, analysis, t);
    line = at;
  }
  return out;
}

}  // namespace onus
