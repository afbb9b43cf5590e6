#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "people/cast.h"
#include "text/fold.h"

// The words by which reports speak of people: lexicons/en/words/people.yaml.
namespace onus {

// The pronoun that goes with a noun, title or name. It helps to find out who a pronoun stands for and nothing
// else; no role may depend on it.
enum class Agreement : std::uint8_t { unknown, he, she };
enum class Generation : std::uint8_t { unknown, adult, child };

enum class NounSort : std::uint8_t { kin, partner, child, professional, part, other, group, agency };

// One key of people.yaml: words that speak of the same person in the report of one family.
struct PersonNoun {
  std::string key;
  NounSort sort = NounSort::other;
  Agreement agrees = Agreement::unknown;
  Generation generation = Generation::unknown;
  Role role = Role::unknown;  // what the noun itself says someone is
  bool vague = false;         // "the man": says nothing about who
};

struct Title {
  Agreement agrees = Agreement::unknown;
  bool professional = false;
};

// Folded, with a space for each hyphen and one space between words.
std::string fold_words(std::string_view);
bool starts_with_capital(std::string_view);
// Of more than two letters, without a small one.
bool is_capitals(std::string_view word);
// "AV1", "P2": up to four capitals and a number of one or two figures.
bool is_numbered_code(std::string_view word);

class PeopleWords {
 public:
  // Throws Failure that names the file and says what is wrong with it.
  static PeopleWords load(const std::filesystem::path& file);

  // `words` as fold_words gives them. The noun, or nullptr.
  const PersonNoun* noun(std::string_view words) const;
  const PersonNoun* noun_of_key(std::string_view key) const;
  // The noun that a short form as written stands for ("Mo", "Fa"), in notes that use such forms, or nullptr.
  const PersonNoun* abbreviation(std::string_view word) const;
  // The same for a single letter ("M", "F"), in notes that use two of them as subjects.
  const PersonNoun* letter(std::string_view word) const;
  // Whether some noun ends with this word: a quick look before trying longer ones.
  bool ends_noun(std::string_view word) const { return last_words_.contains(word); }
  // Whether some noun of several words begins with this one: likewise.
  bool begins_noun(std::string_view word) const { return first_words_.contains(word); }
  const Title* title(std::string_view word) const;
  // The key that a label of a details line stands for ("alleged perpetrator"), "anyone" for lists of anyone,
  // empty for other labels.
  std::string_view label(std::string_view words) const;
  bool names_relation(std::string_view column) const { return relation_columns_.contains(column); }
  // "agency", "job title": a column that says for whom or as what somebody works
  bool names_work(std::string_view column) const { return work_columns_.contains(column); }
  bool names_person(std::string_view column) const { return name_columns_.contains(column); }
  bool is_organisation(std::string_view word) const { return organisation_words_.contains(word); }
  bool is_no_name(std::string_view word) const { return not_names_.contains(word); }
  bool is_particle(std::string_view word) const { return particles_.contains(word); }
  bool is_suffix(std::string_view word) const { return suffixes_.contains(word); }
  bool is_grown_up_verb(std::string_view lemma) const { return grown_up_verbs_.contains(lemma); }
  bool is_grown_up_thing(std::string_view lemma) const { return grown_up_things_.contains(lemma); }
  bool is_childhood(std::string_view lemma) const { return childhood_words_.contains(lemma); }
  bool is_taking_verb(std::string_view lemma) const { return taking_verbs_.contains(lemma); }
  bool is_perceiving(std::string_view lemma) const { return perceiving_verbs_.contains(lemma); }
  Agreement of_given_name(std::string_view word) const;

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  template <class Value>
  using Map = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;
  using Set = std::unordered_set<std::string, Hash, std::equal_to<>>;
  friend class PeopleWordsReader;

  std::vector<PersonNoun> nouns_;
  Map<std::uint32_t> noun_of_words_;  // index in nouns_
  Map<std::uint32_t> noun_of_key_;
  Set last_words_, first_words_;
  Map<Title> titles_;
  Map<std::string> labels_, abbreviations_, letters_;  // to keys
  Map<Agreement> given_names_;
  Set childhood_words_, taking_verbs_, grown_up_things_, grown_up_verbs_, perceiving_verbs_,
      relation_columns_, work_columns_, name_columns_, organisation_words_, not_names_, particles_, suffixes_;
};

}  // namespace onus
