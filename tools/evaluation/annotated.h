#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "linting/lint.h"
#include "reading/document.h"
#include "text/span.h"

// Annotated reports of corpora/reports: NAME.txt with marks in the text, NAME.yaml with what a careful reader
// takes from it. corpora/README.md tells the notation.
namespace onus {

// {p2|Ms Hart}; the writer's own "I" is {writer|I}.
struct MarkedMention {
  ProseSpan span;
  std::vector<std::string> people;  // ids
};

// [failed to protect](victim-blaming); `contested` where the category has a question mark.
struct MarkedFinding {
  ProseSpan span;
  std::string category;
  bool contested = false;
};

struct MarkedPerson {
  std::string id;
  std::string name;
  std::string role;
  std::string basis;
  std::string standing;
};

struct MarkedEvent {
  ProseSpan span;  // empty where the words aren't found
  std::string words;
  std::string agent;  // id or "unknown"
  std::vector<std::string> target;
  std::string tactic;
  std::string told_by;
  std::string standing;
  bool negated = false;
};

struct AnnotatedReport {
  std::string name;  // stem of the files
  std::string kind;
  Document document;  // read from the text without its marks
  std::vector<MarkedMention> mentions;
  std::vector<MarkedFinding> findings;
  std::vector<MarkedPerson> people;
  std::vector<MarkedEvent> events;
  std::map<std::string, std::string> levels;               // by component
  std::map<std::string, std::vector<ProseSpan>> evidence;  // by component
  std::map<std::string, std::string> criteria;
  std::vector<ProseSpan> disclosure;
  std::vector<std::string> problems;  // marks that don't close, words that aren't in the text …
};

// Text with marks, taken apart. Positions are bytes in `plain`.
struct Unmarked {
  struct Mention {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::vector<std::string> people;
  };
  struct Finding {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string category;
  };
  std::string plain;
  std::vector<Mention> mentions;
  std::vector<Finding> findings;
  std::vector<std::string> problems;
};
Unmarked without_marks(std::string_view text);

// Reads NAME.txt and, if it is there, NAME.yaml. Throws Failure where a file can't be read at all.
AnnotatedReport read_annotated(const std::filesystem::path& text_file);
// Whether it is a folder of them rather than of labelled sentences.
bool holds_reports(const std::filesystem::path&);
// All reports of a folder, by name.
std::vector<AnnotatedReport> read_annotated_folder(const std::filesystem::path& folder);
// What the program makes of it, as the kind of document that it is; nobody is declared.
DocumentReport lint_as_its_kind(const AnnotatedReport&, const Knowledge&);

}  // namespace onus
