#include "configuration.h"

#include <array>
#include <string_view>

#include "rules/lexicon_file.h"
#include "text/closed_list.h"

namespace onus {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 16> kNames{
    "perpetrator", "survivor", "child",    "professional", "call-perpetrator", "call-survivor",
    "kind",        "lang",     "lexicons", "fail-on",      "require",          "include-text",
    "baseline",    "max-size", "jobs",     "quiet"};
constexpr std::array<std::string_view, 2> kPaths{"lexicons", "baseline"};

}  // namespace

std::optional<fs::path> find_configuration(fs::path folder) {
  std::error_code error;
  for (folder = fs::absolute(folder, error);; folder = folder.parent_path()) {
    const fs::path file = folder / ".onus.yaml";
    if (fs::is_regular_file(file, error)) return file;
    if (folder == folder.parent_path()) return std::nullopt;
  }
}

std::vector<ConfiguredOption> read_configuration(const fs::path& file) {
  const YAML::Node top = load_yaml(file);
  std::vector<ConfiguredOption> options;
  if (top.IsNull()) return options;
  if (!top.IsMap()) fail_at(file, top.Mark(), "expected names of options with their values");
  for (const auto& entry : top) {
    const std::string name = entry.first.as<std::string>();
    if (!one_of(name, kNames)) fail_at(file, entry.first.Mark(), "there is no setting “" + name + "”");
    ConfiguredOption option{name, texts_at(file, entry.second, name)};
    if (one_of(name, kPaths))
      for (std::string& path : option.values) path = (file.parent_path() / path).lexically_normal().string();
    options.push_back(std::move(option));
  }
  return options;
}

}  // namespace onus
