#include "checks/harm_passives.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "rules/exceptions.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

// What is hurt, done or broken in the passive beside people themselves: parts of a body, injuries, threats, a
// home's things.
constexpr std::array<std::string_view, 60> kHarmedThings{
    "injury",   "bruise",    "bruising", "wound",     "cut",     "scratch", "fracture", "mark",
    "blow",     "punch",     "kick",     "slap",      "threat",  "damage",  "harm",     "pain",
    "violence", "abuse",     "arm",      "leg",       "face",    "head",    "hair",     "hand",
    "wrist",    "neck",      "throat",   "eye",       "nose",    "lip",     "rib",      "jaw",
    "finger",   "tooth",     "back",     "shoulder",  "stomach", "phone",   "door",     "window",
    "wall",     "car",       "tyre",     "toy",       "dog",     "cat",     "pet",      "clothes",
    "passport", "insult",    "object",   "plate",     "bottle",  "mug",     "laptop",   "television",
    "tablet",   "furniture", "glass",    "belongings"};
constexpr std::array<std::string_view, 26> kMisfortune{
    "accident", "collision", "crash",  "fall",     "surgery", "operation",  "vaccine",   "disease", "asthma",
    "virus",    "influenza", "covid",  "practice", "bike",    "playground", "football",  "rugby",   "scooter",
    "slip",     "trip",      "tackle", "wasp",     "branch",  "scaffold",   "classmate", "pupil"};
// Doers that no report on abuse is about: animals, things of play, other children.
constexpr std::array<std::string_view, 16> kHarmlessDoers{
    "dog", "cat",   "ball", "horse", "wasp", "bee",   "car",    "bus",
    "van", "lorry", "boy",  "girl",  "wave", "storm", "branch", "classmate"};
// Verbs of harm beside those that tell of an act by themselves: what is done to somebody's freedom and
// things.
constexpr std::array<std::string_view, 34> kRestraining{
    "force",   "prevent",    "forbid",    "deprive",  "isolate",     "subject", "inflict",
    "lock",    "confine",    "imprison",  "restrict", "deny",        "shut",    "pressure",
    "exploit", "discipline", "starve",    "evict",    "interrogate", "monitor", "track",
    "silence", "target",     "frogmarch", "corner",   "batter",      "surveil", "follow",
    "trap",    "gaslight",   "coerce",    "groom",    "blackmail",   "pursue"};
constexpr std::array<std::string_view, 14> kBreaking{"smash",  "break", "throw",   "slash", "destroy",
                                                     "damage", "hurl",  "kick",    "punch", "vandalise",
                                                     "trash",  "rip",   "shatter", "burn"};
// A feeling in the grammar of a passive: "was frightened".
constexpr std::array<std::string_view, 12> kFeelings{"frighten",   "scare", "terrify", "exhaust",
                                                     "distress",   "upset", "worry",   "overwhelm",
                                                     "traumatise", "press", "shock",   "concern"};
constexpr std::array<std::string_view, 5> kGeneralHarm{"emotionally", "psychologically", "negatively",
                                                       "adversely", "significantly"};

// People in the words of the police, the courts and clinics, where no mention stands for them.
constexpr std::array<std::string_view, 14> kPeopleHurt{
    "aggrieved", "victim", "complainer", "complainant", "patient", "pt", "ip",
    "woman",     "baby",   "survivor",   "partner",     "wife",    "ex", "child"};

// The grammar of harm told without its doer in front (after Coates and Wade 2007; Pinelli and Zanchi on
// hidden agency).
class HarmPassives {
 public:
  HarmPassives(const Narrative& narrative, const ActWords& acts) : n_(narrative), acts_(acts) {}

  std::vector<Finding> find() const {
    std::vector<Finding> findings;
    for (std::uint32_t c = 0; c < n_.clauses.all.size(); ++c)
      if (tells_of_harm(n_.clauses.all[c]) && !excused_here(c)) findings.push_back(finding_for(c));
    return findings;
  }

 private:
  bool tells_of_harm(const Clause& clause) const {
    if (clause.negated) return false;
    const std::string verb = verb_of(clause);
    if (verb.empty() || !harms(verb, clause) || general(clause)) return false;
    return is_harmed(clause.subject, clause) && !by_agency(clause) && !harmless_doer(clause) &&
           !misfortune(clause);
  }

