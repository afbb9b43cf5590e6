#pragma once

#include <string>
#include <vector>

#include "language/inflection.h"
#include "rules/narrative.h"

namespace onus {

// Who does it, as far as the verb has to agree.
struct Agreeing {
  GrammaticalPerson person = GrammaticalPerson::third;
  Number number = Number::sing;
};

// The form that a verb takes in its group.
enum class VerbPlace : std::uint8_t { base, present, past, participle, ing };

// The words of a passive from its first auxiliary to its last participle.
struct PassiveGroup {
  TokenRange words;                 // auxiliaries, adverbs and participles
  std::uint32_t auxiliary = kNone;  // the one that makes it passive: be, get; "had" of "had her hair pulled"
  std::vector<std::uint32_t> participles;  // several: "slapped, kicked and choked"
  std::uint32_t floating = kNone;  // "both" or "all" between the auxiliaries, which belongs to the subject
  TokenRange manner{0,
                    0};  // "so badly" of "was so badly beaten", which stands behind the object of the active
  VerbPlace place = VerbPlace::past;  // what the verb becomes once the auxiliary is gone
  bool finite = false;                // the passive's auxiliary is the finite verb itself
  bool negated = false;               // not, n't
  std::uint32_t left_out = kNone;     // a word that the active hasn't: "not" once "neither" stands in front
  bool infinitive = false;            // begins with "to"
  bool gerund = false;                // begins with "being", "having been"
};

// The group that ends with this participle. Without an auxiliary ("the phone broken by him") `auxiliary` is
// kNone and `words` begins with the adverbs before it.
PassiveGroup passive_group(const Narrative&, std::uint32_t participle);

// The active group that says the same, with its tense, aspect, modality, negation and adverbs: "has
// repeatedly been hit" → "has repeatedly hit"; "wasn't hit" → "didn't hit".
std::string active_group(const Narrative&, const PassiveGroup&, const Agreeing&, const Inflector&);
// The same in a question, without its first word, which stands before the subject: "did" and "hit".
struct Question {
  std::string first;
  std::string rest;
};
Question active_question(const Narrative&, const PassiveGroup&, std::uint32_t first_auxiliary,
                         const Agreeing&, const Inflector&);

// The participles alone, each in that form, with the words between them as they stand.
std::string active_verbs(const Narrative&, const PassiveGroup&, VerbPlace, const Agreeing&, const Inflector&);

}  // namespace onus
