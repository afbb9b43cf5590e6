#include "rules/exceptions.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "text/closed_list.h"
#include "text/fold.h"
#include "text/sorted.h"

namespace onus {
namespace {

constexpr std::string_view kNames[] = {
    "quoted",          "criticised",    "heading",          "legal-name",
    "legal-wording",   "general",       "general-document", "perpetrator-subject",
    "agency-subject",  "child-subject", "attributed",       "attributed-to-perpetrator",
    "specific-nearby", "actor-named",   "hypothetical",     "told-by-survivor",
    "told-by-child",   "explained",     "both-alike",       "asked-and-carried",
    "act-told",        "of-another"};

// A closed list for lemmas of which nearly none is in it: a bit for what the first letter and the length of
// each word make tells that of most at once.
template <std::size_t size>
class Lemmas {
 public:
  template <class... Words>
  constexpr explicit Lemmas(Words... words) : words_{words...} {
    for (const std::string_view word : words_) bits_ |= bit_of(word);
  }
  bool has(std::string_view lemma) const {
    return !lemma.empty() && (bits_ & bit_of(lemma)) != 0 && one_of(lemma, words_);
  }

 private:
  static constexpr std::uint64_t bit_of(std::string_view word) {
    return std::uint64_t{1} << (static_cast<unsigned char>(word.front()) + 5 * word.size()) % 64;
  }
  std::array<std::string_view, size> words_;
  std::uint64_t bits_ = 0;
};
template <class... Words>
Lemmas(Words...) -> Lemmas<sizeof...(Words)>;

const Clause* clause_of(const Narrative& n, const Match& match) {
  return match.clause == kNone ? nullptr : &n.clauses.all[match.clause];
}

bool quoted(const Narrative& n, const Match& match) { return is_quoted(n, n.span_of(match.underlined)); }

// Words near which wording is weighed and not used: "calling her hostile would hide …".
bool weighs_wording(const Narrative& n, std::uint32_t sentence) {
  static constexpr Lemmas verdicts("unfair", "fair", "wrong", "mistaken", "misleading", "inaccurate",
                                   "unhelpful", "hide", "obscure", "remove", "instead", "correct", "amend",
                                   "harmful", "apologise", "blaming", "unjust", "mask", "misread",
                                   "incorrect", "untrue", "mislabel");
  const auto last = static_cast<std::uint32_t>(n.analysis.sentences.size());
  for (std::uint32_t s = sentence == 0 ? 0 : sentence - 1; s < std::min(last, sentence + 2); ++s) {
    const TokenRange tokens = n.analysis.sentences[s].tokens;
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
      const std::string_view lemma = n.analysis.lemma(t);
      if (verdicts.has(lemma)) return true;
      if (lemma == "leave" && t + 1 < tokens.end && n.analysis.lemma(t + 1) == "out") return true;
    }
  }
  return false;
}

// Is this told as something not to be done: "should not be read as", "must not be seen as"?
bool forbidden(const Narrative& n, std::uint32_t token) {
  const Clause* clause = n.clauses.around(token);
  return clause != nullptr && clause->negated &&
         (clause->modality == Modality::necessity || clause->modality == Modality::ability ||
          clause->modality == Modality::possibility);
}

// "“Toxic relationship” turned up in three records; the label kept his acts out of sight": said afterwards.
bool named_as_wording(const Narrative& n, const Match& match) {
  static constexpr Lemmas names("wording", "phrase", "phrasing", "label", "euphemism", "terminology",
                                "justification");
  const std::uint32_t end = n.analysis.sentences[match.sentence].tokens.end;
  for (std::uint32_t t = match.underlined.end; t < std::min(end, match.underlined.end + 16); ++t)
    if (names.has(n.analysis.lemma(t)) && n.analysis.tokens[t].xpos == Xpos::NN) return true;
  return false;
}

// "I do not take the view that …", "the panel does not accept that …", "this is not to say that …".
bool disowned(const Narrative& n, const Match& match) {
  static constexpr std::array<std::string_view, 9> holding{"accept",  "agree", "share", "endorse", "suggest",
                                                           "support", "say",   "mean",  "adopt"};
  static constexpr std::array<std::string_view, 5> views{"view", "position", "opinion", "stance",
                                                         "conclusion"};
  const std::uint32_t begin = n.analysis.sentences[match.sentence].tokens.begin;
  for (std::uint32_t t = begin; t < match.underlined.begin; ++t) {
    const std::uint32_t at = n.clauses.at_predicate[t];
    if (at == kNone || !n.clauses.all[at].negated || at == match.clause) continue;
    const Clause& clause = n.clauses.all[at];
    const Mention* subject = clause.subject == kNone ? nullptr : n.cast.at(clause.subject);
    const bool ours = clause.subject == kNone ||
                      (subject != nullptr &&
                       (subject->kind == MentionKind::writer || subject->kind == MentionKind::agency));
    if (!ours && lower(n.form(clause.subject)) != "this") continue;
    if (one_of(n.analysis.lemma(t), holding)) return true;
    if (clause.object != kNone && one_of(n.analysis.lemma(clause.object), views)) return true;
  }
  return false;
}

// "The case was closed because they had parted; the review found this a serious error", "that Mother wasn't
// believed is the central finding of this review", "the report was wrong to …".
bool found_a_mistake(const Narrative& n, const Match& match) {
  static constexpr Lemmas mistakes("error", "mistake", "failing", "learning", "lesson", "finding",
                                   "shortcoming");
  static constexpr Lemmas weighing("review", "reviewer", "panel", "inspector", "audit", "auditor", "serious",
                                   "central", "key", "grave", "main", "inspection");
  const TokenRange sentence = n.analysis.sentences[match.sentence].tokens;
  const auto lemma = [&](std::uint32_t t) { return n.analysis.lemma(t); };
  for (std::uint32_t t = match.underlined.end; t < sentence.end; ++t) {
    if (!mistakes.has(lemma(t)) || n.analysis.tokens[t].upos == Upos::VERB) continue;
    for (std::uint32_t w = std::max(match.underlined.end, t < 7 ? 0 : t - 7); w < t; ++w)
      if (weighing.has(lemma(w))) return true;
  }
  for (std::uint32_t t = sentence.begin; t < match.underlined.begin; ++t) {
    const bool wrong_to = lemma(t) == "wrong" && t + 1 < sentence.end && lemma(t + 1) == "to";
    const Clause* clause = n.clauses.around(t);
    const bool by_review = clause != nullptr && clause->subject != kNone && clause->predicate == t &&
                           weighing.has(lemma(clause->subject));
    if (wrong_to || (lemma(t) == "criticise" && by_review)) return true;
  }
  return false;
}

bool of_the_family(const Narrative& n, std::uint32_t token) {
  return plays(n, token, Role::non_offending_parent) || plays(n, token, Role::perpetrator) ||
         plays(n, token, Role::child);
}

// "Earlier reports implied that both …", "the injuries were wrongly attributed to …", "the record wrongly
// calls it …": what documents make of it, told so that the reader sees through it. What one of the family
// implies or wrongly thinks is another matter.
bool seen_through(const Narrative& n, const Match& match) {
  static constexpr Lemmas hinting("imply", "insinuate", "presuppose", "connote");
  static constexpr Lemmas wrongly("wrongly", "mistakenly", "unfairly", "falsely", "wrongfully",
                                  "inaccurately", "misleadingly", "unjustly");
  const std::uint32_t begin = n.analysis.sentences[match.sentence].tokens.begin;
  for (std::uint32_t t = begin; t < match.underlined.end; ++t) {
    const std::string_view lemma = n.analysis.lemma(t);
    const bool hints = hinting.has(lemma) && t < match.underlined.begin;
    if (!hints && !wrongly.has(lemma)) continue;
    const std::uint32_t verb = hints ? t : n.analysis.tokens[t].head;
    const std::uint32_t at = n.clauses.at_predicate[verb];
    if (at == kNone || n.clauses.all[at].negated) continue;
    const Clause& clause = n.clauses.all[at];
    const bool done_to = clause.voice == Voice::passive && !hints;
    bool family = clause.subject != kNone && of_the_family(n, clause.subject);
    for (std::uint32_t w = begin; clause.subject == kNone && w < t; ++w) family |= of_the_family(n, w);
    if (done_to || !family) return true;
  }
  return false;
}

// "He describes it as high conflict. I do not accept that description.", "That language was wrong: it hid
// …": the sentence after takes it back.
bool taken_back(const Narrative& n, const Match& match) {
  static constexpr Lemmas holding("accept", "agree", "share", "endorse", "adopt", "support");
  static constexpr Lemmas sayings("description", "characterisation", "characterization", "label", "term",
                                  "wording", "language", "phrase", "word", "depiction", "summary", "image",
                                  "portrayal", "framing");
  static constexpr Lemmas verdicts("wrong", "inaccurate", "misleading", "unhelpful", "mistaken", "unfair",
                                   "mistake", "error", "misjudged", "regrettable");
  const std::uint32_t after = match.sentence + 1;
  if (after >= n.analysis.sentences.size()) return false;
  const Sentence& next = n.analysis.sentences[after];
  if (next.block != n.analysis.sentences[match.sentence].block) return false;
  bool pointed = false, judged = false;
  for (std::uint32_t t = next.tokens.begin; t < next.tokens.end; ++t) {
    const std::string_view lemma = n.analysis.lemma(t);
    if (t > next.tokens.begin && sayings.has(lemma) &&
        one_of(lower(n.form(t - 1)), {"that", "this", "these", "such"}))
      pointed = true;
    const std::uint32_t at = n.clauses.at_predicate[t];
    if (at == kNone) continue;
    const Clause& clause = n.clauses.all[at];
    const Mention* subject = clause.subject == kNone ? nullptr : n.cast.at(clause.subject);
    const bool ours =
        subject != nullptr && (subject->kind == MentionKind::writer || subject->kind == MentionKind::agency);
    if (clause.negated && ours && holding.has(lemma)) judged = true;
    if (!clause.negated && verdicts.has(lemma)) judged = true;
  }
  return pointed && judged;
}

// Words that speak of wording: what comes after them is mentioned, not used.
bool criticised(const Narrative& n, const Match& match) {
  static constexpr Lemmas wording("term", "phrase", "wording", "word", "label", "language", "expression",
                                  "terminology", "phraseology");
  static constexpr Lemmas warning("avoid", "unhelpful", "victim-blaming", "mislabel", "misread");
  static constexpr Lemmas calling("call", "label", "describe", "brand", "portray", "characterise", "frame",
                                  "write", "word", "read", "interpret", "construe", "view", "see", "treat",
                                  "say", "paint", "speak", "ask", "suggest");
  const std::uint32_t begin = n.analysis.sentences[match.sentence].tokens.begin;
  const std::uint32_t from = match.underlined.begin > begin + 12 ? match.underlined.begin - 12 : begin;
  if (named_as_wording(n, match) || disowned(n, match) || found_a_mistake(n, match)) return true;
  if (seen_through(n, match) || taken_back(n, match)) return true;
  for (std::uint32_t t = from; t < match.underlined.begin; ++t) {
    const std::string_view lemma = n.analysis.lemma(t);
    if (wording.has(lemma) && n.analysis.tokens[t].upos != Upos::VERB) return true;
    if (warning.has(lemma)) return true;
    const bool adjacent = match.underlined.begin - t <= 4;
    if (adjacent && t + 1 < match.underlined.begin && (lemma == "rather" || lemma == "instead") &&
        lower(n.form(t + 1)) == (lemma == "rather" ? "than" : "of"))
      return true;
    if (calling.has(lemma) && (forbidden(n, t) || weighs_wording(n, match.sentence))) return true;
  }
  return false;
}

// "Type of incident: …": what stands before a colon early in the line of a match; empty where nothing does.
ProseSpan line_label(const Narrative& n, const Match& match) {
  constexpr std::size_t kLongest = 40;
  const Block& block = n.block_of(match.sentence);
  const std::string_view text = n.text(block.span);
  const std::size_t at = n.span_of(match.underlined).begin - block.span.begin;
  const std::size_t end = text.rfind('\n', at);
  const std::size_t begin = end == std::string_view::npos ? 0 : end + 1;
  const std::size_t colon = text.find(':', begin);
  const std::size_t stop = text.find('\n', begin);
  if (colon >= stop || colon - begin >= kLongest) return {};
  const auto offset = [&](std::size_t place) { return block.span.begin + static_cast<std::uint32_t>(place); };
  return {offset(begin), offset(colon)};
}

bool heading(const Narrative& n, const Match& match) {
  const Block& block = n.block_of(match.sentence);
  if (block.kind == BlockKind::heading || (block.cell && block.cell->row == 0 && block.cell->header.empty() &&
                                           n.document.blocks.size() > 1 && block.span.size() < 60))
    return true;
  const ProseSpan label = line_label(n, match);
  return !label.empty() && n.span_of(match.underlined).end <= label.end;
}

bool is_capitalised(const Narrative& n, std::uint32_t token) {
  const std::string_view form = n.form(token);
  return !form.empty() && form.front() >= 'A' && form.front() <= 'Z';
}

// "Domestic Abuse (Scotland) Act", "the Domestic Violence Intervention Project": capitals throughout, in
// company.
bool legal_name(const Narrative& n, const Match& match) {
  for (std::uint32_t t = match.underlined.begin; t < match.underlined.end; ++t)
    if (!is_capitalised(n, t) && n.analysis.tokens[t].upos != Upos::ADP &&
        n.analysis.tokens[t].upos != Upos::PUNCT)
      return false;
  const TokenRange sentence = n.analysis.sentences[match.sentence].tokens;
  const bool before = match.underlined.begin > sentence.begin &&
                      is_capitalised(n, match.underlined.begin - 1) &&
                      match.underlined.begin - 1 > sentence.begin;
  const bool after = match.underlined.end < sentence.end && is_capitalised(n, match.underlined.end);
  return before || after || (match.underlined.size() > 1 && match.underlined.begin > sentence.begin);
}

// "Intake type: Domestic violence, neglect (failure to protect)": the name under which a case is kept, not
// what somebody is said to have done.
bool is_code(const Narrative& n, const Match& match) {
  static constexpr std::array<std::string_view, 11> labels{
      "type",    "category",    "code",   "classification", "offence",   "offences",
      "offense", "disposition", "charge", "charges",        "allegation"};
  const Clause* clause = n.clauses.around(match.underlined.begin);
  if (match.subject != kNone || (clause != nullptr && clause->subject != kNone)) return false;
  const std::string label = lower(n.text(line_label(n, match)));
  const std::size_t last = label.find_last_of(" \t(");
  return one_of(std::string_view(label).substr(last == std::string::npos ? 0 : last + 1), labels);
}

// The words of a charge, a conviction or a finding belong to the court.
bool legal_wording(const Narrative& n, const Match& match) {
  if (n.section_of(match.sentence) == Section::legal || is_code(n, match)) return true;
  static constexpr std::array<std::string_view, 10> words{"pleading", "charge",     "convict", "conviction",
                                                          "plead",    "indictment", "offence", "contrary",
                                                          "count",    "sentence"};
  const std::uint32_t begin = n.analysis.sentences[match.sentence].tokens.begin;
  const std::uint32_t from = match.underlined.begin > begin + 10 ? match.underlined.begin - 10 : begin;
  for (std::uint32_t t = from; t < match.underlined.begin; ++t)
    if (one_of(n.analysis.lemma(t), words) && n.analysis.tokens[t].upos != Upos::ADJ) return true;
  return false;
}

bool general(const Narrative& n, const Match& match) { return n.general[match.sentence]; }

bool general_document(const Narrative& n, const Match& match) {
  return !n.about_a_family && n.general[match.sentence];
}

bool perpetrator_subject(const Narrative& n, const Match& match) {
  const Clause* clause = clause_of(n, match);
  return clause != nullptr && plays(n, clause->subject, Role::perpetrator);
}

bool agency_subject(const Narrative& n, const Match& match) {
  const Clause* clause = clause_of(n, match);
  if (clause == nullptr || clause->subject == kNone) return false;
  const Mention* mention = n.cast.at(clause->subject);
  return mention != nullptr &&
         (mention->kind == MentionKind::agency || mention->kind == MentionKind::writer ||
          plays(n, clause->subject, Role::professional));
}

bool child_subject(const Narrative& n, const Match& match) {
  const Clause* clause = clause_of(n, match);
  return clause != nullptr && plays(n, clause->subject, Role::child);
}

bool attributed(const Narrative& n, const Match& match) {
  const Clause* clause = clause_of(n, match);
  return clause != nullptr && clause->reported_by != kNone;
}

// Someone whose saying the words stand in: the nearest clause of saying before them in the sentence.
bool said_before(const Narrative& n, const Match& match, Role role) {
  const std::uint32_t begin = n.analysis.sentences[match.sentence].tokens.begin;
  for (std::uint32_t t = match.tokens.begin; t > begin; --t) {
    const std::uint32_t at = n.clauses.at_predicate[t - 1];
    if (at == kNone || at == match.clause || !is_reporting(n.analysis.lemma(t - 1))) continue;
    return plays(n, n.clauses.all[at].subject, role);
  }
  return false;
}

bool attributed_to_perpetrator(const Narrative& n, const Match& match) {
  const Clause* clause = clause_of(n, match);
  if (clause == nullptr) return false;
  if (clause->reported_by != kNone && plays(n, n.clauses.all[clause->reported_by].subject, Role::perpetrator))
    return true;
  if (said_before(n, match, Role::perpetrator)) return true;
  // "He blamed it on the drink": his verb of excuse.
  static constexpr std::array<std::string_view, 9> excuses{
      "blame", "attribute", "excuse", "justify", "minimise", "deny", "claim", "insist", "put"};
  return plays(n, clause->subject, Role::perpetrator) && one_of(n.analysis.lemma(clause->predicate), excuses);
}

bool specific_nearby(const Narrative& n, const Match& match) {
  const ProseSpan own = n.span_of(match.tokens);
  const auto& sentences = n.analysis.sentences;
  const auto last = static_cast<std::uint32_t>(sentences.size() - 1);
  const TokenRange near{sentences[match.sentence - std::min(match.sentence, 2U)].tokens.begin,
                        sentences[std::min(match.sentence + 2, last)].tokens.end};
  return std::any_of(n.events.begin(), n.events.end(), [&](const Event& event) {
    return near.contains(event.predicate) && !event.negated && !event.span.overlaps(own) &&
           (event.agent_in_sentence || !event.frequency.empty());
  });
}

bool is_person(const Narrative& n, std::uint32_t token) {
  const Mention* mention = token == kNone ? nullptr : n.cast.at(token);
  return mention != nullptr && mention->kind != MentionKind::agency;
}

// A possessive, or a by- or from-phrase, on any noun of the match.
bool actor_named(const Narrative& n, const Match& match) {
  for (std::uint32_t t = match.tokens.begin; t < match.tokens.end; ++t) {
    for (const std::uint32_t child : n.clauses.dependents(t)) {
      const Token& token = n.analysis.tokens[child];
      if (token.deprel == Deprel::nmod_poss && is_person(n, child) && !plays(n, child, Role::child))
        return true;
      const std::string_view marker = case_of(n.analysis, n.clauses, child);
      if ((marker == "by" || marker == "from" || marker == "of") && is_person(n, child) &&
          plays(n, child, Role::perpetrator))
        return true;
      if (marker == "by" && is_person(n, child)) return true;
    }
  }
  const Clause* clause = clause_of(n, match);
  return clause != nullptr && clause->by_agent != kNone && is_person(n, clause->by_agent);
}

bool hypothetical(const Narrative& n, const Match& match) {
  static constexpr std::array<std::string_view, 4> words{"if", "whether", "unless", "lest"};
  for (std::uint32_t c = match.clause; c != kNone; c = n.clauses.all[c].governor) {
    const std::uint32_t marker = dependent(n.analysis, n.clauses, n.clauses.all[c].predicate, Deprel::mark);
    if (marker != kNone && one_of(n.analysis.lemma(marker), words)) return true;
    if (n.clauses.all[c].governor == c) break;
  }
  return false;
}

bool told_by(const Narrative& n, const Match& match, Role role) {
  const Clause* clause = clause_of(n, match);
  return clause != nullptr && clause->reported_by != kNone &&
         plays(n, n.clauses.all[clause->reported_by].subject, role);
}

bool told_by_child(const Narrative& n, const Match& match) { return told_by(n, match, Role::child); }

bool told_by_survivor(const Narrative& n, const Match& match) {
  return told_by(n, match, Role::non_offending_parent) || told_by_child(n, match);
}

// "because Mr Baird had the keys", "for fear of what he would do", "too frightened to".
bool explained(const Narrative& n, const Match& match) {
  static constexpr std::array<std::string_view, 9> fear{
      "fear", "afraid", "frightened", "scared", "terrified", "threaten", "threat", "terror", "frightening"};
  const TokenRange tokens = n.analysis.sentences[match.sentence].tokens;
  bool because = false;
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const std::string_view lemma = n.analysis.lemma(t);
    if (one_of(lemma, fear)) return true;
    if (because && plays(n, t, Role::perpetrator)) return true;
    because |= lemma == "because" || (lemma == "since" && n.analysis.tokens[t].deprel == Deprel::mark);
  }
  return false;
}

