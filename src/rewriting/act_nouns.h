#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "language/inflection.h"
#include "rules/finding.h"
#include "rules/narrative.h"

namespace onus {

inline constexpr std::string_view kActAsNoun = "act-as-noun";

// An act of harm told by a noun, with both people named beside it: "Mr B's assault on Ms A happened in the
// lift", "Ms A suffered years of humiliation by Mr B", "There was an attack on her by him".
struct ActNoun {
  ProseSpan words;
  Suggestion suggestion;  // a rewrite with the act as a verb
};

// Of one parsed sentence. nullopt where none is told so, or it can't be put as a verb with the sentence's own
// words.
std::optional<ActNoun> act_told_as_noun(const Narrative&, std::uint32_t sentence, const Inflector&);

// Plain-style notes, of no category, where a finding doesn't offer that rewrite already.
void note_act_nouns(const Narrative&, const Inflector&, std::vector<Finding>&);

}  // namespace onus
