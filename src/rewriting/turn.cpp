#include "rewriting/turn.h"

#include <array>

#include "rewriting/phrases.h"
#include "rewriting/re_attaching.h"
#include "rewriting/turn_context.h"
#include "rewriting/turn_names.h"
#include "rewriting/turn_shapes.h"
#include "rewriting/turn_verb.h"
#include "rewriting/what_follows.h"
#include "text/closed_list.h"

namespace onus {
namespace {

bool turn_shape(Turning& p) {
  switch (p.clause.shape) {
    case PassiveShape::finite:
      return turn_finite(p);
    case PassiveShape::inherited:
      return turn_inherited(p);
    case PassiveShape::relative:
      return turn_relative(p);
    case PassiveShape::whose:
      return turn_whose(p);
    case PassiveShape::reduced:
      return turn_reduced(p);
    case PassiveShape::note:
      return turn_note(p);
    case PassiveShape::gerund:
      return turn_gerund(p);
    case PassiveShape::small_clause:
      return turn_small_clause(p);
    case PassiveShape::question:
      return turn_question(p);
    case PassiveShape::causative:
      return turn_causative(p);
    case PassiveShape::infinitive:
      return turn_infinitive(p);
    case PassiveShape::fronted:
      return turn_fronted(p);
    case PassiveShape::reported:
      return turn_reported(p);
  }
  return false;
}

void drop_by_phrase(Turning& p) {
  if (acts_by_doing(p.n, p.clause)) {
    p.edit(p.begin_of(p.clause.by.agent.begin), p.begin_of(p.clause.by.agent.end), "");
    return;
  }
  const std::uint32_t behind = p.clause.by.agent.end;
  if (behind < p.sentence.end && p.n.form(p.clause.by.by - 1) == "(" && p.n.form(behind) == ")") {
    p.edit(p.end_of(p.clause.by.by - 2), p.end_of(behind), "");  // "hit (by him)"
    return;
  }
  if (behind < p.sentence.end && p.n.form(p.clause.by.by - 1) == "," && p.n.form(behind) == "," &&
      p.clause.by.by - 1 == p.clause.group.words.end) {
    p.edit(p.end_of(p.clause.by.by - 2), p.end_of(behind), "");  // "hit, by him, in the face"
    return;
  }
  // "barged into, twice, by him."
  const bool ends =
      p.clause.by.agent.end >= p.sentence.end || p.token(p.clause.by.agent.end).upos == Upos::PUNCT;
  const std::uint32_t before =
      ends && p.n.form(p.clause.by.by - 1) == "," ? p.clause.by.by - 2 : p.clause.by.by - 1;
  p.edit(p.end_of(before), p.end_of(p.clause.by.agent.end - 1), "");
  // The comma that closed the apposition went along with it.
  const std::uint32_t next = p.clause.by.agent.end;
  if (p.clause.by.closing_comma && next < p.sentence.end && p.n.form(next) == ",")
    p.edit(p.begin_of(next), p.end_of(next), "");
}

// "neither her husband nor his mother"
bool deny_each(Turning& p) {
  const std::size_t at = p.doer.find(" or ");
  if (at == std::string::npos) return false;
  p.doer = "neither " + p.doer.substr(0, at) + " nor " + p.doer.substr(at + 4);
  return true;
}

std::optional<Turned> turned(Turning& p) {
  if (is_quoted(p.n, p.n.analysis.tokens[p.clause.by.participle].span)) return std::nullopt;
  static constexpr std::array<std::string_view, 5> saying{"say", "think", "believe", "allege", "claim"};
  const std::uint32_t behind = p.clause.by.agent.end;  // "later said by daddy to have been a game"
  if (p.clause.shape == PassiveShape::inherited && behind < p.sentence.end && p.form(behind) == "to" &&
      one_of(p.n.analysis.lemma(p.clause.by.participle), saying))
    return std::nullopt;
  p.doer = p.slot.empty() ? agent_words(p, p.clause.by.agent.begin) : p.slot;
  p.patient = words_of(p.n, p.clause.patient);
  if (unsure_of_capital(p) || row_of_verbs(p) || scope_would_change(p)) return std::nullopt;
  if (p.slot.empty() && (would_re_attach(p) || ambiguous(p) || !untangle(p) || !look_ahead(p)))
    return std::nullopt;
  if (p.clause.denies_each && !deny_each(p)) return std::nullopt;
  drop_to(p);
  if (!look_back(p) || !turn_shape(p) || !turn_the_others(p)) return std::nullopt;
  if (p.slot.empty()) drop_by_phrase(p);
  return std::move(p.result);
}

}  // namespace

std::optional<Turned> turn(const Narrative& narrative, const PassiveClause& clause, const Turned* previous,
                           const Inflector& inflector, const std::string& slot) {
  Turning turning(narrative, clause, previous, inflector, slot);
  return turned(turning);
}

}  // namespace onus
