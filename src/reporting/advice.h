#pragma once

#include <string>
#include <vector>

#include "linting/report.h"

// What a writer is told before the report is handed in, the same in every output that has room for it.
namespace onus {

// The questions that would help most, at most `most`: one of each component that is absent, then of those
// that are only mentioned, then a second one of each.
std::vector<std::string> best_questions(const DocumentReport&, std::size_t most);

// What is worth showing: of a document that describes no acts of abuse only the components that it tells
// something about, and no criterion; otherwise all components and the criteria that apply.
std::vector<const ComponentCoverage*> shown_components(const DocumentReport&);
std::vector<const CriterionRating*> shown_criteria(const DocumentReport&);

// Whole sentences on what disclosing may do: who may read the report, what not to write down, and that the
// notes of this program name it all again.
std::vector<std::string> safety_of_disclosure(const DocumentReport&);

}  // namespace onus
