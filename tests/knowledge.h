#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "linting/read_paragraph.h"

namespace onus {

inline Knowledge load_built_in() {
  const std::vector<std::filesystem::path> folders{std::filesystem::path(ONUS_SOURCE_DIR) / "lexicons" /
                                                   "en"};
  return load_knowledge(folders);
}

// The built-in lexicons and model, loaded once for all tests of a program.
inline const Knowledge& knowledge() {
  static const Knowledge loaded = load_built_in();
  return loaded;
}

// Ms Hart is declared as the parent being abused, Mr Baird as the person using violence, Ewan and Isla as
// children.
inline Settings with_people() {
  Settings settings;
  settings.people = {{"Mr Baird"}, {"Ms Hart"}, {"Ewan", "Isla"}, {}};
  settings.kind = DocumentKind::assessment;
  return settings;
}

// A document of one paragraph.
inline Document paragraph(std::string_view text) {
  Document document = one_paragraph(text);
  document.source = "test";
  return document;
}

// [Brackets] round what was found, for comparing with what was expected.
inline std::string bracketed(std::string text, const std::vector<Finding>& findings) {
  for (std::size_t i = findings.size(); i-- > 0;) {
    text.insert(findings[i].span.end, "]");
    text.insert(findings[i].span.begin, "[");
  }
  return text;
}

inline std::string without_brackets(std::string_view text) {
  std::string plain;
  for (const char c : text)
    if (c != '[' && c != ']') plain += c;
  return plain;
}

}  // namespace onus
