#include "sentences.h"

#include <algorithm>
#include <array>
#include <fstream>

#include "files.h"
#include "text/failure.h"

namespace onus {
using evaluation::without_blanks;
namespace {

void declare(const std::string& entry, Declarations& people) {
  const std::size_t equals = entry.find('=');
  if (equals == std::string::npos) throw Failure("expected “Name = role” in “" + entry + "”");
  const std::string name = without_blanks(std::string_view(entry).substr(0, equals));
  const auto role = role_from(without_blanks(std::string_view(entry).substr(equals + 1)));
  if (!role) throw Failure("there is no such role in “" + entry + "”");
  if (*role == Role::perpetrator) people.perpetrators.push_back(name);
  if (*role == Role::non_offending_parent) people.survivors.push_back(name);
  if (*role == Role::child) people.children.push_back(name);
  if (*role == Role::professional) people.professionals.push_back(name);
}

void read_people(const std::string& value, Declarations& people) {
  for (std::size_t begin = 0; begin <= value.size();) {
    const std::size_t end = std::min(value.find(';', begin), value.size());
    if (const std::string entry = without_blanks(std::string_view(value).substr(begin, end - begin));
        !entry.empty())
      declare(entry, people);
    begin = end + 1;
  }
}

void read_header(const std::string& line, LabelledGroup& group) {
  const std::size_t colon = line.find(':');
  if (colon == std::string::npos) throw Failure("expected “key: value” or “- an item”");
  const std::string key = line.substr(0, colon);
  const std::string value = without_blanks(std::string_view(line).substr(colon + 1));
  group.header[key] = value;
  if (key == "people") read_people(value, group.people);
  if (key == "kind") group.kind = document_kind_from(value).value_or(DocumentKind::other);
}

void read_file(const std::filesystem::path& file, std::vector<LabelledGroup>& groups) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Failure(file.string() + " can't be opened");
  bool in_header = false;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    line = without_blanks(line);
    if (line.empty() || line.front() == '#') continue;
    try {
      if (line.starts_with("- ")) {
        in_header = false;
        if (groups.empty() || groups.back().file != file.string()) throw Failure("an item without a header");
        groups.back().items.push_back(read_item(std::string_view(line).substr(2)));
        groups.back().items.back().line = number;
      } else {
        if (!in_header) groups.push_back({file.string(), DocumentKind::other, {}, {}, {}});
        in_header = true;
        read_header(line, groups.back());
      }
    } catch (const Failure& failure) {
      throw Failure(file.string() + ":" + std::to_string(number) + ": " + failure.what());
    }
  }
}

constexpr std::array<std::string_view, 5> kComponents{
    "perpetrator-pattern", "harm-to-child", "protective-efforts", "impact-on-child", "intersections"};

// The line without " = harm-to-child, …" or " =" at its end; unchanged where something else stands there.
std::string_view take_components(std::string_view line, std::vector<std::string>& components) {
  const std::size_t at = line.rfind(" =");
  if (at == std::string_view::npos) return line;
  std::vector<std::string> found;
  std::string_view rest = line.substr(at + 2);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(','), rest.size());
    if (std::string name = without_blanks(rest.substr(0, end)); !name.empty())
      found.push_back(std::move(name));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  for (const std::string& name : found)
    if (std::ranges::find(kComponents, name) == kComponents.end()) return line;
  components = std::move(found);
  return line.substr(0, at);
}

}  // namespace

LabelledItem read_item(std::string_view line) {
  LabelledItem item;
  const std::size_t whole = line.size();
  line = take_components(line, item.components);
  item.of_components = line.size() < whole;
  std::vector<std::size_t> open;  // where in the text a bracket stands
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (c == '[') open.push_back(item.text.size());
    const std::size_t close = line.find(')', at);
    const bool mark = c == ']' && !open.empty() && at + 1 < line.size() && line[at + 1] == '(' &&
                      close != std::string_view::npos;
    if (!mark) {
      item.text += c;
      if (c == ']' && !open.empty()) open.pop_back();
      continue;
    }
    std::string_view name = line.substr(at + 2, close - at - 2);
    const bool contested = name.ends_with('?');
    if (contested) name.remove_suffix(1);
    const auto category = category_from(name);
    const auto tactic = tactic_from(name);
    if (!category && !tactic) throw Failure("there is no category “" + std::string(name) + "”");
    const std::size_t begin = open.back();
    open.pop_back();
    item.text.erase(begin, 1);
    // Labels inside this one moved with the bracket that went.
    for (Label& inner : item.labels)
      if (inner.span.begin > begin) inner.span = {inner.span.begin - 1, inner.span.end - 1};
    const ProseSpan span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(item.text.size())};
    if (category)
      item.labels.push_back({span, *category, contested});
    else
      item.acts.push_back({span, *tactic});
    at = close;
  }
  return item;
}

std::vector<LabelledGroup> read_labelled(const std::filesystem::path& path) {
  std::vector<std::filesystem::path> files;
  if (std::filesystem::is_directory(path)) {
    for (const auto& entry : std::filesystem::directory_iterator(path))
      if (entry.path().extension() == ".txt") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
  } else {
    files.push_back(path);
  }
  std::vector<LabelledGroup> groups;
  for (const auto& file : files) read_file(file, groups);
  return groups;
}

}  // namespace onus
