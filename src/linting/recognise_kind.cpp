#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

#include "linting/lint.h"
#include "text/fold.h"

namespace onus {
namespace {

struct Clue {
  DocumentKind kind;
  std::initializer_list<std::string_view> words;
};

// Words of titles, the telling ones before the general. "Report" alone says nothing.
const std::array<Clue, 7> kClues{{
    {DocumentKind::chronology, {"chronology", "timeline"}},
    {DocumentKind::minutes,
     {"minutes", "record of meeting", "conference record", "note of meeting", "core group"}},
    {DocumentKind::court_statement,
     {"court", "statement of", "witness statement", "section 7", "section 37", "affidavit",
      "guardian ad litem", "cafcass", "family report"}},
    {DocumentKind::police_report,
     {"police", "garda", "incident report", "crime report", "call for service", "occurrence",
      "vulnerable person report"}},
    {DocumentKind::assessment,
     {"assessment", "social work report", "risk analysis", "parenting capacity", "learning review",
      "background report"}},
    {DocumentKind::plan,
     {"child's plan", "child’s plan", "care plan", "safety plan", "child in need plan",
      "child protection plan", "case plan", "plan"}},
    {DocumentKind::letter, {"dear ", "letter"}},
}};

bool holds(std::string_view text, const Clue& clue) {
  for (const std::string_view word : clue.words)
    if (text.find(word) != std::string_view::npos) return true;
  return false;
}

// The line "title: …" between the "---" at the beginning of a Markdown file.
std::string_view title_in_front_matter(const Document& document) {
  constexpr std::string_view kName = "title:";
  std::string_view rest = slice(std::string_view(document.text), document.front_matter);
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    if (line.starts_with(kName)) return line.substr(kName.size());
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  }
  return {};
}

}  // namespace

DocumentKind recognise_kind(const Document& document) {
  if (const std::string title = lower(title_in_front_matter(document)); !title.empty()) {
    for (const Clue& clue : kClues)
      if (holds(title, clue)) return clue.kind;
  }
  // A title says what a document is; what is said further down belongs to its parts.
  constexpr std::size_t kTitleBlocks = 4;
  for (std::size_t b = 0; b < document.blocks.size() && b < kTitleBlocks; ++b) {
    const Block& block = document.blocks[b];
    if (block.kind != BlockKind::heading && block.span.size() > 120) continue;
    const std::string text = lower(slice<ProseText>(document.prose, block.span));
    for (const Clue& clue : kClues)
      if (holds(text, clue)) return clue.kind;
  }
  return DocumentKind::other;
}

}  // namespace onus
