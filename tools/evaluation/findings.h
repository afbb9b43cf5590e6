#pragma once

#include <string>
#include <vector>

namespace onus {

// `onus-evaluation findings [options] PATH…`: the findings of the engine against labelled sentences. Every
// item is a document of its own, with the kind and the people of its group. A finding and a label count when
// they are of one category and their words overlap; contested labels are left out of the count.
//   --lexicons DIR     where the rules and the model are (default lexicons/en)
//   --only A,B         these categories only
//   --misses           every miss and false alarm
//   --rules            a line for each rule
//   --above-note       findings above note only
//   --undeclared       without the people that the groups declare
// `onus-evaluation neutral [--lexicons DIR] [--misses] FILE.conllu…`: every sentence of a treebank as a
// document of its own; prints findings above note and notes per 1,000 words.
int measure_findings(const std::vector<std::string>& arguments);
int measure_neutral(const std::vector<std::string>& arguments);

}  // namespace onus
