#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "language/analysis.h"

namespace onus {

// Which pronouns someone is spoken of with. `they` serves one person and several.
enum class PronounSet : std::uint8_t { i, you, he, she, it, we, they };

enum class PronounUse : std::uint8_t {
  subject,     // she
  object,      // her
  determiner,  // her (phone)
  possessive,  // hers
  reflexive,   // herself
};

// The pronoun in lower case, but I. Number matters for yourself and yourselves only; "themselves" is used of
// one person as well, as reports do.
std::string_view pronoun(PronounSet set, PronounUse use, Number number = Number::none);

// Which set a pronoun in any case belongs to; nullopt for all other words.
std::optional<PronounSet> pronoun_set(std::string_view word);

// How a verb agrees with the set: they were, she was.
GrammaticalPerson person_of(PronounSet set);
Number number_of(PronounSet set);

}  // namespace onus
