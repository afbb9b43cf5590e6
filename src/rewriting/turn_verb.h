#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "rewriting/turning.h"
#include "rewriting/verb_group.h"

// The verb of a turned passive, with its object and the small words that belong to it.
namespace onus {

// The participles as verbs of the doer's, in that form.
std::string active(const Turning&, VerbPlace);
// The whole group with its tense, aspect, modality and negation, agreeing with the doer.
std::string active_group_here(const Turning&);
// "being [constantly] belittled", each with a space behind.
std::string adverbs_of_group(const Turning&);

// That text in place of the passive's group.
void edit_group(Turning&, const std::string& text);
// "stood over", "talked over": no particle, whose object could come before it ("pushed her over").
bool keeps_over(std::string_view verb);
// The verb in place of the group, and its object in front of or behind the small words that belong to the
// verb.
void put_verb(Turning&, const std::string& verb, const std::string& object);
// "was made by him to eat alone" → "made her eat alone".
void drop_to(Turning&);

// A preposition that may stand without what it governs: "spat at".
bool can_be_stranded(std::string_view word);
// "lied [to] about her by him", "barged [into], twice, by him", "shouted [at] every day by him": the token
// `t` right behind the verb, if it is a preposition that nothing follows for it to govern; otherwise kNone.
std::uint32_t stranded_after(const Turning&, std::uint32_t t);
// "spat at by", "thrown away by": the word right before "by", or without an agent right behind the verb;
// kNone without one.
std::uint32_t small_word_before_by(const Turning&);

}  // namespace onus
