#include "rewriting/active_voice.h"

#include <algorithm>
#include <array>

#include "rewriting/chained_passives.h"
#include "rewriting/ellipsis.h"
#include "rewriting/fronted_agents.h"
#include "rewriting/phrases.h"
#include "rewriting/turn.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

ProseSpan words_of_passive(const Narrative& n, const PassiveClause& clause) {
  return {n.analysis.tokens[std::min(clause.group.words.begin, clause.by.participle)].span.begin,
          n.analysis.tokens[clause.by.agent.end - 1].span.end};
}

// Words of a court, a charge or a definition, which are left as they were written.
bool is_formal(const Narrative& n, std::uint32_t sentence, std::uint32_t before) {
  static constexpr std::array<std::string_view, 12> always{"charge",     "convict", "conviction", "plead",
                                                           "indictment", "offence", "libel",      "define",
                                                           "definition", "count",   "contrary",   "plea"};
  static constexpr std::array<std::string_view, 8> courts{"judge", "court",      "sheriff",  "tribunal",
                                                          "jury",  "magistrate", "recorder", "bench"};
  static constexpr std::array<std::string_view, 8> decide{"find",      "finding",  "hold",  "rule",
                                                          "determine", "conclude", "prove", "judgment"};
  bool court = false;
  bool decides = false;
  for (std::uint32_t t = n.analysis.sentences[sentence].tokens.begin; t < before; ++t) {
    const std::string_view lemma = n.analysis.lemma(t);
    if ((lemma == "schedule" || lemma == "particulars") && t + 1 < before && lower(n.form(t + 1)) == "of")
      return true;  // "Schedule of findings sought"
    if (lemma == "count" && t > 0 && n.analysis.tokens[t - 1].features.possessive)
      continue;                                                                 // "by her count"
    if (lemma == "count" && n.analysis.tokens[t].upos != Upos::NOUN) continue;  // "made to count the blows"
    const bool in_charge = lemma == "charge" && t > 0 && lower(n.form(t - 1)) == "in";
    if (one_of(lemma, always) && n.analysis.tokens[t].upos != Upos::ADJ && !in_charge) return true;
    court |= one_of(lemma, courts);
    decides |= one_of(lemma, decide);
  }
  return court && decides;
}

// What would read as something else in the active, for which there is a rule: "he didn't hit her" (as if
// hitting were the test), "he hit her … once", "her mother let him down", "she made claims", "he could have
// killed her if the neighbour had not heard", "his mother was not permitting her to leave".
bool reads_as_another_finding(const Narrative& n, const PassiveClause& clause) {
  static constexpr std::array<std::string_view, 4> deficits{"protect", "fail", "let", "neglect"};
  static constexpr std::array<std::string_view, 3> claims{"claim", "allegation", "accusation"};
  const std::uint32_t verb = clause.by.participle;
  const std::string_view lemma = n.analysis.lemma(verb);
  const TokenRange sentence = n.analysis.sentences[sentence_of(n.analysis, verb)].tokens;
  const auto opens_clause = [&](std::uint32_t once) {  // "once the boys were older", but not "once a week"
    if (once + 2 >= sentence.end) return false;
    const Token& next = n.analysis.tokens[once + 1];
    return n.analysis.tokens[once].upos == Upos::SCONJ || is_personal_pronoun(next) ||
           is_possessive_pronoun(next) || lower(n.form(once + 1)) == "the";
  };
  if (lemma == "hit" || lemma == "strike") {
    if (clause.group.negated && clause.group.place != VerbPlace::participle) return true;
    for (std::uint32_t t = verb; t < sentence.end; ++t)
      if (n.analysis.lemma(t) == "once" && n.analysis.lemma(t - 1) != "than" &&
          n.analysis.lemma(t - 1) != "at" && !opens_clause(t))
        return true;
  }
  if (clause.group.negated && clause.group.place == VerbPlace::ing && (lemma == "permit" || lemma == "allow"))
    return true;
  if (lemma == "kill")
    for (std::uint32_t t = clause.by.agent.end; t + 1 < sentence.end; ++t)
      if (n.analysis.lemma(t) == "have" && n.analysis.tokens[t + 1].features.negative) return true;
  // "wasn't let out of the house by him" withholds; only what is let happen, or "let down", reads as a lapse.
  const bool withheld = lemma == "let" && clause.group.negated;
  if (one_of(lemma, deficits) && !withheld) {
    const std::uint32_t person = person_in(n, clause.by.core);
    return person == kNone || n.cast.people[person].role() != Role::perpetrator;
  }
  if (lemma != "make") return false;
  for (std::uint32_t t = clause.patient.begin; t < clause.patient.end; ++t)
    if (one_of(n.analysis.lemma(t), claims)) return true;
  return false;
}

// "…, still less have been ordered by him", "… and to have been searched by him": its subject is that of the
// passive before it.
bool lacks_subject(const Narrative& n, const ByAgent& by) {
  const PassiveGroup group = passive_group(n, by.participle);
  if (group.auxiliary == kNone || group.gerund) return false;
  const std::uint32_t begin = n.analysis.sentences[sentence_of(n.analysis, by.participle)].tokens.begin;
  std::uint32_t t = group.words.begin;
  while (t > begin && n.analysis.tokens[t - 1].upos == Upos::ADV)
    if (lower(n.form(--t)) == "less") return true;  // "still less have been …"
  if (t == begin) return false;
  const std::string before = lower(n.form(t - 1));
  if (before == ",") {  // "and, if she was late, would be …", but not "and Ms A, who tried to help, was …"
    for (std::uint32_t comma = t - 1; comma-- > begin + 1;)
      if (n.form(comma) == ",") return n.analysis.tokens[comma - 1].upos == Upos::CCONJ;
    return false;
  }
  return before == "less" || n.analysis.tokens[t - 1].upos == Upos::CCONJ;
}

