#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "language/inflection.h"

namespace onus {

// Verbs that reports are full of and the treebanks hardly know (allege, strangle, coerce):
// lexicons/en/words/verbs.tsv. The parser reads a form that it has never met as the same form of a common
// verb that behaves alike, and the lemma comes from the table. Const after loading; any thread may use it.
class VerbForms {
 public:
  struct Form {
    std::string lemma;
    std::string stand_in;  // in the same form; empty where the parser has to see the word itself
  };

  VerbForms() = default;
  // Throws Failure that names the line which can't be understood. A missing file is an empty table.
  VerbForms(const std::filesystem::path& table, const Inflector&);

  // By the word as written, whatever its capitals; nullptr for words that aren't in the table.
  const Form* find(std::string_view word) const;

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, Form, Hash, std::equal_to<>> forms_;
};

}  // namespace onus
