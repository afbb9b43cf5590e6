#include "rewriting/apply.h"

#include <algorithm>

namespace onus {

std::vector<Suggestion> rewrites_in(const std::vector<Finding>& findings) {
  std::vector<Suggestion> all;
  for (const Finding& finding : findings)
    if (!finding.suggestions.empty() && finding.suggestions.front().kind == SuggestionKind::rewrite)
      all.push_back(finding.suggestions.front());
  // A longer one that begins at the same place holds the shorter.
  std::stable_sort(all.begin(), all.end(), [](const Suggestion& a, const Suggestion& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::vector<Suggestion> chosen;
  for (Suggestion& suggestion : all)
    if (chosen.empty() || chosen.back().span.end <= suggestion.span.begin)
      chosen.push_back(std::move(suggestion));
  return chosen;
}

std::string with_suggestions(std::string_view prose, const std::vector<Suggestion>& suggestions) {
  std::string text;
  std::size_t done = 0;
  for (const Suggestion& suggestion : suggestions) {
    text += prose.substr(done, suggestion.span.begin - done);
    text += suggestion.text;
    done = suggestion.span.end;
  }
  return text + std::string(prose.substr(done));
}

}  // namespace onus
