#include "reading/pdf_words.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "reading/docx_xml.h"

namespace onus {

namespace {

double value_of(std::string_view tag, std::string_view name) {
  const std::size_t at = tag.find(name);
  if (at == std::string_view::npos) return 0;
  const std::string digits(tag.substr(at + name.size(), 24));
  const double value = std::strtod(digits.c_str(), nullptr);
  return std::isfinite(value) ? std::clamp(value, -1e5, 1e5) : 0;
}

Box box_of(std::string_view tag) {
  return {value_of(tag, "xMin=\""), value_of(tag, "yMin=\""), value_of(tag, "xMax=\""),
          value_of(tag, "yMax=\"")};
}

void add_word(PdfPage& page, PdfLine& line, const Box& box, std::string_view raw) {
  std::string word = decoded(raw);
  std::replace(word.begin(), word.end(), '\0', ' ');
  if (word.empty()) return;
  if (!line.words.empty()) page.text += ' ';
  const auto begin = static_cast<std::uint32_t>(page.text.size());
  page.text += word;
  line.words.push_back({box, begin, static_cast<std::uint32_t>(page.text.size())});
}

}  // namespace

bool is_note_mark(const Box& line, const PdfWord& word, std::string_view text) {
  const bool number = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return number && text.size() <= 3 && word.box.height() < line.height() * 0.8;
}

std::vector<PdfPage> parse_pdf_words(std::string_view xhtml) {
  std::vector<PdfPage> pages;
  while (true) {
    const std::size_t open = xhtml.find('<');
    if (open == std::string_view::npos) return pages;
    const std::size_t close = xhtml.find('>', open);
    if (close == std::string_view::npos) return pages;
    const std::string_view tag = xhtml.substr(open + 1, close - open - 1);
    xhtml.remove_prefix(close + 1);
    if (tag.starts_with("page ")) {
      pages.push_back({value_of(tag, "width=\""), value_of(tag, "height=\""), {}, {}});
    } else if (tag.starts_with("line ") && !pages.empty()) {
      if (!pages.back().text.empty()) pages.back().text += '\n';
      pages.back().lines.push_back({box_of(tag), {}});
    } else if (tag.starts_with("word ") && !pages.empty() && !pages.back().lines.empty()) {
      const std::string_view raw = xhtml.substr(0, xhtml.find('<'));
      add_word(pages.back(), pages.back().lines.back(), box_of(tag), raw);
    }
  }
}

}  // namespace onus
