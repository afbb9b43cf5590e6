#include "components/prompts.h"

#include <algorithm>
#include <optional>

#include "components/evidence.h"
#include "components/wordings.h"
#include "text/fold.h"

namespace onus {
namespace {

constexpr std::size_t kQuestions = 5;

bool is_answered(const Reading& reading, const Prompt& prompt) {
  const auto count = static_cast<std::uint32_t>(reading.narrative.analysis.sentences.size());
  for (std::uint32_t s = 0; s < count; ++s)
    for (const Pattern& pattern : prompt.unless)
      if (reading.matcher.occurs_in(pattern, s)) return true;
  return false;
}

bool applies(const Reading& reading, const Prompt& prompt) {
  return std::find(prompt.not_in.begin(), prompt.not_in.end(), reading.narrative.kind) == prompt.not_in.end();
}

bool may_hide(const Finding& finding) {
  return finding.category == Category::mutualising || finding.category == Category::euphemism ||
         finding.category == Category::nominalisation || finding.category == Category::agentless_passive;
}

// The first wording behind which acts may be hidden.
std::optional<ProseSpan> hidden_words(const Reading& reading) {
  std::optional<ProseSpan> words;
  const auto hidden = seen(reading, Sign::hidden);
  if (!hidden.empty()) words = hidden.front()->span;
  const auto finding = std::find_if(reading.findings.begin(), reading.findings.end(), may_hide);
  if (finding != reading.findings.end() && (!words || finding->span < *words)) words = finding->span;
  return words;
}

}  // namespace

void ask(const Reading& reading, std::vector<ComponentCoverage>& coverage) {
  const Names names = family_names(reading.narrative.cast);
  for (const Prompt& prompt : reading.words.prompts) {
    ComponentCoverage& component = coverage[static_cast<std::size_t>(prompt.component)];
    if (component.level == Level::specific || component.prompts.size() == kQuestions) continue;
    if (applies(reading, prompt) && !is_answered(reading, prompt))
      component.prompts.push_back(capitalised(fill_names(prompt.ask, names, {})));
  }
}

std::vector<std::string> ask_what_is_hidden(const Reading& reading) {
  const auto words = hidden_words(reading);
  if (!words) return {};
  return {say(Wording::hidden_question, {{"words", reading.narrative.text(*words)}})};
}

}  // namespace onus
