#include "people/words.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <utility>

#include "text/failure.h"

namespace onus {

std::string fold_words(std::string_view text) {
  std::string folded = fold(text);
  if (folded.find_first_of(" -\t\n") == std::string::npos) return folded;
  std::string out;
  for (const char c : folded) {
    const bool gap = c == ' ' || c == '-' || c == '\t' || c == '\n';
    if (!gap)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool is_capitals(std::string_view word) {
  return word.size() > 2 &&
         std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_numbered_code(std::string_view word) {
  const auto figures = word.find_first_of("0123456789");
  if (figures == std::string_view::npos || figures == 0 || figures > 4 || word.size() > figures + 2)
    return false;
  return std::ranges::all_of(word.substr(0, figures), [](char c) { return c >= 'A' && c <= 'Z'; }) &&
         std::ranges::all_of(word.substr(figures), [](char c) { return c >= '0' && c <= '9'; });
}

bool starts_with_capital(std::string_view word) {
  if (word.empty()) return false;
  if (is_ascii(word.substr(0, 1))) return word[0] >= 'A' && word[0] <= 'Z';
  const std::string folded = fold(word.substr(0, 4));
  return !word.substr(0, 4).starts_with(folded.substr(0, 2));
}

namespace {

// The letters of European names without their marks: "bożena" is listed as "bozena".
std::string without_marks(std::string_view word) {
  static constexpr std::pair<std::string_view, char> letters[] = {
      {"à", 'a'}, {"á", 'a'}, {"â", 'a'}, {"ã", 'a'}, {"ä", 'a'}, {"å", 'a'}, {"ą", 'a'}, {"ă", 'a'},
      {"ā", 'a'}, {"ç", 'c'}, {"ć", 'c'}, {"č", 'c'}, {"ď", 'd'}, {"è", 'e'}, {"é", 'e'}, {"ê", 'e'},
      {"ë", 'e'}, {"ę", 'e'}, {"ě", 'e'}, {"ē", 'e'}, {"ğ", 'g'}, {"ì", 'i'}, {"í", 'i'}, {"î", 'i'},
      {"ï", 'i'}, {"ı", 'i'}, {"ī", 'i'}, {"ł", 'l'}, {"ľ", 'l'}, {"ñ", 'n'}, {"ń", 'n'}, {"ň", 'n'},
      {"ò", 'o'}, {"ó", 'o'}, {"ô", 'o'}, {"õ", 'o'}, {"ö", 'o'}, {"ø", 'o'}, {"ő", 'o'}, {"ř", 'r'},
      {"ś", 's'}, {"š", 's'}, {"ş", 's'}, {"ș", 's'}, {"ť", 't'}, {"ț", 't'}, {"ţ", 't'}, {"ù", 'u'},
      {"ú", 'u'}, {"û", 'u'}, {"ü", 'u'}, {"ů", 'u'}, {"ű", 'u'}, {"ū", 'u'}, {"ý", 'y'}, {"ÿ", 'y'},
      {"ź", 'z'}, {"ż", 'z'}, {"ž", 'z'}};
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const auto letter = std::find_if(std::begin(letters), std::end(letters),
                                     [&](const auto& l) { return word.substr(at).starts_with(l.first); });
    out += letter == std::end(letters) ? word[at] : letter->second;
    at += letter == std::end(letters) ? 1 : letter->first.size();
  }
  return out;
}

}  // namespace

const PersonNoun* PeopleWords::noun(std::string_view words) const {
  const auto found = noun_of_words_.find(words);
  return found == noun_of_words_.end() ? nullptr : &nouns_[found->second];
}

const PersonNoun* PeopleWords::noun_of_key(std::string_view key) const {
  const auto found = noun_of_key_.find(key);
  return found == noun_of_key_.end() ? nullptr : &nouns_[found->second];
}

const PersonNoun* PeopleWords::abbreviation(std::string_view word) const {
  const auto found = abbreviations_.find(word);
  return found == abbreviations_.end() ? nullptr : noun_of_key(found->second);
}

const PersonNoun* PeopleWords::letter(std::string_view word) const {
  const auto found = letters_.find(word);
  return found == letters_.end() ? nullptr : noun_of_key(found->second);
}

const Title* PeopleWords::title(std::string_view word) const {
  const auto found = titles_.find(word);
  return found == titles_.end() ? nullptr : &found->second;
}

namespace {

bool names_one(const PersonNoun& noun) {
  return noun.sort == NounSort::kin || noun.sort == NounSort::partner || noun.sort == NounSort::child ||
         noun.sort == NounSort::professional || noun.sort == NounSort::other || noun.sort == NounSort::part;
}

}  // namespace

std::string_view PeopleWords::label(std::string_view words) const {
  const auto found = labels_.find(words);
  if (found != labels_.end()) return found->second;
  // "Paternal aunt:", "School nurse:"
  if (const PersonNoun* said = noun(words); said != nullptr && !said->vague && names_one(*said))
    return said->key;
  // "Parent/carer 1:" of a form; "Child 1" is what a review calls somebody
  if (words.size() > 2 && words[words.size() - 2] == ' ' && words.back() >= '1' && words.back() <= '9') {
    const auto numbered = labels_.find(words.substr(0, words.size() - 2));
    if (numbered != labels_.end() && numbered->second == "parent") return numbered->second;
  }
  // "PERP2", "CH1"
  const std::size_t letters = words.find_last_not_of("0123456789") + 1;
  if (letters < 2 || letters == words.size() || words.find(' ') != std::string_view::npos) return {};
  return label(words.substr(0, letters));
}

Agreement PeopleWords::of_given_name(std::string_view word) const {
  auto found = given_names_.find(word);
  if (found == given_names_.end() && !is_ascii(word)) found = given_names_.find(without_marks(word));
  return found == given_names_.end() ? Agreement::unknown : found->second;
}

class PeopleWordsReader {
 public:
  PeopleWords read(const YAML::Node& root) {
    read_nouns(root["kin"], NounSort::kin);
    read_nouns(root["partners"], NounSort::partner);
    read_nouns(root["children"], NounSort::child);
    read_nouns(root["professionals"], NounSort::professional);
    read_nouns(root["parts"], NounSort::part);
    read_nouns(root["others"], NounSort::other);
    read_nouns(root["groups"], NounSort::group);
    read_nouns(root["agencies"], NounSort::agency);
    for (const auto& entry : root["abbreviations"])
      for (const auto& word : entry.second)
        out_.abbreviations_.emplace(word.as<std::string>(), entry.first.as<std::string>());
    for (const auto& entry : root["letters"])
      for (const auto& word : entry.second)
        out_.letters_.emplace(word.as<std::string>(), entry.first.as<std::string>());
    for (const auto& title : root["titles"]) read_title(title);
    for (const auto& entry : root["labels"])
      for (const auto& word : entry.second)
        out_.labels_.emplace(fold_words(word.as<std::string>()), entry.first.as<std::string>());
    for (const auto& name : root["given-names"]["she"])
      out_.given_names_[fold(name.as<std::string>())] = Agreement::she;
    for (const auto& name : root["given-names"]["he"]) read_he(fold(name.as<std::string>()));
    read_set(root["grown-up-verbs"], out_.grown_up_verbs_);
    read_set(root["grown-up-things"], out_.grown_up_things_);
    read_set(root["childhood-words"], out_.childhood_words_);
    read_set(root["taking-verbs"], out_.taking_verbs_);
    read_set(root["perceiving-verbs"], out_.perceiving_verbs_);
    read_set(root["relation-columns"], out_.relation_columns_);
    read_set(root["work-columns"], out_.work_columns_);
    read_set(root["name-columns"], out_.name_columns_);
    read_set(root["organisation-words"], out_.organisation_words_);
    read_set(root["not-names"], out_.not_names_);
    read_set(root["name-particles"], out_.particles_);
    read_set(root["name-suffixes"], out_.suffixes_);
    return std::move(out_);
  }

 private:
  // A name in both lists may be anyone's.
  void read_he(const std::string& name) {
    const auto [entry, added] = out_.given_names_.emplace(name, Agreement::he);
    if (!added && entry->second == Agreement::she) entry->second = Agreement::unknown;
  }

  static Agreement agreement_of(const YAML::Node& node) {
    if (!node) return Agreement::unknown;
    const auto text = node.as<std::string>();
    if (text == "he") return Agreement::he;
    if (text == "she") return Agreement::she;
    throw YAML::Exception(node.Mark(), "agrees must be he or she");
  }

  void read_nouns(const YAML::Node& section, NounSort sort) {
    for (const auto& entry : section) {
      PersonNoun noun;
      noun.key = entry.first.as<std::string>();
      noun.sort = sort;
      noun.agrees = agreement_of(entry.second["agrees"]);
      if (const auto generation = entry.second["generation"])
        noun.generation = generation.as<std::string>() == "child" ? Generation::child : Generation::adult;
      if (sort == NounSort::professional) noun.role = Role::professional;
      if (sort == NounSort::child) noun.role = Role::child;
      if (const auto role = entry.second["role"])
        noun.role = role_from(role.as<std::string>()).value_or(Role::unknown);
      noun.vague = entry.second["vague"] && entry.second["vague"].as<bool>();
      // Words of one group that are several people's ("class teacher", "headteacher").
      if (entry.second["separate"] && entry.second["separate"].as<bool>())
        for (const auto& word : entry.second["words"]) {
          PersonNoun own = noun;
          own.key = word.as<std::string>();
          add_noun(std::move(own), {word.as<std::string>()});
        }
      else
        add_noun(std::move(noun), entry.second["words"].as<std::vector<std::string>>());
    }
  }

  void add_noun(PersonNoun noun, const std::vector<std::string>& words) {
    const auto index = static_cast<std::uint32_t>(out_.nouns_.size());
    out_.noun_of_key_.emplace(noun.key, index);
    for (const std::string& word : words) add_words(word, index);
    out_.nouns_.push_back(std::move(noun));
  }

  void add_words(const std::string& text, std::uint32_t noun) {
    const std::string words = fold_words(text);
    out_.noun_of_words_.emplace(words, noun);  // the first key that lists a word keeps it
    const std::size_t space = words.rfind(' ');
    out_.last_words_.insert(space == std::string::npos ? words : words.substr(space + 1));
    if (space != std::string::npos) out_.first_words_.insert(words.substr(0, words.find(' ')));
  }

  void read_title(const YAML::Node& entry) {
    Title title;
    title.agrees = agreement_of(entry["agrees"]);
    title.professional = entry["professional"] && entry["professional"].as<bool>();
    for (const auto& word : entry["words"]) out_.titles_[fold(word.as<std::string>())] = title;
  }

  static void read_set(const YAML::Node& list, PeopleWords::Set& out) {
    for (const auto& word : list) out.insert(fold_words(word.as<std::string>()));
  }

  PeopleWords out_;
};

PeopleWords PeopleWords::load(const std::filesystem::path& file) {
  try {
    return PeopleWordsReader().read(YAML::LoadFile(file.string()));
  } catch (const YAML::Exception& error) {
    throw Failure("can't use " + file.string() + ": " + error.what() + "; mend the file or leave it out");
  }
}

}  // namespace onus
