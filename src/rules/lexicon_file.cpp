#include "rules/lexicon_file.h"

#include <algorithm>

#include "text/failure.h"

namespace onus {

using std::filesystem::path;

void fail_at(const path& file, const YAML::Mark& mark, const std::string& what) {
  throw Failure(file.filename().string() + ":" + std::to_string(mark.line + 1) + ": " + what);
}

YAML::Node load_yaml(const path& file) {
  try {
    return YAML::LoadFile(file.string());
  } catch (const YAML::BadFile&) {
    throw Failure(file.string() + " can't be opened");
  } catch (const YAML::ParserException& error) {
    fail_at(file, error.mark, "this is not YAML: " + error.msg);
  }
}

std::vector<YamlAhead> load_ahead(const std::vector<path>& files) {
  std::vector<YamlAhead> ahead;
  // Where no more threads can be had, get() reads the file.
  for (const path& file : files) ahead.push_back({file, std::async(load_yaml, file)});
  return ahead;
}

std::vector<path> yaml_files(const path& folder) {
  std::vector<path> files;
  if (!std::filesystem::is_directory(folder)) return files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::string text_at(const path& file, const YAML::Node& node, const std::string& key) {
  if (!node.IsScalar()) fail_at(file, node.Mark(), "expected a text after “" + key + ":”");
  return node.as<std::string>();
}

std::vector<std::string> texts_at(const path& file, const YAML::Node& node, const std::string& key) {
  if (node.IsScalar()) return {node.as<std::string>()};
  if (!node.IsSequence()) fail_at(file, node.Mark(), "expected a list after “" + key + ":”");
  std::vector<std::string> list;
  for (const YAML::Node& item : node) list.push_back(text_at(file, item, key));
  return list;
}

}  // namespace onus
