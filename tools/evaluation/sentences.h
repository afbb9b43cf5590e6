#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "people/cast.h"
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

// One to three sentences without their marks.
struct LabelledItem {
  std::string text;
  std::vector<Label> labels;  // in the order of their ends
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

// Takes `[words](category)` out of a line. Marks may be nested; other brackets stay in the text. Throws
// Failure for a category that there isn't.
LabelledItem read_item(std::string_view line);

// A file, or all *.txt of a folder in the order of their names. Throws Failure with file and line.
std::vector<LabelledGroup> read_labelled(const std::filesystem::path&);

}  // namespace onus
