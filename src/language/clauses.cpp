#include "language/clauses.h"

#include <algorithm>
#include <array>

#include "language/by_phrase.h"
#include "text/closed_list.h"

namespace onus {
namespace {

bool is_subject(Deprel relation) {
  return relation == Deprel::nsubj || relation == Deprel::nsubj_pass || relation == Deprel::csubj ||
         relation == Deprel::csubj_pass || relation == Deprel::nsubj_outer;
}

bool opens_clause(Deprel relation) {
  switch (relation) {
    case Deprel::root:
    case Deprel::ccomp:
    case Deprel::xcomp:
    case Deprel::advcl:
    case Deprel::advcl_relcl:
    case Deprel::acl:
    case Deprel::acl_relcl:
    case Deprel::csubj:
    case Deprel::csubj_pass:
    case Deprel::parataxis:
    case Deprel::conj:
    case Deprel::dep:
    case Deprel::list:
    case Deprel::appos:
      return true;
    default:
      return false;
  }
}

bool is_relative_pronoun(const Token& token) { return token.xpos == Xpos::WP || token.xpos == Xpos::WDT; }

// Verbs whose object is the subject of the infinitive after it ("forced her to leave"); others hand on their
// subject.
bool hands_on_object(std::string_view lemma) { return lemma != "promise" && lemma != "threaten"; }

// Verbs after which "by" is a place or a rule: "he stood by her", "she abided by it".
bool goes_past(std::string_view lemma) {
  static constexpr std::array<std::string_view, 34> verbs{
      "abide", "brush", "come", "cycle", "drive",  "drop",  "fly",   "get",   "go",   "lie",  "live",  "move",
      "park",  "pass",  "ride", "run",   "sit",    "slip",  "sleep", "stand", "stay", "step", "stick", "stop",
      "swear", "swing", "wait", "walk",  "wander", "whizz", "have",  "do",    "take", "mean"};
  return one_of(lemma, verbs);
}

Modality modality_of(std::string_view lemma) {
  static constexpr std::array<std::string_view, 3> possibility{"may", "might", "could"};
  static constexpr std::array<std::string_view, 5> necessity{"must", "should", "ought", "need", "shall"};
  if (one_of(lemma, possibility)) return Modality::possibility;
  if (one_of(lemma, necessity)) return Modality::necessity;
  if (lemma == "will" || lemma == "'ll") return Modality::future;
  if (lemma == "can" || lemma == "ca") return Modality::ability;
  if (lemma == "would" || lemma == "'d") return Modality::hypothetical;
  return Modality::none;
}

// Builds the clauses of one analysis: predicates first, then their own words, then what they take over from
// others.
class Finder {
 public:
  explicit Finder(const Analysis& analysis) : analysis_(analysis), tokens_(analysis.tokens) {}

  Clauses run() && {
    link_children();
    find_predicates();
    place_tokens();
    for (Clause& clause : out_.all) read_own_words(clause);
    for (Clause& clause : out_.all) set_kind(clause);
    for (Clause& clause : out_.all) find_subject_before(clause);
    // A governor may stand after its dependent, so subjects are handed on until nothing changes (chains are
    // short).
    for (int round = 0; round < 4; ++round)
      for (Clause& clause : out_.all) take_over_subject(clause);
    for (Clause& clause : out_.all) bridge_interruption(clause);
    for (Clause& clause : out_.all) set_reporter(clause);
    for (int round = 0; round < 4; ++round)
      for (Clause& clause : out_.all) inherit_reporter(clause);
    return std::move(out_);
  }

 private:
  bool parsed(const Sentence& sentence) const { return sentence.parsed; }
  bool is_root(std::uint32_t t) const { return tokens_[t].head == t; }

