#include "checks/harm_sense.h"

#include <algorithm>
#include <array>

#include "checks/harm_participants.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

// What hits, in the place of the one who wields it.
constexpr std::array<std::string_view, 34> kBlows{
    "blow",  "punch",   "kick",  "slap",   "fist",   "plate",  "bottle", "knife", "door",
    "glass", "mug",     "chair", "phone",  "hammer", "remote", "belt",   "shoe",  "boot",
    "hand",  "object",  "cup",   "weapon", "bat",    "elbow",  "knee",   "swing", "shove",
    "push",  "missile", "shard", "iron",   "pan",    "blade",  "stick"};
constexpr std::array<std::string_view, 11> kMeeting{"catch", "hit",   "strike", "cut",  "hurt", "injure",
                                                    "knock", "wound", "graze",  "clip", "wake"};
// Verbs of harm beside those that tell of an act by themselves: what is done to somebody's freedom and
// things.
constexpr std::array<std::string_view, 39> kRestraining{
    "force",     "prevent",  "forbid",      "deprive", "isolate",    "subject",    "inflict",   "lock",
    "confine",   "imprison", "restrict",    "deny",    "shut",       "pressure",   "exploit",   "discipline",
    "starve",    "evict",    "interrogate", "monitor", "track",      "silence",    "target",    "frogmarch",
    "corner",    "batter",   "surveil",     "follow",  "trap",       "gaslight",   "coerce",    "groom",
    "blackmail", "pursue",   "compel",      "bully",   "manipulate", "pressurise", "pressurize"};
constexpr std::array<std::string_view, 26> kBreaking{
    "smash",     "break", "throw",    "slash",     "destroy", "damage",    "hurl", "kick",   "punch",
    "vandalise", "trash", "rip",      "shatter",   "burn",    "inflict",   "tear", "cut",    "snap",
    "pull",      "yank",  "fracture", "dislocate", "rupture", "perforate", "chip", "blacken"};
// What is done to a part of somebody's body and hurts.
constexpr std::array<std::string_view, 17> kHurtingParts{
    "clip", "box",    "twist", "tug",  "bend",  "squeeze", "cuff",  "crush", "jam",
    "slam", "wrench", "stamp", "grip", "singe", "sear",    "gouge", "prise"};
// A feeling in the grammar of a passive: "was frightened".
constexpr std::array<std::string_view, 12> kFeelings{"frighten",   "scare", "terrify", "exhaust",
                                                     "distress",   "upset", "worry",   "overwhelm",
                                                     "traumatise", "press", "shock",   "concern"};
constexpr std::array<std::string_view, 5> kGeneralHarm{"emotionally", "psychologically", "negatively",
                                                       "adversely", "significantly"};

// "restrained from discussing the case" by an order, "he had been provoked", "the neighbours were evicted":
// harm only where it is known that the one it is done to is being abused.
bool otherwise_meant(const Narrative& n, std::string_view verb, const Clause& clause) {
  constexpr std::array<std::string_view, 7> excuses{"provoke", "goad",  "evict", "taunt",
                                                    "bait",    "tease", "wind"};
  const std::uint32_t next = clause.predicate + 1;
  const bool from = next < n.analysis.tokens.size() && lower(n.form(next)) == "from";
  // "a spat"
  if (clause.first_auxiliary == kNone && clause.predicate > 0 &&
      n.analysis.tokens[clause.predicate - 1].upos == Upos::DET)
    return true;
  const bool into = next < n.analysis.tokens.size() && lower(n.form(next)) == "into";
  if (into && verb == "break") return true;
  if (verb == "lift" && clause.by_agent != kNone && n.analysis.lemma(clause.by_agent) == "hand") return true;
  if (from && (verb == "restrain" || verb == "enjoin" || verb == "restrict")) return true;
  // "he'd broken her finger" is a perfect.
  if (clause.object != kNone && clause.first_auxiliary != kNone && clause.by_agent == kNone &&
      (n.form(clause.first_auxiliary) == "'d" || n.form(clause.first_auxiliary) == "’d"))
    return true;
  return one_of(verb, excuses) && !plays(n, clause.subject, Role::non_offending_parent) &&
         !plays(n, clause.subject, Role::child);
}

