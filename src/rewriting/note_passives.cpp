#include "rewriting/note_passives.h"

#include <algorithm>
#include <array>

#include "rewriting/active_voice.h"
#include "rewriting/by_agents.h"
#include "rewriting/neutral_saying.h"
#include "rewriting/phrases.h"
#include "rewriting/shared_agent.h"
#include "rewriting/style_notes.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

// What anyone may do for a partner or a child; said in the passive it hides nothing.
constexpr std::array<std::string_view, 44> kEveryday{
    "support", "help",  "collect", "accompany", "feed",     "bathe",   "dress",    "love",      "comfort",
    "invite",  "visit", "meet",    "cook",      "buy",      "sign",    "write",    "describe",  "report",
    "provide", "offer", "raise",   "own",       "rent",     "attend",  "complete", "represent", "name",
    "father",  "adopt", "employ",  "teach",     "reassure", "respect", "inform",   "advise",    "confirm",
    "say",     "state", "admit",   "care",      "share",    "choose",  "accept",   "agree"};
constexpr std::array<std::string_view, 4> kGoing{"take", "drive", "bring", "pick"};
// Where children and patients are taken every day.
constexpr std::array<std::string_view, 10> kEverydayPlaces{"school",   "nursery", "hospital", "appointment",
                                                           "doctor",   "dentist", "park",     "club",
                                                           "swimming", "football"};

// "was not fed by him": a kindness that is withheld isn't one. "Was offered money to" isn't one either.
bool is_withheld(const Narrative& n, const ByAgent& by) {
  static constexpr std::array<std::string_view, 6> none{"not", "n't", "never", "neither", "no", "nor"};
  static constexpr std::array<std::string_view, 4> price{"money", "cash", "bribe", "payment"};
  const TokenRange sentence = n.analysis.sentences[sentence_of(n.analysis, by.by)].tokens;
  for (std::uint32_t t = sentence.begin; t < by.participle; ++t)
    if (one_of(lower(n.form(t)), none)) return true;
  for (std::uint32_t t = by.participle; t < by.by; ++t)
    if (one_of(n.analysis.lemma(t), price)) return true;
  return false;
}

// "reported to the Home Office", "described to her colleagues as a drinker"
bool is_told_against(const Narrative& n, const ByAgent& by) {
  const std::string_view verb = n.analysis.lemma(by.participle);
  const TokenRange sentence = n.analysis.sentences[sentence_of(n.analysis, by.by)].tokens;
  if (verb == "report" || verb == "say") return lower(n.form(by.participle + 1)) == "to";
  if (verb != "describe") return false;
  for (std::uint32_t t = by.participle; t < sentence.end; ++t)
    if (lower(n.form(t)) == "as") return true;
  return false;
}

bool is_everyday(const Narrative& n, const ByAgent& by) {
  const std::string_view verb = n.analysis.lemma(by.participle);
  if (is_withheld(n, by)) return false;
  if (is_told_against(n, by)) return false;
  if (one_of(verb, kEveryday)) return true;
  if (!one_of(verb, kGoing)) return false;
  const TokenRange sentence = n.analysis.sentences[sentence_of(n.analysis, by.by)].tokens;
  for (std::uint32_t t = by.participle; t < sentence.end; ++t)
    if (one_of(n.analysis.lemma(t), kEverydayPlaces)) return true;
  return false;
}

// "her adult son"
bool grown_child(const Narrative& n, TokenRange agent) {
  bool grown = false;
  for (std::uint32_t t = agent.begin; t < agent.end; ++t)
    grown |= one_of(lower(n.form(t)), {"adult", "grown", "grown-up"});
  return grown && one_of(lower(n.form(agent.end - 1)), {"son", "daughter", "stepson", "grandson"});
}

// "Mr Baird's sister", "his aunt", "her in-laws": a family may act for him.
bool relative_of_perpetrator(const Narrative& n, TokenRange agent) {
  if (agent.size() < 2) return false;
  if (one_of(lower(n.form(agent.end - 1)), {"in-laws", "laws"})) return true;
  std::uint32_t owner = kNone;
  for (std::uint32_t t = agent.begin; t + 1 < agent.end && owner == kNone; ++t) {
    if (n.analysis.tokens[t].xpos == Xpos::POS && t > agent.begin) owner = t - 1;
    if (is_possessive_pronoun(n.analysis.tokens[t])) owner = t;
    if (lower(n.form(t)) == "of") owner = agent.end - 1;  // "friends of Mr Baird"
  }
  const Mention* mention = owner == kNone ? nullptr : n.cast.at(owner);
  if (mention == nullptr || mention->people.size() != 1) return false;
  return n.cast.people[mention->people.front()].role() == Role::perpetrator;
}

