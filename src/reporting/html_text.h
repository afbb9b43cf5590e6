#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "linting/report.h"

namespace onus {

// The report with its marks, as HTML: each paragraph, list item or table with the findings on it beside it.
// `id` begins the identifiers of this document in the page: "d1". Findings are numbered from 1 in the order
// of the text.
std::string marked_text(const DocumentReport&, const std::string& id, const std::string& name);

// One block with its marks and no findings beside: for two drafts side by side.
std::string marked_block(const DocumentReport&, std::uint32_t block);

// The suggestions, message, reason and source of a finding.
std::string finding_card(const DocumentReport&, std::uint32_t finding, const std::string& id,
                         bool with_reason);

// The beginning of a table in a region of its own, which is scrolled where it is too wide; `header` is rows
// of HTML, which a printer repeats on every page, or empty. kTableEnd ends it.
std::string table_begin(std::string_view label, const std::string& header);
inline constexpr std::string_view kTableEnd = "</tbody></table></div>\n";
// A row of titles for the columns; an empty one is no title.
std::string header_row(const std::vector<std::string>& titles);

// What marks and cards of a finding are classed by: "c-doubt".
std::string category_class(const Finding&);

}  // namespace onus
