#include "archive/knowledge_hash.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>
#include <vector>

#include "rules/lexicon_file.h"
#include "text/content_hash.h"
#include "text/failure.h"

namespace onus {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_under(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error))
    if (entry->is_regular_file()) files.push_back(entry->path());
  if (error) throw Failure(folder.string() + " can't be read: " + error.message());
  std::sort(files.begin(), files.end());
  return files;
}

// What a rule says to its reader, and its examples: they change nothing of what a store keeps.
constexpr std::array<std::string_view, 6> kForReaders{"message", "why",  "reference",
                                                      "suggest", "flag", "pass"};

bool is_for_readers(const std::string& key) {
  return std::find(kForReaders.begin(), kForReaders.end(), key) != kForReaders.end();
}

// What a YAML file says, without comments, line breaks and styles of quoting. `rule`: the node is a rule,
// whose words to its reader don't count.
void add_node(ContentHash& hash, const YAML::Node& node, bool rule) {
  if (node.IsMap()) {
    hash.add_field("{");
    for (const auto& entry : node) {
      const bool named = entry.first.IsScalar();
      if (rule && named && is_for_readers(entry.first.Scalar())) continue;
      add_node(hash, entry.first, false);
      add_node(hash, entry.second, false);
    }
    hash.add_field("}");
  } else if (node.IsSequence()) {
    hash.add_field("[");
    for (const YAML::Node& each : node) add_node(hash, each, false);
    hash.add_field("]");
  } else {
    hash.add_field(node.Tag() + " " + (node.IsScalar() ? node.Scalar() : ""));
  }
}

// A file of rules is a list of maps.
void add_rules(ContentHash& hash, const fs::path& file) {
  const YAML::Node top = load_yaml(file);
  if (!top.IsSequence()) return add_node(hash, top, false);
  for (const YAML::Node& rule : top) add_node(hash, rule, true);
}

void add_bytes(ContentHash& hash, const fs::path& file) {
  const auto content = content_hash_of_file(file.string());
  if (!content) throw Failure(file.string() + " can't be read; check its rights");
  hash.add_field(*content);
}

// Names relative to the folder, so that the same lexicons in another place are the same. Pages about a
// lexicon are no part of it.
void add_lexicon(ContentHash& hash, const fs::path& folder) {
  for (const fs::path& file : files_under(folder)) {
    if (file.extension() == ".md") continue;
    const fs::path name = file.lexically_relative(folder);
    hash.add_field(name.generic_string());
    const bool rules = *name.begin() == "rules" && file.extension() == ".yaml";
    rules ? add_rules(hash, file) : add_bytes(hash, file);
  }
  hash.add_field("");  // where one folder ends, as later ones weigh more
}

void add_names(ContentHash& hash, const std::vector<std::string>& names) {
  hash.add_field(std::to_string(names.size()));
  for (const std::string& name : names) hash.add_field(name);
}

}  // namespace

std::string knowledge_hash(std::span<const fs::path> lexicons, const Settings& settings) {
  ContentHash hash;
  hash.add_field(ONUS_VERSION);
  for (const fs::path& folder : lexicons) add_lexicon(hash, folder);
  add_names(hash, settings.people.perpetrators);
  add_names(hash, settings.people.survivors);
  add_names(hash, settings.people.children);
  add_names(hash, settings.people.professionals);
  hash.add_field(settings.kind ? name_of(*settings.kind) : "recognised");
  hash.add_field(settings.all_passives ? "all passives" : "");
  return hash.finish();
}

}  // namespace onus
