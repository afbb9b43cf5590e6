#include "components/partnering.h"

#include <algorithm>
#include <array>
#include <optional>

#include "components/evidence.h"
#include "components/wordings.h"

namespace onus {
namespace {

struct Point {
  PartneringPoint point;
  Sign sign;
  Wording question;
};
constexpr std::array<Point, kPartneringPoints> kPoints{
    {{PartneringPoint::earlier_relationships, Sign::earlier_relationships,
      Wording::ask_earlier_relationships},
     {PartneringPoint::since_separation, Sign::since_separation, Wording::ask_since_separation},
     {PartneringPoint::childs_own_words, Sign::childs_words, Wording::ask_childs_words},
     {PartneringPoint::efforts_asked_about, Sign::efforts_asked, Wording::ask_efforts},
     {PartneringPoint::efforts_credited, Sign::credit, Wording::ask_to_credit_efforts},
     {PartneringPoint::efforts_told_back, Sign::efforts_told_back, Wording::ask_to_tell_back}}};

bool is_expected_to_show_it(DocumentKind kind) {
  return kind != DocumentKind::chronology && kind != DocumentKind::plan && kind != DocumentKind::letter &&
         kind != DocumentKind::police_report;
}

// Credit that a finding turns to blame is none.
std::vector<const Sighting*> told_of(const Reading& reading, const Point& point) {
  return point.sign == Sign::credit ? efforts(reading, point.sign) : seen(reading, point.sign);
}

// Does the quotation begin within the words, or right behind their colon?
bool leads_to(const Narrative& narrative, ProseSpan words, ProseSpan quotation) {
  constexpr std::uint32_t kSpaceAndMark = 5;  // bytes
  const bool announced = narrative.text(words).ends_with(':');
  return quotation.begin >= words.begin && quotation.begin < words.end + (announced ? kSpaceAndMark : 0);
}

bool announces_quotation(const Narrative& narrative, const Sighting& sighting) {
  const ProseSpan sentence = narrative.analysis.sentences[sighting.match.sentence].span;
  return std::ranges::any_of(narrative.quotations,
                             [&](ProseSpan quotation) { return leads_to(narrative, sentence, quotation); });
}

// Somebody's own words best in quotation marks, else the first that is told.
const Sighting& best_of(const Narrative& narrative, const std::vector<const Sighting*>& told) {
  const auto quoted =
      std::ranges::find_if(told, [&](const Sighting* s) { return announces_quotation(narrative, *s); });
  return quoted == told.end() ? *told.front() : **quoted;
}

// The sentence, and those after it as far as a quotation goes on.
ProseSpan whole_words(const Narrative& narrative, std::uint32_t sentence) {
  const auto& sentences = narrative.analysis.sentences;
  ProseSpan words = sentences[sentence].span;
  for (const ProseSpan quotation : narrative.quotations)
    while (leads_to(narrative, words, quotation) && words.end < quotation.end &&
           sentence + 1 < sentences.size())
      words.end = sentences[++sentence].span.end;
  return words;
}

// "Aisha told Mrs N: “…”", "Aisha to SW: “…”": the sentence with the colon before the quotation.
std::optional<std::uint32_t> lead_in_of(const Narrative& narrative, ProseSpan quotation) {
  const auto& tokens = narrative.analysis.tokens;
  auto token = std::partition_point(tokens.begin(), tokens.end(),
                                    [&](const Token& one) { return one.span.end <= quotation.begin; });
  constexpr int kMarks = 2;  // the quotation mark, and the colon before it
  for (int i = 0; i < kMarks && token != tokens.begin(); ++i)
    if (narrative.text((--token)->span) == ":")
      return sentence_of(narrative.analysis, static_cast<std::uint32_t>(token - tokens.begin()));
  return std::nullopt;
}

// The first of the family in the sentence is the one who speaks.
bool begins_with_child(const Reading& reading, std::uint32_t sentence) {
  constexpr std::uint32_t kBefore = 2;  // a mark of a list
  const TokenRange range = reading.narrative.analysis.sentences[sentence].tokens;
  for (std::uint32_t t = range.begin; t < std::min(range.end, range.begin + kBefore); ++t)
    if (reading.narrative.cast.at(t) != nullptr) return reading.parts.plays(t, Role::child);
  return false;
}

// A child's words between quotation marks. A word or two may be what a toddler is able to say.
std::optional<std::uint32_t> childs_quotation(const Reading& reading) {
  constexpr int kWords = 3;
  for (const ProseSpan quotation : reading.narrative.quotations) {
    const std::string_view text = reading.narrative.text(quotation);
    if (std::count(text.begin(), text.end(), ' ') + 1 < kWords) continue;
    if (const auto sentence = lead_in_of(reading.narrative, quotation);
        sentence && begins_with_child(reading, *sentence))
      return sentence;
  }
  return std::nullopt;
}

// The sentence that tells it.
std::optional<std::uint32_t> sentence_told(const Reading& reading, const Point& point) {
  if (point.point == PartneringPoint::childs_own_words)
    if (const auto quoted = childs_quotation(reading)) return quoted;
  const auto told = told_of(reading, point);
  if (told.empty()) return std::nullopt;
  return best_of(reading.narrative, told).match.sentence;
}

bool is_asked_for(const Reading& reading, const Point& point) {
  return point.point != PartneringPoint::since_separation || !seen(reading, Sign::leaving).empty();
}

}  // namespace

std::vector<Partnering> partnering_of(const Reading& reading) {
  std::vector<Partnering> shown;
  if (!is_expected_to_show_it(reading.narrative.kind)) return shown;
  const Names names = family_names(reading.narrative.cast);
  for (const Point& point : kPoints) {
    const auto told = sentence_told(reading, point);
    Partnering each{point.point, {}, {}};
    if (told)
      each.told = whole_words(reading.narrative, *told);
    else if (is_asked_for(reading, point))
      each.question = fill_names(say(point.question), names, {});
    else
      continue;
    shown.push_back(std::move(each));
  }
  return shown;
}

}  // namespace onus