bool both_alike(const Narrative& n, const Match& match) {
  static constexpr std::array<std::string_view, 6> alike{"both",  "likewise",  "equally",
                                                         "alike", "similarly", "neither"};
  const TokenRange tokens = n.analysis.sentences[match.sentence].tokens;
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const std::string_view lemma = n.analysis.lemma(t);
    const bool ends = t + 1 == tokens.end || n.analysis.tokens[t + 1].upos == Upos::PUNCT;
    if (one_of(lemma, alike) || (lemma == "too" && ends)) return true;
    if (lemma == "well" && ends && t > tokens.begin && n.analysis.lemma(t - 1) == "as") return true;
  }
  return false;
}

// An agency or a professional will do something in the same sentence, so it doesn't rest on the parent alone.
bool asked_and_carried(const Narrative& n, const Match& match) {
  static constexpr std::array<std::string_view, 16> carrying{
      "help", "pay",   "arrange", "go",      "support", "accompany", "draft",     "fit",
      "fund", "offer", "provide", "collect", "take",    "book",      "represent", "assist"};
  const auto clauses = stretch_of(n.clauses.all, match.sentence, &Clause::sentence);
  return std::ranges::any_of(clauses, [&](const Clause& clause) {
    if (clause.subject == kNone) return false;
    const Mention* subject = n.cast.at(clause.subject);
    return subject != nullptr && clause.modality == Modality::future &&
           (subject->kind == MentionKind::agency || plays(n, clause.subject, Role::professional)) &&
           one_of(n.analysis.lemma(clause.predicate), carrying);
  });
}