// "noted that Ms A, who was pregnant, had been kicked by Mr B and had been stopped by him": the same
// auxiliary right behind goes on with the same subject, whatever the parse joins it to.
bool goes_on_with_subject(const Narrative& n, const PassiveClause& before, const PassiveClause& clause) {
  if (clause.shape != PassiveShape::inherited || before.shape != PassiveShape::finite) return false;
  if (before.group.auxiliary == kNone || clause.group.auxiliary == kNone) return false;
  if (lower(n.form(before.group.words.begin)) != lower(n.form(clause.group.words.begin))) return false;
  if (before.by.agent.end > clause.link) return false;
  for (std::uint32_t t = before.by.agent.end; t < clause.link; ++t) {
    const Token& token = n.analysis.tokens[t];
    if (token.upos == Upos::VERB || token.upos == Upos::AUX || token.upos == Upos::CCONJ) return false;
  }
  return true;
}

// Turned passives that lean on one another are one suggestion.
struct Row {
  std::vector<Turned> turned;
};

ActiveVoice suggestion_for(const Narrative& n, Row row) {
  ActiveVoice result;
  std::vector<Edit> edits;
  for (Turned& one : row.turned) {
    const auto& participles = one.clause.group.participles;
    result.participles.insert(result.participles.end(), participles.begin(), participles.end());
    const auto& more = one.clause.more;
    result.participles.insert(result.participles.end(), more.begin(), more.end());
    std::move(one.edits.begin(), one.edits.end(), std::back_inserter(edits));
  }
  result.words = words_of_passive(n, row.turned.front().clause);
  result.suggestion = suggestion_from(n.prose(), std::move(edits));
  return result;
}

}  // namespace

std::vector<ActiveVoice> in_active_voice(const Narrative& n, std::uint32_t sentence,
                                         const Inflector& inflector) {
  std::vector<Row> rows;
  std::vector<ActiveVoice> chains;
  bool broken = false;  // a passive that shares its subject with the next couldn't be turned
  for (const ByAgent& by : by_agents(n, sentence)) {
    if (is_formal(n, sentence, by.by)) break;
    const bool leaned_on = leaves_out_the_passive(n, by);
    if (auto chain = leaned_on ? std::nullopt : chained_passives(n, by, inflector)) {
      chains.push_back(std::move(*chain));
      continue;
    }
    auto clause = by.of_all || leaned_on ? std::nullopt : passive_clause(n, by);
    if (clause && reads_as_another_finding(n, *clause)) clause.reset();
    const Turned* previous = rows.empty() || broken ? nullptr : &rows.back().turned.back();
    if (clause && previous != nullptr && goes_on_with_subject(n, previous->clause, *clause))
      clause->antecedent = head_of(n, previous->clause.patient);
    auto turned = clause ? turn(n, *clause, previous, inflector) : std::nullopt;
    broken = !turned;
    if (!turned) {
      // The one before counted on this one to be turned as well.
      const bool inherits = (clause && clause->shape == PassiveShape::inherited) || lacks_subject(n, by);
      if (previous != nullptr && (inherits || previous->awaits_next)) rows.pop_back();
      continue;
    }
    if (turned->replaces_previous && previous != nullptr) {
      rows.pop_back();
      rows.push_back({{std::move(*turned)}});
      continue;
    }
    if (turned->leans_on_previous && previous != nullptr)
      rows.back().turned.push_back(std::move(*turned));
    else
      rows.push_back({{std::move(*turned)}});
  }
  std::vector<ActiveVoice> all = with_fronted_agent(n, sentence, inflector);
  std::erase_if(all, [&](const ActiveVoice& one) { return is_formal(n, sentence, one.participles.front()); });
  std::move(chains.begin(), chains.end(), std::back_inserter(all));
  for (Row& row : rows) all.push_back(suggestion_for(n, std::move(row)));
  return all;
}

std::optional<Suggestion> with_slot_for_doer(const Narrative& n, std::uint32_t participle,
                                             const Inflector& inflector) {
  // "was assaulted and ended up with a fracture": not everything behind the auxiliary is its participle.
  if (!n.analysis.tokens[participle].features.passive) return std::nullopt;
  ByAgent nobody;
  nobody.participle = participle;
  nobody.by = participle + 1;
  nobody.agent = {participle + 1, participle + 1};
  nobody.core = nobody.agent;
  const auto clause = passive_clause(n, nobody);
  if (!clause || (clause->shape != PassiveShape::finite && clause->shape != PassiveShape::question))
    return std::nullopt;
  // "In 2017 Mother was hit": the year isn't part of whom it was done to.
  const Token& first = n.analysis.tokens[clause->patient.begin];
  if (clause->patient.size() > 1 && first.upos == Upos::NUM &&
      n.cast.at(clause->patient.end - 1) != nullptr &&
      n.cast.at(clause->patient.end - 1)->tokens.begin > clause->patient.begin)
    return std::nullopt;
  const auto turned = turn(n, *clause, nullptr, inflector, "[name of the person who did this]");
  if (!turned) return std::nullopt;
  Suggestion suggestion = suggestion_from(n.prose(), turned->edits);
  suggestion.kind = SuggestionKind::reframe;
  return suggestion;
}

}  // namespace onus
