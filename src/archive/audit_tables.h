#pragma once

#include <string>

#include "archive/audit.h"

// The tables behind the pictures of a dashboard, as HTML.
namespace onus {

// A table that scrolls by itself on a narrow screen. `label` is unique in the page.
std::string table_html(const std::string& label, const std::vector<std::string>& columns,
                       const std::string& rows);
std::string cell(const std::string& html);    // <td>
std::string number(const std::string& html);  // a right-aligned <td>
std::string row_head(const std::string& html);

std::string components_table(const Audit&);
std::string criteria_table(const Audit&);
std::string wording_table(const Audit&);
std::string rules_table(const Audit&);
std::string groups_table(const Audit&, const Grouping&, const std::string& label);
std::string comparison_table(const Audit&, const Comparison&);
std::string to_read_table(const Audit&);
std::string sample_table(const Audit&);
std::string agreement_table(const Audit&, const RatingsResult&);
inline constexpr std::size_t kMostDisagreements = 40;  // of a table; CSV and JSON have all
std::string disagreement_table(const Audit&, const RatingsResult&);

}  // namespace onus
