#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/analysis.h"

namespace onus {

// "He's taken her phone": the parser takes "'s" for "is" and him for the one to whom it is done. Where the
// participle has an object behind it and no by-phrase, and its auxiliary is "'s", the sentence is made
// active. Gives the auxiliaries, as indexes into Analysis::tokens; their lemma is "have". "He's told to
// leave" stays. `sentence`: parsed tokens whose heads are indexes into Analysis::tokens, the first of them at
// `begin`.
std::vector<std::uint32_t> read_contracted_have(std::span<Token> sentence, std::uint32_t begin,
                                                std::string_view prose);

}  // namespace onus
