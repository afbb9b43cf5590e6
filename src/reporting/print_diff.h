#pragma once

#include <iosfwd>
#include <string_view>

namespace onus {

// The lines that differ between two texts, as a unified diff without context ("diff -U0"). Lines end at "\n";
// the two must have the same number of lines, as a rewrite never adds or removes one. Otherwise all lines are
// shown.
void print_diff(std::ostream& out, std::string_view name, std::string_view before, std::string_view after);

}  // namespace onus
