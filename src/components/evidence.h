#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "components/coverage.h"
#include "components/sightings.h"
#include "rules/wording.h"

// The level and the evidence of each component. Thresholds: a pattern needs three acts over two kinds of
// tactic and a time; harm to the child an act with the child as target or instrument; protective efforts two
// everyday acts; impact a named child, something that can be seen and its link to an act; intersections a
// direction.
namespace onus {

ComponentCoverage perpetrator_pattern(const Reading&);
ComponentCoverage harm_to_child(const Reading&);
ComponentCoverage protective_efforts(const Reading&);
ComponentCoverage impact_on_child(const Reading&);
ComponentCoverage intersections(const Reading&);

// Sightings of what the other parent does, without what a finding blames and what an act of the person using
// violence prevents.
std::vector<const Sighting*> efforts(const Reading&, Sign);

// "Stopped him going to his church", "made him eat in the hall": part of an act of the person using violence.
bool is_part_of_an_act(const Reading&, const Sighting&);

// Is the act done to a child, or by means of one?
bool targets_child(const Parts&, const Event&);
// And to nobody else: it counts for the pattern and is shown with the harm to the child; as the pattern only
// where that has nothing else to show.
bool targets_only_children(const Parts&, const Event&);

// Something about a child that can be seen or heard.
struct Effect {
  const Sighting* sighting = nullptr;
  std::vector<std::uint32_t> children;  // indexes into Cast::people
  bool named = false;                   // one child is meant, and the report names it
  bool linked = false;                  // to an act or to the person who does them
  bool linked_in_words = false;         // by its own sentence, not only by an act that is told beside it
  bool specific() const { return named && linked; }
};
std::vector<Effect> effects_on_children(const Reading&);
std::vector<std::string> areas_of(const std::vector<Effect>& effects);  // of the specific ones, each once
// "He said that she [is imagining things]", to the writer or to nobody named: what the person using violence
// says of the other parent is a claim, and shows nothing about her.
bool is_claimed_by_perpetrator(const Reading&, const Sighting&);

std::vector<std::uint32_t> named_children(const Cast&);

// Puts evidence in the order of the text; of overlapping pieces the longer stays, of repeated words the
// first.
void put_in_order(const Narrative&, std::vector<Evidence>&);
void add_all(std::vector<Evidence>&, const std::vector<const Sighting*>&);

// What to call the people in a sentence: names where they are known. `child` is the list of all named
// children.
Names family_names(const Cast&);

}  // namespace onus
