#pragma once

#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <future>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Reading the YAML files that practice leads write: every complaint is a Failure that names the file and the
// line
// ("victim-blaming.yaml:12: expected …").
namespace onus {

[[noreturn]] void fail_at(const std::filesystem::path& file, const YAML::Mark& mark, const std::string& what);
YAML::Node load_yaml(const std::filesystem::path& file);
// Files that other threads parse meanwhile, in the order in which they are wanted; get() throws as load_yaml
// does.
struct YamlAhead {
  std::filesystem::path file;
  std::future<YAML::Node> top;
};
std::vector<YamlAhead> load_ahead(const std::vector<std::filesystem::path>& files);
// The YAML files of one folder in the order of their names; none where there is no such folder.
std::vector<std::filesystem::path> yaml_files(const std::filesystem::path& folder);

// The value of `key`: one text, or a list of them, of which a single text is one.
std::string text_at(const std::filesystem::path& file, const YAML::Node& node, const std::string& key);
std::vector<std::string> texts_at(const std::filesystem::path& file, const YAML::Node& node,
                                  const std::string& key);

// What `word` stands for, by a function like category_from; `expected` ends the complaint "“word” is not …".
template <class Value>
Value chosen_at(const std::filesystem::path& file, const YAML::Node& node, const std::string& word,
                std::optional<Value> (*parse)(std::string_view), const std::string& expected) {
  const auto value = parse(word);
  if (!value) fail_at(file, node.Mark(), "“" + word + "” is not " + expected);
  return *value;
}

}  // namespace onus