  void link_children() {
    const std::size_t size = tokens_.size();
    out_.child_begin.assign(size + 1, 0);
    for (const Sentence& sentence : analysis_.sentences) {
      if (!parsed(sentence)) continue;
      for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t)
        if (!is_root(t)) ++out_.child_begin[tokens_[t].head + 1];
    }
    for (std::size_t i = 0; i < size; ++i) out_.child_begin[i + 1] += out_.child_begin[i];
    out_.children.resize(out_.child_begin[size]);
    std::vector<std::uint32_t> next(out_.child_begin.begin(), out_.child_begin.end() - 1);
    for (const Sentence& sentence : analysis_.sentences) {
      if (!parsed(sentence)) continue;
      for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t)
        if (!is_root(t)) out_.children[next[tokens_[t].head]++] = t;
    }
  }

  bool has(std::uint32_t t, Deprel relation) const {
    return dependent(analysis_, out_, t, relation) != kNone;
  }

  bool is_predicate(std::uint32_t t) const {
    const Token& token = tokens_[t];
    if (token.deprel == Deprel::aux || token.deprel == Deprel::aux_pass || token.deprel == Deprel::cop)
      return false;
    if (has(t, Deprel::nsubj) || has(t, Deprel::nsubj_pass) || has(t, Deprel::cop) ||
        has(t, Deprel::aux_pass) || has(t, Deprel::csubj))
      return true;
    const bool verbal = token.upos == Upos::VERB || (token.upos == Upos::AUX && is_root(t));
    return verbal && opens_clause(token.deprel);
  }

