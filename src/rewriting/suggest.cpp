#include "rewriting/suggest.h"

#include <algorithm>
#include <array>
#include <functional>
#include <span>

#include "rewriting/act_nouns.h"
#include "rewriting/active_voice.h"
#include "rewriting/apply.h"
#include "rewriting/fact_check.h"
#include "rewriting/neutral_saying.h"
#include "rewriting/note_passives.h"
#include "rules/wording.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

constexpr std::size_t kMostPrompts = 3;
constexpr std::string_view kHarmPassive = "harm-passive";  // its verb is the harm itself

bool is_passive(const Finding& finding) {
  return finding.category == Category::agentless_passive || finding.category == Category::passive_with_agent;
}

// The passives with an agent of the sentences that are asked about, each sentence read once.
class Turned {
 public:
  Turned(const Narrative& narrative, const Inflector& inflector) : n_(narrative), inflector_(inflector) {}

  const ActiveVoice* at(const Finding& finding) {
    for (const ActiveVoice& one : in(finding.sentence)) {
      const bool same = std::find(one.participles.begin(), one.participles.end(), finding.predicate) !=
                        one.participles.end();
      // What leaves the finding's own words as they stand isn't about them.
      const bool touches = one.words.overlaps(finding.span) && one.suggestion.span.overlaps(finding.span);
      if (same || touches) return &one;
    }
    return nullptr;
  }

  const std::vector<ActiveVoice>& in(std::uint32_t sentence) {
    if (sentence != sentence_) {
      sentence_ = sentence;
      all_ = n_.analysis.sentences[sentence].parsed ? in_active_voice(n_, sentence, inflector_)
                                                    : std::vector<ActiveVoice>{};
    }
    return all_;
  }

 private:
  const Narrative& n_;
  const Inflector& inflector_;
  std::uint32_t sentence_ = UINT32_MAX;
  std::vector<ActiveVoice> all_;
};

// The word of saying that a finding of doubt is about.
std::optional<Suggestion> without_doubt(const Narrative& n, const Finding& finding,
                                        const Inflector& inflector) {
  const TokenRange sentence = n.analysis.sentences[finding.sentence].tokens;
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t)
    if (finding.span.overlaps(n.analysis.tokens[t].span))
      if (auto suggestion = neutral_saying(n, t, inflector)) return suggestion;
  return std::nullopt;
}

// "was seen with a broken wrist", "was admitted", "was taken to hospital": the one who did that isn't the one
// who did the harm.
bool is_done_by_helpers(const Narrative& n, const Finding& finding) {
  static constexpr std::array<std::string_view, 23> helping{
      "see",       "admit",     "treat", "bring",   "convey",      "examine", "find",   "tell",
      "discharge", "refer",     "call",  "note",    "observe",     "present", "attend", "inform",
      "transfer",  "transport", "rush",  "airlift", "hospitalise", "record",  "know"};
  const std::string_view verb = n.analysis.lemma(finding.predicate);
  const std::uint32_t at = n.clauses.at_predicate[finding.predicate];
  const bool person =
      at != kNone && n.clauses.all[at].subject != kNone && n.cast.at(n.clauses.all[at].subject) != nullptr;
  return finding.rule != kHarmPassive && (one_of(verb, helping) || (verb == "take" && person));
}

std::optional<Suggestion> own_words(const Narrative& n, const Finding& finding, Turned& turned,
                                    const Inflector& inflector) {
  if (is_quoted(n, finding.span)) return std::nullopt;
  if (finding.category == Category::doubt) return without_doubt(n, finding, inflector);
  if (!is_passive(finding)) return std::nullopt;
  if (const ActiveVoice* active = turned.at(finding)) return active->suggestion;
  if (finding.category != Category::agentless_passive || is_done_by_helpers(n, finding)) return std::nullopt;
  return with_slot_for_doer(n, finding.predicate, inflector);
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

// What nobody in particular is called says nothing about this report, though a finding may share a word of
// it.
std::string without_labels(std::string text) {
  for (const std::string_view label : {"person using violence", "parent being abused", "person who was hurt"})
    for (std::size_t at = text.find(label); at != std::string::npos; at = text.find(label))
      text.erase(at, label.size());
  return text;
}

// A suggestion that would fit any report helps nobody: one at least has to speak of these people or these
// words.
bool speaks_of(const Narrative& n, std::span<const std::string> names, const Finding& finding,
               const Suggestion& suggestion) {
  const std::string text = without_labels(lower(suggestion.text));
  for (const std::string& name : names)
    if (text.find(name) != std::string::npos) return true;
  const TokenRange sentence = n.analysis.sentences[finding.sentence].tokens;
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
    const Token& token = n.analysis.tokens[t];
    const bool content = token.upos == Upos::NOUN || token.upos == Upos::VERB || token.upos == Upos::ADJ;
    if (content && token.span.overlaps(finding.span) && token.span.size() > 3 &&
        text.find(lower(n.form(t))) != std::string::npos)
      return true;
  }
  return false;
}

