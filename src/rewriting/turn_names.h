#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "language/pronouns.h"
#include "rewriting/turning.h"
#include "rewriting/verb_group.h"

// How the doer and the patient are named in the sentence that a passive is turned into: as a name or a
// pronoun, in which case, with which capital.
namespace onus {

// "Ms A's"
std::string possessive(const std::string& name);

// The words of the agent from the token `begin`, without the "by" of a second by-phrase.
std::string agent_words(const Turning&, std::uint32_t begin, PronounUse use = PronounUse::subject);
bool agent_is_pronoun(const Turning&);
// The pronouns that the agent goes by; nullopt where that isn't known.
std::optional<PronounSet> agent_set(const Turning&);
// What the verb has to agree with once the doer is its subject.
Agreeing agreement(const Turning&);
// The doer's words in the new place. A name ends with the comma that closes its apposition.
std::string doer_as(const Turning&, PronounUse);
// The patient's words behind the active verb.
std::string object_text(const Turning&);

// Does the sentence begin with the patient?
bool at_start(const Turning&);
// Does the phrase name somebody? Also a name that the tagger takes for a noun, spoken of by "her" or "his"
// right after.
bool named(const Turning&, TokenRange);
// Nouns of stuff and of what is done, which stand without an article and are nobody's name.
bool is_stuff(const Turning&, TokenRange);
// May a phrase at the start of the sentence not be written small within it?
bool keeps_capital(const Turning&, TokenRange);
// "Tess was …", "Money was …": where the tagger sees a noun, only the report can tell a name from a thing.
bool unsure_of_capital(const Turning&);

// How someone who has been named is spoken of again; a pronoun where it can't be taken for the doer. Empty
// where only a pronoun is known and it could be.
std::string again(const Turning&, TokenRange whom, PronounUse);
// The object of a second verb of the same doer's: never the doer, who would be "himself", so a pronoun always
// does.
std::string object_again(const Turning&, TokenRange whom);
// The phrase of the mention that `head` stands in, or of the parse; the token alone where that would hold the
// passive.
TokenRange phrase_around(const Turning&, std::uint32_t head);

}  // namespace onus
