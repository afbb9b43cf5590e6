#include "rewriting/passive_clause.h"

#include <array>

#include "rewriting/shaping.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {

std::optional<PassiveClause> shaped(const Narrative& narrative, const ByAgent& by) {
  Shaping s(narrative, by);
  read_row(s);
  const PassiveGroup group = passive_group(s.n, s.out.by.participle);
  if (group.floating != kNone && s.form(group.floating) == "each") return std::nullopt;
  for (std::uint32_t t = group.words.begin; t + 1 < group.words.end; ++t)  // "was not only hit but …"
    if (s.form(t) == "not" && one_of(s.form(t + 1), {"only", "just", "merely", "simply"}))
      return std::nullopt;
  s.out.group = group;
  if (!s.out.more.empty() || names_something(s, group)) each_by_itself(s);
  if (by_agencies(s)) return std::nullopt;
  if (group.infinitive) return shape_infinitive(s) ? std::optional(s.out) : std::nullopt;
  if ((s.asks() || is_inverted(s)) && shape_question(s)) return s.out;
  if (group.auxiliary == kNone) {
    if (shape_causative(s) || shape_joined_bare(s) || shape_elliptic(s) || shape_bare(s))
      return s.out.more.empty() ? with_what_follows(s) : s.out;
    return std::nullopt;
  }
  if (group.gerund) return shape_gerund(s) ? std::optional(s.out) : std::nullopt;
  if (shape_relative(s) || shape_inherited(s) || shape_finite(s)) return with_what_follows(s);
  return std::nullopt;
}

namespace {

// "Only Ewan was ever hit": put last, he would no longer be the only one.
bool limits_whom(const Narrative& n, const ByAgent& by) {
  const std::uint32_t begin = n.analysis.sentences[sentence_of(n.analysis, by.participle)].tokens.begin;
  bool only = false;
  for (std::uint32_t t = begin; t < by.participle; ++t) {
    const std::string word = lower(n.form(t));
    if (word == "ever" && only && lower(n.form(t - 1)) != "only") return true;
    only |= word == "only";
  }
  return false;
}

// What the turn would move or lose: a denial that stands in front of the auxiliary ("Hardly ever was she
// hit"), whose "neither" and "either" it is, who says it between commas ("was, it is alleged, punched"), and
// a note that denies ("Pt denies hit by husband").
bool turns_badly(const Narrative& n, const ByAgent& by) {
  static constexpr std::array<std::string_view, 6> denying{"denies", "recants", "doubts",
                                                           "fears",  "queries", "disputes"};
  const TokenRange sentence = n.analysis.sentences[sentence_of(n.analysis, by.participle)].tokens;
  const auto form = [&](std::uint32_t t) { return lower(n.form(t)); };
  if (form(sentence.begin) == "either") return true;
  if (form(sentence.begin) == "by" && one_of(form(sentence.begin + 1), {"whom", "which", "what"}))
    return true;
  for (std::uint32_t t = sentence.begin; t + 1 < by.participle; ++t) {
    const Token& next = n.analysis.tokens[t + 1];
    const bool goes_on = one_of(form(t + 1), {"been", "be", "being"});  // "has ever been hit"
    if (one_of(form(t), {"ever", "means"}) && next.upos == Upos::AUX && t > sentence.begin && !goes_on)
      return true;
    if (form(t) == "neither" && (next.upos == Upos::PRON || next.upos == Upos::VERB)) return true;
    if (n.form(t) == "," && form(t + 1) == "it" && !one_of(form(t + 2), {"turned", "emerged", "transpired"}))
      return true;
  }
  // "trodden on by him", where the verb isn't known by any other form
  const std::string written = form(by.participle);
  if (written.ends_with("en") && written == n.analysis.lemma(by.participle)) return true;
  const std::uint32_t before = by.participle - (by.participle > sentence.begin ? 1 : 0);
  return one_of(form(before), denying);
}

}  // namespace

std::optional<PassiveClause> passive_clause(const Narrative& narrative, const ByAgent& by) {
  if (limits_whom(narrative, by) || turns_badly(narrative, by)) return std::nullopt;
  return shaped(narrative, by);
}

}  // namespace onus
