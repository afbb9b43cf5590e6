#include "rewriting/suggest.h"

#include <algorithm>
#include <array>

#include "rewriting/active_voice.h"
#include "rules/wording.h"

namespace onus {
namespace {

constexpr std::size_t kMostPrompts = 3;

bool is_passive(const Finding& finding) {
  return finding.category == Category::agentless_passive || finding.category == Category::passive_with_agent;
}

const Clause* clause_of(const Narrative& n, const Finding& finding) {
  if (finding.predicate >= n.clauses.at_predicate.size()) return nullptr;
  const std::uint32_t clause = n.clauses.at_predicate[finding.predicate];
  return clause == kNone ? nullptr : &n.clauses.all[clause];
}

// "claims that he hit her" → "says that he hit her": the same saying without the doubt, in the same form.
std::optional<Suggestion> neutral_saying(const Narrative& n, const Finding& finding,
                                         const Inflector& inflector) {
  constexpr std::array<std::string_view, 7> doubting{"claim",    "allege",  "purport", "insist",
                                                     "maintain", "contend", "assert"};
  const Clause* clause = clause_of(n, finding);
  if (clause == nullptr || clause->voice != Voice::active) return std::nullopt;
  if (std::find(doubting.begin(), doubting.end(), n.analysis.lemma(clause->predicate)) == doubting.end())
    return std::nullopt;
  if (dependent(n.analysis, n.clauses, clause->predicate, Deprel::ccomp) == kNone) return std::nullopt;
  Suggestion suggestion{SuggestionKind::rewrite, n.analysis.tokens[clause->predicate].span, "", {}};
  switch (n.analysis.tokens[clause->predicate].xpos) {
    case Xpos::VBZ:
      suggestion.text = inflector.third_person("say");
      break;
    case Xpos::VBD:
    case Xpos::VBN:
      suggestion.text = inflector.past("say");
      break;
    case Xpos::VBG:
      suggestion.text = inflector.present_participle("say");
      break;
    case Xpos::VB:
    case Xpos::VBP:
      suggestion.text = "say";
      break;
    default:
      return std::nullopt;
  }
  return suggestion;
}

std::optional<Suggestion> own_words(const Narrative& n, const Finding& finding, const Inflector& inflector) {
  if (is_quoted(n, finding.span)) return std::nullopt;
  if (finding.category == Category::doubt) return neutral_saying(n, finding, inflector);
  const Clause* clause = clause_of(n, finding);
  if (!is_passive(finding) || clause == nullptr || clause->voice == Voice::active) return std::nullopt;
  return in_active_voice(n, *clause, inflector);
}

// A passive's own question names the act and whom it was done to.
Suggestion question_about(const Narrative& n, const Finding& finding) {
  const Names names = names_in(n.cast);
  return {SuggestionKind::prompt,
          finding.span,
          fill_names("Who did this (“{match}”), and what did that person do before and after?", names,
                     n.text(finding.span)),
          {}};
}

void keep_prompts_few(std::vector<Suggestion>& suggestions) {
  std::size_t prompts = 0;
  std::erase_if(suggestions, [&](const Suggestion& suggestion) {
    return suggestion.kind == SuggestionKind::prompt && ++prompts > kMostPrompts;
  });
}

}  // namespace

std::vector<std::string> slots_of(std::string_view text) {
  std::vector<std::string> slots;
  for (std::size_t open = text.find('['); open != std::string_view::npos; open = text.find('[', open + 1)) {
    const std::size_t close = text.find(']', open);
    if (close == std::string_view::npos) break;
    slots.emplace_back(text.substr(open + 1, close - open - 1));
  }
  return slots;
}

void suggest(const Narrative& narrative, const Inflector& inflector, std::vector<Finding>& findings) {
  for (Finding& finding : findings) {
    if (auto suggestion = own_words(narrative, finding, inflector))
      finding.suggestions.insert(finding.suggestions.begin(), std::move(*suggestion));
    if (finding.suggestions.empty()) finding.suggestions.push_back(question_about(narrative, finding));
    keep_prompts_few(finding.suggestions);
    for (Suggestion& suggestion : finding.suggestions)
      if (suggestion.kind == SuggestionKind::reframe) suggestion.slots = slots_of(suggestion.text);
  }
}

}  // namespace onus
