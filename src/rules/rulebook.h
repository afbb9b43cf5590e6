#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/exceptions.h"
#include "rules/finding.h"
#include "rules/narrative.h"
#include "rules/pattern.h"
#include "rules/pattern_index.h"

namespace onus {

// What a rule finds by the grammar of a sentence, where no list of words would do. The room `checks` looks
// for it; everything else about such a rule is as for all.
enum class Grammar : std::uint8_t { harm_passive, harm_passive_with_agent, count_ };
std::optional<Grammar> grammar_from(std::string_view);  // "harm-passive"
std::string_view name_of(Grammar);

// One rule of lexicons/en/rules. docs/rules.md describes the file format for those who write it.
struct Rule {
  std::string id;
  std::optional<Category> category;
  Severity severity = Severity::warning;
  bool off = false;
  bool wide = false;          // gives way to any other rule of its category whose words overlap
  bool known_people = false;  // only where it is declared, stated or told who plays the roles
  std::vector<Pattern> match;
  std::optional<Grammar> grammar;  // beside or in place of `match`
  std::optional<float> likeness;   // in place of `match`: sentences at least so much alike, from 0 to 1
  bool weighed =
      false;          // silent in sentences that are quite unlike those of its category (checks/likeness.h)
  Exceptions unless;  // named exceptions, those that hold for every rule among them
  std::vector<Pattern> unless_words;  // words in the same sentence that make it something else
  std::vector<Pattern> unless_near;   // the same within two sentences
  std::vector<Pattern> only_with;     // words that must stand in the same sentence
  std::vector<Pattern> only_near;     // the same within two sentences
  std::vector<DocumentKind> kinds;    // empty: all
  std::vector<Section> sections;      // empty: all
  std::vector<Section> not_in;
  std::string message;
  std::string why;
  std::string reference;
  std::string reframe;
  std::vector<std::string> prompts;
  std::vector<std::string> flag;  // examples: sentences with [brackets] round what is found
  std::vector<std::string> pass;
  std::map<std::string, std::string> example_people;  // name → role, for the examples of this rule
  std::string file;
  int line = 0;
};

// All rules that hold, with the words they speak of. Const after loading, shared by all threads.
struct RuleBook {
  Vocabulary vocabulary;
  WordClasses classes;
  std::vector<Rule> rules;

  PatternIndex index;  // of what the rules that are on match

  const Rule* find(std::string_view id) const;
  // The first that is on.
  const Rule* find(Grammar) const;
};

// Reads DIR/words/classes*.yaml and DIR/rules/*.yaml of every folder in turn. A later rule with the id of
// an earlier one changes what it states and keeps the rest. Throws Failure: "victim-blaming.yaml:12: expected
// …".
RuleBook load_rules(std::span<const std::filesystem::path> folders);

}  // namespace onus
