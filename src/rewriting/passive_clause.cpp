#include "rewriting/passive_clause.h"

#include <algorithm>
#include <array>

#include "rewriting/phrases.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

constexpr std::array<std::string_view, 8> kTold{"states", "stated", "reports", "reported",
                                                "says",   "said",   "alleges", "claims"};

// "saw her mother hit by him": what is seen is the act.
constexpr std::array<std::string_view, 6> kPerceiving{"see", "hear", "watch", "witness", "notice", "find"};

bool apart(Deprel relation) {
  return relation == Deprel::obl || relation == Deprel::nmod_unmarked || relation == Deprel::obl_unmarked ||
         relation == Deprel::advmod || relation == Deprel::punct || relation == Deprel::parataxis;
}

class Shaper {
 public:
  Shaper(const Narrative& narrative, const ByAgent& by)
      : n_(narrative),
        sentence_(narrative.analysis.sentences[sentence_of(narrative.analysis, by.participle)].tokens) {
    out_.by = by;
  }

  std::optional<PassiveClause> shape() {
    const auto group = passive_group(n_, out_.by.participle);
    if (!group || group->infinitive) return std::nullopt;
    if (group->floating != kNone && form(group->floating) == "each") return std::nullopt;
    out_.group = *group;
    if (asks() && question()) return out_;
    if (group->auxiliary == kNone) {
      if (causative() || bare()) return out_;
      return std::nullopt;
    }
    if (group->gerund) return gerund() ? std::optional(out_) : std::nullopt;
    if (relative() || inherited() || finite()) return out_;
    return std::nullopt;
  }

 private:
  const Token& token(std::uint32_t t) const { return n_.analysis.tokens[t]; }
  std::string form(std::uint32_t t) const { return lower(n_.form(t)); }
  const Clause* clause() const {
    const std::uint32_t index = n_.clauses.at_predicate[out_.by.participle];
    return index == kNone ? nullptr : &n_.clauses.all[index];
  }

  bool asks() const { return n_.form(sentence_.end - 1) == "?"; }

  // "Was Ms A hit", "Has she been hit", "How often is she hit".
  bool question() {
    std::uint32_t t = out_.group.words.begin;
    while (t > sentence_.begin && token(t - 1).upos == Upos::ADV) --t;
    const TokenRange subject = noun_phrase_before(n_, sentence_.begin, t);
    if (subject.empty() || subject.begin == sentence_.begin) return false;
    std::uint32_t first = subject.begin - 1;
    if (first > sentence_.begin && (form(first) == "n't" || form(first) == "n’t")) --first;
    if (token(first).upos != Upos::AUX) return false;
    out_.shape = PassiveShape::question;
    out_.patient = subject;
    out_.link = first;
    if (out_.group.auxiliary == kNone) {
      const std::string word = form(first);
      if (n_.analysis.lemma(first) != "be" && n_.analysis.lemma(first) != "get") return false;
      out_.group.auxiliary = first;
      out_.group.place = word == "was" || word == "were" ? VerbPlace::past : VerbPlace::present;
    }
    return true;
  }

  // "had her hair pulled"
  bool causative() {
    const TokenRange object = noun_phrase_before(n_, sentence_.begin, out_.group.words.begin);
    if (object.size() < 2 || !token(object.begin).features.possessive || object.begin <= sentence_.begin + 1)
      return false;
    const std::uint32_t have = object.begin - 1;
    if (n_.analysis.lemma(have) != "have") return false;
    PassiveGroup& group = out_.group;
    std::uint32_t first = have;
    while (first > sentence_.begin &&
           (token(first - 1).upos == Upos::AUX || token(first - 1).upos == Upos::ADV))
      --first;
    while (token(first).upos == Upos::ADV) ++first;
    const std::string word = form(have);
    group.place = first != have   ? VerbPlace::participle
                  : word == "had" ? VerbPlace::past
                                  : VerbPlace::present;
    if (first != have && word != "had") return false;
    group.auxiliary = have;
    group.finite = first == have;
    group.words.begin = first;
    out_.patient = subject_before(n_, have, first);
    if (out_.patient.empty()) out_.patient = noun_phrase_before(n_, sentence_.begin, first);
    out_.link = object.begin;
    out_.shape = PassiveShape::causative;
    return !out_.patient.empty();
  }

