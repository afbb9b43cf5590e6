#pragma once

#include <string>
#include <vector>

namespace onus {

// `place-features PATH…`: for each mention of one person in labelled items or annotated reports, where it is
// known which role that person plays, a line of its place, the classes of the net (child, professional,
// perpetrator, non-offending parent), nothing, and the features of the place where it stands in hexadecimal,
// between tabs.
int print_place_features(const std::vector<std::string>& arguments);

}  // namespace onus
