#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <vector>

#include "checks/harm_words.h"
#include "components/assess.h"
#include "language/english.h"
#include "language/feature_net.h"
#include "language/inflection.h"
#include "linting/report.h"
#include "people/people.h"
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
  Inflector inflector;
  PeopleWords people;
  FeatureNet likely_places;
  ActWords acts;
  FeatureNet likely_acts;
  HarmWords harm;
  RuleBook rules;
  FeatureNet likeness;
  ComponentWords components;
};

// `folders` in order: the built-in lexicons/en, which has the model and the words, then those of an
// organisation, which add and change rules. Throws Failure.
Knowledge load_knowledge(std::span<const std::filesystem::path> folders);

// The engine: every face of the program calls it and gives the same findings for the same text. Never fails.
// `before`, the report of an earlier state of the same text by the same knowledge, saves reading and judging
// the sentences that haven't changed anew and alters nothing else.
DocumentReport lint(Document document, const Settings&, const Knowledge&,
                    const DocumentReport* before = nullptr);

// The same over an analysis that came with the text (CoNLL-U); sentences that have no heads yet are parsed.
DocumentReport lint_analysed(Document document, Analysis analysis, const Settings&, const Knowledge&);

// By its title: a plan, a chronology, minutes … DocumentKind::other where nothing tells.
DocumentKind recognise_kind(const Document&);

}  // namespace onus
