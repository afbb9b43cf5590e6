#include "rewriting/verb_group.h"

#include "text/fold.h"

namespace onus {
namespace {

// The words from the first auxiliary to the participle, sorted into what they do.
struct Parts {
  std::string modal;  // as written
  bool perfect = false;
  bool perfect_past = false;  // had
  bool progressive = false;   // being; getting
  bool past = false;          // of the finite be or get
  std::string negation;       // " not", "n't"
  std::string adverbs;        // with a space before each
};

bool sort_auxiliary(const Narrative& n, std::uint32_t token, Parts& parts) {
  const Token& word = n.analysis.tokens[token];
  const std::string form = lower(n.form(token));
  const std::string_view lemma = n.analysis.lemma(token);
  if (word.xpos == Xpos::MD)
    parts.modal = form;
  else if (lemma == "have" || form == "'ve" || form == "'d") {
    parts.perfect = true;
    parts.perfect_past = form == "had" || form == "'d";
  } else if (form == "being" || form == "getting")
    parts.progressive = true;
  else if (lemma == "be" || lemma == "get" || form == "'s" || form == "'re")
    parts.past |= form == "was" || form == "were" || form == "got";
  else
    return false;
  return true;
}

std::optional<Parts> parts_of(const Narrative& n, const Clause& clause) {
  Parts parts;
  for (std::uint32_t t = clause.first_auxiliary; t < clause.predicate; ++t) {
    const Token& word = n.analysis.tokens[t];
    if (word.deprel == Deprel::aux || word.deprel == Deprel::aux_pass) {
      if (!sort_auxiliary(n, t, parts)) return std::nullopt;
    } else if (word.features.negative && (word.upos == Upos::PART || lower(n.form(t)) == "not")) {
      parts.negation = " not";
    } else if (word.upos == Upos::ADV && word.head == clause.predicate) {
      parts.adverbs += " " + std::string(n.form(t));
    } else {
      return std::nullopt;
    }
  }
  return parts;
}

}  // namespace

std::optional<std::string> active_verb_group(const Narrative& n, const Clause& clause, const Agreeing& agent,
                                             const Inflector& inflector) {
  if (clause.first_auxiliary == kNone || clause.first_auxiliary > clause.predicate) return std::nullopt;
  const auto parts = parts_of(n, clause);
  if (!parts) return std::nullopt;
  const std::string_view verb = n.analysis.lemma(clause.predicate);
  const std::string between = parts->negation + parts->adverbs + " ";
  const auto finite = [&](std::string_view word, bool past) {
    return inflector.finite(word, past ? Tense::past : Tense::pres, agent.person, agent.number);
  };
  if (!parts->modal.empty())
    return parts->modal + between +
           (parts->perfect ? "have " + inflector.past_participle(verb) : std::string(verb));
  if (parts->perfect) return finite("have", parts->perfect_past) + between + inflector.past_participle(verb);
  if (parts->progressive) return finite("be", parts->past) + between + inflector.present_participle(verb);
  if (!parts->negation.empty()) return finite("do", parts->past) + between + std::string(verb);
  const std::string adverbs = parts->adverbs.empty() ? "" : parts->adverbs.substr(1) + " ";
  return adverbs + finite(verb, parts->past);
}

}  // namespace onus
