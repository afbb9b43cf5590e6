#pragma once

#include <string>
#include <string_view>

#include "people/cast.h"

namespace onus {

// What to call the people of a report in a message: as the team has it (Labels), else their names where they
// are known, a neutral noun where not.
struct Names {
  std::string survivor;
  std::string perpetrator;
  std::string child;
  bool children = false;                            // `child` names several: "the children"
  std::string patient = "the person who was hurt";  // of a passive
};
Names names_in(const Cast&);

// Puts names for {survivor}, {perpetrator}, {child} and {patient}, and the words that were found for {match};
// of {child:is|are} the word that agrees with the child or the children.
std::string fill_names(std::string_view wording, const Names&, std::string_view match);

}  // namespace onus
