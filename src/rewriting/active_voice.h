#pragma once

#include <vector>

#include "language/inflection.h"
#include "rules/finding.h"
#include "rules/narrative.h"

namespace onus {

// A passive with its by-phrase turned round its doer: "Ms A was punched by Mr B" → "Mr B punched Ms A".
struct ActiveVoice {
  std::vector<std::uint32_t> participles;  // tokens of the passives that it turns
  ProseSpan words;                         // of the first passive, from its auxiliary to its agent
  Suggestion suggestion;                   // a rewrite
};

// The passives with a by-phrase of one sentence, those that can be turned with the sentence's own words.
// Everything else of the clause stays: tense, negation, modality, adverbs, what comes before and after. Left
// out are those in which a word would come to mean something else: joined clauses that would lose their
// subject, a pronoun that would point at somebody else, quotations.
std::vector<ActiveVoice> in_active_voice(const Narrative&, std::uint32_t sentence, const Inflector&);

// Without a by-phrase: the clause with a slot for the one who did it, as a reframe. nullopt where that can't
// be said in one simple sentence.
std::optional<Suggestion> with_slot_for_doer(const Narrative&, std::uint32_t participle, const Inflector&);

}  // namespace onus
