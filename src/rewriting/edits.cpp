#include "rewriting/edits.h"

#include <algorithm>

namespace onus {

Suggestion suggestion_from(std::string_view prose, std::vector<Edit> edits) {
  std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
  });
  Suggestion suggestion;
  suggestion.kind = SuggestionKind::rewrite;
  if (edits.empty()) return suggestion;
  std::uint32_t done = edits.front().begin;
  for (const Edit& edit : edits) {
    suggestion.text += prose.substr(done, edit.begin - done);
    suggestion.text += edit.text;
    done = edit.end;
  }
  suggestion.span = {edits.front().begin, done};
  return suggestion;
}

}  // namespace onus
