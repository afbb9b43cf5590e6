#include "rules/rulebook.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "rules/lexicon_file.h"
#include "text/closed_list.h"

namespace onus {
namespace {

using std::filesystem::path;

constexpr std::array<std::string_view, static_cast<std::size_t>(Grammar::count_)> kGrammars{
    "harm-passive", "harm-passive-with-agent"};

// Reads one rule file; every complaint names the file and the line.
class RuleReader {
 public:
  RuleReader(const path& file, bool built_in, RuleBook& book)
      : file_(file), built_in_(built_in), book_(book) {}

  void read_all(const YAML::Node& top) {
    if (top.IsNull()) return;
    if (!top.IsSequence())
      fail_at(file_, top.Mark(), "expected a list of rules, each beginning with “- id:”");
    for (const YAML::Node& node : top) read(node);
  }

 private:
  std::string text(const YAML::Node& node, const std::string& key) const { return text_at(file_, node, key); }
  std::vector<std::string> texts(const YAML::Node& node, const std::string& key) const {
    return texts_at(file_, node, key);
  }

  template <class Value>
  Value chosen(const YAML::Node& node, const std::string& word,
               std::optional<Value> (*parse)(std::string_view), const std::string& expected) const {
    return chosen_at(file_, node, word, parse, expected);
  }

  std::vector<Pattern> patterns(const YAML::Node& node, const std::string& key,
                                PatternParser* parse = parse_pattern) const {
    std::vector<Pattern> list;
    const std::vector<std::string> lines = texts(node, key);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const YAML::Mark mark = node.IsSequence() ? node[i].Mark() : node.Mark();
      try {
        list.push_back(parse(lines[i], book_.vocabulary, book_.classes));
      } catch (const std::invalid_argument& error) {
        fail_at(file_, mark, error.what());
      }
    }
    return list;
  }

  // Names of exceptions and patterns may stand side by side under "unless".
  void read_unless(const YAML::Node& node, Rule& rule) const {
    rule.unless_words.clear();
    rule.unless = for_every_rule();
    for (const YAML::Node& item : node.IsSequence() ? node : YAML::Node(std::vector<YAML::Node>{node})) {
      const std::string word = text(item, "unless");
      if (const auto exception = exception_from(word))
        rule.unless.set(static_cast<std::size_t>(*exception));
      else
        for (Pattern& pattern : patterns(item, "unless")) rule.unless_words.push_back(std::move(pattern));
    }
  }

  void read_despite(const YAML::Node& node, Rule& rule) const {
    for (const std::string& word : texts(node, "despite"))
      rule.unless.reset(static_cast<std::size_t>(chosen(node, word, exception_from, "an exception")));
  }

  std::vector<Section> sections(const YAML::Node& node, const std::string& key) const {
    std::vector<Section> list;
    for (const std::string& word : texts(node, key))
      list.push_back(
          chosen(node, word, section_from,
                 "a section (plan, chronology, analysis, strengths, details, legal, guidance, body)"));
    return list;
  }

  void read_suggest(const YAML::Node& node, Rule& rule) const {
    if (!node.IsMap()) fail_at(file_, node.Mark(), "expected “reframe:” or “prompt:” under “suggest:”");
    for (const auto& entry : node) {
      const std::string key = entry.first.as<std::string>();
      if (key == "reframe")
        rule.reframe = text(entry.second, key);
      else if (key == "prompt")
        rule.prompts = texts(entry.second, key);
      else
        fail_at(file_, entry.first.Mark(),
                "under “suggest:” expected “reframe:” or “prompt:”, not “" + key + ":”");
    }
  }

