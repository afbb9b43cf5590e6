#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// Rules of English spelling for adding -s, -ed and -ing. Words are in lower case.
namespace onus {

// Groups of vowel letters, roughly syllables: quit 1, visit 2.
std::size_t vowel_groups(std::string_view word);
// One vowel letter and one consonant at the end, of those that may double: hit, equip; not keep, box, play.
bool ends_in_single_consonant(std::string_view word);

// dial, fuel: two vowel letters of two syllables before an l, which counts as single.
bool has_split_vowels(std::string_view word);

std::string with_s(std::string_view word, bool verb);  // passes, tries, goes; nouns in -o: photos
std::string with_ed(std::string_view verb, bool doubles);
std::string with_ing(std::string_view verb, bool doubles);

// earnings, goods, supplies, the 1970s: written as a plural already. Not lens, bus, crisis.
bool is_plural_only(std::string_view noun);
// IDVA, GP: letters in capitals, said one by one or as a word.
bool is_acronym(std::string_view word);
// Do compounds end in this noun: man, wife, child? Short ones that words end in by chance don't count: ox,
// go, die.
bool continues_compound(std::string_view noun);

}  // namespace onus
