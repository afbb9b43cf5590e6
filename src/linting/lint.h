#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "language/english.h"
#include "linting/report.h"
#include "rules/rulebook.h"

namespace onus {

// What a run asks for, whatever face it came through.
struct Settings {
  Declarations people;
  std::optional<DocumentKind> kind;  // recognised from the document where not given
  bool all_passives = false;         // only grammatical passives, for measuring
};

// What every run needs and none changes: the language model, the rules, the word lists. Loaded once, shared
// by threads.
struct Knowledge {
  English english;
  RuleBook rules;
  PeopleWords people;
  ActWords acts;
  ComponentWords components;
};

// `folders` in order: the built-in lexicons/en first, an organisation's own after it. Throws Failure.
Knowledge load_knowledge(std::span<const std::filesystem::path> folders);

// The engine: every face of the program calls it and gives the same findings for the same text. Never fails.
DocumentReport lint(Document document, const Settings&, const Knowledge&);

// The same over an analysis that came with the text (CoNLL-U).
DocumentReport lint_analysed(Document document, Analysis analysis, const Settings&, const Knowledge&);

// By its headings and its form: a plan has actions, a chronology dates. DocumentKind::other where nothing
// tells.
DocumentKind recognise_kind(const Document&);

}  // namespace onus
