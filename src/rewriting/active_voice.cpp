#include "rewriting/active_voice.h"

#include <algorithm>
#include <array>
#include <string>

#include "rewriting/verb_group.h"
#include "text/fold.h"

namespace onus {
namespace {

struct PronounForms {
  std::string_view subject;
  std::string_view object;
  std::string_view possessive;
};
constexpr std::array<PronounForms, 6> kPronouns{{{"he", "him", "his"},
                                                 {"she", "her", "her"},
                                                 {"they", "them", "their"},
                                                 {"we", "us", "our"},
                                                 {"i", "me", "my"},
                                                 {"who", "whom", "whose"}}};
constexpr std::string_view kUnknownDoer = "name of the person who did this";

std::string as_subject(const std::string& pronoun) {
  for (const PronounForms& forms : kPronouns)
    if (lower(pronoun) == forms.object) return forms.subject == "i" ? "I" : std::string(forms.subject);
  return pronoun;
}

std::string as_object(const std::string& pronoun) {
  for (const PronounForms& forms : kPronouns)
    if (lower(pronoun) == forms.subject) return std::string(forms.object);
  return pronoun;
}

// Turns one clause; each step gives up where the sentence isn't simple enough.
class Turn {
 public:
  Turn(const Narrative& narrative, const Clause& clause, const Inflector& inflector)
      : n_(narrative), clause_(clause), inflector_(inflector) {}

  std::optional<Suggestion> run() {
    if (!simple_enough() || !find_ranges()) return std::nullopt;
    std::string doer = has_agent() ? agent_text() : "[" + std::string(kUnknownDoer) + "]";
    std::string patient = patient_text();
    if (!untangle_possessive(doer, patient)) return std::nullopt;
    const auto verb = active_verb_group(n_, clause_, agreement(), inflector_);
    if (!verb) return std::nullopt;
    std::string text = begins_sentence() ? capitalised(doer) : doer;
    text += adverbs_before_ + " " + *verb + arranged(patient);
    Suggestion suggestion;
    suggestion.kind = has_agent() ? SuggestionKind::rewrite : SuggestionKind::reframe;
    suggestion.span = {n_.analysis.tokens[patient_.begin].span.begin, n_.analysis.tokens[end_ - 1].span.end};
    suggestion.text = std::move(text);
    return suggestion;
  }

 private:
  const Token& token(std::uint32_t t) const { return n_.analysis.tokens[t]; }
  bool has_agent() const { return clause_.by_agent != kNone; }
  std::string words(TokenRange range) const {
    return range.empty() ? "" : std::string(n_.text(n_.span_of(range)));
  }
  bool begins_sentence() const {
    return patient_.begin == n_.analysis.sentences[clause_.sentence].tokens.begin;
  }

  // Clauses that share their subject with this one would lose it; a relative pronoun can't move.
  bool simple_enough() const {
    if (clause_.subject == kNone || clause_.subject_inherited || clause_.first_auxiliary == kNone)
      return false;
    if (clause_.kind == ClauseKind::relative || clause_.kind == ClauseKind::participial) return false;
    const std::string_view lemma = n_.analysis.lemma(clause_.predicate);
    if (lemma == "make" || lemma == "let" || lemma == "see" || lemma == "hear") return false;
    const auto& all = n_.clauses.all;
    return std::none_of(all.begin(), all.end(), [&](const Clause& other) {
      return other.subject_inherited && other.subject == clause_.subject &&
             other.sentence == clause_.sentence && other.predicate > clause_.predicate &&
             other.kind != ClauseKind::relative;
    });
  }

  bool find_ranges() {
    patient_ = phrase_of(n_.analysis, n_.clauses, clause_.subject);
    leave_out_what_stands_before();
    if (patient_.empty() || patient_.end > clause_.first_auxiliary || patient_.size() > 12) return false;
    for (std::uint32_t t = patient_.end; t < clause_.first_auxiliary; ++t) {
      if (token(t).upos != Upos::ADV) return false;
      adverbs_before_ += " " + std::string(n_.form(t));
    }
    end_ = clause_.predicate + 1;
    between_ = {end_, end_};
    return has_agent() ? find_agent() : find_tail();
  }

  // "In March Ms Hart was …": what a parse hangs on the subject but stands before it stays in front of the
  // sentence.
  void leave_out_what_stands_before() {
    for (const std::uint32_t child : n_.clauses.dependents(clause_.subject)) {
      const Deprel relation = token(child).deprel;
      const bool apart = relation == Deprel::nmod || relation == Deprel::obl ||
                         relation == Deprel::nmod_unmarked || relation == Deprel::obl_unmarked ||
                         relation == Deprel::advmod || relation == Deprel::punct;
      if (child < clause_.subject && apart)
        patient_.begin = std::max(patient_.begin, phrase_of(n_.analysis, n_.clauses, child).end);
    }
    if (patient_.begin < clause_.subject && token(patient_.begin).upos == Upos::ADP)
      patient_.begin = patient_.end;
  }

