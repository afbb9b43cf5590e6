#pragma once

#include <cstdint>
#include <unordered_map>

namespace onus {

// Whether rewrites keep the facts of the sentences they stand for, by a hash of the words of both; so that
// the next state of a text needn't parse them again. What comes of a check rests on nothing but these words.
struct CheckedRewrites {
  std::unordered_map<std::uint64_t, bool> keep_the_facts;
};

}  // namespace onus
