#include "people/times.h"

#include <re2/re2.h>

#include <string_view>

namespace onus {
namespace {

bool matches(std::string_view text, const RE2& pattern) {
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

// RE2's word edges are ASCII, as are all of these words.
bool tells_frequency(std::string_view text) {
  static const RE2 pattern(
      R"((?i)^(?:\w+ )?(?:every|each|most|daily|nightly|weekly|monthly|hourly|often|always|repeatedly|regularly|frequently|constantly|continually|continuously|persistently|routinely|usually|sometimes|occasionally|never|twice|once|again|nearly every|almost every|several times|many times|countless)\b|\b(?:times?|occasions)\b|\b(?:a|per|each|every) (?:day|night|week|month|year|hour)\b|^(?:for|over|throughout|since|during) (?:.* )?(?:years?|months?|weeks?|days|marriage|relationship|pregnancy|\d{4}|then)\b|\bthroughout\b)");
  return matches(text, pattern);
}

bool tells_when(std::string_view text) {
  static const RE2 pattern(
      R"((?i)\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|morning|afternoon|evening|night|weekend|christmas|yesterday|today|birthday|summer|winter|spring|autumn|ago|last|pregnan\w*|separation|separated|\d{1,2}[./-]\d{1,2}|(?:19|20)\d\d|midnight|week|month|year)\b|^(?:when|after|before|while|during|until|since|once)\b)");
  return matches(text, pattern);
}

bool is_adverbial(Deprel relation) {
  switch (relation) {
    case Deprel::obl:
    case Deprel::obl_unmarked:
    case Deprel::advmod:
    case Deprel::advcl:
    case Deprel::nmod:
    case Deprel::nmod_unmarked:
      return true;
    default:
      return false;
  }
}

}  // namespace

template <class Test>
ProseSpan Times::first_phrase(const Clause& clause, Test test) const {
  // Adverbials stand with the predicate, or with a complement of it.
  std::uint32_t places[2] = {clause.predicate, kNone};
  places[1] = dependent(analysis_, clauses_, clause.predicate, Deprel::xcomp);
  for (const std::uint32_t place : places) {
    if (place == kNone) continue;
    for (const std::uint32_t child : clauses_.dependents(place)) {
      if (!is_adverbial(analysis_.tokens[child].deprel)) continue;
      const TokenRange range = phrase_of(analysis_, clauses_, child);
      const ProseSpan span{analysis_.tokens[range.begin].span.begin,
                           analysis_.tokens[range.end - 1].span.end};
      if (test(slice<ProseText>(document_.prose, span))) return span;
    }
  }
  return {};
}

ProseSpan Times::when(const Clause& clause) const {
  return first_phrase(clause,
                      [](std::string_view text) { return tells_when(text) && !tells_frequency(text); });
}

ProseSpan Times::frequency(const Clause& clause) const { return first_phrase(clause, tells_frequency); }

}  // namespace onus
