#include "rewriting/style_notes.h"

#include <algorithm>
#include <iterator>

#include "rules/exceptions.h"
#include "rules/matcher.h"

namespace onus {

bool excused_words(const Narrative& n, std::uint32_t sentence, TokenRange words) {
  Match match;
  match.sentence = sentence;
  match.tokens = match.underlined = words;
  match.clause = n.clauses.of_token[words.begin];
  Exceptions exceptions = for_every_rule();
  // "To avoid being accused by him" speaks of what she avoids, and not of wording.
  exceptions.reset(static_cast<std::size_t>(Exception::criticised));
  return excused(n, match, exceptions).has_value();
}

void add_notes(std::vector<Finding>& findings, std::vector<Finding> notes) {
  findings.insert(findings.end(), std::make_move_iterator(notes.begin()),
                  std::make_move_iterator(notes.end()));
  std::ranges::stable_sort(findings, {}, [](const Finding& finding) { return finding.span.begin; });
}

}  // namespace onus
