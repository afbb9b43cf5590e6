#include "people/mistagged_acts.h"

#include <algorithm>
#include <array>

#include "people/accounts.h"
#include "people/targets.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

bool is_object_pronoun(const PeopledText& text, std::uint32_t t) {
  constexpr std::array<std::string_view, 5> objects{"her", "him", "them", "me", "us"};
  return one_of(fold(text.form(t)), objects) && text.token(t).deprel != Deprel::nmod_poss;
}

bool is_act_by_itself(const ActWords& words, const std::string& verb) {
  const auto patterns = words.patterns(verb);
  return !verb.empty() &&
         (words.is_harm_verb(verb) || std::any_of(patterns.begin(), patterns.end(), [](const ActPattern& p) {
            return p.with == kNone && p.also.empty() && !p.pattern && !p.negative;
          }));
}

const Mention* mention_ending_before(const Cast& cast, std::uint32_t t) {
  for (std::uint32_t u = t; u-- > 0 && u + 4 > t;)
    if (const Mention* mention = cast.at(u)) return mention->tokens.end == t ? mention : nullptr;
  return nullptr;
}

}  // namespace

// "FOB backhanded her": between someone and someone or something of theirs, an act's verb in the past.
std::optional<Event> mistagged_act(const PeopledText& text, const ActWords& words, const ActMatcher& matcher,
                                   std::uint32_t t) {
  const TokenRange sentence = text.analysis.sentences[sentence_of(text.analysis, t)].tokens;
  if (text.token(t).upos == Upos::VERB || text.token(t).upos == Upos::AUX ||
      text.clauses.at_predicate[t] != kNone)
    return std::nullopt;
  if (t == sentence.begin || t + 1 >= sentence.end) return std::nullopt;
  const bool before_object = is_object_pronoun(text, t + 1);
  if (!text.form(t).ends_with("ed") && !(text.form(t).ends_with("s") && before_object)) return std::nullopt;
  const Mention* agent = mention_ending_before(text.cast, t);
  const Mention* target = text.cast.at(t + 1);
  if (agent == nullptr || agent->kind == MentionKind::agency || agent->said == Role::professional)
    return std::nullopt;
  if (target == nullptr || target->kind == MentionKind::agency ||
      !is_act_by_itself(words, matcher.act_verb(t)))
    return std::nullopt;
  Event event;
  event.predicate = t;
  event.act = text.analysis.lemma(t);
  event.tactic = words.patterns(matcher.act_verb(t)).front().tactic;
  event.agent_in_sentence = true;
  if (agent->people.size() == 1) event.agent = agent->people.front();
  if (event.agent != kNone && text.cast.people[event.agent].plays(Role::professional)) return std::nullopt;
  add_mentioned(event.target, target, event.agent);
  event.against_child = is_child_among(text.cast, event.target);
  event.span = {text.token(t).span.begin, text.token(target->tokens.end - 1).span.end};
  if (const Clause* around = text.clauses.around(t)) set_source(text, event, *around);
  return event;
}

}  // namespace onus
