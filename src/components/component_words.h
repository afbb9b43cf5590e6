#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "checks/likeness.h"
#include "components/coverage.h"
#include "people/events.h"
#include "rules/pattern.h"
#include "rules/pattern_index.h"
#include "rules/rulebook.h"

namespace onus {

// Its place among what sentences are weighed for.
constexpr std::size_t class_of(Component component) {
  return static_cast<std::size_t>(kCategories) + static_cast<std::size_t>(component);
}
static_assert(kLikenessClasses == kCategories + kComponents);

// What words in a report are a sign of. Each belongs to one component, or (from `work` on) to the plan, to
// the balance of the writing and to partnering.
enum class Sign : std::uint8_t {
  act,         // perpetrator-pattern: an act of the person using violence
  time,        // perpetrator-pattern: how often, how long, since when
  abuse,       // perpetrator-pattern: abuse called by its name, without an act
  ordinary,    // perpetrator-pattern: what anybody does, and no act of abuse
  accident,    // perpetrator-pattern: what hurts without anybody doing it
  target,      // harm-to-child: an act against the child
  instrument,  // harm-to-child: the child is used against the other parent
  exposure,    // harm-to-child: what the child was made to see or hear
  exposed,     // harm-to-child: that the child was exposed, without to what
  everyday,    // protective-efforts: care and protection from day to day
  leaving,     // protective-efforts: separation, moving
  police,      // protective-efforts: police, courts, orders
  credit,      // protective-efforts: called protective, without an act
  effect,      // impact-on-child: something about the child that can be seen or heard
  link,        // impact-on-child: since when or because of what
  denied,      // impact-on-child: that nothing came of it for the child
  statement,   // impact-on-child: a general statement
  direction,   // intersections: how the behaviour and the circumstance bear on each other
  condition,   // intersections: the circumstance by its name
  work,        // work with the person using violence, done or planned
  deficit,     // the other parent is said to fall short
  praise,
  hidden,  // wording behind which acts may be hidden
  about_abuse,
  attendance,
  behaviour,  // a change that somebody can see
  check,
  date,
  answerable,             // an action that makes the other parent answerable for the abuse
  earlier_relationships,  // partnering, as the next: how earlier partners and their children were treated
  since_separation,       // what was done since the parents separated
  childs_words,           // what a child said, drew or wrote
  efforts_asked,          // the other parent was asked what keeps the children safe
  efforts_told_back,      // and heard from the writer what was seen of it
  count_
};

// One kind of evidence, from lexicons/en/components.
struct Indicator {
  std::string name;  // printed with the evidence
  Sign sign = Sign::act;
  std::optional<Tactic> tactic;  // acts
  std::string area;              // effects: area of a child's life; empty where it isn't known which
  bool wide = false;             // gives way to any other indicator whose words overlap
  std::vector<Pattern> match;
  std::optional<float> likeness;  // in place of `match`: sentences at least so much alike, from 0 to 1
  std::vector<Pattern> with;      // one of them must stand in the same sentence; empty: no matter
  std::vector<Pattern> unless;    // none of them may stand in its clause or below or above it
  std::vector<std::string> flag;  // examples, with [brackets] round the evidence
  std::vector<std::string> pass;
  std::string file;
  int line = 0;
};

// A question that is asked where a component isn't specific.
struct Prompt {
  Component component = Component::perpetrator_pattern;
  std::string ask;
  std::vector<Pattern> unless;  // not asked where the report has these words
  std::vector<DocumentKind> not_in;
};

// The words of all components. Const after loading, shared by all threads. It has a vocabulary of its own,
// which begins as that of the rules, so that word classes are common to both.
struct ComponentWords {
  Vocabulary vocabulary;
  WordClasses classes;
  std::vector<Indicator> indicators;
  std::vector<Prompt> prompts;

  PatternIndex index;  // of what the indicators match
};

// Reads DIR/components/*.yaml of every folder in turn; docs/rules.md describes the notation of patterns.
// Throws Failure: "impact-on-child.yaml:12: expected …".
ComponentWords load_component_words(std::span<const std::filesystem::path> folders, const RuleBook&);

std::string_view name_of(Sign);
std::optional<Component> component_of(Sign);  // nullopt for the plan and the balance

}  // namespace onus
