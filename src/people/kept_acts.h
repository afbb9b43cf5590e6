#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "people/events.h"
#include "people/peopled_text.h"

namespace onus {

// How like a clause is to those that readers marked as acts of abuse, whoever does them.
struct ActLikeness {
  float any = 0;                     // from 0 to 1; below 0 where the clause hasn't been read
  Tactic tactic = Tactic::physical;  // the likeliest
};

// What was read of the clauses of each sentence, in their order, by the sentence's key; of one state of a
// text, for the next.
using KeptActs = std::unordered_map<std::uint64_t, std::vector<ActLikeness>>;

// For each sentence a number that is the same for sentences whose clauses read alike. What ActFeatures and
// ActMatcher look at is in it: the words of the sentence and those that follow, their tags and tree, and of
// the people who are mentioned who is the same as whom and what they are known to be. Who lets these read
// more adds it here.
std::vector<std::uint64_t> act_keys(const PeopledText&);

}  // namespace onus
