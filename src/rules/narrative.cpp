#include "rules/narrative.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <string>

#include "rules/general_statement.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

constexpr std::string_view kKinds[] = {
    "assessment", "court-statement", "police-report", "chronology", "minutes", "plan", "letter", "other"};
constexpr std::string_view kSections[] = {"body",      "plan",    "chronology", "analysis",
                                          "strengths", "details", "legal",      "guidance"};

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

// What a heading says is below it, by the words that such headings use.
Section section_under(std::string_view heading) {
  const std::string text = lower(heading);
  if (has_any(text, {"chronology", "timeline", "history of involvement", "key events"}))
    return Section::chronology;
  if (has_any(text, {"strength", "protective factor"})) return Section::strengths;
  if (has_any(text,
              {"plan", "recommend", "action", "next step", "what needs to", "outcomes", "expectations"}))
    return Section::plan;
  if (has_any(text, {"research", "guidance", "literature", "definition", "legislation", "legal framework"}))
    return Section::guidance;
  if (has_any(text, {"charge", "conviction", "proceedings", "orders", "pleading"})) return Section::legal;
  if (has_any(text, {"analysis", "assessment", "professional judgement", "summary", "conclusion", "opinion"}))
    return Section::analysis;
  if (has_any(text,
              {"details", "family composition", "household", "people", "genogram", "attendees", "present:"}))
    return Section::details;
  return Section::body;
}

// Tables tell what they are by the cells of their first row.
Section section_of_header(std::string_view header) {
  const std::string text = lower(header);
  if (has_any(text, {"action", "by when", "who will", "outcome", "how will we know", "how we will know",
                     "timescale", "target date", "person responsible"}))
    return Section::plan;
  if (has_any(text, {"event", "incident", "what happened"})) return Section::chronology;
  return Section::body;
}

std::vector<Section> sections_of(const Document& document) {
  std::vector<Section> by_table;
  for (const Block& block : document.blocks) {
    if (!block.cell) continue;
    if (by_table.size() <= block.cell->table) by_table.resize(block.cell->table + 1, Section::body);
    Section& table = by_table[block.cell->table];
    if (table == Section::body)
      table = section_of_header(
          slice<ProseText>(document.prose, block.cell->row == 0 ? block.span : block.cell->header));
  }
  std::vector<Section> sections;
  sections.reserve(document.blocks.size());
  for (std::uint32_t b = 0; b < document.blocks.size(); ++b) {
    const Block& block = document.blocks[b];
    Section section = block.cell ? by_table[block.cell->table] : Section::body;
    // The nearest heading decides; one that says nothing leaves it to the heading above.
    for (std::uint32_t h = block.kind == BlockKind::heading ? b : block.heading;
         section == Section::body && h != kNoHeading; h = document.blocks[h].heading)
      section = section_under(slice<ProseText>(document.prose, document.blocks[h].span));
    sections.push_back(section);
  }
  return sections;
}

struct Marks {
  std::string_view open;
  std::string_view close;
};

bool is_letter(char c) {
  return (static_cast<unsigned char>(c) | 32) >= 'a' && (static_cast<unsigned char>(c) | 32) <= 'z';
}

// An apostrophe stands between letters or after a plural's s; a closing mark doesn't have a letter after it.
bool closes(std::string_view text, std::size_t at, std::string_view mark) {
  const std::size_t after = at + mark.size();
  return mark != "’" && mark != "'" ? true : after >= text.size() || !is_letter(text[after]);
}

bool opens(std::string_view text, std::size_t at, std::string_view mark) {
  const std::size_t after = at + mark.size();
  if (after >= text.size() || text[after] == ' ') return false;
  return at == 0 || !(is_letter(text[at - 1]) || (text[at - 1] >= '0' && text[at - 1] <= '9'));
}

void find_in_block(std::string_view text, std::uint32_t offset, std::vector<ProseSpan>& quotations) {
  static constexpr std::array<Marks, 4> kMarks{{{"“", "”"}, {"\"", "\""}, {"‘", "’"}, {"'", "'"}}};
  const auto may_open = [&](char c) {
    return std::ranges::any_of(kMarks, [&](const Marks& marks) { return marks.open.front() == c; });
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!may_open(text[at])) continue;
    for (const Marks& marks : kMarks) {
      if (!text.substr(at).starts_with(marks.open) || !opens(text, at, marks.open)) continue;
      std::size_t end = at + marks.open.size();
      do end = text.find(marks.close, end + 1);
      while (end != std::string_view::npos && !closes(text, end, marks.close));
      if (end == std::string_view::npos) continue;
      quotations.push_back({offset + static_cast<std::uint32_t>(at + marks.open.size()),
                            offset + static_cast<std::uint32_t>(end)});
      at = end + marks.close.size() - 1;
      break;
    }
  }
}

std::vector<ProseSpan> quotations_of(const Document& document) {
  std::vector<ProseSpan> quotations;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::quotation)
      quotations.push_back(block.span);
    else
      find_in_block(slice<ProseText>(document.prose, block.span), block.span.begin, quotations);
  }
  return quotations;
}

}  // namespace

std::string_view name_of(DocumentKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }
std::string_view name_of(Section section) { return kSections[static_cast<std::size_t>(section)]; }
std::optional<DocumentKind> document_kind_from(std::string_view name) {
  return value_named<DocumentKind>(kKinds, name);
}
std::optional<Section> section_from(std::string_view name) { return value_named<Section>(kSections, name); }

Narrative narrate(const Document& document, const Analysis& analysis, const Clauses& clauses,
                  const Cast& cast, const std::vector<Event>& events, DocumentKind kind) {
  Narrative narrative{
      document, analysis, clauses, cast, events, kind, quotations_of(document), sections_of(document),
      true,     {}};
  narrative.about_a_family = is_about_a_family(narrative);
  narrative.general = general_sentences(narrative);
  return narrative;
}

bool is_quoted(const Narrative& narrative, ProseSpan span) {
  // Quotations don't overlap within a block and come in order, so the last that begins before the words
  // decides.
  const auto after =
      std::upper_bound(narrative.quotations.begin(), narrative.quotations.end(), span.begin,
                       [](std::uint32_t place, ProseSpan quotation) { return place < quotation.begin; });
  return after != narrative.quotations.begin() && std::prev(after)->contains(span);
}

bool plays(const Narrative& narrative, std::uint32_t token, Role role) {
  const Mention* mention = token == kNone ? nullptr : narrative.cast.at(token);
  return mention != nullptr && standpoint_of(narrative.cast, *mention).role == role;
}

}  // namespace onus