Suggestion question_about_words(const Narrative& n, const Finding& finding) {
  return {SuggestionKind::prompt,
          finding.span,
          "What was done here (“" + std::string(n.text(finding.span)) +
              "”): by whom, to whom, and with what effect?",
          {}};
}

void make_specific(const Narrative& n, std::span<const std::string> names, Finding& finding) {
  std::vector<Suggestion>& all = finding.suggestions;
  const auto specific = std::find_if(all.begin(), all.end(), [&](const Suggestion& suggestion) {
    return speaks_of(n, names, finding, suggestion);
  });
  if (specific != all.end()) return;
  const auto prompt = std::find_if(all.begin(), all.end(), [](const Suggestion& suggestion) {
    return suggestion.kind == SuggestionKind::prompt;
  });
  all.insert(prompt, question_about_words(n, finding));
}

// A reframe stands for a sentence.
void begin_with_capital(Suggestion& suggestion) {
  if (suggestion.kind != SuggestionKind::reframe || suggestion.text.empty()) return;
  if (suggestion.text.ends_with('.') || suggestion.text.ends_with('?'))
    suggestion.text = capitalised(suggestion.text);
}

void keep_prompts_few(std::vector<Suggestion>& suggestions) {
  std::size_t prompts = 0;
  std::erase_if(suggestions, [&](const Suggestion& suggestion) {
    return suggestion.kind == SuggestionKind::prompt && ++prompts > kMostPrompts;
  });
}

// Holds rewrites against what the report says.
class FactChecks {
 public:
  FactChecks(const Narrative& narrative, const English& english, const Inflector& inflector,
             const CheckedRewrites& before)
      : n_(narrative), english_(english), inflector_(inflector), before_(before) {}

  // The sentences that a suggestion stands in, as they are and as they would be.
  bool keeps_the_facts(const Finding& finding, const Suggestion& suggestion) {
    ProseSpan span = n_.analysis.sentences[finding.sentence].span;
    for (const Sentence& sentence : n_.analysis.sentences)
      if (sentence.span.overlaps(suggestion.span)) span = join(span, sentence.span);
    const std::string before(n_.text(span));
    Suggestion moved = suggestion;
    moved.span = {suggestion.span.begin - span.begin, suggestion.span.end - span.begin};
    return check(before, with_suggestions(before, {moved}));
  }

  CheckedRewrites checked() { return std::move(checked_); }

 private:
  bool check(const std::string& before, const std::string& after) {
    const std::uint64_t key = std::hash<std::string>{}(before + '\0' + after);
    const auto known = before_.keep_the_facts.find(key);
    const bool keeps = known != before_.keep_the_facts.end()
                           ? known->second
                           : changed_facts(before, after, english_, inflector_).empty();
    return checked_.keep_the_facts[key] = keeps;
  }

  const Narrative& n_;
  const English& english_;
  const Inflector& inflector_;
  const CheckedRewrites& before_;
  CheckedRewrites checked_;
};

// Whatever a rule of grammar above gets wrong, a rewrite that tells something else is never offered.
void drop_unsafe(const Narrative& n, FactChecks& checks, std::vector<Finding>& findings) {
  for (Finding& finding : findings) {
    std::erase_if(finding.suggestions, [&](const Suggestion& suggestion) {
      return suggestion.kind == SuggestionKind::rewrite && !checks.keeps_the_facts(finding, suggestion);
    });
    if (finding.suggestions.empty()) finding.suggestions.push_back(question_about(n, finding));
  }
  std::erase_if(findings, [](const Finding& finding) {
    return (finding.rule == kDoerLast || finding.rule == kActAsNoun) &&
           finding.suggestions.front().kind != SuggestionKind::rewrite;
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

CheckedRewrites suggest(const Narrative& narrative, const English& english, const Inflector& inflector,
                        std::vector<Finding>& findings, const CheckedRewrites& before) {
  Turned turned(narrative, inflector);
  std::vector<std::string> names;
  for (const Person& person : narrative.cast.people) names.push_back(lower(person.name));
  for (Finding& finding : findings) {
    if (auto suggestion = own_words(narrative, finding, turned, inflector))
      finding.suggestions.insert(finding.suggestions.begin(), std::move(*suggestion));
    if (finding.suggestions.empty()) finding.suggestions.push_back(question_about(narrative, finding));
    make_specific(narrative, names, finding);
    keep_prompts_few(finding.suggestions);
    for (Suggestion& suggestion : finding.suggestions) begin_with_capital(suggestion);
    for (Suggestion& suggestion : finding.suggestions)
      if (suggestion.kind == SuggestionKind::reframe) suggestion.slots = slots_of(suggestion.text);
  }
  note_act_nouns(narrative, inflector, findings);
  note_passives(narrative, inflector, findings);
  FactChecks checks(narrative, english, inflector, before);
  drop_unsafe(narrative, checks, findings);
  return checks.checked();
}

}  // namespace onus
