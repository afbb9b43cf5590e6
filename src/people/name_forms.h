#pragma once

#include <string>
#include <string_view>

#include "people/mentions.h"

// What two forms of names have in common, whoever bears them.
namespace onus {

// "CO'R" as COR.
std::string letters_of(std::string_view word);
// "CB", "G", "MARF": one to four capitals, somebody's initials or an abbreviation.
bool is_abbreviation(const NameForm&);
// "AV1". Only those are names that a bracket behind a name gives: report_naming.h knows no others.
bool is_code(const NameForm&);
// "J", "J."
bool is_initial(std::string_view word);
// One word, no pseudonym.
bool is_single(const NameForm&);
// Its words folded, each with a space behind it.
std::string key_of(const NameForm&);
// Title, words and suffix: what is the same form of a name.
std::string key_of_form(const NameForm&);
// The same word, whatever its capitals.
bool same(std::string_view a, std::string_view b);
// Family names that are one another's part count as the same ("Hart" and "Hart-Baird", "de Souza" and
// "Souza").
bool same_family(std::string_view a, std::string_view b);
bool starts_alike(std::string_view name, std::string_view letter);
// Without given and middle names; empty for a given name alone.
std::string family_of(const NameForm&);

}  // namespace onus
