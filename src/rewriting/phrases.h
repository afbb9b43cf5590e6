#pragma once

#include <optional>
#include <string>

#include "language/pronouns.h"
#include "rules/narrative.h"

// Noun phrases as a rewrite moves them. They are read from the words, with the parse as a help: a phrase that
// is cut one word short makes a sentence nobody would write.
namespace onus {

// The phrase that begins at `begin` and ends before `end`, from its determiner to its head: "her former
// partner", "Mr Baird and his brother", "one of his friends". Empty where none begins there.
TokenRange noun_phrase_at(const Narrative&, std::uint32_t begin, std::uint32_t end);
// The phrase whose last word stands before `end`, not before `begin`. Empty where none ends there.
TokenRange noun_phrase_before(const Narrative&, std::uint32_t begin, std::uint32_t end);

// "Ms" belongs to the name behind it, whatever the parse makes of it.
TokenRange with_title(const Narrative&, TokenRange);

// The token that a phrase is about, as far as people go: the head of its first mention, else its last noun.
std::uint32_t head_of(const Narrative&, TokenRange);
// Does it speak of a person, and not of an agency?
bool is_person(const Narrative&, TokenRange);
// Words that name someone of the cast.
bool names_someone(const Narrative&, TokenRange);
// One word with a capital and no determiner that isn't a word for a relative.
bool bare_name(const Narrative&, TokenRange);
bool is_plural(const Narrative&, TokenRange);
// The one person it stands for, or kNone.
std::uint32_t person_in(const Narrative&, TokenRange);

// The pronouns that this report, the title or the noun itself gives to whom the phrase stands for.
std::optional<PronounSet> pronouns_of(const Narrative&, TokenRange);

bool has_digit(std::string_view word);
// "hit", "held": a verb that may be a participle, as the tagger often takes one for a past tense.
bool participle_like(const Token&);
// A personal pronoun that stands alone ("him", not "his" or "his brother").
bool is_personal_pronoun(const Token&);
// "his", "her" before a noun.
bool is_possessive_pronoun(const Token&);
std::string words_of(const Narrative&, TokenRange);
// The same words in a new place: a pronoun that stands alone takes the form of that use.
std::string words_as(const Narrative&, TokenRange, PronounUse);
// The first letter as a small one, where it is one of A to Z: for words that move from the start of a
// sentence.
std::string uncapitalised(std::string text);

}  // namespace onus
