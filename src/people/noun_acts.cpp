#include "people/noun_acts.h"

#include <array>

#include "people/accounts.h"
#include "people/agents.h"
#include "people/targets.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

// Verbs that carry an act told by a noun: "made threats", "carried out an assault".
constexpr std::array<std::string_view, 24> kLightVerbs{
    "make",   "carry",  "commit",   "inflict", "use",     "perpetrate", "send",    "issue",
    "direct", "launch", "continue", "perform", "subject", "show",       "display", "exhibit",
    "engage", "have",   "land",     "throw",   "deliver", "deal",       "aim",     "give"};

}  // namespace

// With `of_pattern` those that tell of an act only where they are of someone known to use a pattern: "his
// rules", "his calls to her work".
std::optional<Event> NounActs::read(std::uint32_t t, const std::vector<std::uint32_t>& event_of_clause,
                                    bool of_pattern) const {
  const Upos upos = text_.token(t).upos;
  if (upos != Upos::NOUN && upos != Upos::VERB) return std::nullopt;
  if (text_.clauses.at_predicate[t] != kNone && event_of_clause[text_.clauses.at_predicate[t]] != kNone)
    return std::nullopt;
  std::uint32_t begin = t;
  const Tactic* tactic = act_noun(t, begin, of_pattern);
  if (tactic == nullptr || (of_pattern && act_noun(t, begin, false) != nullptr) ||
      text_.token(t).deprel == Deprel::compound)
    return std::nullopt;
  if (names_law(t)) return std::nullopt;
  const Clause* around = text_.clauses.around(t);
  if (around == nullptr || !may_have_happened(text_, *around)) return std::nullopt;
  // "made false reports" is told by its verb.
  if (around->object == t &&
      event_of_clause[static_cast<std::size_t>(around - text_.clauses.all.data())] != kNone)
    return std::nullopt;
  Event event;
  event.clause = kNone;
  event.predicate = t;
  event.act = text_.analysis.lemma(t);
  event.tactic = *tactic;
  event.negated = around->negated;
  read_places(event, t);
  if (!event.agent_in_sentence) borrow_agent(event, t, *around);
  const std::uint32_t convicted = event.agent_in_sentence ? kNone : convicted_before(t);
  take_agent(event, convicted);
  if (!event.agent_in_sentence && event.target.empty()) return std::nullopt;
  if (event.agent != kNone && text_.cast.people[event.agent].plays(Role::professional)) return std::nullopt;
  event.of_pattern = of_pattern;
  if (of_pattern && !is_perpetrator(text_.cast, event.agent)) return std::nullopt;
  event.against_child = is_child_among(text_.cast, event.target);
  event.span = {text_.token(begin).span.begin, text_.token(t).span.end};
  event.when = times_.when(*around);
  event.frequency = times_.frequency(*around);
  set_source(text_, event, *around);
  if (convicted != kNone && event.standing == Standing::unstated)
    event.standing = text_.form(convicted + 1) == "charged" ? Standing::alleged : Standing::convicted;
  return event;
}

const Tactic* NounActs::act_noun(std::uint32_t t, std::uint32_t& begin, bool of_pattern) const {
  begin = t;
  std::string words;
  if (ends_[text_.token(t).lemma]) {
    words = fold(text_.analysis.lemma(t));
  } else {
    if (text_.form(t) == text_.analysis.lemma(t)) return nullptr;
    words = fold(text_.form(t));
    if (!words_.ends_noun(words)) return nullptr;
  }
  const Tactic* best = text_.token(t).upos == Upos::NOUN ? words_.noun(words, of_pattern) : nullptr;
  for (std::uint32_t n = 1; n <= 3 && t >= n; ++n) {
    if (text_.form(t - n) == "-") continue;
    words = fold(text_.form(t - n)) + " " + words;
    if (const Tactic* longer = words_.noun(words, of_pattern)) {
      best = longer;
      begin = t - n;
    }
  }
  return best;
}

// "Mr B's violence towards her", "an assault on Ms A by Mr B"
void NounActs::read_places(Event& event, std::uint32_t t) const {
  for (const std::uint32_t child : text_.clauses.dependents(t)) {
    const Mention* mention = text_.cast.at(child);
    if (mention == nullptr || mention->kind == MentionKind::agency) continue;
    const Deprel relation = text_.token(child).deprel;
    const std::string_view preposition = case_of(text_.analysis, text_.clauses, child);
    if (relation == Deprel::nmod_poss || preposition == "by" || preposition == "from") {
      event.agent_in_sentence = true;
      if (mention->people.size() == 1) event.agent = mention->people.front();
    }
  }
  for (const std::uint32_t child : text_.clauses.dependents(t)) {
    const std::string_view preposition = case_of(text_.analysis, text_.clauses, child);
    if (preposition == "on" || preposition == "of" || preposition == "to" || preposition == "towards" ||
        preposition == "toward" || preposition == "against" || preposition == "upon" || preposition == "at")
      add_coordinated(text_, event.target, child, event.agent);
  }
}

