#include "people/other_names.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "people/name_forms.h"
#include "text/closed_list.h"

namespace onus {
namespace {

// The words from `begin` to `end` as one, without marks; none where there are too many for a sign.
std::string sign_between(const Gathering& g, std::uint32_t begin, std::uint32_t end) {
  constexpr std::uint32_t kLongest = 12;  // tokens
  static constexpr std::array<std::string_view, 12> marks{",",  "(",  ")", "\"", "“", "”",
                                                          "``", "''", "‘", "’",  "'", "."};
  if (end > begin + kLongest) return "-";
  std::string out;
  for (std::uint32_t t = begin; t < end; ++t) {
    const std::string word = fold(g.form(t));
    if (one_of(word, marks) || word == "also" || word == "now") continue;
    std::copy_if(word.begin(), word.end(), std::back_inserter(out), [](char c) { return c != '.'; });
  }
  return out;
}

bool is_quoted(const Gathering& g, const FoundMention& name) {
  return name.tokens.begin > 0 && one_of(g.form(name.tokens.begin - 1), {"\"", "“", "``", "‘", "'"});
}

// Whole names that share neither their first nor their last word.
bool are_two(const NameForm& a, const NameForm& b) {
  return a.whole() && b.whole() && !same(a.words.front(), b.words.front()) &&
         !same(a.words.back(), b.words.back());
}

// Whether a sign and nothing else stands between the two, or the second goes on a list of such names.
bool is_other_name(const Gathering& g, std::uint32_t i, std::uint32_t j) {
  const FoundMention& name = g.found[i];
  const FoundMention& other = g.found[j];
  if (other.kind != MentionKind::name || other.sentence != name.sentence) return false;
  static constexpr std::array<std::string_view, 4> open_signs{"formerly", "previously", "goesby",
                                                              "whogoesby"};
  static constexpr std::array<std::string_view, 12> plain_signs{"knownas",
                                                                "isknownas",
                                                                "whoisknownas",
                                                                "formerlyknownas",
                                                                "previouslyknownas",
                                                                "betterknownas",
                                                                "otherwiseknownas",
                                                                "aka",
                                                                "recordedas",
                                                                "alias",
                                                                "née",
                                                                "nee"};
  const std::string sign = sign_between(g, g.found[j - 1].tokens.end, other.tokens.begin);
  if (one_of(sign, plain_signs)) return true;
  if (j > i + 1) return sign.empty() && is_quoted(g, other);
  return one_of(sign, open_signs) && !are_two(name.name, other.name);
}

// Nothing but dates and the like stands before it.
bool opens(const Gathering& g, ProseSpan value, const FoundMention& name) {
  for (std::uint32_t t = name.tokens.begin; t-- > 0;) {
    const Token& before = g.analysis.tokens[t];
    if (before.span.begin < value.begin) return true;
    if (before.upos == Upos::VERB || before.upos == Upos::AUX || before.upos == Upos::ADP) return false;
  }
  return true;
}

// "SW1: Mr Baird was spoken to" and "PERP1: ex-husband of Sana Khan" name somebody else.
std::uint32_t named_behind(const Gathering& g, const Detail& detail) {
  for (const FoundMention& mention : g.found_in(detail.value)) {
    if (mention.kind != MentionKind::name || !opens(g, detail.value, mention)) return kNone;
    if (mention.name.pseudonym || is_speech(g, detail, mention)) return kNone;
    return static_cast<std::uint32_t>(&mention - g.found.data());
  }
  return kNone;
}

}  // namespace

std::vector<std::pair<std::uint32_t, std::uint32_t>> other_names(const Gathering& g) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
  for (std::uint32_t i = 0; i + 1 < g.found.size(); ++i)
    if (g.found[i].kind == MentionKind::name)
      for (std::uint32_t j = i + 1; j < g.found.size() && is_other_name(g, i, j); ++j)
        if (key_of_form(g.found[j].name) != key_of_form(g.found[i].name)) out.emplace_back(i, j);
  return out;
}

std::vector<std::pair<std::string, std::uint32_t>> labels_with_names(const Gathering& g) {
  std::vector<std::pair<std::string, std::uint32_t>> out;
  for (const Detail& detail : g.details) {
    std::string label = fold(g.text(detail.label));
    if (detail.several || label.find(' ') != std::string::npos) continue;
    if (const std::uint32_t i = named_behind(g, detail); i != kNone) out.emplace_back(std::move(label), i);
  }
  return out;
}

std::uint32_t bracketed_name(const Gathering& g, std::uint32_t i) {
  const FoundMention& name = g.found[i];
  if (i + 1 >= g.found.size() || is_abbreviation(name.name)) return kNone;
  const std::uint32_t open = name.tokens.end;
  if (open >= g.analysis.tokens.size() || g.form(open) != "(") return kNone;
  const FoundMention& alias = g.found[i + 1];
  if (alias.kind != MentionKind::name || !is_single(alias.name) || !alias.name.title.empty()) return kNone;
  if (alias.tokens.begin > open + 3 || alias.tokens.end >= g.analysis.tokens.size()) return kNone;
  const std::string_view before = g.form(alias.tokens.begin - 1), after = g.form(alias.tokens.end);
  const bool quoted = alias.tokens.begin > open + 1;
  if (quoted && before != "\"" && before != "“") return kNone;
  const bool short_form = is_abbreviation(alias.name) || is_code(alias.name);
  if (!short_form && !quoted) return kNone;
  return after == ")" || quoted || (after == "," && short_form) ? i + 1 : kNone;
}

}  // namespace onus