  // No auxiliary: a reduced relative, or a note that leaves it out.
  bool bare() {
    const std::uint32_t begin = out_.group.words.begin;
    if (begin == sentence_.begin) return missing_subject(begin);
    const Token& before = token(begin - 1);
    if (begin >= sentence_.begin + 2 && one_of(form(begin - 1), kTold)) {
      // "Pt states pushed by him": the verb of telling is taken for a noun.
      const TokenRange who = noun_phrase_before(n_, sentence_.begin, begin - 1);
      out_.shape = PassiveShape::note;
      out_.patient = {begin, begin};
      out_.antecedent = who.empty() ? kNone : head_of(n_, who);
      return out_.antecedent != kNone;
    }
    if (is_root() && (before.upos == Upos::NOUN || before.upos == Upos::PROPN)) {
      out_.patient = subject_before(n_, out_.by.participle, begin);
      if (out_.patient.empty()) out_.patient = noun_phrase_before(n_, sentence_.begin, begin);
      out_.shape = PassiveShape::note;
      return !out_.patient.empty() && before_patient_is_label();
    }
    if (before.upos == Upos::VERB && is_reporting(n_.analysis.lemma(begin - 1)))
      return missing_subject(begin);
    if (before.upos != Upos::NOUN && before.upos != Upos::PROPN && n_.form(begin - 1) != ",") return false;
    const std::uint32_t end = n_.form(begin - 1) == "," ? begin - 1 : begin;
    out_.comma = end != begin;
    if (end == sentence_.begin) return false;
    out_.patient = noun_phrase_before(n_, sentence_.begin, end);
    out_.shape = PassiveShape::reduced;
    if (out_.patient.empty()) return false;
    const std::uint32_t before_noun = out_.patient.begin;
    if (before_noun == sentence_.begin) return true;
    const Token& word = token(before_noun - 1);
    // "was, on her account, hit by him": the noun isn't what is hit.
    if (out_.comma && (word.upos == Upos::ADP || word.upos == Upos::PUNCT)) return false;
    if (!one_of(n_.analysis.lemma(before_noun - 1), kPerceiving)) return true;
    out_.shape = PassiveShape::small_clause;
    return !out_.comma;
  }

  // Nothing but a date or a label before it.
  bool before_patient_is_label() const {
    if (out_.patient.begin == sentence_.begin) return true;
    const std::string_view word = n_.form(out_.patient.begin - 1);
    return word == ":" || word == "-" || word == "–" || word == "." || word == ";" || word == ",";
  }

  bool is_root() const {
    const Token& word = token(out_.by.participle);
    for (std::uint32_t t = sentence_.begin; t < sentence_.end; ++t) {
      const bool finite = token(t).upos == Upos::AUX || token(t).xpos == Xpos::VBZ ||
                          token(t).xpos == Xpos::VBP ||
                          (token(t).xpos == Xpos::VBD && t != out_.by.participle);
      if (finite) return false;
    }
    return word.upos == Upos::VERB;
  }

  bool missing_subject(std::uint32_t begin) {
    const Clause* own = clause();
    out_.shape = PassiveShape::note;
    out_.patient = {begin, begin};
    if (own == nullptr || own->reported_by == kNone) return false;
    out_.antecedent = n_.clauses.all[own->reported_by].subject;
    return out_.antecedent != kNone;
  }

  bool relative() {
    std::uint32_t t = out_.group.words.begin;
    while (t > sentence_.begin && token(t - 1).upos == Upos::ADV) --t;
    if (t == sentence_.begin) return false;
    const std::string word = form(t - 1);
    if (word == "who" || word == "which" || (word == "that" && token(t - 1).xpos == Xpos::WDT)) {
      if (t - 1 == sentence_.begin) return false;  // "Who was hit by him?"
      out_.shape = PassiveShape::relative;
      out_.link = t - 1;
      return true;
    }
    const TokenRange phrase = noun_phrase_before(n_, sentence_.begin, t);
    const bool inside = !phrase.empty() && form(phrase.begin) == "whose";
    const bool outside =
        !phrase.empty() && phrase.begin > sentence_.begin && form(phrase.begin - 1) == "whose";
    if (inside || outside) {
      out_.shape = PassiveShape::whose;
      out_.link = t;
      return true;
    }
    return false;
  }

  bool inherited() {
    std::uint32_t t = out_.group.words.begin;
    while (t > sentence_.begin && token(t - 1).upos == Upos::ADV) --t;
    if (t == sentence_.begin) return note_with_auxiliary();
    if (token(t - 1).upos != Upos::CCONJ) return false;
    const Clause* own = clause();
    if (own == nullptr || own->subject == kNone || own->subject >= t) return false;
    out_.shape = PassiveShape::inherited;
    out_.link = t - 1;
    out_.antecedent = own->subject;
    return true;
  }

  // "Got punched by him again, says Ms A."
  bool note_with_auxiliary() { return out_.group.finite && missing_subject(out_.group.words.begin); }

  bool finite() {
    out_.patient = subject_before(n_, out_.by.participle, out_.group.words.begin);
    if (out_.patient.empty()) return false;
    out_.comma = n_.form(out_.patient.end) == ",";
    return true;
  }

  // "Ms A, having been hit by him, …": what came before, told of the name in front.
  bool having_been(std::uint32_t begin) {
    out_.patient = noun_phrase_before(n_, sentence_.begin, begin - 1);
    if (out_.patient.empty() || !is_person(n_, out_.patient)) return false;
    out_.comma = true;
    out_.shape = PassiveShape::reduced;
    return out_.patient.begin == sentence_.begin || form(out_.patient.begin - 1) == "that";
  }

