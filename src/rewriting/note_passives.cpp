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
  static constexpr std::array<std::string_view, 34> close{"bf",
                                                          "gf",
                                                          "husb",
                                                          "hubby",
                                                          "mummy",
                                                          "mommy",
                                                          "mom",
                                                          "fella",
                                                          "stepmum",
                                                          "ex-boyfriend",
                                                          "ex-girlfriend",
                                                          "fiance",
                                                          "husband",
                                                          "wife",
                                                          "partner",
                                                          "ex-partner",
                                                          "ex",
                                                          "father",
                                                          "dad",
                                                          "mother",
                                                          "mum",
                                                          "boyfriend",
                                                          "girlfriend",
                                                          "ex-husband",
                                                          "ex-wife",
                                                          "stepfather",
                                                          "stepmother",
                                                          "daddy",
                                                          "mam",
                                                          "father-in-law",
                                                          "mother-in-law",
                                                          "fiancé",
                                                          "stepdad",
                                                          "law"};
  const std::uint32_t head = head_of(n, agent);
  const Mention* mention = head == kNone ? nullptr : n.cast.at(head);
  static constexpr std::array<std::string_view, 9> shortened{"ex",   "bf",    "gf",  "husb", "resp",
                                                             "perp", "hubby", "ptr", "susp"};
  if (mention == nullptr && agent.size() == 1 && one_of(lower(n.form(agent.begin)), shortened)) return true;
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

// What hurts, frightens or holds somebody, or takes what is somebody's.
constexpr std::array<std::string_view, 64> kHarming{
    "threaten", "stop",   "prevent",  "forbid",    "ban",        "bar",       "lock",      "shut",
    "force",    "stalk",  "follow",   "track",     "monitor",    "isolate",   "trap",      "restrain",
    "chase",    "abuse",  "harass",   "control",   "kill",       "murder",    "poison",    "drug",
    "wake",     "shout",  "scream",   "yell",      "swear",      "spit",      "laugh",     "pour",
    "flush",    "hide",   "snatch",   "break",     "evict",      "abandon",   "criticise", "mislead",
    "accuse",   "blame",  "wound",    "hurt",      "injure",     "harm",      "frighten",  "scare",
    "hold",     "seize",  "lift",     "confine",   "pursue",     "defame",    "coerce",    "exploit",
    "starve",   "corner", "puncture", "vandalise", "confiscate", "intercept", "wreck",     "trash"};

// These are also done to things that are somebody's; the others have to be done to somebody.
constexpr std::array<std::string_view, 13> kOfThings{"pour",     "flush",  "hide",  "break",     "confiscate",
                                                     "wreck",    "trash",  "seize", "vandalise", "intercept",
                                                     "puncture", "snatch", "take"};

bool is_done_to_person(const Narrative& n, const ByAgent& by) {
  const std::uint32_t clause = n.clauses.at_predicate[by.participle];
  const std::uint32_t whom = clause == kNone ? kNone : n.clauses.all[clause].patient();
  return whom != kNone && n.cast.at(whom) != nullptr;
}

// "was made to", "was called a liar", "was put out on the street", "was not let out": harm with its own
// words.
bool harms_with_words(const Narrative& n, const ByAgent& by) {
  const std::string_view verb = n.analysis.lemma(by.participle);
  const std::uint32_t next = by.participle + 1 == by.by ? by.agent.end : by.participle + 1;
  const std::string word = next < n.analysis.tokens.size() ? lower(n.form(next)) : std::string();
  if (verb == "make") return word == "to";
  if (verb == "call") return word == "a" || word == "an" || word == "names";
  if (verb == "put") return word == "out" || word == "off";
  if (verb == "let" || verb == "allow" || verb == "permit") return is_withheld(n, by);
  return verb == "deny" || (verb == "take" && word == "from");
}

// "was kicked by Ms Dolan": what hurts is worth turning whoever it came from, if no one at work or a child
// did.
bool strikes(const Narrative& n, const ByAgent& by) {
  const std::string_view verb = n.analysis.lemma(by.participle);
  const bool blow = is_done_to_somebody(verb) || is_damage(verb);
  const bool harm = one_of(verb, kHarming) && (one_of(verb, kOfThings) || is_done_to_person(n, by));
  if (!blow && !harm && !harms_with_words(n, by)) return false;
  const std::uint32_t head = head_of(n, by.agent);
  if (head == kNone) return false;
  const Mention* mention = n.cast.at(head);
  if (mention == nullptr) return blow && n.analysis.tokens[head].upos == Upos::PROPN;
  if (mention->kind != MentionKind::name && mention->kind != MentionKind::pronoun &&
      mention->kind != MentionKind::noun)
    return false;
  if (mention->kind == MentionKind::noun && !blow) return false;
  return standpoint_of(n.cast, *mention).role == Role::unknown;
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
    // "… by Mr B, and the console was unplugged by him": what one says of him the other does.
    const auto first_worth =
        std::find_if(agents.begin(), agents.end(), [&](const ByAgent& by) { return worth_a_note(n, by); });
    const auto goes_on = [&](const ByAgent& by) {
      static constexpr std::array<std::string_view, 12> kin{"aunt",  "mother", "father",  "brother",
                                                            "uncle", "sister", "cousin",  "mates",
                                                            "mate",  "friend", "parents", "brothers"};
      const Token& word = n.analysis.tokens[by.agent.begin];
      const bool his_own = is_possessive_pronoun(word) && one_of(lower(n.form(by.agent.end - 1)), kin);
      return first_worth != agents.end() && first_worth->by < by.by &&
             (is_personal_pronoun(word) || his_own) &&
             pronouns_of(n, first_worth->core) == pronoun_set(lower(n.form(by.agent.begin))) &&
             !is_everyday(n, by);
    };
    const bool worth =
        std::any_of(agents.begin(), agents.end(), [&](const ByAgent& by) { return worth_a_note(n, by); });
    if (!worth) continue;
    for (const ActiveVoice& active : in_active_voice(n, s, inflector)) {
      if (already_found(findings, active.suggestion.span)) continue;
      const auto by = std::find_if(agents.begin(), agents.end(), [&](const ByAgent& one) {
        return std::find(active.participles.begin(), active.participles.end(), one.participle) !=
                   active.participles.end() &&
               (worth_a_note(n, one) || goes_on(one));
      });
      if (by == agents.end()) continue;
      if (excused_words(n, s, {by->participle, by->agent.end})) continue;
      notes.push_back(note_for(n, s, active));
    }
  }
  add_notes(findings, std::move(notes));
}

}  // namespace onus
