#pragma once

#include <string>
#include <vector>

namespace onus {

// tools/train-likeness: prints what sentences are made of and what readers marked in them, one a line: the
// marked categories, those that aren't known (contested ones; in an example of a rule all but the rule's),
// the hashes of the features. Takes files and folders of labelled sentences, folders of annotated reports,
// and
// --rules for the examples of the rules.
int print_likeness_features(const std::vector<std::string>& arguments);

}  // namespace onus