  bool harms(std::string_view verb, const Clause& clause) const {
    if (one_of(verb, kFeelings)) return false;
    const std::uint32_t next = clause.predicate + 1;
    if (verb == "follow" && next < n_.analysis.tokens.size() && n_.analysis.lemma(next) == "up") return false;
    if (acts_.is_harm_verb(verb)) return true;
    const bool thing = clause.subject != kNone && n_.cast.at(clause.subject) == nullptr;
    return thing ? one_of(verb, kBreaking) : one_of(verb, kRestraining);
  }

  // The verb of a passive; empty for anything else. The tagger sometimes takes a participle for an adjective
  // ("was smashed"), and notes leave out the auxiliary ("Punched in the face").
  std::string verb_of(const Clause& clause) const {
    const Token& token = n_.analysis.tokens[clause.predicate];
    const std::string lemma(n_.analysis.lemma(clause.predicate));
    if (clause.copular) return token.upos == Upos::ADJ ? verb_behind(lower(n_.form(clause.predicate))) : "";
    if (token.upos != Upos::VERB) return {};
    return clause.voice != Voice::active || starts_note(clause) ? lemma : std::string();
  }

  // "smashed" to "smash", "grabbed" to "grab": only where the list of harm knows the verb.
  std::string verb_behind(std::string form) const {
    const auto known = [&] { return acts_.is_harm_verb(form) || one_of(form, kBreaking); };
    if (form.size() < 5 || !form.ends_with("ed")) return {};
    form.pop_back();
    if (known()) return form;
    form.pop_back();
    if (known()) return form;
    if (form[form.size() - 1] != form[form.size() - 2]) return {};
    form.pop_back();
    return known() ? form : std::string();
  }

  // A note that begins with the participle and has no object: "Choked until she passed out."
  bool starts_note(const Clause& clause) const {
    const Token& token = n_.analysis.tokens[clause.predicate];
    if (clause.predicate != n_.analysis.sentences[clause.sentence].tokens.begin) return false;
    if (token.xpos != Xpos::VBN && token.xpos != Xpos::VBD) return false;
    if (clause.subject != kNone || clause.object != kNone) return false;
    const std::uint32_t next = clause.predicate + 1;
    if (next >= n_.analysis.sentences[clause.sentence].tokens.end) return false;
    const Upos upos = n_.analysis.tokens[next].upos;
    return upos == Upos::ADP || upos == Upos::ADV || upos == Upos::SCONJ || upos == Upos::CCONJ;
  }

  // "was emotionally harmed" tells of an impact, not of an act.
  bool general(const Clause& clause) const {
    for (const std::uint32_t child : n_.clauses.dependents(clause.predicate))
      if (one_of(n_.analysis.lemma(child), kGeneralHarm)) return true;
    return false;
  }

  bool harmless_doer(const Clause& clause) const {
    if (clause.by_agent == kNone) return false;
    const std::string_view doer = n_.analysis.lemma(clause.by_agent);
    const Mention* mention = n_.cast.at(clause.by_agent);
    return one_of(doer, kHarmlessDoers) ||
           (mention != nullptr && standpoint_of(n_.cast, *mention).role == Role::child) || doer == "child";
  }

  // A person who isn't the one using violence, a group, or a thing from the list; in notes the subject may be
  // missing.
  bool is_harmed(std::uint32_t patient, const Clause& clause) const {
    if (patient == kNone)
      return clause.first_auxiliary != kNone || clause.by_agent != kNone || starts_note(clause);
    if (const Mention* mention = n_.cast.at(patient))
      return mention->kind != MentionKind::agency &&
             standpoint_of(n_.cast, *mention).role != Role::perpetrator &&
             standpoint_of(n_.cast, *mention).role != Role::professional;
    const Token& token = n_.analysis.tokens[patient];
    if (token.upos == Upos::PRON) return true;
    return one_of(n_.analysis.lemma(patient), kHarmedThings) ||
           one_of(n_.analysis.lemma(patient), kPeopleHurt);
  }

