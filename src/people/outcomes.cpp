#include "people/outcomes.h"

#include <algorithm>
#include <array>

#include "people/roles.h"
#include "text/closed_list.h"

namespace onus {
namespace {

constexpr std::array<std::string_view, 4> kAcquitting{"acquit", "clear", "exonerate", "absolve"};
constexpr std::array<std::string_view, 17> kFinding{
    "find", "conclude",     "determine", "satisfy",  "satisfied", "establish", "hold",   "prove", "proven",
    "make", "substantiate", "uphold",    "convince", "persuade",  "decide",    "accept", "show"};
constexpr std::array<std::string_view, 12> kEnding{"drop",     "withdraw", "dismiss", "discontinue",
                                                   "abandon",  "quash",    "strike",  "reject",
                                                   "collapse", "halt",     "stay",    "discharge"};
constexpr std::array<std::string_view, 14> kAccusations{
    "charge", "allegation", "count",      "accusation", "complaint", "claim", "offence",
    "case",   "offense",    "indictment", "proceeding", "report",    "trial", "prosecution"};
constexpr std::array<std::string_view, 6> kCharging{"charge",    "arrest", "accuse",
                                                    "prosecute", "indict", "investigate"};
constexpr std::array<std::string_view, 7> kUnproved{"unfounded", "unproven", "unproved", "unsubstantiated",
                                                    "untrue",    "false",    "baseless"};
// What ties an act to its charge: "acquitted of", "the trial for", "no further action on".
constexpr std::array<std::string_view, 12> kTying{"of",   "for",        "on",        "with", "to",   "about",
                                                  "over", "concerning", "regarding", "into", "that", "as"};
constexpr int kSteps = 8;  // up the tree

class Outcomes {
 public:
  Outcomes(const PeopledText& text, std::uint32_t act) : text_(text), act_(act) {}

  Outcome run() {
    std::uint32_t at = act_;
    for (int step = 0; step < kSteps && text_.token(at).head != at; ++step) {
      const std::uint32_t head = text_.token(at).head;
      // What is only joined to it isn't governed by it: "was acquitted and then hit her".
      const bool joined = text_.token(at).deprel == Deprel::conj && !has_mark(at, "that");
      if (!joined && !is_tied(at, head)) return Outcome::none;
      if (!joined)
        if (const Outcome outcome = read(head, at); outcome != Outcome::none) return outcome;
      at = head;
    }
    return Outcome::none;
  }

 private:
  std::string_view lemma(std::uint32_t t) const { return text_.analysis.lemma(t); }

  bool has_word(std::uint32_t head, std::string_view word) const {
    const auto words = text_.clauses.dependents(head);
    return std::any_of(words.begin(), words.end(), [&](std::uint32_t t) { return lemma(t) == word; });
  }

  bool has_mark(std::uint32_t t, std::string_view word) const {
    const std::uint32_t mark = dependent(text_.analysis, text_.clauses, t, Deprel::mark);
    return mark != kNone && lemma(mark) == word;
  }

  std::string_view tie_of(std::uint32_t t) const {
    for (const std::uint32_t child : text_.clauses.dependents(t))
      if (text_.token(child).deprel == Deprel::case_ || text_.token(child).deprel == Deprel::mark)
        return lemma(child);
    return {};
  }

  bool is_accusation(std::uint32_t t) const {
    return text_.token(t).upos == Upos::NOUN && one_of(lemma(t), kAccusations);
  }

  bool is_tied(std::uint32_t at, std::uint32_t head) const {
    switch (text_.token(at).deprel) {
      case Deprel::ccomp:
      case Deprel::xcomp:
      case Deprel::csubj:
      case Deprel::obj:
      case Deprel::nsubj:
      case Deprel::nsubj_pass:
        return true;
      case Deprel::obl:
      case Deprel::nmod:
      case Deprel::advcl:
        return one_of(tie_of(at), kTying);
      case Deprel::acl:
      case Deprel::acl_relcl:
        return is_accusation(head) || speaks_of_none(head) || one_of(tie_of(at), kTying);
      default:
        return false;
    }
  }

  // "no further action", "no finding"
  bool speaks_of_none(std::uint32_t t) const {
    return (lemma(t) == "action" || lemma(t) == "finding") && has_word(t, "no");
  }

  Outcome of_none(std::uint32_t t) const {
    return lemma(t) == "action" ? Outcome::no_action : Outcome::not_found;
  }

