#include "reading/page_edges.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <string_view>

#include "text/fold.h"

namespace onus {

namespace {

constexpr double kEdge = 0.12;  // of the height of the page

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool at_edge(const PdfPage& page, const PdfLine& line) {
  return line.box.bottom < page.height * kEdge || line.box.top > page.height * (1 - kEdge);
}

// "Page 3 of 12" → "page # of #", so that it is the same on every page.
std::string without_numbers(std::string_view text) {
  std::string key;
  for (const char c : text) {
    if (is_digit(c) && key.ends_with('#')) continue;
    key += is_digit(c) ? '#' : lower_ascii(c);
  }
  return key;
}

bool is_page_number(std::string_view key) {
  std::string close;
  for (const char c : key) {
    if (std::string_view(" -–|./()").find(c) == std::string_view::npos) close += c;
  }
  return close == "#" || close == "page#" || close == "page#of#" || close == "#of#" || close == "p#" ||
         close == "##" || close == "page##";
}

// Nothing but running heads stands beside it or further out: the mark of a note is a number, too.
bool is_outermost(const PdfPage& page, const PdfLine& line, const std::vector<bool>& edges) {
  const bool below = line.box.middle() > page.height / 2;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const PdfLine& other = page.lines[i];
    if (edges[i] || &other == &line) continue;
    if (below ? other.box.bottom > line.box.top + 1 : other.box.top < line.box.bottom - 1) return false;
  }
  return true;
}

}  // namespace

std::vector<std::vector<bool>> find_page_edges(const std::vector<PdfPage>& pages) {
  // The same words at the same height, on how many pages.
  std::map<std::pair<std::string, long>, std::size_t> seen;
  const auto key_of = [&](const PdfPage& page, const PdfLine& line, long off) {
    return std::pair(without_numbers(page.words(line)), std::lround(line.box.middle() / 6) + off);
  };
  for (const PdfPage& page : pages) {
    for (const PdfLine& line : page.lines) {
      if (at_edge(page, line)) ++seen[key_of(page, line, 0)];
    }
  }
  const std::size_t enough = std::max<std::size_t>(2, pages.size() / 4);
  std::vector<std::vector<bool>> edges;
  for (const PdfPage& page : pages) {
    std::vector<bool>& found = edges.emplace_back(page.lines.size(), false);
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
      const PdfLine& line = page.lines[i];
      if (!at_edge(page, line)) continue;
      std::size_t times = 0;
      for (const long off : {-1L, 0L, 1L}) {
        const auto same = seen.find(key_of(page, line, off));
        if (same != seen.end()) times += same->second;
      }
      found[i] = times >= enough;
    }
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
      const PdfLine& line = page.lines[i];
      if (at_edge(page, line) && is_page_number(without_numbers(page.words(line))) &&
          is_outermost(page, line, found))
        found[i] = true;
    }
  }
  return edges;
}

}  // namespace onus
