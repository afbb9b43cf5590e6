#pragma once

#include <cstdint>
#include <vector>

#include "people/mention_text.h"
#include "people/report_naming.h"

// Names that stand for names: "Child B", "Health Visitor 1", "SW1".
namespace onus {

// "SW1", "PERP2", "CH1": the noun of the code, or nullptr.
const PersonNoun* code_of_pseudonym(const MentionText&, const ReportNaming&, std::uint32_t t);
// Reads the pseudonym that begins at `t`, appends it, and returns the token behind it; `t` where none begins.
std::uint32_t read_pseudonym(const MentionText&, const ReportNaming&, std::uint32_t t, std::uint32_t end,
                             std::vector<FoundMention>& out);

}  // namespace onus