  const Mention* agent_mention(const Clause& clause) const {
    return clause.by_agent == kNone ? nullptr : n_.cast.at(clause.by_agent);
  }

  bool by_agency(const Clause& clause) const {
    const Mention* agent = agent_mention(clause);
    return agent != nullptr &&
           (agent->kind == MentionKind::agency || standpoint_of(n_.cast, *agent).role == Role::professional);
  }

  bool misfortune(const Clause& clause) const {
    const TokenRange sentence = n_.analysis.sentences[clause.sentence].tokens;
    for (std::uint32_t t = sentence.begin; t < sentence.end; ++t)
      if (n_.clauses.around(t) == &clause && one_of(n_.analysis.lemma(t), kMisfortune)) return true;
    return false;
  }

  TokenRange words_of(const Clause& clause) const {
    TokenRange words{std::min(clause.first_auxiliary, clause.predicate), clause.predicate + 1};
    if (clause.by_agent != kNone && clause.by_agent > clause.predicate)
      words.end = phrase_of(n_.analysis, n_.clauses, clause.by_agent).end;
    return words;
  }

  bool excused_here(std::uint32_t index) const {
    const Clause& clause = n_.clauses.all[index];
    Match match;
    match.sentence = clause.sentence;
    match.tokens = match.underlined = words_of(clause);
    match.clause = index;
    return excused(n_, match, for_every_rule()).has_value();
  }

  // "He came in and she was pushed aside": the doer is the subject of a clause that this one hangs on or is
  // joined to.
  bool doer_beside(const Clause& clause) const {
    for (const Clause& other : n_.clauses.all) {
      if (other.sentence != clause.sentence || other.predicate == clause.predicate || other.subject == kNone)
        continue;
      const bool joined = other.governor != kNone && &n_.clauses.all[other.governor] == &clause;
      const bool joins = clause.governor != kNone && &n_.clauses.all[clause.governor] == &other;
      const Mention* mention = n_.cast.at(other.subject);
      if ((joined || joins) && mention != nullptr &&
          standpoint_of(n_.cast, *mention).role == Role::perpetrator &&
          clause.reported_by == other.reported_by)
        return true;
    }
    return false;
  }

  std::string patient_name(const Clause& clause) const {
    if (clause.subject == kNone) return "the person who was hurt";
    const Mention* mention = n_.cast.at(clause.subject);
    if (mention == nullptr) return "what was harmed";
    if (mention->people.size() == 1) return n_.cast.people[mention->people.front()].name;
    return std::string(n_.text(n_.span_of(mention->tokens)));
  }

  Finding finding_for(std::uint32_t index) const {
    const Clause& clause = n_.clauses.all[index];
    const bool with_agent =
        agent_mention(clause) != nullptr ||
        (clause.by_agent != kNone && n_.analysis.tokens[clause.by_agent].upos == Upos::PROPN);
    Finding finding;
    finding.rule = with_agent ? "harm-passive-with-agent" : "harm-passive";
    finding.category = with_agent ? Category::passive_with_agent : Category::agentless_passive;
    finding.severity = with_agent || doer_beside(clause) ? Severity::note : Severity::warning;
    finding.span = n_.span_of(words_of(clause));
    finding.sentence = clause.sentence;
    finding.predicate = clause.predicate;
    const std::string words(n_.text(finding.span));
    const std::string whom = patient_name(clause);
    finding.message =
        with_agent
            ? "“" + words + "” puts the person who did it last. The sentence is about what someone did to " +
                  whom + "."
            : "“" + words + "” says what happened to " + whom + " and leaves out who did it.";
    finding.why = with_agent ? "Readers remember the first person in a sentence. Put first, the one who "
                               "acted stays answerable for it."
                             : "When nobody does the harm, nobody is asked to stop it, and the reader looks "
                               "at the person who was hurt for the reason.";
    finding.reference =
        "Queensland child safety practice kit (the power of your words); Coates and Wade (2007)";
    return finding;
  }

  const Narrative& n_;
  const ActWords& acts_;
};

}  // namespace

std::vector<Finding> harm_passives(const Narrative& narrative, const ActWords& acts) {
  return HarmPassives(narrative, acts).find();
}

}  // namespace onus
