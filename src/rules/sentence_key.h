#pragma once

#include <cstdint>
#include <vector>

#include "rules/matcher.h"

namespace onus {

// One sentence of a narrative as far as patterns can tell.
struct SentenceKey {
  // The same for sentences in which the same is found; 0 where a sentence can't be told by itself.
  std::uint64_t hash = 0;
  // What the sentence has begins with these; where it has none, they are the next one's.
  std::uint32_t token = 0;
  std::uint32_t clause = 0;
  std::uint32_t mention = 0;
};

// For each sentence. A match rests on the words of its sentence, their tags and tree, on the mentions in it,
// the roles of those who are meant and on whether the report says at all who plays them; on nothing else. All
// of that is in the hash: who reads more in Matcher::match_at adds it here.
std::vector<SentenceKey> sentence_keys(const Matcher&);

// A match of the sentence `from` as a match of the sentence `to`, number `sentence`, that has the same hash.
Match moved(Match, const SentenceKey& from, const SentenceKey& to, std::uint32_t sentence);

}  // namespace onus
