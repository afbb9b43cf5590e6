#include "serving/editor_settings.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace onus {
namespace {

using Json = nlohmann::json;
using Names = std::vector<std::string>;

Names names_in(const Json& value, const char* member) {
  const auto found = value.find(member);
  if (found == value.end()) return {};
  if (found->is_string()) return {found->get<std::string>()};
  Names names;
  if (found->is_array())
    for (const Json& name : *found)
      if (name.is_string()) names.push_back(name.get<std::string>());
  return names;
}

void append(Names& to, const Names& from) {
  for (const std::string& name : from)
    if (std::find(to.begin(), to.end(), name) == to.end()) to.push_back(name);
}

}  // namespace

EditorSettings editor_settings_from(const Json& value) {
  EditorSettings settings;
  if (!value.is_object()) return settings;
  if (const auto section = value.find("onus"); section != value.end() && section->is_object())
    return editor_settings_from(*section);
  settings.people = {names_in(value, "perpetrator"), names_in(value, "survivor"), names_in(value, "child"),
                     names_in(value, "professional")};
  if (const Names kind = names_in(value, "kind"); !kind.empty())
    settings.kind = document_kind_from(kind.front());
  if (const auto delay = value.find("delay"); delay != value.end() && delay->is_number())
    settings.delay = std::chrono::milliseconds(std::clamp(static_cast<int>(delay->get<double>()), 0, 10'000));
  return settings;
}

Settings with_editor(Settings settings, const EditorSettings& editor) {
  append(settings.people.perpetrators, editor.people.perpetrators);
  append(settings.people.survivors, editor.people.survivors);
  append(settings.people.children, editor.people.children);
  append(settings.people.professionals, editor.people.professionals);
  if (editor.kind) settings.kind = editor.kind;
  return settings;
}

}  // namespace onus
