#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

// What a whole report shows, against the five critical components of the Safe & Together model and the five
// criteria of its case file audits. It reads writing: nothing here rates a person or a risk.
namespace onus {

enum class Component : std::uint8_t {
  perpetrator_pattern,
  harm_to_child,
  protective_efforts,
  impact_on_child,
  intersections
};
inline constexpr int kComponents = 5;
enum class Level : std::uint8_t { absent, mentioned, specific };

struct Evidence {
  ProseSpan span;
  std::string indicator;  // what kind of evidence it is, in words a practitioner uses
};

struct ComponentCoverage {
  Component component = Component::perpetrator_pattern;
  Level level = Level::absent;
  std::string reason;                // one sentence: why this level, and what would make it the next
  std::vector<Evidence> evidence;    // in the order of the text
  std::vector<std::string> prompts;  // questions about this family; none where the level is specific
};

enum class Criterion : std::uint8_t {
  assessment,
  wide_ranging_impact,
  plan,
  expectations_of_parents,
  perpetrator_at_centre
};
inline constexpr int kCriteria = 5;
enum class Rating : std::uint8_t { not_applicable, not_met, partially_met, fully_met };

struct CriterionRating {
  Criterion criterion = Criterion::assessment;
  Rating rating = Rating::not_applicable;
  std::vector<std::string> reasons;
};

// Counts of sentences, plan actions and words of praise. People are indexes into Cast::people.
struct Balance {
  struct PerPerson {
    std::uint32_t person = 0;
    int plan_actions = 0;
    int praise = 0;
  };
  int perpetrator_acts = 0;   // sentences in which the perpetrator does an abusive act
  int survivor_deficits = 0;  // sentences in which the non-offending parent is said to fall short
  std::vector<PerPerson> people;
};

// What partnering with the parent being abused and with the children brings into a report: it is there, with
// its words, or it is asked for.
enum class PartneringPoint : std::uint8_t {
  earlier_relationships,
  since_separation,
  childs_own_words,
  efforts_asked_about,
  efforts_credited,
  efforts_told_back
};
inline constexpr int kPartneringPoints = 6;
struct Partnering {
  PartneringPoint point = PartneringPoint::earlier_relationships;
  ProseSpan told;        // the first sentence that tells it; empty where none does
  std::string question;  // empty where it is told
};

// A sentence that does what the model asks for, credited.
struct Strength {
  ProseSpan span;
  Component component = Component::perpetrator_pattern;
  std::string why;
};

std::string_view name_of(Component);  // ids of the contract
std::string_view name_of(Level);
std::string_view name_of(Criterion);
std::string_view name_of(Rating);
std::string_view name_of(PartneringPoint);
std::optional<Component> component_from(std::string_view);
std::optional<Level> level_from(std::string_view);

}  // namespace onus
