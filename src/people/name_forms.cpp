#include "people/name_forms.h"

#include <algorithm>

namespace onus {
namespace {

// Whether two letters differ that can't be the same once they are folded: nothing is asked of others than
// ASCII.
bool differ(char a, char b) {
  constexpr auto plain = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  return plain(a) && plain(b) && lower_ascii(a) != lower_ascii(b);
}

}  // namespace

std::string letters_of(std::string_view word) {
  std::string out(word);
  for (const std::string_view mark : {"'", "’"})
    for (auto at = out.find(mark); at != std::string::npos; at = out.find(mark)) out.erase(at, mark.size());
  return out;
}

bool is_abbreviation(const NameForm& name) {
  if (name.words.size() != 1 || !name.title.empty() || name.pseudonym) return false;
  const std::string word = letters_of(name.words.front());
  return word.size() <= 4 && !word.empty() &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_code(const NameForm& name) {
  return name.words.size() == 1 && name.title.empty() && !name.pseudonym &&
         is_numbered_code(name.words.front());
}

std::string key_of(const NameForm& name) {
  std::string key;
  for (const std::string& word : name.words) key += fold(word) + " ";
  return key;
}

bool is_initial(std::string_view word) { return word.size() == 1 || (word.size() == 2 && word[1] == '.'); }

// A report of many people compares each name with all of them, and most begin with different letters.
bool same(std::string_view a, std::string_view b) {
  if (!a.empty() && !b.empty() && differ(a.front(), b.front())) return false;
  return fold(a) == fold(b);
}

bool same_family(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty() || differ(a.back(), b.back())) return false;
  const std::string x = fold(a), y = fold(b);
  if (x == y) return true;
  const std::string& longer = x.size() > y.size() ? x : y;
  const std::string& shorter = x.size() > y.size() ? y : x;
  return longer.size() > shorter.size() && longer.ends_with(shorter) &&
         longer[longer.size() - shorter.size() - 1] == ' ';
}

std::string family_of(const NameForm& name) {
  if (name.words.size() < 2) return name.title.empty() ? std::string{} : name.words.front();
  std::string family;
  for (std::size_t i = 1; i < name.words.size(); ++i) {
    // Middle names are left out; particles begin the family name.
    if (family.empty() && i + 1 < name.words.size() && starts_with_capital(name.words[i])) continue;
    family += (family.empty() ? "" : " ") + name.words[i];
  }
  return family;
}

bool is_single(const NameForm& name) { return !name.whole() && !name.pseudonym; }

std::string key_of_form(const NameForm& name) { return name.title + "|" + key_of(name) + "|" + name.suffix; }

bool starts_alike(std::string_view name, std::string_view letter) {
  return !name.empty() && fold(name).front() == fold(letter).front();
}

}  // namespace onus