// "He made threats", "she was subjected to abuse by him", "they experienced violence from him"
void NounActs::borrow_agent(Event& event, std::uint32_t t, const Clause& clause) const {
  const std::string_view verb = text_.analysis.lemma(clause.predicate);
  static constexpr std::array<std::string_view, 14> suffering{
      "experience", "suffer",   "endure", "subject", "witness", "sustain",  "disclose",
      "report",     "describe", "flee",   "escape",  "face",    "tolerate", "recount"};
  if (clause.predicate == t) return;
  if (one_of(verb, suffering)) {
    if (clause.subject != kNone && (verb != "subject" || clause.voice != Voice::active) &&
        verb != "witness" && can_act(text_.cast, clause.subject))
      add_coordinated(text_, event.target, clause.subject, kNone);
    std::uint32_t by = clause.by_agent;
    for (const std::uint32_t child : text_.clauses.dependents(clause.predicate)) {
      const std::string_view preposition = case_of(text_.analysis, text_.clauses, child);
      if (by == kNone && (preposition == "from" || preposition == "by") && text_.cast.at(child) != nullptr)
        by = child;
    }
    if (verb == "subject" && clause.voice == Voice::active) by = clause.subject;
    take_agent(event, by);
    return;
  }
  static constexpr std::array<std::string_view, 9> answering{"plead",  "convict",  "charge",  "admit", "deny",
                                                             "accept", "sentence", "caution", "arrest"};
  if (one_of(verb, answering)) {
    const bool of_law =
        verb == "convict" || verb == "charge" || verb == "sentence" || verb == "caution" || verb == "arrest";
    // "CM charged s.3 assault": notes leave out the auxiliary.
    const bool somebody = clause.object != kNone && text_.cast.at(clause.object) != nullptr;
    const bool note = !somebody && (verb == "charge" || verb == "convict" || verb == "sentence");
    take_agent(event, clause.voice == Voice::active && of_law && !note ? clause.object : clause.subject);
    return;
  }
  if (!one_of(verb, kLightVerbs) || clause.object == kNone) return;
  if (clause.object == t || text_.token(t).head == clause.object || text_.token(t).head == clause.predicate)
    take_agent(event, clause.agent());
  for (const std::uint32_t child : text_.clauses.dependents(clause.predicate)) {
    const std::string_view preposition = case_of(text_.analysis, text_.clauses, child);
    if (preposition == "on" || preposition == "to" || preposition == "against" || preposition == "towards")
      add_coordinated(text_, event.target, child, event.agent);
  }
}

// "the Domestic Abuse (Scotland) Act 2018"
bool NounActs::names_law(std::uint32_t t) const {
  const std::uint32_t end = std::min(t + 7, static_cast<std::uint32_t>(text_.analysis.tokens.size()));
  for (std::uint32_t u = t + 1; u < end; ++u) {
    const std::string_view word = text_.form(u);
    if (word == "Act") return true;
    const bool within = word == "(" || word == ")" || (word[0] >= 'A' && word[0] <= 'Z') || word == "and";
    if (!within) return false;
  }
  return false;
}

// "SR convicted of unlawful assault", where the tagger takes the verb for something else.
std::uint32_t NounActs::convicted_before(std::uint32_t t) const {
  constexpr std::uint32_t kReach = 6;  // tokens
  static constexpr std::array<std::string_view, 3> law{"convicted", "charged", "sentenced"};
  const std::uint32_t begin = text_.analysis.sentences[sentence_of(text_.analysis, t)].tokens.begin;
  for (std::uint32_t u = t; u-- > begin && u + kReach > t;)
    if (one_of(text_.form(u), law) && u > begin) {
      const Mention* mention = text_.cast.at(u - 1);
      return mention != nullptr && mention->tokens.end == u ? u - 1 : kNone;
    }
  return kNone;
}

void NounActs::take_agent(Event& event, std::uint32_t place) const {
  const Mention* mention = place == kNone ? nullptr : text_.cast.at(place);
  if (mention == nullptr || mention->kind == MentionKind::agency) return;
  event.agent_in_sentence = true;
  if (mention->people.size() == 1) event.agent = mention->people.front();
  std::erase(event.target, event.agent);
}

}  // namespace onus
