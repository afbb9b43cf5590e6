#include "json_settings.h"

#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

namespace onus {
namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> names_at(const Json& object, const char* key) {
  std::vector<std::string> names;
  const auto found = object.find(key);
  if (found == object.end()) return names;
  if (found->is_string()) names.push_back(found->get<std::string>());
  if (found->is_array())
    for (const Json& name : *found)
      if (name.is_string()) names.push_back(name.get<std::string>());
  return names;
}

void add(std::vector<std::string>& all, std::vector<std::string> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

Settings with_json_settings(const Json& object, Settings settings) {
  add(settings.people.perpetrators, names_at(object, "perpetrator"));
  add(settings.people.survivors, names_at(object, "survivor"));
  add(settings.people.children, names_at(object, "child"));
  add(settings.people.professionals, names_at(object, "professional"));
  const auto label = [&](const char* key, std::string& words) {
    if (const auto found = object.find(key); found != object.end() && found->is_string())
      words = found->get<std::string>();
  };
  label("call-perpetrator", settings.people.labels.perpetrator);
  label("call-survivor", settings.people.labels.survivor);
  if (object.contains("kind") && object["kind"].is_string())
    if (const auto kind = document_kind_from(object["kind"].get<std::string>())) settings.kind = kind;
  return settings;
}

}  // namespace onus