bool harms(const Narrative& n, const ActWords& acts, std::string_view verb, const Clause& clause) {
  if (one_of(verb, kFeelings)) return false;
  const std::uint32_t next = clause.predicate + 1;
  if (verb == "follow" && next < n.analysis.tokens.size() && n.analysis.lemma(next) == "up") return false;
  if (verb == "run" && next < n.analysis.tokens.size())
    return n.analysis.lemma(next) == "over" || n.analysis.lemma(next) == "down";
  const bool person = clause.subject == kNone || n.cast.at(clause.subject) != nullptr;
  if (!person && (verb == "lock" || verb == "shut" || verb == "trap")) return false;
  constexpr std::array<std::string_view, 4> things{"it", "this", "that", "which"};
  if (clause.subject != kNone && !one_of(verb, kBreaking) &&
      one_of(n.analysis.lemma(clause.subject), things) && n.cast.at(clause.subject) == nullptr)
    return false;
  if (acts.is_harm_verb(verb)) return true;
  if (one_of(verb, kHurtingParts) && clause.subject != kNone &&
      is_part_of_body(n.analysis.lemma(clause.subject)))
    return true;
  if (clause.by_agent != kNone && is_blow(n.analysis.lemma(clause.by_agent)) && one_of(verb, kMeeting))
    return true;
  const bool thing = clause.subject != kNone && n.cast.at(clause.subject) == nullptr;
  return thing ? one_of(verb, kBreaking) : one_of(verb, kRestraining);
}

// "locked in a dispute", "his hands were tied", "felt cornered": nobody laid hands on anybody.
bool figurative(const Narrative& n, std::string_view verb, const Clause& clause) {
  constexpr std::array<std::string_view, 7> seeming{"feel",  "look",   "seem",  "appear",
                                                    "sound", "become", "remain"};
  constexpr std::array<std::string_view, 9> struggles{"battle",   "dispute",     "combat",
                                                      "conflict", "argument",    "disagreement",
                                                      "process",  "negotiation", "litigation"};
  const std::uint32_t before = clause.predicate == 0 ? 0 : clause.predicate - 1;
  if (n.analysis.lemma(before) == "self" || n.analysis.lemma(before) == "-") return true;
  if (verb == "cut" && clause.subject != kNone && n.analysis.lemma(clause.subject) == "hair") return true;
  if (verb == "strike" && clause.predicate + 1 < n.analysis.tokens.size() &&
      one_of(n.analysis.lemma(clause.predicate + 1), {"out", "off"}))
    return true;
  if (verb == "tie" && clause.subject != kNone && n.analysis.lemma(clause.subject) == "hand") return true;
  if (n.analysis.tokens[clause.predicate].deprel == Deprel::xcomp && clause.governor != kNone &&
      clause.first_auxiliary == kNone && clause.by_agent == kNone &&
      one_of(n.analysis.lemma(n.clauses.all[clause.governor].predicate), seeming))
    return true;
  const std::uint32_t after = clause.predicate + 1;
  if (verb == "throw" && after < n.analysis.tokens.size() && clause.subject != kNone &&
      n.cast.at(clause.subject) == nullptr &&
      (n.analysis.lemma(after) == "out" || n.analysis.lemma(after) == "away"))
    return true;
  if (clause.governor != kNone && n.analysis.lemma(n.clauses.all[clause.governor].predicate) == "come" &&
      n.analysis.tokens[clause.predicate].deprel == Deprel::xcomp)
    return true;
  if (verb != "lock" && verb != "trap") return false;
  const std::uint32_t end = n.analysis.sentences[clause.sentence].tokens.end;
  for (std::uint32_t t = clause.predicate + 1; t < std::min(end, clause.predicate + 6); ++t)
    if (one_of(n.analysis.lemma(t), struggles)) return true;
  return false;
}

// "was emotionally harmed" tells of an impact, not of an act.
bool general(const Narrative& n, const Clause& clause) {
  for (const std::uint32_t child : n.clauses.dependents(clause.predicate))
    if (one_of(n.analysis.lemma(child), kGeneralHarm)) return true;
  return false;
}

}  // namespace

bool meant_as_harm(const Narrative& n, const ActWords& acts, std::string_view verb, const Clause& clause) {
  return harms(n, acts, verb, clause) && !otherwise_meant(n, verb, clause) && !general(n, clause) &&
         !figurative(n, verb, clause);
}

bool is_blow(std::string_view noun) { return one_of(noun, kBlows); }

bool breaks_things(std::string_view verb) { return one_of(verb, kBreaking); }

}  // namespace onus
