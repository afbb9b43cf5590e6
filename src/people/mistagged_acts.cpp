#include "people/mistagged_acts.h"

namespace onus {
namespace {

// Whoever's words end right before `t`, an adverb apart.
const Mention* mention_ending_before(const PeopledText& text, std::uint32_t t, std::uint32_t begin) {
  if (t > begin && text.token(t - 1).upos == Upos::ADV && text.cast.at(t - 1) == nullptr) --t;
  for (std::uint32_t u = t; u-- > begin && u + 4 > t;)
    if (const Mention* mention = text.cast.at(u)) return mention->tokens.end == t ? mention : nullptr;
  return nullptr;
}

bool may_act(const Cast& cast, const Mention& mention) {
  if (mention.kind == MentionKind::agency || mention.kind == MentionKind::group || mention.plural ||
      mention.said == Role::professional)
    return false;
  return mention.people.size() != 1 || !cast.people[mention.people.front()].plays(Role::professional);
}

// What may follow a verb as its object, or a particle.
bool may_follow(const PeopledText& text, std::uint32_t t) {
  const Upos upos = text.token(t).upos;
  if (text.cast.at(t) != nullptr) return true;
  return upos == Upos::DET || upos == Upos::PRON || upos == Upos::PROPN || upos == Upos::NOUN;
}

}  // namespace

std::optional<Clause> hidden_clause(const PeopledText& text, const ActMatcher& matcher, std::uint32_t t) {
  const Token& token = text.token(t);
  if (token.upos == Upos::AUX || token.upos == Upos::PUNCT || text.clauses.at_predicate[t] != kNone)
    return std::nullopt;
  const bool verb = token.upos == Upos::VERB &&
                    (token.xpos == Xpos::VBD || token.xpos == Xpos::VBZ || token.xpos == Xpos::VBN);
  if (!verb && !text.form(t).ends_with("ed") && !text.form(t).ends_with("s")) return std::nullopt;
  const std::uint32_t s = sentence_of(text.analysis, t);
  const TokenRange sentence = text.analysis.sentences[s].tokens;
  if (t == sentence.begin || t + 1 >= sentence.end || !may_follow(text, t + 1) ||
      text.token(t + 1).xpos == Xpos::POS || (!verb && matcher.act_verb(t).empty()))
    return std::nullopt;
  const Mention* agent = mention_ending_before(text, t, sentence.begin);
  if (agent == nullptr || text.token(agent->head).deprel == Deprel::nmod_poss || !may_act(text.cast, *agent))
    return std::nullopt;
  Clause clause;
  clause.predicate = t;
  clause.sentence = s;
  clause.subject = agent->head;
  if (text.cast.at(t + 1) != nullptr) clause.object = t + 1;
  if (const Clause* around = text.clauses.around(t)) clause.reported_by = around->reported_by;
  return clause;
}

}  // namespace onus
