#include "people/supposed_acts.h"

#include <algorithm>
#include <array>

#include "people/peopled_text.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

// "would kill her if she left": what he would do if she did what she hasn't; "would hit her if the tea was
// late" is a habit.
bool hangs_on_her_leaving(const PeopledText& text, const Clause& clause) {
  static constexpr std::array<std::string_view, 7> once{"leave",    "tell",    "report", "return",
                                                        "disclose", "divorce", "marry"};
  return std::ranges::any_of(text.clauses.dependents(clause.predicate), [&](std::uint32_t child) {
    if (text.token(child).deprel != Deprel::advcl || !one_of(text.analysis.lemma(child), once)) return false;
    const std::uint32_t mark = dependent(text.analysis, text.clauses, child, Deprel::mark);
    return mark != kNone && text.analysis.lemma(mark) == "if";
  });
}

bool tells_violence(const PeopledText& text, std::uint32_t predicate) {
  static constexpr std::array<std::string_view, 15> words{
      "violent", "abusive", "aggressive", "abuse",   "attack",  "hit",  "slap",  "punch",
      "kick",    "bite",    "bit",        "scratch", "assault", "push", "strike"};
  return one_of(text.analysis.lemma(predicate), words);
}

bool is_somebody_else(const PeopledText& text, std::uint32_t one, std::uint32_t other) {
  const Mention* first = one == kNone ? nullptr : text.cast.at(one);
  const Mention* second = other == kNone ? nullptr : text.cast.at(other);
  return first != nullptr && second != nullptr && first->people.size() == 1 &&
         first->people != second->people;
}

// "images of his parents being stabbed", "a nightmare in which the house is burned": what somebody sees
// inside.
bool is_in_the_mind(const PeopledText& text, const Clause& clause) {
  static constexpr std::array<std::string_view, 14> thoughts{
      "image",     "thought", "nightmare", "dream",  "fear",      "picture", "worry",
      "flashback", "fantasy", "drawing",   "phobia", "obsession", "idea",    "imagining"};
  std::uint32_t at = clause.predicate;
  for (int steps = 0; steps < 4; ++steps) {
    const Token& token = text.token(at);
    if (token.head == at) return false;
    const Token& head = text.token(token.head);
    const bool of_noun =
        token.deprel == Deprel::acl || token.deprel == Deprel::acl_relcl || token.deprel == Deprel::nmod;
    if (of_noun && head.upos == Upos::NOUN && one_of(text.analysis.lemma(token.head), thoughts)) return true;
    if (!of_noun && token.deprel != Deprel::conj && token.deprel != Deprel::advcl) return false;
    at = token.head;
  }
  return false;
}

}  // namespace

bool is_only_supposed(const PeopledText& text, const Clause& clause) {
  if (clause.first_auxiliary != kNone && text.form(clause.first_auxiliary) == "would" &&
      hangs_on_her_leaving(text, clause))
    return true;
  if (is_in_the_mind(text, clause)) return true;
  if (clause.governor == kNone) return false;
  const Clause& governor = text.clauses.all[clause.governor];
  if (clause.kind == ClauseKind::coordinate) {
    const std::uint32_t mark = dependent(text.analysis, text.clauses, governor.predicate, Deprel::mark);
    const std::string_view word = mark == kNone ? std::string_view{} : text.analysis.lemma(mark);
    return clause.first_auxiliary == kNone && (word == "if" || word == "unless");
  }
  if (clause.first_auxiliary == kNone) return false;
  static constexpr std::array<std::string_view, 4> coming{"would", "might", "could", "may"};
  if (!one_of(text.form(clause.first_auxiliary), coming)) return false;
  static constexpr std::array<std::string_view, 19> fearing{
      "fear",    "dread",     "worry",   "afraid",  "scared",   "frightened", "terrified",
      "worried", "anxious",   "nervous", "think",   "believe",  "expect",     "suspect",
      "sure",    "convinced", "certain", "imagine", "petrified"};
  return text.token(clause.predicate).deprel == Deprel::ccomp &&
         one_of(text.analysis.lemma(governor.predicate), fearing);
}

bool is_done_by_a_thing(const PeopledText& text, const Clause& clause) {
  static constexpr std::array<std::string_view, 22> things{
      "van",        "car",     "lorry",   "bus",     "taxi",    "truck",  "tractor", "motorbike",
      "motorcycle", "bicycle", "train",   "tram",    "dog",     "horse",  "cat",     "wave",
      "branch",     "tree",    "forceps", "toddler", "scooter", "cyclist"};
  if (clause.voice == Voice::active || clause.by_agent == kNone) return false;
  const std::uint32_t by = clause.by_agent;
  return one_of(text.analysis.lemma(by), things) &&
         dependent(text.analysis, text.clauses, by, Deprel::nmod_poss) == kNone &&
         dependent(text.analysis, text.clauses, by, Deprel::acl) == kNone;
}