  void set(Rule& rule, const std::string& key, const YAML::Node& key_node, const YAML::Node& value) {
    if (key == "id") return;
    if (key == "category")
      rule.category = category(value);
    else if (key == "severity")
      severity(value, rule);
    else if (key == "match")
      rule.match = patterns(value, key, parse_match);
    else if (key == "grammar")
      rule.grammar = chosen(value, text(value, key), grammar_from, "harm-passive or harm-passive-with-agent");
    else if (key == "likeness")
      rule.likeness = share(value, key);
    else if (key == "weighed")
      rule.weighed = truth(value, key);
    else if (key == "unless")
      read_unless(value, rule);
    else if (key == "despite")
      read_despite(value, rule);
    else if (key == "unless-near")
      rule.unless_near = patterns(value, key);
    else if (key == "only-with")
      rule.only_with = patterns(value, key);
    else if (key == "only-near")
      rule.only_near = patterns(value, key);
    else if (key == "known-people")
      rule.known_people = truth(value, key);
    else if (key == "wide")
      rule.wide = truth(value, key);
    else if (key == "kinds")
      kinds(value, rule);
    else if (key == "section")
      rule.sections = sections(value, key);
    else if (key == "not-in")
      rule.not_in = sections(value, key);
    else if (key == "message")
      rule.message = text(value, key);
    else if (key == "why")
      rule.why = text(value, key);
    else if (key == "reference")
      rule.reference = text(value, key);
    else if (key == "suggest")
      read_suggest(value, rule);
    else if (key == "flag")
      rule.flag = texts(value, key);
    else if (key == "pass")
      rule.pass = texts(value, key);
    else if (key == "people")
      people(value, rule);
    else
      fail_at(file_, key_node.Mark(), "“" + key + ":” is not part of a rule");
  }

  bool truth(const YAML::Node& value, const std::string& key) const {
    const std::string word = text(value, key);
    if (word != "yes" && word != "no")
      fail_at(file_, value.Mark(), "expected yes or no after “" + key + ":”");
    return word == "yes";
  }

  float share(const YAML::Node& value, const std::string& key) const {
    const std::string word = text(value, key);
    float number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc() || end != word.data() + word.size() || number <= 0 || number >= 1)
      fail_at(file_, value.Mark(), "expected a number between 0 and 1 after “" + key + ":”");
    return number;
  }

  std::optional<Category> category(const YAML::Node& value) const {
    const std::string word = text(value, "category");
    if (word == "none") return std::nullopt;
    return chosen(value, word, category_from, "one of the fourteen categories");
  }

  void severity(const YAML::Node& value, Rule& rule) const {
    const std::string word = text(value, "severity");
    rule.off = word == "off";
    if (!rule.off) rule.severity = chosen(value, word, severity_from, "error, warning, note or off");
  }

  void kinds(const YAML::Node& value, Rule& rule) const {
    rule.kinds.clear();
    for (const std::string& word : texts(value, "kinds"))
      rule.kinds.push_back(chosen(value, word, document_kind_from, "a kind of document"));
  }

  void people(const YAML::Node& value, Rule& rule) const {
    if (!value.IsMap()) fail_at(file_, value.Mark(), "expected “Name: role” under “people:”");
    for (const auto& entry : value)
      rule.example_people[entry.first.as<std::string>()] = text(entry.second, "people");
  }

  void read(const YAML::Node& node) {
    if (!node.IsMap() || !node["id"]) fail_at(file_, node.Mark(), "expected a rule, beginning with “id:”");
    const std::string id = text(node["id"], "id");
    const auto known =
        std::find_if(book_.rules.begin(), book_.rules.end(), [&](const Rule& r) { return r.id == id; });
    const bool fresh = known == book_.rules.end();
    if (!fresh && known->file == file_.string())
      fail_at(file_, node.Mark(), "there is a rule “" + id + "” above already");
    Rule rule = fresh ? Rule{} : *known;
    rule.id = id;
    rule.file = file_.string();
    rule.line = node.Mark().line + 1;
    // What sentences are like was learnt beside the built-in rules; words that others look for are their own.
    if (fresh || node["match"]) rule.weighed = built_in_;
    if (fresh) rule.unless = for_every_rule();
    // "despite" takes from what "unless" gives, so it is read last.
    for (const auto& entry : node)
      if (const std::string key = entry.first.as<std::string>(); key != "despite")
        set(rule, key, entry.first, entry.second);
    if (fresh || node["unless"] || node["category"]) rule.unless |= for_category(rule.category);
    if (node["despite"]) read_despite(node["despite"], rule);
    check(node, rule);
    if (fresh)
      book_.rules.push_back(std::move(rule));
    else
      *known = std::move(rule);
  }

