#include "components/component_words.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>

#include "rules/lexicon_file.h"
#include "text/closed_list.h"

namespace onus {
namespace {

using std::filesystem::path;

constexpr std::string_view kSigns[] = {"act",
                                       "time",
                                       "abuse",
                                       "ordinary",
                                       "accident",
                                       "target",
                                       "instrument",
                                       "exposure",
                                       "exposed",
                                       "everyday",
                                       "leaving",
                                       "police",
                                       "credit",
                                       "effect",
                                       "link",
                                       "denied",
                                       "statement",
                                       "direction",
                                       "condition",
                                       "work",
                                       "deficit",
                                       "praise",
                                       "hidden",
                                       "about-abuse",
                                       "attendance",
                                       "behaviour",
                                       "check",
                                       "date",
                                       "answerable",
                                       "earlier-relationships",
                                       "since-separation",
                                       "childs-words",
                                       "efforts-asked",
                                       "efforts-told-back"};
static_assert(std::size(kSigns) == static_cast<std::size_t>(Sign::count_));

// The areas of a child's life that an effect may be in.
constexpr std::string_view kAreas[] = {"health",    "sleep",       "school", "friendships", "routines",
                                       "home",      "money",       "family", "bond",        "feelings",
                                       "behaviour", "development", "play",   "eating"};

std::optional<Sign> sign_from(std::string_view name) { return value_named<Sign>(kSigns, name); }

// Reads one file of lexicons/en/components; every complaint names the file and the line.
class ComponentReader {
 public:
  ComponentReader(const path& file, ComponentWords& words) : file_(file), words_(words) {}

  void read_all(const YAML::Node& top) {
    if (!top.IsMap())
      fail_at(file_, top.Mark(), "expected “component:”, “classes:”, “indicators:”, “prompts:”");
    for (const auto& entry : top) {
      const std::string key = entry.first.as<std::string>();
      if (key != "component" && key != "classes" && key != "indicators" && key != "prompts")
        fail_at(file_, entry.first.Mark(), "“" + key + ":” is not part of such a file");
    }
    if (top["component"]) component_ = chosen(top["component"], "component", component_from, "a component");
    for (const auto& entry : top["classes"]) read_class(entry.first.as<std::string>(), entry.second);
    for (const YAML::Node& node : top["indicators"]) read_indicator(node);
    for (const YAML::Node& node : top["prompts"]) read_prompt(node);
  }

 private:
  std::vector<std::string> texts(const YAML::Node& node, const std::string& key) const {
    return texts_at(file_, node, key);
  }

  template <class Value>
  Value chosen(const YAML::Node& node, const std::string& key,
               std::optional<Value> (*parse)(std::string_view), const std::string& expected) const {
    return chosen_at(file_, node, text_at(file_, node, key), parse, expected);
  }

  template <class Parse>
  auto parsed(const YAML::Node& node, const std::string& line, Parse parse) const {
    try {
      return parse(line, words_.vocabulary, words_.classes);
    } catch (const std::invalid_argument& error) {
      fail_at(file_, node.Mark(), error.what());
    }
  }

  // One pattern, a list of them, or a list of such lists (so that files can refer to a list by a YAML alias).
  std::vector<Pattern> patterns(const YAML::Node& node, const std::string& key,
                                PatternParser* parse = parse_pattern) const {
    std::vector<Pattern> list;
    if (node.IsScalar()) return {parsed(node, node.as<std::string>(), parse)};
    if (!node.IsSequence()) fail_at(file_, node.Mark(), "expected a list after “" + key + ":”");
    for (const YAML::Node& item : node)
      for (Pattern& one : patterns(item, key, parse)) list.push_back(std::move(one));
    return list;
  }

  void read_class(const std::string& name, const YAML::Node& list) {
    std::vector<Sequence> entries;
    for (const std::string& item : texts(list, name)) entries.push_back(parsed(list, item, parse_phrase));
    words_.classes.add(name, std::move(entries), words_.vocabulary);
  }

