#include "reporting/without_places.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

constexpr std::string_view kPlace = "[place]";

bool tells_whereabouts(const Finding& finding) { return finding.rule.starts_with("whereabouts"); }

bool is_capitalised(std::string_view form) {
  return !form.empty() && form.front() >= 'A' && form.front() <= 'Z';
}

bool has_digit(std::string_view form) {
  return std::ranges::any_of(form, [](char c) { return c >= '0' && c <= '9'; });
}

class PlacesIn {
 public:
  PlacesIn(const DocumentReport& report, const Sentence& sentence) : report_(report), sentence_(sentence) {}

  // The end of the name of a place that begins with the token; the token where none does.
  std::uint32_t end_of_place(std::uint32_t token) const {
    std::uint32_t end = token;
    bool named = false;
    while (end < sentence_.tokens.end && (is_part(end) || joins(token, end))) named |= is_name(end++);
    return named || follows_flat(token) ? end : token;
  }

 private:
  std::string_view form(std::uint32_t token) const {
    return slice<ProseText>(report_.document.prose, report_.analysis.tokens[token].span);
  }
  bool is_person(std::uint32_t token) const {
    return std::ranges::any_of(report_.cast.mentions, [&](const Mention& mention) {
      return mention.tokens.contains(token) && mention.kind != MentionKind::agency;
    });
  }
  bool is_time(std::uint32_t token) const {
    static constexpr std::array<std::string_view, 19> times{
        "january",   "february",  "march",   "april",    "may",      "june",   "july",
        "august",    "september", "october", "november", "december", "monday", "tuesday",
        "wednesday", "thursday",  "friday",  "saturday", "sunday"};
    return one_of(lower(form(token)), times);
  }
  bool is_name(std::uint32_t token) const {
    return is_capitalised(form(token)) && token != sentence_.tokens.begin && !is_person(token) &&
           !is_time(token) && form(token) != "I";
  }
  bool is_part(std::uint32_t token) const {
    const bool dated = token + 1 < sentence_.tokens.end && is_time(token + 1);
    return is_name(token) || (has_digit(form(token)) && !dated && !is_person(token));
  }
  // "St Mary 's Primary", "Flat 2 / 1 , 40 Calder Street"
  bool joins(std::uint32_t begin, std::uint32_t token) const {
    static constexpr std::array<std::string_view, 6> joints{",", "/", "-", "'s", "’s", "of"};
    return token > begin && token + 1 < sentence_.tokens.end && one_of(form(token), joints) &&
           is_part(token + 1);
  }
  bool follows_flat(std::uint32_t token) const {
    return token > sentence_.tokens.begin && has_digit(form(token)) &&
           one_of(lower(form(token - 1)), {"flat", "number", "no", "apartment", "unit"});
  }

  const DocumentReport& report_;
  const Sentence& sentence_;
};

}  // namespace

std::string without_places(const DocumentReport& report, ProseSpan span) {
  std::string text;
  std::uint32_t written = span.begin;
  for (const Sentence& sentence : report.analysis.sentences) {
    if (!sentence.span.overlaps(span)) continue;
    const bool told = std::ranges::any_of(report.findings, [&](const Finding& finding) {
      return tells_whereabouts(finding) && finding.span.overlaps(sentence.span);
    });
    if (!told) continue;
    const PlacesIn places(report, sentence);
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end;) {
      const std::uint32_t end = places.end_of_place(t);
      if (end == t) {
        ++t;
        continue;
      }
      const ProseSpan place{report.analysis.tokens[t].span.begin, report.analysis.tokens[end - 1].span.end};
      t = end;
      if (!place.overlaps(span)) continue;
      if (place.begin > written) text += slice<ProseText>(report.document.prose, {written, place.begin});
      text += kPlace;
      written = std::min(place.end, span.end);
    }
  }
  if (written < span.end) text += slice<ProseText>(report.document.prose, {written, span.end});
  return text;
}

}  // namespace onus