  // A verb that the tagger may take for a noun: "Ms A fears being hurt by him".
  bool fears(std::uint32_t t) const {
    constexpr std::array<std::string_view, 8> verbs{"fears",   "dreads",    "risks",     "recalls",
                                                    "reports", "remembers", "describes", "denies"};
    return t > sentence_.begin && token(t).upos == Upos::NOUN && one_of(form(t), verbs) &&
           token(t - 1).upos == Upos::PROPN;
  }

  bool gerund() {
    const std::uint32_t begin = out_.group.words.begin;
    if (begin == sentence_.begin) return false;
    const Token& before = token(begin - 1);
    if (fears(begin - 1)) {
      const TokenRange who = noun_phrase_before(n_, sentence_.begin, begin - 1);
      out_.antecedent = who.empty() ? kNone : head_of(n_, who);
      out_.link = begin - 1;
      out_.shape = PassiveShape::gerund;
      return out_.antecedent != kNone;
    }
    if (before.upos == Upos::NOUN || before.upos == Upos::PROPN || before.upos == Upos::PRON) {
      out_.patient = noun_phrase_before(n_, sentence_.begin, begin);
      out_.shape = PassiveShape::small_clause;
      return !out_.patient.empty() && out_.patient.begin > sentence_.begin;
    }
    if (n_.form(begin - 1) == "," && form(begin) == "having") return having_been(begin);
    if (before.features.passive || before.xpos == Xpos::VBN) return false;  // "was seen being hit by him"
    const bool fits = before.upos == Upos::ADP || before.upos == Upos::SCONJ || before.upos == Upos::VERB;
    if (!fits || form(begin - 1) == "from") return false;
    const Clause* own = clause();
    if (own == nullptr || own->governor == kNone) return false;
    out_.antecedent = n_.clauses.all[own->governor].subject;
    out_.link = begin - 1;
    out_.shape = PassiveShape::gerund;
    return out_.antecedent != kNone;
  }

  const Narrative& n_;
  TokenRange sentence_;
  PassiveClause out_;
};

// "only Ms A": part of the phrase, wherever it goes.
bool limits(const Narrative& n, std::uint32_t t) {
  constexpr std::array<std::string_view, 5> words{"only", "even", "just", "both", "neither"};
  return one_of(lower(n.form(t)), words);
}

// "In March Ms Hart was …": what a parse hangs on the subject but stands before it stays where it is.
void leave_out_what_stands_before(const Narrative& n, std::uint32_t head, TokenRange& range) {
  for (const std::uint32_t child : n.clauses.dependents(head))
    if (child < head && !limits(n, child) &&
        (apart(n.analysis.tokens[child].deprel) || n.analysis.tokens[child].deprel == Deprel::nmod))
      range.begin = std::max(range.begin, phrase_of(n.analysis, n.clauses, child).end);
  while (range.begin < head && n.analysis.tokens[range.begin].upos == Upos::PUNCT &&
         n.form(range.begin) != "\"" && n.form(range.begin) != "“")
    ++range.begin;
}

}  // namespace

std::optional<PassiveClause> passive_clause(const Narrative& narrative, const ByAgent& by) {
  return Shaper(narrative, by).shape();
}

TokenRange subject_before(const Narrative& n, std::uint32_t participle, std::uint32_t end) {
  const TokenRange sentence = n.analysis.sentences[sentence_of(n.analysis, participle)].tokens;
  while (end > sentence.begin && n.analysis.tokens[end - 1].upos == Upos::ADV) --end;
  if (end == sentence.begin) return {end, end};
  const bool comma = n.form(end - 1) == ",";
  const std::uint32_t last = comma ? end - 1 : end;
  std::uint32_t head = kNone;
  for (const std::uint32_t child : n.clauses.dependents(participle))
    if (n.analysis.tokens[child].deprel == Deprel::nsubj_pass ||
        n.analysis.tokens[child].deprel == Deprel::nsubj)
      head = child;
  if (head != kNone && head < last) {
    TokenRange range = phrase_of(n.analysis, n.clauses, head);
    leave_out_what_stands_before(n, head, range);
    range = with_title(n, range);
    const TokenRange read = noun_phrase_before(n, sentence.begin, last);
    // "Every weekend Ms A was …": a phrase of its own that the parse takes for part of the name.
    if (range.begin < read.begin && n.analysis.tokens[read.begin].upos == Upos::PROPN) {
      const Upos before = n.analysis.tokens[read.begin - 1].upos;
      if (before == Upos::NOUN || before == Upos::PROPN || before == Upos::NUM) return read;
    }
    // The parse may know a longer phrase (with a relative clause in it), never a shorter one.
    if (range.end == last && range.begin <= read.begin && range.begin <= head) return range;
  }
  if (comma) return {end, end};
  TokenRange range = noun_phrase_before(n, sentence.begin, last);
  while (!range.empty() && range.begin > sentence.begin && limits(n, range.begin - 1)) --range.begin;
  return range;
}

}  // namespace onus
