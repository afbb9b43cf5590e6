#pragma once

#include <cstdint>
#include <vector>

#include "rules/narrative.h"

namespace onus {

// A report as this room reads it. Notes leave out whom they speak of ("Thabo bright. Falls asleep in class.
// Won't eat school dinner."), and a paragraph about one person goes on in pronouns that might be somebody
// else's. Such a clause is read here as about the one of whom its block speaks (the subject of what was told
// last, or the name that an entry begins with). Indicators find evidence by it; the acts told and who does
// them stay as the report has them, for a guess is no knowledge. Keep it where it is: the narrative refers to
// the values beside it.
class FilledIn {
 public:
  explicit FilledIn(const Narrative&);
  FilledIn(const FilledIn&) = delete;
  FilledIn& operator=(const FilledIn&) = delete;

  const Narrative& narrative() const { return narrative_; }
  // Those in which something was filled in, in order.
  const std::vector<std::uint32_t>& sentences() const { return sentences_; }

 private:
  Clauses clauses_;
  Cast cast_;
  std::vector<std::uint32_t> sentences_;
  Narrative narrative_;
};

}  // namespace onus
