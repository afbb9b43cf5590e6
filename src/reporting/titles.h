#pragma once

#include <string>
#include <string_view>

#include "linting/report.h"

// The names that people read, the same in every output.
namespace onus {

inline constexpr std::string_view kComponentsTitle = "What the report shows";
inline constexpr std::string_view kPartneringTitle = "Asked, heard and told back";
inline constexpr std::string_view kCriteriaTitle = "Against the criteria of the case file audits";
std::string_view title_of(Component);
std::string_view title_of(Criterion);
std::string_view title_of(PartneringPoint);
std::string_view title_of(Role);
// "perpetrator-pattern" with spaces instead of hyphens.
std::string spaced(std::string_view name);
// "1 finding", "2 findings".
std::string counted(std::size_t count, std::string_view noun);
// What stands before a suggestion: "Write", "Perhaps", "Ask".
std::string_view label_of(SuggestionKind);
// "error  victim-blaming" for a heading: "Victim blaming"; for findings of no category "Note".
std::string category_title(const Finding&);
// "perpetrator, stated (convicted)"; "role unknown" for someone of whom nothing is known.
std::string role_title(const Person&);
// Neighbours, friends and those of whom nothing is known would only make a list of people long.
bool has_telling_role(const Person&);
// "assessment.docx: 17 findings (9 errors, 5 warnings, 3 notes)."
std::string summary_of(const DocumentReport&);
// The same without the name: "17 findings (9 errors, 5 warnings, 3 notes)."
std::string findings_counted(const DocumentReport&);
// "Set aside in the document: “failed to protect” (failure-to-protect): the referral's words"
std::string title_of(const DocumentReport&, const SetAside&);
// The heading that a finding stands under; empty before the first.
std::string_view heading_over(const DocumentReport&, const Finding&);

}  // namespace onus