  void find_predicates() {
    out_.at_predicate.assign(tokens_.size(), kNone);
    out_.of_token.assign(tokens_.size(), kNone);
    for (std::uint32_t s = 0; s < analysis_.sentences.size(); ++s) {
      const Sentence& sentence = analysis_.sentences[s];
      if (!parsed(sentence)) continue;
      for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
        if (!is_predicate(t)) continue;
        out_.at_predicate[t] = static_cast<std::uint32_t>(out_.all.size());
        Clause clause;
        clause.predicate = t;
        clause.sentence = s;
        out_.all.push_back(clause);
      }
    }
  }

  // The nearest predicate at or above t; a tree has no loops, but its depth is bounded by the sentence
  // anyway.
  std::uint32_t clause_at_or_above(std::uint32_t t) const {
    for (std::size_t steps = 0; steps <= tokens_.size(); ++steps) {
      if (out_.at_predicate[t] != kNone) return out_.at_predicate[t];
      if (is_root(t)) return kNone;
      t = tokens_[t].head;
    }
    return kNone;
  }

  void place_tokens() {
    for (const Sentence& sentence : analysis_.sentences) {
      if (!parsed(sentence)) continue;
      for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t)
        out_.of_token[t] = clause_at_or_above(t);
    }
    for (Clause& clause : out_.all)
      if (!is_root(clause.predicate)) clause.governor = clause_at_or_above(tokens_[clause.predicate].head);
  }

  void read_own_words(Clause& clause) {
    const Token& predicate = tokens_[clause.predicate];
    clause.tense = predicate.features.tense;
    clause.negated = predicate.features.negative;
    bool passive_auxiliary = false;
    for (const std::uint32_t child : out_.dependents(clause.predicate)) {
      const Token& token = tokens_[child];
      const std::string_view lemma = analysis_.lemma(child);
      if (is_subject(token.deprel)) clause.subject = child;
      switch (token.deprel) {
        case Deprel::obj:
          clause.object = child;
          break;
        case Deprel::iobj:
          clause.indirect_object = child;
          break;
        case Deprel::obl_agent:
          clause.by_agent = child;
          break;
        case Deprel::cop:
          clause.copular = true;
          note_auxiliary(clause, child);
          break;
        case Deprel::aux_pass:
          passive_auxiliary = true;
          clause.voice = lemma == "get" ? Voice::get_passive : Voice::passive;
          note_auxiliary(clause, child);
          break;
        case Deprel::aux:
          if (const Modality modality = modality_of(lemma); modality != Modality::none)
            clause.modality = modality;
          if (lemma == "have" || lemma == "'ve") clause.perfect = true;
          if (lemma == "be" && predicate.xpos == Xpos::VBG) clause.progressive = true;
          note_auxiliary(clause, child);
          break;
        default:
          break;
      }
      if (token.deprel == Deprel::nsubj_pass && clause.voice == Voice::active) clause.voice = Voice::passive;
      if (token.features.negative && token.deprel == Deprel::advmod) clause.negated = true;
      // "Nobody protected her", "no one came": the subject carries the negation.
      if (is_subject(token.deprel) && (token.features.negative || negative_determiner(child)))
        clause.negated = true;
    }
    if (!passive_auxiliary && clause.voice == Voice::active && reduced_passive(clause))
      clause.voice = Voice::passive;
    set_by_agent(clause);
  }

  // A parser often hangs a by-phrase that stands further off on the nearest noun ("choked to unconsciousness
  // by the father", "knocked to the ground by his son"), so it is looked for in the words themselves. In
  // notes a participle without its auxiliary passes for a past tense ("Mum hauled downstairs by Piotr").
  void set_by_agent(Clause& clause) {
    if (clause.voice != Voice::active) {
      clause.by_agent = by_phrase(analysis_, clause.predicate);
      return;
    }
    const Token& predicate = tokens_[clause.predicate];
    const bool participle = predicate.xpos == Xpos::VBN || predicate.xpos == Xpos::VBD;
    clause.by_agent = kNone;
    if (!participle || clause.first_auxiliary != kNone || clause.object != kNone || clause.copular ||
        goes_past(analysis_.lemma(clause.predicate)))
      return;
    const std::uint32_t agent = by_phrase(analysis_, clause.predicate);
    if (agent == kNone) return;
    if (predicate.xpos == Xpos::VBD && !can_be_person(analysis_, agent)) return;
    clause.by_agent = agent;
    clause.voice = Voice::passive;
  }

  void note_auxiliary(Clause& clause, std::uint32_t child) {
    clause.first_auxiliary = std::min(clause.first_auxiliary, child);
    if (child == clause.first_auxiliary && tokens_[child].features.tense != Tense::none)
      clause.tense = tokens_[child].features.tense;
  }

  bool negative_determiner(std::uint32_t noun) const {
    const std::uint32_t determiner = dependent(analysis_, out_, noun, Deprel::det);
    return determiner != kNone && tokens_[determiner].features.negative;
  }

  // "injuries inflicted on her", "left bruised", "he had her watched": a bare participle with no object of
  // its own.
  bool reduced_passive(const Clause& clause) const {
    const Token& predicate = tokens_[clause.predicate];
    if (predicate.xpos != Xpos::VBN || clause.first_auxiliary != kNone || clause.subject != kNone)
      return false;
    if (predicate.deprel == Deprel::conj) {
      const std::uint32_t first = out_.at_predicate[predicate.head];
      return first != kNone && out_.all[first].voice != Voice::active;
    }
    return clause.object == kNone && (predicate.deprel == Deprel::acl || predicate.deprel == Deprel::xcomp ||
                                      predicate.deprel == Deprel::advcl || predicate.deprel == Deprel::root);
  }

  void set_kind(Clause& clause) {
    const Token& predicate = tokens_[clause.predicate];
    const bool finite = predicate.features.verb_form == VerbForm::fin || clause.first_auxiliary != kNone;
    switch (predicate.deprel) {
      case Deprel::conj:
        clause.kind = ClauseKind::coordinate;
        break;
      case Deprel::ccomp:
      case Deprel::csubj:
      case Deprel::csubj_pass:
        clause.kind = ClauseKind::complement;
        break;
      case Deprel::xcomp:
        clause.kind = ClauseKind::nonfinite;
        break;
      case Deprel::advcl:
      case Deprel::advcl_relcl:
        clause.kind = finite ? ClauseKind::adverbial : ClauseKind::nonfinite;
        break;
      case Deprel::acl_relcl:
        clause.kind = ClauseKind::relative;
        break;
      case Deprel::acl:
        clause.kind = ClauseKind::participial;
        break;
      case Deprel::parataxis:
        clause.kind = ClauseKind::parenthetical;
        break;
      default:
        clause.kind = ClauseKind::main;
    }
  }

  void take_over_subject(Clause& clause) {
    const Token& predicate = tokens_[clause.predicate];
    if (clause.kind == ClauseKind::relative) resolve_relative(clause);
    if (clause.subject != kNone || has(clause.predicate, Deprel::expl)) return;
    std::uint32_t subject = kNone;
    if (clause.kind == ClauseKind::participial) {
      subject = participle_subject(clause);
    } else if (clause.governor != kNone) {
      const Clause& governor = out_.all[clause.governor];
      if (predicate.deprel == Deprel::xcomp)
        subject = controller(governor);
      else if (clause.kind == ClauseKind::nonfinite)
        subject = governor.subject;
      else if (clause.kind == ClauseKind::coordinate || continues(clause, governor))
        subject = subject_of_equal(clause);
    }
    if (subject == kNone) return;
    clause.subject = subject;
    clause.subject_inherited = true;
  }

  bool is_finite(const Clause& clause) const {
    return tokens_[clause.predicate].features.verb_form == VerbForm::fin || clause.first_auxiliary != kNone;
  }

  // "Gets them to school, [has kept] Freya in her class": what stands behind with a verb of its own and no
  // subject goes on with the list.
  bool continues(const Clause& clause, const Clause& governor) const {
    const Xpos xpos =
        tokens_[clause.first_auxiliary == kNone ? clause.predicate : clause.first_auxiliary].xpos;
    return clause.kind == ClauseKind::parenthetical && clause.predicate > governor.predicate &&
           (xpos == Xpos::VBZ || xpos == Xpos::VBD) && !is_reporting(analysis_.lemma(clause.predicate));
  }

  // "Has shown him how to go over the wall, and [keeps] a bag there": a finite verb is no equal of an
  // infinitive, wherever the parse hangs it, but of the verb above that has a subject.
  std::uint32_t subject_of_equal(const Clause& clause) const {
    std::uint32_t at = clause.governor;
    for (int steps = 0; steps < 4 && at != kNone && is_finite(clause) && !is_finite(out_.all[at]); ++steps) {
      const Clause& above = out_.all[at];
      if (above.kind != ClauseKind::nonfinite && above.kind != ClauseKind::complement &&
          above.kind != ClauseKind::participial && above.kind != ClauseKind::coordinate)
        break;
      if (above.governor == kNone) break;
      at = above.governor;
    }
    if (at == kNone) return kNone;
    const std::uint32_t behind = main_clause_behind(at, clause.predicate);
    return out_.all[behind == kNone ? at : behind].subject;
  }

  // "Since Rory was born Dek has held the card and [gives] her £40": not what is subordinate goes on, but the
  // clause behind it.
  std::uint32_t main_clause_behind(std::uint32_t subordinate, std::uint32_t end) const {
    const std::uint32_t begin = out_.all[subordinate].predicate;
    if (!has(begin, Deprel::mark)) return kNone;
    for (std::uint32_t t = end; t-- > begin + 1;) {
      const std::uint32_t c = out_.at_predicate[t];
      if (c == kNone || has(t, Deprel::mark) || !is_finite(out_.all[c])) continue;
      const Clause& clause = out_.all[c];
      if (clause.kind != ClauseKind::relative && clause.subject != kNone && !clause.subject_inherited &&
          clause.subject > begin)
        return c;
    }
    return kNone;
  }

  // "That since the birth Dek has held the card": a finite clause has a subject, and a name right before its
  // verb is it, though the parse may make it an object of what stands before.
  void find_subject_before(Clause& clause) {
    if (clause.subject != kNone || clause.kind != ClauseKind::complement || !is_finite(clause) ||
        !has(clause.predicate, Deprel::mark))
      return;
    const std::uint32_t begin = analysis_.sentences[clause.sentence].tokens.begin;
    std::uint32_t t = clause.first_auxiliary == kNone ? clause.predicate : clause.first_auxiliary;
    while (t > begin && tokens_[t - 1].upos == Upos::ADV) --t;
    if (t == begin || tokens_[t - 1].upos != Upos::PROPN || is_subject(tokens_[t - 1].deprel)) return;
    clause.subject = t - 1;
  }

  // "He has never, she was clear, raised a hand": the participle belongs to the auxiliary before the commas,
  // with its subject and its negation, whatever the parse makes of what stands between them.
  void bridge_interruption(Clause& clause) {
    constexpr std::uint32_t kLongest = 8;  // tokens between the commas
    const Token& predicate = tokens_[clause.predicate];
    if (clause.first_auxiliary != kNone || (predicate.xpos != Xpos::VBN && predicate.xpos != Xpos::VBD))
      return;
    const std::uint32_t begin = analysis_.sentences[clause.sentence].tokens.begin;
    const std::uint32_t close = clause.predicate - 1;
    if (clause.predicate < begin + 5 || analysis_.lemma(close) != ",") return;
    std::uint32_t open = close;
    bool tells = false;
    while (open > begin && close - open <= kLongest && (open == close || analysis_.lemma(open) != ",")) {
      const std::uint32_t c = out_.at_predicate[open];
      tells = tells || (c != kNone && out_.all[c].subject != kNone && !out_.all[c].subject_inherited);
      --open;
    }
    if (!tells || open == begin || analysis_.lemma(open) != ",") return;
    bool negative = false;
    std::uint32_t auxiliary = open - 1;
    while (auxiliary > begin &&
           (tokens_[auxiliary].upos == Upos::ADV || tokens_[auxiliary].upos == Upos::PART))
      negative = negative || tokens_[auxiliary--].features.negative;
    const std::uint32_t subject = auxiliary - 1;
    if (auxiliary <= begin || analysis_.lemma(auxiliary) != "have" ||
        (tokens_[subject].upos != Upos::PRON && tokens_[subject].upos != Upos::PROPN &&
         tokens_[subject].upos != Upos::NOUN))
      return;
    clause.subject = subject;
    clause.subject_inherited = false;
    clause.first_auxiliary = auxiliary;
    clause.perfect = true;
    clause.negated = clause.negated || negative;
    clause.voice = Voice::active;
  }

  std::uint32_t controller(const Clause& governor) const {
    if (governor.voice == Voice::active && governor.object != kNone &&
        hands_on_object(analysis_.lemma(governor.predicate)))
      return governor.object;
    return governor.subject;
  }

  // "a man shouting", "injuries inflicted": the noun itself; "her failure to protect": the one whose failure
  // it is.
  std::uint32_t participle_subject(const Clause& clause) const {
    const std::uint32_t noun = tokens_[clause.predicate].head;
    const Token& predicate = tokens_[clause.predicate];
    const bool infinitive = predicate.xpos == Xpos::VB;
    return infinitive ? dependent(analysis_, out_, noun, Deprel::nmod_poss) : noun;
  }

  void resolve_relative(Clause& clause) {
    const std::uint32_t antecedent = tokens_[clause.predicate].head;
    const auto replace = [&](std::uint32_t& place) {
      if (place == kNone || !is_relative_pronoun(tokens_[place])) return false;
      place = antecedent;
      return true;
    };
    if (replace(clause.subject)) clause.subject_inherited = true;
    if (!replace(clause.object) && clause.object == kNone && clause.voice == Voice::active &&
        clause.subject != kNone && clause.subject != antecedent && !clause.copular && !stranded(clause))
      clause.object = antecedent;
  }

  // "the house where he lived", "the day on which he came": the relative word has a place of its own.
  bool stranded(const Clause& clause) const {
    for (const std::uint32_t child : out_.dependents(clause.predicate)) {
      const Token& token = tokens_[child];
      if (token.xpos == Xpos::WRB) return true;
      if (is_relative_pronoun(token) && token.deprel != Deprel::obj) return true;
    }
    return false;
  }

  void set_reporter(Clause& clause) {
    const Deprel relation = tokens_[clause.predicate].deprel;
    if (clause.governor != kNone && (relation == Deprel::ccomp || relation == Deprel::xcomp) &&
        is_reporting(analysis_.lemma(out_.all[clause.governor].predicate)))
      clause.reported_by = clause.governor;
    // "said that he left and that in May he came back": the second that-clause stands beside the saying.
    if (clause.governor != kNone && relation == Deprel::conj && has_mark_that(clause.predicate) &&
        is_reporting(analysis_.lemma(out_.all[clause.governor].predicate)))
      clause.reported_by = clause.governor;
    // "He hit her, she said": the saying hangs on what is said.
    if (clause.kind == ClauseKind::parenthetical && clause.governor != kNone &&
        is_reporting(analysis_.lemma(clause.predicate)) && clause.object == kNone &&
        out_.all[clause.governor].reported_by == kNone)
      out_.all[clause.governor].reported_by = out_.at_predicate[clause.predicate];
  }

  bool has_mark_that(std::uint32_t predicate) const {
    const std::uint32_t mark = dependent(analysis_, out_, predicate, Deprel::mark);
    return mark != kNone && analysis_.lemma(mark) == "that";
  }

  void inherit_reporter(Clause& clause) {
    if (clause.reported_by != kNone || clause.governor == kNone) return;
    const std::uint32_t from = out_.all[clause.governor].reported_by;
    // The saying itself isn't part of what it tells.
    if (from != kNone && out_.all[from].predicate != clause.predicate) clause.reported_by = from;
  }

  const Analysis& analysis_;
  const std::vector<Token>& tokens_;
  Clauses out_;
};

}  // namespace

