#pragma once

#include <string>
#include <vector>

#include "checks/likeness.h"
#include "components/component_words.h"
#include "components/coverage.h"
#include "rules/finding.h"
#include "rules/narrative.h"

namespace onus {

// What a whole report shows. Everything in it is about the writing.
struct Assessment {
  bool describes_abuse = false;             // some act is told, whoever did it
  std::vector<ComponentCoverage> coverage;  // in the order of the components
  std::vector<CriterionRating> criteria;    // in their order
  Balance balance;
  std::vector<Strength> strengths;     // in the order of the text
  std::vector<Partnering> partnering;  // of a report that describes abuse
  std::vector<std::string> questions;  // where no act is told: at most one, whether something is hidden
};

// `matches`: all of the words' index; `findings` in the order of the text. Never fails. Prompts are asked
// only of a report that describes abuse.
Assessment assess(const Matcher&, const IndexedMatches& matches, const std::vector<Finding>& findings,
                  const ComponentWords&, const SecondReading&);

}  // namespace onus
