#pragma once

#include <nlohmann/json_fwd.hpp>

#include "linting/report.h"
#include "serving/check_request.h"

namespace onus {

// The answer of /v2/check. It has every member that any known client needs, places in UTF-16 units inside the
// client's text, and in each match: a message that stands alone (some clients show nothing else), rewrites
// and then reframes that replace just the words of the match, and a category that word processors colour:
// STYLE (blue in LibreOffice) for notes, the rule's own (orange) for warnings and errors. It never calls a
// finding a spelling mistake.
//
// `report` is of request.text.text.
nlohmann::ordered_json check_reply(const CheckRequest& request, const DocumentReport& report);
// The same where nothing was read.
nlohmann::ordered_json empty_check_reply(const CheckRequest& request);

nlohmann::ordered_json software_block();
nlohmann::ordered_json languages_reply();

}  // namespace onus