// Is this the one who is told to use violence, or may it be: a partner or parent whom the report doesn't name
// here?
bool may_be_perpetrator(const Narrative& n, TokenRange agent) {
  static constexpr std::array<std::string_view, 22> close{
      "husband",       "wife",       "partner",    "ex-partner", "ex",         "father",
      "dad",           "mother",     "mum",        "boyfriend",  "girlfriend", "ex-husband",
      "ex-wife",       "stepfather", "stepmother", "daddy",      "mam",        "father-in-law",
      "mother-in-law", "fiancé",     "stepdad",    "law"};
  const std::uint32_t head = head_of(n, agent);
  const Mention* mention = head == kNone ? nullptr : n.cast.at(head);
  if (relative_of_perpetrator(n, agent) || grown_child(n, agent)) return true;
  if (mention == nullptr) return one_of(lower(n.form(agent.end - 1)), close);
  if (mention->people.empty() && is_personal_pronoun(n.analysis.tokens[head])) {
    const auto set = pronoun_set(n.form(head));
    return set == PronounSet::he || set == PronounSet::she;  // whom the report hasn't named
  }
  const Standpoint standpoint = standpoint_of(n.cast, *mention);
  if (standpoint.role == Role::perpetrator) return true;
  const std::string last = lower(n.form(agent.end - 1));
  const bool partner = one_of(last, {"husband", "wife", "partner", "boyfriend", "girlfriend"}) &&
                       is_possessive_pronoun(n.analysis.tokens[agent.begin]);
  return (standpoint.role == Role::unknown && (one_of(last, close) || one_of(lower(n.form(head)), close))) ||
         (standpoint.role == Role::child && partner);
}

Finding note_for(const Narrative& n, std::uint32_t sentence, const ActiveVoice& active) {
  Finding finding;
  finding.rule = kDoerLast;
  finding.severity = Severity::note;
  finding.span = active.words;
  finding.sentence = sentence;
  finding.predicate = active.participles.front();
  finding.message = "“" + std::string(n.text(finding.span)) +
                    "” puts the person who did it last. Put first, that person stays answerable for it.";
  finding.why = "Readers remember the first person in a sentence, and ask that person for the reason.";
  finding.reference =
      "Queensland child safety practice kit (the power of your words); Coates and Wade (2007)";
  finding.suggestions.push_back(active.suggestion);
  return finding;
}

bool already_found(const std::vector<Finding>& findings, ProseSpan span) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
    return std::any_of(finding.suggestions.begin(), finding.suggestions.end(),
                       [&](const Suggestion& suggestion) {
                         return suggestion.kind == SuggestionKind::rewrite && suggestion.span.overlaps(span);
                       });
  });
}

}  // namespace

namespace {

// "It is alleged by Ms A that …": the parent who tells it belongs in front.
std::optional<Finding> told_by_somebody(const Narrative& n, std::uint32_t sentence, const ByAgent& by,
                                        const Inflector& inflector) {
  if (!is_reporting(n.analysis.lemma(by.participle)) || by.by != by.participle + 1) return std::nullopt;
  auto suggestion = neutral_saying(n, by.participle, inflector);
  if (!suggestion || excused_words(n, sentence, {by.participle, by.agent.end})) return std::nullopt;
  const std::uint32_t person = person_in(n, by.agent);
  if (person != kNone && n.cast.people[person].role() == Role::perpetrator) return std::nullopt;
  ActiveVoice active;
  active.participles.push_back(by.participle);
  active.words = {n.analysis.tokens[by.participle].span.begin, n.analysis.tokens[by.agent.end - 1].span.end};
  active.suggestion = std::move(*suggestion);
  Finding finding = note_for(n, sentence, active);
  finding.message = "“" + std::string(n.text(finding.span)) + "” puts the person who tells it last.";
  finding.why = "Said plainly, an account is somebody's own, and the reader knows whose.";
  return finding;
}

}  // namespace

namespace {

// "was kicked by Ms Dolan": a blow is worth turning whoever it came from, if no one at work or a child did.
bool strikes(const Narrative& n, const ByAgent& by) {
  if (!is_done_to_somebody(n.analysis.lemma(by.participle))) return false;
  const std::uint32_t head = head_of(n, by.agent);
  if (head == kNone) return false;
  const Mention* mention = n.cast.at(head);
  if (mention == nullptr) return n.analysis.tokens[head].upos == Upos::PROPN;
  return mention->kind == MentionKind::name && standpoint_of(n.cast, *mention).role == Role::unknown;
}

bool worth_a_note(const Narrative& n, const ByAgent& by) {
  return strikes(n, by) || (may_be_perpetrator(n, by.agent) && !is_everyday(n, by));
}

}  // namespace

void note_passives(const Narrative& n, const Inflector& inflector, std::vector<Finding>& findings) {
  std::vector<Finding> notes;
  for (std::uint32_t s = 0; s < n.analysis.sentences.size(); ++s) {
    if (!n.analysis.sentences[s].parsed) continue;
    const std::vector<ByAgent> agents = by_agents(n, s);
    for (const ByAgent& by : agents)
      if (auto told = told_by_somebody(n, s, by, inflector);
          told && !already_found(findings, told->suggestions.front().span))
        notes.push_back(std::move(*told));
    const bool worth =
        std::any_of(agents.begin(), agents.end(), [&](const ByAgent& by) { return worth_a_note(n, by); });
    if (!worth) continue;
    for (const ActiveVoice& active : in_active_voice(n, s, inflector)) {
      if (already_found(findings, active.suggestion.span)) continue;
      const auto by = std::find_if(agents.begin(), agents.end(), [&](const ByAgent& one) {
        return std::find(active.participles.begin(), active.participles.end(), one.participle) !=
                   active.participles.end() &&
               worth_a_note(n, one);
      });
      if (by == agents.end()) continue;
      if (excused_words(n, s, {by->participle, by->agent.end})) continue;
      notes.push_back(note_for(n, s, active));
    }
  }
  add_notes(findings, std::move(notes));
}

}  // namespace onus
