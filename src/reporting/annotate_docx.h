#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "linting/report.h"

namespace onus {

struct AnnotateOptions {
  std::uint32_t most_comments = 200;  // on words; the opening one comes on top
  bool track_changes = false;         // the first `rewrite` of a finding as a tracked change
  std::string date;                   // "2026-01-31T09:00:00Z" for comments and changes; empty: none
};

struct AnnotatedDocx {
  std::string bytes;
  std::uint32_t comments = 0;  // on words
  std::uint32_t changes = 0;
  std::uint32_t left_out = 0;  // findings without a comment of their own, told in the opening one
};

// A copy of the Word document `docx`, of which `report` is the report, with a comment on the words of each
// finding, the worst first where there are too many, and one at the beginning with coverage, criteria and
// strengths. Every member that needs no change keeps its bytes, and in those that do everything that isn't
// added to or replaced by a tracked change. Existing comments and changes stay. Throws Failure where `docx`
// isn't the document of the report or can't be written into.
AnnotatedDocx annotate_docx(std::string_view docx, const DocumentReport& report, const AnnotateOptions&);

}  // namespace onus
