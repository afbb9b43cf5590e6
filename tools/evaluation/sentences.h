#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "people/cast.h"
#include "people/events.h"
#include "rules/finding.h"
#include "rules/narrative.h"
#include "text/span.h"

// The labelled sentences of corpora/sentences; corpora/README.md describes their notation.
namespace onus {

// Words that a careful reader would underline. Contested: the two readers did not agree, so it isn't scored.
struct Label {
  ProseSpan span;  // in LabelledItem::text
  Category category = Category::victim_blaming;
  bool contested = false;
};

// An act of abuse, as corpora/acts marks them.
struct ActLabel {
  ProseSpan span;  // in LabelledItem::text
  Tactic tactic = Tactic::physical;
};

// One to three sentences without their marks.
struct LabelledItem {
  std::string text;
  std::vector<Label> labels;   // in the order of their ends
  std::vector<ActLabel> acts;  // in the order of their ends
  bool of_components = false;  // the line says behind " =" what it is evidence for; it has no categories then
  std::vector<std::string> components;
  int line = 0;
  bool clean() const { return labels.empty(); }
};

// Items that share a header.
struct LabelledGroup {
  std::string file;
  DocumentKind kind = DocumentKind::other;
  std::map<std::string, std::string> header;  // country and what else there is
  Declarations people;
  std::vector<LabelledItem> items;
};

// Takes `[words](category)` and `[words](tactic)` out of a line, and what stands behind " =" at its end.
// Marks may be nested; other brackets stay in the text. Throws Failure for a category that there isn't.
LabelledItem read_item(std::string_view line);

// A file, or all *.txt of a folder in the order of their names. Throws Failure with file and line.
std::vector<LabelledGroup> read_labelled(const std::filesystem::path&);

}  // namespace onus
