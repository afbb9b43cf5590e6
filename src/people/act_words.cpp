#include "people/act_words.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <sstream>

#include "people/words.h"
#include "text/failure.h"

namespace onus {
namespace {

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream stream{text};
  for (std::string word; stream >> word;) out.push_back(word);
  return out;
}

}  // namespace

std::span<const ActPattern> ActWords::patterns(std::string_view verb) const {
  const auto found = patterns_.find(verb);
  return found == patterns_.end() ? std::span<const ActPattern>{} : std::span(found->second);
}

std::uint32_t ActWords::number_of(std::string_view word) const {
  const auto found = numbers_.find(word);
  return found == numbers_.end() ? kUnknown : found->second;
}

const Tactic* ActWords::noun(std::string_view words, bool pattern) const {
  if (const auto found = nouns_.find(words); found != nouns_.end()) return &found->second;
  if (!pattern) return nullptr;
  const auto found = pattern_nouns_.find(words);
  return found == pattern_nouns_.end() ? nullptr : &found->second;
}

class ActWordsReader {
 public:
  ActWords read(const YAML::Node& root) {
    if (!root["acts"]) throw YAML::Exception(root.Mark(), "there is no list of acts");
    for (const auto& group : root["acts"]) read_group(group);
    read_verbs(root["kind"], out_.kind_);
    if (const auto beside = root["beside"]) {
      out_.of_control_ = read_list(beside["control"]);
      out_.of_care_ = read_list(beside["care"]);
    }
    for (const auto& group : root["things"])
      out_.things_.emplace_back(read_tactic(group), read_list(group["words"]));
    if (const auto classes = root["classes"]) out_.body_ = read_list(classes["body"]);
    for (auto& sequences : out_.listed_) std::ranges::stable_sort(sequences, {}, &ListedSequence::second);
    return std::move(out_);
  }

 private:
  static bool is_set(const YAML::Node& node) { return node && node.as<bool>(); }

  static Tactic read_tactic(const YAML::Node& group) {
    const auto name = group["tactic"].as<std::string>();
    const auto tactic = tactic_from(name);
    if (!tactic) throw YAML::Exception(group.Mark(), "there is no tactic " + name);
    return *tactic;
  }

  template <class Verbs>
  static void read_verbs(const YAML::Node& list, Verbs& verbs) {
    if (list)
      for (const auto& verb : list) verbs.insert(verb.as<std::string>());
  }

  void read_group(const YAML::Node& group) {
    ActPattern pattern;
    pattern.tactic = read_tactic(group);
    pattern.pattern = is_set(group["pattern"]);
    pattern.negative = is_set(group["not"]);
    pattern.ordinary = is_set(group["adult"]);
    pattern.suffered = is_set(group["suffered"]);
    pattern.against_child = group["against"] && group["against"].as<std::string>() == "child";
    if (const auto object = group["object"]) pattern.object = read_object(object);
    pattern.with = read_list(group["with"]);
    pattern.without = read_list(group["without"]);
    const bool harm = is_set(group["harm"]);
    for (const auto& verb : group["verbs"]) add_verb(verb.as<std::string>(), pattern, harm);
    for (const auto& noun : group["nouns"]) add_noun(noun.as<std::string>(), pattern);
  }

  static ActPattern::Object read_object(const YAML::Node& node) {
    const auto name = node.as<std::string>();
    if (name == "child") return ActPattern::Object::child;
    if (name == "family") return ActPattern::Object::family;
    if (name == "person") return ActPattern::Object::person;
    if (name == "told-of") return ActPattern::Object::told_of;
    if (name == "caused") return ActPattern::Object::caused;
    throw YAML::Exception(node.Mark(), "object must be person, child, family, told-of or caused");
  }

  std::uint32_t read_list(const YAML::Node& list) {
    if (!list) return UINT32_MAX;
    add_entries(list, lists_);
    return lists_++;
  }

  std::uint32_t number(const std::string& word) {
    return out_.numbers_.emplace(word, static_cast<std::uint32_t>(out_.numbers_.size())).first->second;
  }

  // A list may hold other lists: the classes of words at the head of the file.
  void add_entries(const YAML::Node& node, std::uint32_t list) {
    if (node.IsSequence()) {
      for (const auto& entry : node) add_entries(entry, list);
      return;
    }
    WordSequence words;
    for (const std::string& word : split(fold_words(node.as<std::string>()))) words.push_back(number(word));
    if (words.empty()) return;
    if (out_.listed_.size() <= words.front()) out_.listed_.resize(words.front() + 1);
    const auto begin = static_cast<std::uint32_t>(out_.listed_words_.size());
    out_.listed_words_.insert(out_.listed_words_.end(), words.begin(), words.end());
    out_.listed_[words.front()].push_back({words.size() > 1 ? words[1] : ActWords::kUnknown, list, begin,
                                           static_cast<std::uint32_t>(out_.listed_words_.size())});
  }

  void add_verb(const std::string& text, ActPattern pattern, bool harm) {
    // Verbs keep their hyphens ("head-butt"), and adverbs may come first ("sexually assault").
    const std::vector<std::string> words = split(text);
    if (words.empty()) return;
    std::size_t verb = 0;
    while (verb + 1 < words.size() && words[verb].ends_with("ly")) ++verb;
    for (std::size_t i = 0; i < words.size(); ++i)
      if (i != verb) pattern.also.push_back(number(words[i]));
    if (harm && words.size() == 1 && pattern.with == UINT32_MAX) out_.harm_.insert(words[verb]);
    out_.patterns_[words[verb]].push_back(std::move(pattern));
  }

  void add_noun(const std::string& text, const ActPattern& pattern) {
    const std::string words = fold_words(text);
    (pattern.pattern ? out_.pattern_nouns_ : out_.nouns_).emplace(words, pattern.tactic);
    const std::size_t space = words.rfind(' ');
    out_.last_words_.insert(space == std::string::npos ? words : words.substr(space + 1));
  }

  ActWords out_;
  std::uint32_t lists_ = 0;  // so many have been read
};

ActWords ActWords::load(const std::filesystem::path& file) {
  try {
    return ActWordsReader().read(YAML::LoadFile(file.string()));
  } catch (const YAML::Exception& error) {
    throw Failure("can't use " + file.string() + ": " + error.what() + "; mend the file or leave it out");
  }
}

}  // namespace onus
