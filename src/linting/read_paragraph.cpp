#include "linting/read_paragraph.h"

namespace onus {

Document one_paragraph(std::string_view text) {
  Document document;
  document.prose = text;
  document.blocks.emplace_back();
  document.blocks.front().span = {0, static_cast<std::uint32_t>(text.size())};
  return document;
}

ReadParagraph read_paragraph(std::string_view text, const Declarations& people, const Knowledge& knowledge) {
  ReadParagraph read;
  read.document = one_paragraph(text);
  read.analysis = knowledge.english.analyse(read.document.prose, read.document.blocks);
  knowledge.english.parse_all(read.analysis, read.document.prose);
  read.clauses = find_clauses(read.analysis);
  read.cast = who_is_who(read.document, read.analysis, read.clauses, people, knowledge.people,
                         knowledge.likely_places)
                  .cast;
  read.events = find_events(read.document, read.analysis, read.clauses, read.cast, knowledge.acts,
                            knowledge.likely_acts);
  return read;
}

}  // namespace onus