bool is_blame(const PeopledText& text, const Clause& clause) {
  static constexpr std::array<std::string_view, 8> provoking{"provoke", "goad", "antagonise", "antagonize",
                                                             "nag",     "bait", "inflame",    "rile"};
  static constexpr std::array<std::string_view, 16> omissions{
      "indecision", "silence",       "passivity",     "inaction", "failure",   "inability",
      "reluctance", "choice",        "decision",      "absence",  "lifestyle", "weakness",
      "hesitancy",  "unwillingness", "vulnerability", "naivety"};
  const std::string_view verb = text.analysis.lemma(clause.predicate);
  if (one_of(verb, provoking)) return true;
  if (clause.subject != kNone && one_of(text.analysis.lemma(clause.subject), omissions) &&
      dependent(text.analysis, text.clauses, clause.subject, Deprel::nmod_poss) != kNone)
    return true;
  const auto next = clause.predicate + 1;
  const bool up = (verb == "wind" || verb == "work") &&
                  std::ranges::any_of(text.clauses.dependents(clause.predicate),
                                      [&](std::uint32_t t) { return t > next && text.form(t) == "up"; });
  if (up) return true;
  if (verb != "press" && verb != "push") return false;
  const TokenRange sentence = text.analysis.sentences[clause.sentence].tokens;
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t)
    if (text.analysis.lemma(t) == "button" && text.token(t).features.number == Number::plur) return true;
  return false;
}

bool is_done_to_nobody(const PeopledText& text, const Clause& clause) {
  static constexpr std::array<std::string_view, 4> none{"nobody", "none", "no-one", "noone"};
  return clause.object != kNone && one_of(fold(text.form(clause.object)), none);
}

bool counts_family(const PeopledText& text, const Clause& clause) {
  return clause.object != kNone && text.analysis.lemma(clause.predicate) == "have" &&
         one_of(text.analysis.lemma(clause.object),
                std::array<std::string_view, 5>{"child", "son", "daughter", "boy", "girl"}) &&
         dependent(text.analysis, text.clauses, clause.object, Deprel::nummod) != kNone;
}

bool tells_of_another(const PeopledText& text, const Clause& clause) {
  static constexpr std::array<std::string_view, 13> saying{
      "say",  "state", "claim",   "report",  "allege", "describe", "disclose",
      "tell", "add",   "explain", "confirm", "recall", "mention"};
  if (!one_of(text.analysis.lemma(clause.predicate), saying) || clause.voice != Voice::active) return false;
  const Mention* teller = clause.subject == kNone ? nullptr : text.cast.at(clause.subject);
  for (const std::uint32_t child : text.clauses.dependents(clause.predicate)) {
    const std::uint32_t c = text.clauses.at_predicate[child];
    // "He says she is a rotten mother" is an insult.
    if (c == kNone || text.token(child).deprel != Deprel::ccomp || text.clauses.all[c].copular) continue;
    const std::uint32_t subject = text.clauses.all[c].subject;
    const Mention* told = subject == kNone ? nullptr : text.cast.at(subject);
    if (told == nullptr || told->kind == MentionKind::writer || teller == nullptr) continue;
    // "told her that she would regret it" speaks of the one who is told
    const std::uint32_t listener = clause.indirect_object != kNone ? clause.indirect_object : clause.object;
    const Mention* heard = listener == kNone ? nullptr : text.cast.at(listener);
    if (heard == nullptr && told->people != teller->people) return true;
  }
  return false;
}

bool is_record_or_step(const PeopledText& text, const Clause& clause) {
  static constexpr std::array<std::string_view, 9> records{
      "prev", "previous", "history", "record", "past", "background", "relationship", "conviction", "child"};
  static constexpr std::array<std::string_view, 9> asking{"seek",   "apply",  "appeal",   "oppose", "request",
                                                          "obtain", "attend", "instruct", "contest"};
  static constexpr std::array<std::string_view, 12> steps{
      "permission",  "order",       "leave",       "appeal",  "variation", "hearing",
      "application", "proceedings", "adjournment", "counsel", "solicitor", "finding"};
  const std::string_view verb = text.analysis.lemma(clause.predicate);
  if (verb == "have" && clause.object != kNone) return one_of(text.analysis.lemma(clause.object), records);
  if (!one_of(verb, asking)) return false;
  for (const std::uint32_t t : text.clauses.dependents(clause.predicate)) {
    const Token& token = text.token(t);
    if (token.deprel != Deprel::obj && token.deprel != Deprel::obl) continue;
    if (one_of(text.analysis.lemma(t), steps) && token.xpos != Xpos::NNS) return true;
  }
  return false;
}

bool is_counter_claim(const PeopledText& text, const Clause& clause) {
  static constexpr std::array<std::string_view, 11> verbs{"say",    "state",   "allege",   "claim",
                                                          "report", "tell",    "complain", "maintain",
                                                          "insist", "suggest", "assert"};
  if (!one_of(text.analysis.lemma(clause.predicate), verbs)) return false;
  return std::ranges::any_of(text.clauses.dependents(clause.predicate), [&](std::uint32_t part) {
    const Deprel relation = text.token(part).deprel;
    if ((relation != Deprel::ccomp && relation != Deprel::conj) || !tells_violence(text, part)) return false;
    const std::uint32_t c = text.clauses.at_predicate[part];
    if (c == kNone)
      return is_somebody_else(text, part - 1, clause.subject);  // "that she bit him", bit a noun
    const Clause& told = text.clauses.all[c];
    return told.voice == Voice::active && told.modality == Modality::none &&
           is_somebody_else(text, told.subject, clause.subject);
  });
}

}  // namespace onus
