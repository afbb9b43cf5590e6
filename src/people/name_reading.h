#pragma once

#include <cstdint>
#include <vector>

#include "people/mention_text.h"
#include "people/report_naming.h"

namespace onus {

// Reads the name that begins at `t` in `sentence`, appends it, and returns the token behind it; `t` where
// none begins. The names of bodies ("Bryn Primary") are passed over without a mention.
std::uint32_t read_name(const MentionText&, const ReportNaming&, TokenRange sentence, std::uint32_t t,
                        std::vector<FoundMention>& out);

}  // namespace onus