bool act_told(const Narrative& n, const Match& match) {
  const TokenRange sentence = n.analysis.sentences[match.sentence].tokens;
  return std::any_of(n.events.begin(), n.events.end(), [&](const Event& event) {
    return sentence.contains(event.predicate) && !event.negated && event.agent != kNone &&
           n.cast.people[event.agent].role() == Role::perpetrator;
  });
}

// "Mr Anwar is not known for any violence": somebody else than the one using violence, the parent being
// abused and the children.
bool of_another(const Narrative& n, const Match& match) {
  const bool known = std::ranges::any_of(
      n.cast.people, [](const Person& person) { return person.role() == Role::perpetrator; });
  if (!known) return false;
  const TokenRange tokens = n.analysis.sentences[match.sentence].tokens;
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const Mention* mention = n.cast.at(t);
    if (mention == nullptr || mention->kind == MentionKind::agency || mention->people.size() != 1) continue;
    const Role role = n.cast.people[mention->people.front()].role();
    return role != Role::perpetrator && role != Role::non_offending_parent && role != Role::child;
  }
  return false;
}

using Test = bool (*)(const Narrative&, const Match&);
constexpr Test kTests[] = {quoted,          criticised,    heading,          legal_name,
                           legal_wording,   general,       general_document, perpetrator_subject,
                           agency_subject,  child_subject, attributed,       attributed_to_perpetrator,
                           specific_nearby, actor_named,   hypothetical,     told_by_survivor,
                           told_by_child,   explained,     both_alike,       asked_and_carried,
                           act_told,        of_another};