  bool find_agent() {
    agent_ = phrase_of(n_.analysis, n_.clauses, clause_.by_agent);
    if (agent_.begin <= clause_.predicate || agent_.size() > 12) return false;
    // "spat at by Mr B": a preposition that a parse hangs on the agent belongs to the verb.
    if (token(agent_.begin).upos == Upos::ADP && agent_.size() > 2 &&
        lower(n_.form(agent_.begin + 1)) == "by")
      ++agent_.begin;
    if (lower(n_.form(agent_.begin)) != "by") return false;
    ++agent_.begin;
    if (agent_.empty()) return false;
    between_ = {clause_.predicate + 1, agent_.begin - 1};
    end_ = agent_.end;
    return plain(between_) && no_clause_in(agent_);
  }

  // Without a by-phrase only a preposition or particle that belongs to the verb is taken along.
  bool find_tail() {
    const std::uint32_t next = clause_.predicate + 1;
    if (next < n_.analysis.sentences[clause_.sentence].tokens.end && token(next).head == clause_.predicate &&
        (token(next).deprel == Deprel::compound_prt || stranded(next)))
      between_ = {next, next + 1};
    end_ = between_.end;
    return true;
  }

  bool no_clause_in(TokenRange range) const {
    for (std::uint32_t t = range.begin; t < range.end; ++t)
      if (n_.clauses.at_predicate[t] != kNone) return false;
    return true;
  }

  bool plain(TokenRange range) const {
    for (std::uint32_t t = range.begin; t < range.end; ++t)
      if (token(t).upos == Upos::PUNCT && n_.form(t) != "-" && n_.form(t) != "'s") return false;
    return no_clause_in(range);
  }

  // "shouted at", "spat on": a preposition whose noun has become the subject.
  bool stranded(std::uint32_t t) const {
    const bool before_by = has_agent() && t + 2 == agent_.begin;
    return token(t).upos == Upos::ADP && (token(t).head == clause_.predicate || before_by);
  }

  std::string patient_text() const {
    std::string text = words(patient_);
    if (patient_.size() == 1) text = as_object(text);
    const Token& first = token(patient_.begin);
    const bool name = first.upos == Upos::PROPN || text == "I" || bare_noun(first);
    if (begins_sentence() && !name && !text.empty()) text = lower(text.substr(0, 1)) + text.substr(1);
    return text;
  }

  // "Mother", "Mum": a noun that stands for a name keeps its capital.
  bool bare_noun(const Token& first) const { return first.upos == Upos::NOUN && patient_.size() == 1; }

  std::string agent_text() const {
    const std::string text = words(agent_);
    return agent_.size() == 1 ? as_subject(text) : text;
  }

  const Mention* mention_of(std::uint32_t t) const { return t == kNone ? nullptr : n_.cast.at(t); }

  // "Ms A was hit by her partner" must not become "Her partner hit Ms A", where "her" comes before its name.
  bool untangle_possessive(std::string& doer, std::string& patient) const {
    if (!has_agent()) return true;
    for (std::uint32_t t = agent_.begin; t < agent_.end; ++t) {
      if (!token(t).features.possessive || token(t).upos != Upos::PRON) continue;
      if (token(clause_.subject).upos == Upos::PRON) return true;
      const Mention* owner = mention_of(t);
      const Mention* whom = mention_of(clause_.subject);
      const bool same =
          owner != nullptr && whom != nullptr && !owner->people.empty() && owner->people == whom->people;
      if (!same || t != agent_.begin || agent_.size() < 2) return false;
      const std::string possessive = lower(n_.form(t));
      doer = words(patient_) + "'s " + words({agent_.begin + 1, agent_.end});
      for (const PronounForms& forms : kPronouns)
        if (possessive == forms.possessive) patient = std::string(forms.object);
      return true;
    }
    return true;
  }

  Agreeing agreement() const {
    if (!has_agent()) return {};
    const Token& head = token(clause_.by_agent);
    Agreeing agreeing{GrammaticalPerson::third, Number::sing};
    const bool joined = dependent(n_.analysis, n_.clauses, clause_.by_agent, Deprel::conj) != kNone;
    if (head.features.number == Number::plur || joined) agreeing.number = Number::plur;
    if (head.upos == Upos::PRON && head.features.person != GrammaticalPerson::none)
      agreeing.person = head.features.person;
    return agreeing;
  }

  // Object and the words between the participle and the by-phrase: "punched Ms A in the face", "shouted at Ms
  // A".
  std::string arranged(const std::string& patient) const {
    const std::string between = words(between_);
    if (between.empty()) return " " + patient;
    const std::uint32_t last = between_.end - 1;
    return stranded(last) ? " " + between + " " + patient : " " + patient + " " + between;
  }

  const Narrative& n_;
  const Clause& clause_;
  const Inflector& inflector_;
  TokenRange patient_;
  TokenRange agent_;
  TokenRange between_;
  std::uint32_t end_ = 0;
  std::string adverbs_before_;
};

}  // namespace

std::optional<Suggestion> in_active_voice(const Narrative& narrative, const Clause& clause,
                                          const Inflector& inflector) {
  return Turn(narrative, clause, inflector).run();
}

}  // namespace onus
