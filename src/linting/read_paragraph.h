#pragma once

#include <string_view>
#include <vector>

#include "linting/lint.h"
#include "rules/narrative.h"

namespace onus {

// A text that is one paragraph of a document without any structure.
Document one_paragraph(std::string_view text);

// Such a document with all that is known of it before its words are judged; what the examples of a rule are
// held to.
struct ReadParagraph {
  Document document;
  Analysis analysis;
  Clauses clauses;
  Cast cast;
  std::vector<Event> events;

  // Refers to this value, which has to outlive it.
  Narrative narrative(DocumentKind kind) const {
    return narrate(document, analysis, clauses, cast, events, kind);
  }
};

ReadParagraph read_paragraph(std::string_view text, const Declarations&, const Knowledge&);

}  // namespace onus
