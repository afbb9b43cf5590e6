#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "language/clauses.h"
#include "people/cast.h"
#include "people/events.h"
#include "reading/document.h"

namespace onus {

// Kinds of document of the contract, in its order.
enum class DocumentKind : std::uint8_t {
  assessment,
  court_statement,
  police_report,
  chronology,
  minutes,
  plan,
  letter,
  other
};
std::string_view name_of(DocumentKind);
std::optional<DocumentKind> document_kind_from(std::string_view);

// What part of a report a block stands in, by its heading or, in tables, by the header of its column.
enum class Section : std::uint8_t { body, plan, chronology, analysis, strengths, details, legal, guidance };
std::string_view name_of(Section);
std::optional<Section> section_from(std::string_view);

// All that is known of a report before judging its words. It refers to the values it was made from, which
// have to outlive it; nothing here owns text.
struct Narrative {
  const Document& document;
  const Analysis& analysis;
  const Clauses& clauses;
  const Cast& cast;
  const std::vector<Event>& events;
  DocumentKind kind = DocumentKind::other;
  std::vector<ProseSpan> quotations;  // words inside quotation marks and quoted blocks, in order
  std::vector<Section> sections;      // one for each block
  bool about_a_family = true;         // see general_statement.h, as for the next
  std::vector<bool> general;          // one for each sentence: it speaks of kinds of people

  std::string_view prose() const { return document.prose; }
  std::string_view text(ProseSpan span) const { return slice<ProseText>(document.prose, span); }
  std::string_view form(std::uint32_t token) const { return text(analysis.tokens[token].span); }
  ProseSpan span_of(TokenRange range) const {
    return {analysis.tokens[range.begin].span.begin, analysis.tokens[range.end - 1].span.end};
  }
  const Block& block_of(std::uint32_t sentence) const {
    return document.blocks[analysis.sentences[sentence].block];
  }
  Section section_of(std::uint32_t sentence) const { return sections[analysis.sentences[sentence].block]; }
};

Narrative narrate(const Document&, const Analysis&, const Clauses&, const Cast&, const std::vector<Event>&,
                  DocumentKind);
bool is_quoted(const Narrative&, ProseSpan);
// Whether the mention whose head that token is plays that role, or stands for someone who does; kNone and
// words that mention nobody play none.
bool plays(const Narrative&, std::uint32_t token, Role);

}  // namespace onus