  void check(const YAML::Node& node, const Rule& rule) const {
    if (rule.off) return;
    if (rule.match.empty() && !rule.grammar && !rule.likeness)
      fail_at(file_, node.Mark(), "rule “" + rule.id + "” needs at least one line under “match:”");
    if (rule.likeness && (rule.severity != Severity::note || !rule.category))
      fail_at(file_, node.Mark(),
              "rule “" + rule.id + "” has a likeness, so it needs “severity: note” and a category");
    if (rule.message.empty()) fail_at(file_, node.Mark(), "rule “" + rule.id + "” needs a “message:”");
    if (rule.flag.empty())
      fail_at(file_, node.Mark(), "rule “" + rule.id + "” needs an example under “flag:”");
  }

  path file_;
  bool built_in_;
  RuleBook& book_;
};

// words/classes*.yaml: class name → list of words and phrases, or → {why: …, words: [ … ]}. Files with other
// names hold other lists (acts, people, harm) and are read by those who need them.
// `seen`: the classes of this folder so far, which one folder may not have twice; a later folder adds to
// those of an earlier one.
void read_classes(const path& file, const YAML::Node& top, RuleBook& book,
                  std::map<std::string, path>& seen) {
  if (!top.IsMap()) fail_at(file, top.Mark(), "expected names of word classes, each with its words");
  for (const auto& entry : top) {
    const std::string name = entry.first.as<std::string>();
    if (const auto [other, fresh] = seen.emplace(name, file); !fresh)
      fail_at(file, entry.first.Mark(),
              "there is a class “" + name + "” in " + other->second.filename().string() + " already");
    const YAML::Node list = entry.second.IsMap() ? entry.second["words"] : entry.second;
    if (!list || !list.IsSequence())
      fail_at(file, entry.first.Mark(), "expected a list of words for “" + name + "”");
    std::vector<Sequence> entries;
    for (const YAML::Node& item : list) {
      try {
        if (!item.IsScalar()) fail_at(file, item.Mark(), "expected a word or phrase");
        entries.push_back(parse_phrase(item.as<std::string>(), book.vocabulary, book.classes));
      } catch (const std::invalid_argument& error) {
        fail_at(file, item.Mark(), error.what());
      }
    }
    book.classes.add(name, std::move(entries), book.vocabulary);
  }
}

void index(RuleBook& book) {
  for (std::uint32_t r = 0; r < book.rules.size(); ++r) {
    if (book.rules[r].off) continue;
    for (std::uint32_t p = 0; p < book.rules[r].match.size(); ++p) book.index.add(r, book.rules[r].match[p]);
  }
}

}  // namespace

std::optional<Grammar> grammar_from(std::string_view name) { return value_named<Grammar>(kGrammars, name); }
std::string_view name_of(Grammar grammar) { return kGrammars[static_cast<std::size_t>(grammar)]; }

const Rule* RuleBook::find(std::string_view id) const {
  const auto rule = std::find_if(rules.begin(), rules.end(), [&](const Rule& r) { return r.id == id; });
  return rule == rules.end() ? nullptr : &*rule;
}

const Rule* RuleBook::find(Grammar grammar) const {
  const auto rule =
      std::find_if(rules.begin(), rules.end(), [&](const Rule& r) { return !r.off && r.grammar == grammar; });
  return rule == rules.end() ? nullptr : &*rule;
}

RuleBook load_rules(std::span<const path> folders) {
  std::vector<path> classes, rules;
  for (const path& folder : folders) {
    for (const path& file : yaml_files(folder / "words"))
      if (file.filename().string().starts_with("classes")) classes.push_back(file);
    const std::vector<path> files = yaml_files(folder / "rules");
    rules.insert(rules.end(), files.begin(), files.end());
  }
  RuleBook book;
  std::vector<YamlAhead> classes_ahead = load_ahead(classes), rules_ahead = load_ahead(rules);
  std::map<path, std::map<std::string, path>> seen;  // by folder
  for (YamlAhead& each : classes_ahead)
    read_classes(each.file, each.top.get(), book, seen[each.file.parent_path()]);
  for (YamlAhead& each : rules_ahead)
    RuleReader(each.file, each.file.parent_path() == folders.front() / "rules", book)
        .read_all(each.top.get());
  index(book);
  return book;
}

}  // namespace onus