  void set(Indicator& indicator, const std::string& key, const YAML::Node& key_node,
           const YAML::Node& value) {
    if (key == "name")
      indicator.name = text_at(file_, value, key);
    else if (key == "sign")
      indicator.sign = chosen(value, key, sign_from, "a kind of sign");
    else if (key == "tactic")
      indicator.tactic = chosen(value, key, tactic_from, "a tactic");
    else if (key == "area")
      indicator.area = area(value);
    else if (key == "wide")
      indicator.wide = value.as<bool>(false);
    else if (key == "match")
      indicator.match = patterns(value, key, parse_match);
    else if (key == "likeness")
      indicator.likeness = likeness(value);
    else if (key == "with")
      indicator.with = patterns(value, key);
    else if (key == "unless")
      indicator.unless = patterns(value, key);
    else if (key == "flag")
      indicator.flag = texts(value, key);
    else if (key == "pass")
      indicator.pass = texts(value, key);
    else
      fail_at(file_, key_node.Mark(), "“" + key + ":” is not part of an indicator");
  }

  std::string area(const YAML::Node& value) const {
    const std::string word = text_at(file_, value, "area");
    if (std::find(std::begin(kAreas), std::end(kAreas), word) == std::end(kAreas))
      fail_at(file_, value.Mark(), "“" + word + "” is not an area of a child's life");
    return word;
  }

  float likeness(const YAML::Node& value) const {
    const float share = value.as<float>(-1.0F);
    if (share < 0 || share > 1)
      fail_at(file_, value.Mark(), "expected a number from 0 to 1 after “likeness:”");
    return share;
  }

  void read_indicator(const YAML::Node& node) {
    if (!node.IsMap() || !node["name"] || !node["sign"] || !(node["match"] || node["likeness"]))
      fail_at(file_, node.Mark(), "an indicator needs “name:”, “sign:” and “match:” or “likeness:”");
    Indicator indicator;
    indicator.file = file_.string();
    indicator.line = node.Mark().line + 1;
    for (const auto& entry : node) set(indicator, entry.first.as<std::string>(), entry.first, entry.second);
    if (component_of(indicator.sign) != component_)
      fail_at(file_, node.Mark(), "this sign belongs to another component");
    if (indicator.likeness && !component_of(indicator.sign))
      fail_at(file_, node.Mark(), "only evidence of a component has a “likeness:”");
    if (indicator.sign == Sign::act && !indicator.tactic)
      fail_at(file_, node.Mark(), "an act needs “tactic:”");
    if (indicator.sign == Sign::effect && indicator.area.empty() && !indicator.likeness)
      fail_at(file_, node.Mark(), "an effect needs “area:”");
    words_.indicators.push_back(std::move(indicator));
  }

  void read_prompt(const YAML::Node& node) {
    if (!component_ || !node.IsMap() || !node["ask"])
      fail_at(file_, node.Mark(), "a prompt stands in the file of a component and needs “ask:”");
    Prompt prompt{*component_, text_at(file_, node["ask"], "ask"), {}, {}};
    if (node["unless"]) prompt.unless = patterns(node["unless"], "unless");
    if (node["not-in"])
      for (const YAML::Node& kind : node["not-in"])
        prompt.not_in.push_back(chosen(kind, "not-in", document_kind_from, "a kind of document"));
    words_.prompts.push_back(std::move(prompt));
  }

  path file_;
  ComponentWords& words_;
  std::optional<Component> component_;
};

void index(ComponentWords& words) {
  for (std::uint32_t i = 0; i < words.indicators.size(); ++i)
    for (std::uint32_t p = 0; p < words.indicators[i].match.size(); ++p)
      words.index.add(i, words.indicators[i].match[p]);
}

}  // namespace

std::string_view name_of(Sign sign) { return kSigns[static_cast<std::size_t>(sign)]; }

std::optional<Component> component_of(Sign sign) {
  if (sign <= Sign::accident) return Component::perpetrator_pattern;
  if (sign <= Sign::exposed) return Component::harm_to_child;
  if (sign <= Sign::credit) return Component::protective_efforts;
  if (sign <= Sign::statement) return Component::impact_on_child;
  if (sign <= Sign::condition) return Component::intersections;
  return std::nullopt;
}

ComponentWords load_component_words(std::span<const path> folders, const RuleBook& book) {
  ComponentWords words;
  words.vocabulary = book.vocabulary;
  words.classes = book.classes;
  std::vector<path> files;
  for (const path& folder : folders) {
    const std::vector<path> more = yaml_files(folder / "components");
    files.insert(files.end(), more.begin(), more.end());
  }
  for (YamlAhead& each : load_ahead(files)) ComponentReader(each.file, words).read_all(each.top.get());
  index(words);
  return words;
}

}  // namespace onus
