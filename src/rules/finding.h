#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace onus {

enum class Severity : std::uint8_t { note, warning, error };

// The closed set of the contract, in its order: three families.
enum class Category : std::uint8_t {
  victim_blaming,
  mutualising,
  doubt,
  double_standard,
  victim_responsible_plan,
  incident_only,
  euphemism,
  generalised_impact,
  separation_as_safety,
  cause_excuse,
  referral_as_outcome,
  agentless_passive,
  passive_with_agent,
  nominalisation
};
inline constexpr int kCategories = 14;
enum class Family : std::uint8_t { victim_blaming, incident_only, passive_voice };

// rewrite: the same facts in better grammar, safe to apply. reframe: turned round the perpetrator's
// behaviour, with slots in square brackets for what the document doesn't tell. prompt: questions only; its
// span is not for replacing.
enum class SuggestionKind : std::uint8_t { rewrite, reframe, prompt };

struct Suggestion {
  SuggestionKind kind = SuggestionKind::prompt;
  ProseSpan span;  // what `text` would stand for
  std::string text;
  std::vector<std::string> slots;  // the questions in `text`, without brackets
};

// Something in the report that a careful reader would underline. Messages name the people of this report.
struct Finding {
  std::string rule;                  // id, stable
  std::optional<Category> category;  // nullopt for the plain-style and safety notes
  Severity severity = Severity::note;
  ProseSpan span;
  std::uint32_t sentence = 0;  // index in Analysis::sentences
  std::uint32_t predicate =
      UINT32_MAX;  // token of the verb or noun that the finding is about, where there is one
  std::string message;
  std::string why;
  std::string reference;
  std::vector<Suggestion> suggestions;  // best first
  std::optional<bool> agent;            // all-passives only: a by-phrase is there
};

std::string_view name_of(Severity);
std::string_view name_of(Category);
std::string_view name_of(SuggestionKind);
std::string_view name_of(Family);
std::optional<Category> category_from(std::string_view);
std::optional<Severity> severity_from(std::string_view);
Family family_of(Category);

}  // namespace onus
