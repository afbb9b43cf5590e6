#pragma once

#include <vector>

#include "rules/narrative.h"

namespace onus {

// A participle with the person who does it in a by-phrase: "was [punched] [by] [her former partner]".
struct ByAgent {
  std::uint32_t participle = kNone;
  std::uint32_t by = kNone;
  TokenRange agent;                 // without "by"
  TokenRange core;                  // the agent without appositions and clauses, which the verb agrees with
  std::uint32_t second_by = kNone;  // "by Mr B or [by] his brother": stands in the agent's words
  bool of_all = false;              // "…, all by him": the agent of every clause before it
  bool closing_comma = false;       // the agent ends with an apposition: "by Mr B, her former partner"
};

// Those of one parsed sentence, in order. A place, a time, a means or an agency after "by" is none.
std::vector<ByAgent> by_agents(const Narrative&, std::uint32_t sentence);

}  // namespace onus