Clauses find_clauses(const Analysis& analysis) { return Finder(analysis).run(); }

std::uint32_t dependent(const Analysis& analysis, const Clauses& clauses, std::uint32_t token,
                        Deprel relation) {
  for (const std::uint32_t child : clauses.dependents(token))
    if (analysis.tokens[child].deprel == relation) return child;
  return kNone;
}

std::string_view case_of(const Analysis& analysis, const Clauses& clauses, std::uint32_t token) {
  const std::uint32_t marker = dependent(analysis, clauses, token, Deprel::case_);
  return marker == kNone ? std::string_view{} : analysis.lemma(marker);
}

TokenRange phrase_of(const Analysis& analysis, const Clauses& clauses, std::uint32_t token) {
  TokenRange range{token, token + 1};
  std::vector<std::uint32_t> open{token};
  while (!open.empty()) {
    const std::uint32_t next = open.back();
    open.pop_back();
    range.begin = std::min(range.begin, next);
    range.end = std::max(range.end, next + 1);
    for (const std::uint32_t child : clauses.dependents(next)) open.push_back(child);
  }
  while (range.begin < token && analysis.tokens[range.begin].upos == Upos::PUNCT) ++range.begin;
  while (range.end > token + 1 && analysis.tokens[range.end - 1].upos == Upos::PUNCT) --range.end;
  return range;
}

bool is_reporting(std::string_view lemma) {
  static constexpr std::array<std::string_view, 56> verbs{
      "say",      "tell",    "report",  "state",   "allege",   "claim",    "describe",    "disclose",
      "admit",    "deny",    "explain", "think",   "believe",  "feel",     "know",        "recall",
      "remember", "confirm", "advise",  "insist",  "maintain", "assert",   "argue",       "suggest",
      "indicate", "mention", "note",    "observe", "record",   "write",    "add",         "reply",
      "answer",   "ask",     "share",   "express", "accept",   "accuse",   "complain",    "recount",
      "relate",   "reveal",  "submit",  "contend", "purport",  "perceive", "suspect",     "find",
      "conclude", "hear",    "inform",  "repeat",  "swear",    "dispute",  "acknowledge", "concede"};
  return one_of(lemma, verbs);
}

}  // namespace onus
