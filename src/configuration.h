#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace onus {

// One setting of a configuration file: the name of an option without its dashes, and its values.
struct ConfiguredOption {
  std::string name;
  std::vector<std::string> values;
};

// The nearest .onus.yaml in `folder` or a folder above it.
std::optional<std::filesystem::path> find_configuration(std::filesystem::path folder);

// Reads a configuration file: a YAML map from names of options to a value or a list
// (docs/config.schema.json). Paths are taken from the file's own folder. Throws Failure with the file and the
// line.
std::vector<ConfiguredOption> read_configuration(const std::filesystem::path& file);

}  // namespace onus
