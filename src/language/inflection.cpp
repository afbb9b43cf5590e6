#include "language/inflection.h"

#include <algorithm>
#include <array>
#include <fstream>

#include "language/spelling.h"
#include "text/failure.h"
#include "text/fold.h"

namespace onus {
namespace {

using Strings = std::vector<std::string>;

Strings split(std::string_view text, char at) {
  Strings parts;
  for (std::size_t begin = 0;;) {
    const auto end = text.find(at, begin);
    parts.emplace_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

// Calls `take` with the columns of each line of a table that isn't empty or a comment.
template <class Take>
void read_table(const std::filesystem::path& path, std::size_t least, std::size_t most, Take take) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Failure(path.string() + ": can't be read; the program needs this table");
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line[0] == '#') continue;
    const auto columns = split(line, '\t');
    const bool gap =
        std::any_of(columns.begin(), columns.end(), [](const auto& column) { return column.empty(); });
    if (columns.size() < least || columns.size() > most || gap)
      throw Failure(path.string() + ":" + std::to_string(number) + ": expected " + std::to_string(least) +
                    (least == most ? "" : " or " + std::to_string(most)) + " columns parted by tabs");
    take(columns);
  }
}

constexpr auto kPrefixes = std::to_array<std::string_view>(
    {"baby",  "back",  "be",   "breast", "co",    "counter", "cross", "fore",  "ghost", "hand",
     "house", "inter", "lip",  "mis",    "out",   "over",    "pre",   "proof", "re",    "sky",
     "spoon", "sun",   "type", "un",     "under", "up",      "whip",  "with"});

constexpr std::array<std::string_view, 9> kModals = {"can",   "could",  "may",  "might", "must",
                                                     "shall", "should", "will", "would"};

bool is_modal(std::string_view verb) {
  return std::find(kModals.begin(), kModals.end(), verb) != kModals.end();
}

std::string modal_past(std::string_view verb) {
  if (verb == "can") return "could";
  if (verb == "may") return "might";
  if (verb == "shall") return "should";
  if (verb == "will") return "would";
  return std::string(verb);
}

// A lemma cut into what is inflected and what stands around it.
struct Cut {
  std::string_view before;
  std::string_view word;
  std::string_view after;

  template <class Inflect>
  std::string with(Inflect inflect) const {
    const std::string low = lower(word);
    std::string form = inflect(low);
    if (!word.empty() && word.front() >= 'A' && word.front() <= 'Z' && !form.empty())
      form[0] = static_cast<char>(form[0] & ~0x20);
    return std::string(before) + form + std::string(after);
  }
};

Cut cut_verb(std::string_view verb) {
  const auto space = verb.find(' ');
  Cut cut{
      {}, verb.substr(0, space), space == std::string_view::npos ? std::string_view{} : verb.substr(space)};
  if (const auto hyphen = cut.word.rfind('-');
      hyphen != std::string_view::npos && hyphen + 1 < cut.word.size()) {
    cut.before = cut.word.substr(0, hyphen + 1);
    cut.word.remove_prefix(hyphen + 1);
  }
  return cut;
}

}  // namespace

Inflector::Inflector(const std::filesystem::path& words, Spelling spelling) : spelling_(spelling) {
  load_verbs(words / "irregular-verbs.tsv");
  load_nouns(words / "irregular-nouns.tsv");
  load_doubling(words / "doubling-verbs.txt");
}

void Inflector::load_verbs(const std::filesystem::path& path) {
  read_table(path, 2, 3, [&](const Strings& columns) {
    auto& verb = verbs_[columns[0]];
    if (columns[1] == "=") return;  // regular
    verb.past = split(columns[1], '/');
    verb.participle = split(columns.back(), '/');
  });
}

void Inflector::load_nouns(const std::filesystem::path& path) {
  read_table(path, 2, 2, [&](const Strings& columns) { nouns_[columns[0]] = split(columns[1], '/'); });
}

void Inflector::load_doubling(const std::filesystem::path& path) {
  read_table(path, 1, 1, [&](const Strings& columns) { doubling_.insert(columns[0]); });
}

const Inflector::Irregular* Inflector::irregular(std::string_view verb, std::string_view& prefix) const {
  const auto find = [&](std::string_view word) {
    const auto at = verbs_.find(std::string(word));
    return at == verbs_.end() ? nullptr : &at->second;
  };
  if (const auto* whole = find(verb)) return whole;
  for (const auto candidate : kPrefixes) {
    if (!verb.starts_with(candidate)) continue;
    const auto* rest = find(verb.substr(candidate.size()));
    if (!rest || rest->past.empty()) continue;
    prefix = candidate;
    return rest;
  }
  return nullptr;
}

