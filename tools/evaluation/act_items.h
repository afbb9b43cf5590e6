#pragma once

#include <string>
#include <vector>

namespace onus {

// `act-features PATH…`: for each clause of labelled items or annotated reports a line of its place, the
// classes of the net that readers marked (a tactic, and any), nothing, and its features in hexadecimal,
// between tabs.
int print_act_features(const std::vector<std::string>& arguments);

// `acts [--misses] PATH…`: how many of the acts that are marked in labelled items the program finds, and how
// many that aren't.
int measure_acts(const std::vector<std::string>& arguments);

}  // namespace onus