static_assert(std::size(kTests) == static_cast<std::size_t>(Exception::count_));
static_assert(std::size(kNames) == std::size(kTests));

}  // namespace

std::optional<Exception> exception_from(std::string_view name) {
  return value_named<Exception>(kNames, name);
}

std::string_view name_of(Exception exception) { return kNames[static_cast<std::size_t>(exception)]; }

Exceptions for_every_rule() {
  Exceptions exceptions;
  for (std::size_t i = 0; i <= static_cast<std::size_t>(Exception::legal_wording); ++i) exceptions.set(i);
  return exceptions;
}

Exceptions for_category(std::optional<Category> category) {
  Exceptions exceptions = for_every_rule();
  switch (category.value_or(Category::victim_blaming)) {
    case Category::incident_only:
    case Category::euphemism:
    case Category::agentless_passive:
    case Category::passive_with_agent:
    case Category::nominalisation:
      exceptions.set(static_cast<std::size_t>(Exception::general));
      break;
    case Category::generalised_impact:
      exceptions.set(static_cast<std::size_t>(Exception::general_document));
      break;
    default:
      break;
  }
  return exceptions;
}

std::optional<Exception> excused(const Narrative& narrative, const Match& match, Exceptions exceptions) {
  for (std::size_t i = 0; i < std::size(kTests); ++i)
    if (exceptions[i] && kTests[i](narrative, match)) return static_cast<Exception>(i);
  return std::nullopt;
}

}  // namespace onus
