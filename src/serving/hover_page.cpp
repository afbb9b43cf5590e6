#include "serving/hover_page.h"

#include <algorithm>

#include "text/fold.h"

namespace onus {
namespace {

constexpr std::size_t kExamples = 3;

class Page {
 public:
  explicit Page(bool markdown) : markdown_(markdown) {}

  void heading(const std::string& title, const std::string& rest) {
    text_ = markdown_ ? "**" + title + "**" + rest : title + rest;
  }
  void paragraph(std::string_view words) {
    if (!words.empty()) text_ += "\n\n" + escaped(words);
  }
  void list(std::string_view title, const std::vector<std::string>& items) {
    if (items.empty()) return;
    text_ += "\n\n" + std::string(title) + "\n";
    for (const std::string& item : items) text_ += "\n- " + escaped(item);
  }
  std::string finish() && { return std::move(text_); }

 private:
  std::string escaped(std::string_view words) const {
    while (words.ends_with('\n')) words.remove_suffix(1);
    std::string text;
    for (const char c : words) {
      constexpr std::string_view kMarks = "\\`*_{}[]<>#|~!&";
      if (markdown_ && kMarks.find(c) != std::string_view::npos) text += '\\';
      text += c == '\n' ? ' ' : c;
    }
    return text;
  }

  std::string text_;
  bool markdown_;
};

std::string readable(std::string_view id) {
  std::string name(id);
  std::replace(name.begin(), name.end(), '-', ' ');
  return name;
}

std::vector<std::string> suggestions_of(const Finding& finding, bool questions) {
  std::vector<std::string> list;
  for (const Suggestion& suggestion : finding.suggestions)
    if ((suggestion.kind == SuggestionKind::prompt) == questions) list.push_back(suggestion.text);
  return list;
}

}  // namespace

std::string hover_page(const Finding& finding, const Rule* rule, bool markdown) {
  Page page(markdown);
  std::string rest = " · " + std::string(name_of(finding.severity));
  if (finding.category) rest += " · " + readable(name_of(*finding.category));
  page.heading(capitalised(readable(finding.rule)), rest);
  page.paragraph(finding.message);
  page.paragraph(finding.why);
  if (!finding.reference.empty()) page.paragraph("See: " + finding.reference);
  page.list("Instead:", suggestions_of(finding, false));
  page.list("Questions:", suggestions_of(finding, true));
  if (rule != nullptr) {
    const std::size_t count = std::min(kExamples, rule->pass.size());
    const auto end = rule->pass.begin() + static_cast<std::ptrdiff_t>(count);
    page.list("Right as it is:", {rule->pass.begin(), end});
    page.paragraph("The whole page: onus rules explain " + rule->id);
  }
  return std::move(page).finish();
}

}  // namespace onus