bool Inflector::doubles(std::string_view verb) const {
  if (doubling_.contains(std::string(verb))) return true;
  for (const std::string_view prefix : {"re", "un", "over", "mis"})
    if (verb.starts_with(prefix) && doubling_.contains(std::string(verb.substr(prefix.size())))) return true;
  if (!ends_in_single_consonant(verb)) return false;
  std::string_view prefix;
  if (irregular(verb, prefix) && vowel_groups(verb.substr(prefix.size())) == 1)
    return true;  // babysit, outrun
  if (verb.back() == 'l' && spelling_ == Spelling::british) return !verb.ends_with("parallel");
  return vowel_groups(verb) == 1 && !has_split_vowels(verb);
}

Inflector::Forms Inflector::verb_forms(std::string_view verb, Part part) const {
  if (is_modal(verb)) return {modal_past(verb)};
  std::string_view prefix;
  if (const auto* found = irregular(verb, prefix); found && !found->past.empty()) {
    Forms forms = part == Part::past ? found->past : found->participle;
    for (auto& form : forms) form.insert(0, prefix);
    return forms;
  }
  return {with_ed(verb, doubles(verb))};
}

std::string Inflector::past(std::string_view verb) const {
  return cut_verb(verb).with([&](const std::string& word) { return verb_forms(word, Part::past).front(); });
}

std::string Inflector::past_participle(std::string_view verb) const {
  return cut_verb(verb).with(
      [&](const std::string& word) { return verb_forms(word, Part::participle).front(); });
}

std::string Inflector::present_participle(std::string_view verb) const {
  return cut_verb(verb).with([&](const std::string& word) { return with_ing(word, doubles(word)); });
}

std::string Inflector::third_person(std::string_view verb) const {
  return cut_verb(verb).with([&](const std::string& word) -> std::string {
    if (is_modal(word)) return word;
    if (word == "be") return "is";
    if (word == "have") return "has";
    return with_s(word, true);
  });
}

std::string Inflector::finite(std::string_view verb, Tense tense, GrammaticalPerson person,
                              Number number) const {
  const bool third = person == GrammaticalPerson::third && number != Number::plur;
  const bool first = person == GrammaticalPerson::first && number != Number::plur;
  if (lower(cut_verb(verb).word) == "be" && tense != Tense::none) {
    const bool past_tense = tense == Tense::past;
    return cut_verb(verb).with([&](const std::string&) -> std::string {
      if (past_tense) return third || first ? "was" : "were";
      return third ? "is" : first ? "am" : "are";
    });
  }
  if (tense == Tense::past) return past(verb);
  return tense == Tense::pres && third ? third_person(verb) : std::string(verb);
}

Inflector::Forms Inflector::plural_forms(std::string_view noun) const {
  if (const auto at = nouns_.find(std::string(noun)); at != nouns_.end()) return at->second;
  // A compound follows its last part, if that is long enough not to be there by chance.
  for (std::size_t cut = 1; cut + 3 <= noun.size(); ++cut) {
    const auto last = noun.substr(cut);
    const auto at = nouns_.find(std::string(last));
    if (at == nouns_.end() || !continues_compound(last)) continue;
    Forms forms = at->second;
    for (auto& form : forms) form.insert(0, noun.substr(0, cut));
    return forms;
  }
  if (noun.ends_with("sis") && noun.size() > 4) return {std::string(noun.substr(0, noun.size() - 2)) + "es"};
  if (noun.ends_with("ese") || is_plural_only(noun)) return {std::string(noun)};
  return {with_s(noun, false)};
}

std::string Inflector::plural(std::string_view noun) const {
  if (nouns_.contains(std::string(noun))) return nouns_.find(std::string(noun))->second.front();
  const auto low_whole = lower(noun);
  if (const auto at = nouns_.find(low_whole); at != nouns_.end())
    return Cut{{}, noun, {}}.with([&](const std::string&) { return at->second.front(); });
  const auto edge = noun.find_last_of(" -");
  const auto begin = edge == std::string_view::npos || edge + 1 == noun.size() ? 0 : edge + 1;
  const auto word = noun.substr(begin);
  if (is_acronym(word)) return std::string(noun) + "s";
  const Cut cut{noun.substr(0, begin), word, {}};
  const bool name = !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
  if (name && word.back() == 'y' && !noun.ends_with("ily")) return std::string(noun) + "s";  // the Kennedys
  if (name && word.back() == 's') return std::string(noun) + "es";                           // the Joneses
  return cut.with([&](const std::string& low) { return plural_forms(low).front(); });
}

bool Inflector::is_past(std::string_view verb, std::string_view form) const {
  const auto forms = verb_forms(verb, Part::past);
  return std::find(forms.begin(), forms.end(), form) != forms.end() || (verb == "be" && form == "were");
}

bool Inflector::is_past_participle(std::string_view verb, std::string_view form) const {
  const auto forms = verb_forms(verb, Part::participle);
  return std::find(forms.begin(), forms.end(), form) != forms.end();
}

bool Inflector::is_plural(std::string_view noun, std::string_view form) const {
  const auto forms = plural_forms(noun);
  return std::find(forms.begin(), forms.end(), form) != forms.end();
}

}  // namespace onus