  Outcome read(std::uint32_t head, std::uint32_t from) {
    accused_ |= is_accusation(from) || is_accusation(head);
    if (speaks_of_none(head)) return of_none(head);
    if (is_accusation(head) && text_.token(head).deprel == Deprel::root) return beside(head, from);
    const std::uint32_t c = text_.clauses.at_predicate[head];
    if (lemma(head) == "guilty") {
      guilty_ = true;
      return has_word(head, "not") ? acquitted_or_denied(head) : Outcome::none;
    }
    if (c == kNone) return Outcome::none;
    const Clause& clause = text_.clauses.all[c];
    const std::string_view verb = lemma(head);
    if (one_of(verb, kAcquitting) && !clause.negated) return Outcome::acquitted;
    if (guilty_ && clause.negated) return Outcome::acquitted;
    if (one_of(verb, kFinding) && clause.negated && !is_one_of_them(clause)) return Outcome::not_found;
    if (has_none_as_object(clause)) return of_none(clause.object);
    if (accused_ && !clause.negated && one_of(verb, kUnproved)) return Outcome::not_found;
    if (ends_it(clause)) return Outcome::dropped;
    if (accused_ && clause.negated && verb == "proceed") return Outcome::dropped;
    if (one_of(verb, kCharging)) return after_charge(clause);
    return Outcome::none;
  }

  // "The allegation that he strangled her was not proved", where the parse takes both verbs for relatives.
  Outcome beside(std::uint32_t accusation, std::uint32_t from) const {
    for (const std::uint32_t child : text_.clauses.dependents(accusation)) {
      const std::uint32_t c = text_.clauses.at_predicate[child];
      if (child <= from || c == kNone) continue;
      if (text_.clauses.all[c].negated && one_of(lemma(child), kFinding)) return Outcome::not_found;
      if (!text_.clauses.all[c].negated && one_of(lemma(child), kEnding)) return Outcome::dropped;
    }
    return Outcome::none;
  }

  bool has_none_as_object(const Clause& clause) const {
    return clause.object != kNone && accused_ && speaks_of_none(clause.object);
  }

  // "found not guilty", not "pleaded not guilty", which denies it.
  Outcome acquitted_or_denied(std::uint32_t guilty) const {
    return lemma(text_.token(guilty).head) == "plead" ? Outcome::denied : Outcome::acquitted;
  }

  bool ends_it(const Clause& clause) const {
    const std::string_view verb = lemma(clause.predicate);
    if (clause.negated || clause.modality != Modality::none || !one_of(verb, kEnding)) return false;
    return accused_ || verb == "discontinue";
  }

  // "Ms A could not prove that he hit her": what somebody of the family can't show isn't a finding.
  bool is_one_of_them(const Clause& clause) const {
    const std::uint32_t who = clause.voice == Voice::active ? clause.subject : clause.by_agent;
    const Mention* mention = who == kNone ? nullptr : text_.cast.at(who);
    if (mention == nullptr || mention->kind == MentionKind::agency) return false;
    if (mention->kind == MentionKind::writer) return true;
    return std::any_of(mention->people.begin(), mention->people.end(), [&](std::uint32_t p) {
      const Role role = text_.cast.people[p].role();
      return role == Role::perpetrator || role == Role::non_offending_parent || role == Role::child;
    });
  }

  // "was arrested for kicking her and no further action was taken. The charge was dropped."
  Outcome after_charge(const Clause& charging) const {
    for (const std::uint32_t child : text_.clauses.dependents(charging.predicate))
      if (text_.token(child).deprel == Deprel::conj || text_.token(child).deprel == Deprel::parataxis)
        if (const Outcome outcome = ended_by(child); outcome != Outcome::none) return outcome;
    const auto& sentences = text_.analysis.sentences;
    const std::uint32_t next = charging.sentence + 1;
    if (next >= sentences.size() || sentences[next].block != sentences[charging.sentence].block)
      return Outcome::none;
    for (std::uint32_t t = sentences[next].tokens.begin; t < sentences[next].tokens.end; ++t)
      if (text_.token(t).deprel == Deprel::root) return ended_by(t);
    return Outcome::none;
  }

  Outcome ended_by(std::uint32_t predicate) const {
    const std::uint32_t c = text_.clauses.at_predicate[predicate];
    if (c == kNone) return Outcome::none;
    const Clause& clause = text_.clauses.all[c];
    const std::uint32_t what = clause.patient();
    if (what != kNone && speaks_of_none(what)) return of_none(what);
    const std::string_view verb = lemma(predicate);
    if (!clause.negated && verb == "acquit" && clause.voice != Voice::active) return Outcome::acquitted;
    const bool of_charge =
        (what != kNone && is_accusation(what)) || (clause.subject != kNone && is_accusation(clause.subject));
    return of_charge && !clause.negated && one_of(verb, kEnding) ? Outcome::dropped : Outcome::none;
  }

  const PeopledText& text_;
  std::uint32_t act_;
  bool accused_ = false;  // a charge or an allegation stands between
  bool guilty_ = false;
};

}  // namespace

Outcome outcome_of(const PeopledText& text, std::uint32_t act) { return Outcomes(text, act).run(); }

std::string_view words_for(Outcome outcome) {
  static constexpr std::array<std::string_view, 6> words{"",          "denied",    "acquitted",
                                                         "not found", "withdrawn", "no further action"};
  return words[static_cast<std::size_t>(outcome)];
}

}  // namespace onus
