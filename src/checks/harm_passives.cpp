#include "checks/harm_passives.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "language/by_phrase.h"
#include "rules/exceptions.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

// What is hurt, done or broken in the passive beside people themselves: parts of a body, injuries, threats, a
// home's things.
constexpr std::array<std::string_view, 104> kHarmedThings{
    "injury",   "bruise",     "bruising",   "wound",      "cut",     "scratch",    "fracture", "mark",
    "blow",     "punch",      "kick",       "slap",       "threat",  "damage",     "harm",     "pain",
    "burn",     "laceration", "swelling",   "violence",   "abuse",   "phone",      "door",     "window",
    "wall",     "car",        "tyre",       "toy",        "dog",     "cat",        "pet",      "clothes",
    "passport", "insult",     "object",     "plate",      "bottle",  "mug",        "laptop",   "television",
    "tablet",   "furniture",  "glass",      "belongings", "bag",     "handbag",    "purse",    "glasses",
    "clothing", "dress",      "photograph", "crockery",   "chair",   "puppy",      "kitten",   "hamster",
    "rabbit",   "property",   "mobile",     "handset",    "kettle",  "pan",        "saucepan", "bowl",
    "lamp",     "stool",      "table",      "mirror",     "picture", "frame",      "computer", "console",
    "key",      "card",       "coat",       "uniform",    "bed",     "cot",        "pram",     "buggy",
    "fence",    "gate",       "letterbox",  "ornament",   "vase",    "ashtray",    "brick",    "stone",
    "meal",     "dinner",     "food",       "drink",      "remote",  "iron",       "tool",     "instrument",
    "guitar",   "medal",      "trophy",     "doll",       "teddy",   "windscreen", "tv",       "threats"};
constexpr std::array<std::string_view, 70> kPartsOfBody{
    "arm",     "leg",    "face",      "head",     "hair",       "hand",   "wrist",    "neck",    "throat",
    "eye",     "nose",   "lip",       "rib",      "jaw",        "finger", "tooth",    "back",    "shoulder",
    "stomach", "bone",   "cheekbone", "eardrum",  "collarbone", "skull",  "forearm",  "thumb",   "ankle",
    "foot",    "knee",   "ear",       "cheek",    "chin",       "mouth",  "forehead", "scalp",   "chest",
    "hip",     "spine",  "pelvis",    "windpipe", "airway",     "tongue", "skin",     "breast",  "belly",
    "abdomen", "tummy",  "temple",    "elbow",    "thigh",      "groin",  "buttock",  "bottom",  "socket",
    "ulna",    "radius", "humerus",   "femur",    "tibia",      "fibula", "clavicle", "sternum", "vertebra",
    "limb",    "palm",   "knuckle",   "spleen",   "kidney",     "liver",  "body"};
constexpr std::array<std::string_view, 80> kMisfortune{
    "birth",       "swing",      "accident",    "accidentally", "collision", "crash",      "surgery",
    "operation",   "vaccine",    "vaccination", "disease",      "asthma",    "virus",      "influenza",
    "flu",         "covid",      "fever",       "pandemic",     "lockdown",  "quarantine", "practice",
    "bike",        "bicycle",    "playground",  "football",     "rugby",     "scooter",    "hockey",
    "netball",     "trampoline", "sledge",      "sled",         "ski",       "skateboard", "pony",
    "horse",       "snow",       "ice",         "tackle",       "wasp",      "branch",     "scaffold",
    "scaffolding", "ladder",     "classmate",   "pupil",        "storm",     "gale",       "wind",
    "flood",       "flooding",   "frost",       "hail",         "lightning", "burglar",    "burglary",
    "vandal",      "weather",    "earthquake",  "bushfire",     "cyclone",   "hurricane",  "landlord",
    "builder",     "match",      "roadworks",   "traffic",      "removal",   "childhood",  "seatbelt",
    "oven",        "kettle",     "hob",         "anaesthetic",  "biopsy",    "dentist"};
// Doers that no report on abuse is about: animals, things of play and the road, other children.
constexpr std::array<std::string_view, 44> kHarmlessDoers{
    "dog",      "cat",      "ball",    "horse",     "wasp",  "bee",     "car",       "bus",   "van",
    "lorry",    "boy",      "girl",    "wave",      "storm", "branch",  "classmate", "truck", "train",
    "driver",   "motorist", "cyclist", "lightning", "wind",  "tree",    "goat",      "pony",  "mosquito",
    "midge",    "tick",     "snake",   "puppy",     "bull",  "burglar", "vandal",    "pupil", "peer",
    "opponent", "player",   "news",    "noise",     "loss",  "illness", "grief",     "death"};
// What hits, in the place of the one who wields it.
constexpr std::array<std::string_view, 34> kBlows{
    "blow",  "punch",   "kick",  "slap",   "fist",   "plate",  "bottle", "knife", "door",
    "glass", "mug",     "chair", "phone",  "hammer", "remote", "belt",   "shoe",  "boot",
    "hand",  "object",  "cup",   "weapon", "bat",    "elbow",  "knee",   "swing", "shove",
    "push",  "missile", "shard", "iron",   "pan",    "blade",  "stick"};
constexpr std::array<std::string_view, 11> kMeeting{"catch", "hit",   "strike", "cut",  "hurt", "injure",
                                                    "knock", "wound", "graze",  "clip", "wake"};
// Of those that harm, the verbs that always have somebody as their object, so that a past tense without one
// is a participle of notes ("AP kicked in the stomach").
constexpr std::array<std::string_view, 59> kTransitive{
    "punch", "slap",      "kick",    "hit",      "headbutt", "batter",     "beat",      "thump",
    "smack", "strangle",  "choke",   "throttle", "stab",     "shoot",      "slash",     "scald",
    "bite",  "shove",     "assault", "attack",   "injure",   "rape",       "haul",      "knock",
    "throw", "grab",      "pin",     "restrain", "strike",   "scratch",    "drag",      "bruise",
    "whip",  "belt",      "molest",  "torture",  "pummel",   "wound",      "smother",   "suffocate",
    "shake", "manhandle", "hurl",    "fling",    "harass",   "intimidate", "humiliate", "stalk",
    "abuse", "bludgeon",  "kidnap",  "imprison", "spank",    "whack",      "burn",      "gag",
    "tie",   "spit",      "clout"};
// Between a participle of notes and what follows it.
constexpr std::array<std::string_view, 30> kAfterParticiple{
    "in",         "to",       "on",      "across", "about",  "round",       "around",     "against",
    "down",       "onto",     "into",    "with",   "during", "over",        "from",       "by",
    "under",      "until",    "while",   "whilst", "when",   "unconscious", "repeatedly", "twice",
    "downstairs", "upstairs", "outside", "out",    "off",    "apart"};

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
    for (std::uint32_t c = 0; c < n_.clauses.all.size(); ++c) {
      const Clause clause = mended(n_.clauses.all[c]);
      if (tells_of_harm(clause) && !excused_here(clause, c)) findings.push_back(finding_for(clause));
    }
    return findings;
  }

 private:
  // Notes as they are meant: "4/19 Mother shoved down the steps by Father" is about Mother and not about the
  // date or the steps; in "two of her fingers were bent" it is the fingers.
  Clause mended(Clause clause) const {
    if (is_date(clause.subject)) clause.subject = noun_before(clause.predicate);
    if (clause.subject != kNone && n_.analysis.tokens[clause.subject].upos == Upos::NUM)
      if (const std::uint32_t of = dependent(n_.analysis, n_.clauses, clause.subject, Deprel::nmod);
          of != kNone)
        clause.subject = of;
    if (after_visit(clause)) clause.subject = first_person(clause);
    const Token& predicate = n_.analysis.tokens[clause.predicate];
    const bool participle = predicate.xpos == Xpos::VBN || predicate.xpos == Xpos::VBD;
    if (!participle || clause.voice != Voice::active || clause.first_auxiliary != kNone) return clause;
    const bool place =
        clause.object != kNone && n_.cast.at(clause.object) == nullptr && before_preposition(clause);
    if (place) clause.object = kNone;
    if (const std::uint32_t agent = by_phrase(n_.analysis, clause.predicate);
        clause.object == kNone && agent != kNone && can_be_person(n_.analysis, agent))
      clause.by_agent = agent;
    return clause;
  }

  // "She attended the emergency department having been punched": not the department.
  bool after_visit(const Clause& clause) const {
    if (clause.subject == kNone || !clause.perfect || clause.voice == Voice::active) return false;
    const Mention* mention = n_.cast.at(clause.subject);
    const std::uint32_t having = clause.first_auxiliary;
    return mention != nullptr && mention->kind == MentionKind::agency && having != kNone &&
           lower(n_.form(having)) == "having";
  }

  std::uint32_t first_person(const Clause& clause) const {
    const TokenRange sentence = n_.analysis.sentences[clause.sentence].tokens;
    for (std::uint32_t t = sentence.begin; t < clause.predicate; ++t)
      if (const Mention* mention = n_.cast.at(t); mention != nullptr && mention->kind != MentionKind::agency)
        return t;
    return kNone;
  }

  bool is_date(std::uint32_t t) const {
    if (t == kNone || n_.cast.at(t) != nullptr) return false;
    const std::string_view form = n_.form(t);
    return n_.analysis.tokens[t].upos != Upos::PRON && !form.empty() && form[0] >= '0' && form[0] <= '9';
  }

  // Right before the participle; kNone where there is none.
  std::uint32_t noun_before(std::uint32_t predicate) const {
    if (predicate == 0) return kNone;
    for (const Mention& mention : n_.cast.mentions)
      if (mention.tokens.end == predicate) return mention.head;
    const Upos upos = n_.analysis.tokens[predicate - 1].upos;
    return upos == Upos::NOUN || upos == Upos::PROPN ? predicate - 1 : kNone;
  }

  bool before_preposition(const Clause& clause) const {
    const std::uint32_t next = clause.predicate + 1;
    return next < n_.analysis.sentences[clause.sentence].tokens.end &&
           one_of(lower(n_.form(next)), kAfterParticiple);
  }

  bool tells_of_harm(const Clause& clause) const {
    if (clause.negated || only_wanted(clause) || under_doubt(clause)) return false;
    const std::string verb = verb_of(clause);
    if (verb.empty() || otherwise_meant(verb, clause) || !harms(verb, clause) || general(clause) ||
        figurative(verb, clause))
      return false;
    return is_harmed(clause.subject, clause) && !by_agency(clause) && !harmless_doer(clause) &&
           !doer_in_the_deed(clause) && !told_behind_colon(clause) && !misfortune(clause);
  }

  // "should be imprisoned": nobody has done it. "Might be hurt" is a fear, and weighs less.
  static bool only_wanted(const Clause& clause) {
    return clause.modality == Modality::necessity && !clause.perfect;
  }
  static bool only_possible(const Clause& clause) {
    return clause.modality == Modality::possibility && !clause.perfect;
  }

  // "She claims that she was hit": what the writer does to her word is another matter than who hit her.
  bool under_doubt(const Clause& clause) const {
    constexpr std::array<std::string_view, 9> doubting{"claim",   "allege", "believe",  "feel",   "suppose",
                                                       "purport", "admit",  "maintain", "profess"};
    const auto doubts = [&](std::uint32_t c) {
      return c != kNone && one_of(n_.analysis.lemma(n_.clauses.all[c].predicate), doubting);
    };
    return doubts(clause.reported_by) ||
           (doubts(clause.governor) && (n_.analysis.tokens[clause.predicate].deprel == Deprel::xcomp ||
                                        n_.analysis.tokens[clause.predicate].deprel == Deprel::ccomp));
  }

  // "restrained from discussing the case" by an order, "he had been provoked", "the neighbours were evicted":
  // harm only where it is known that the one it is done to is being abused.
  bool otherwise_meant(std::string_view verb, const Clause& clause) const {
    constexpr std::array<std::string_view, 7> excuses{"provoke", "goad",  "evict", "taunt",
                                                      "bait",    "tease", "wind"};
    const std::uint32_t next = clause.predicate + 1;
    const bool from = next < n_.analysis.tokens.size() && lower(n_.form(next)) == "from";
    // "a spat"
    if (clause.first_auxiliary == kNone && clause.predicate > 0 &&
        n_.analysis.tokens[clause.predicate - 1].upos == Upos::DET)
      return true;
    const bool into = next < n_.analysis.tokens.size() && lower(n_.form(next)) == "into";
    if (into && verb == "break") return true;
    if (verb == "lift" && clause.by_agent != kNone && n_.analysis.lemma(clause.by_agent) == "hand")
      return true;
    if (from && (verb == "restrain" || verb == "enjoin" || verb == "restrict")) return true;
    // "he'd broken her finger" is a perfect.
    if (clause.object != kNone && clause.first_auxiliary != kNone && clause.by_agent == kNone &&
        (n_.form(clause.first_auxiliary) == "'d" || n_.form(clause.first_auxiliary) == "’d"))
      return true;
    return one_of(verb, excuses) && !plays(clause.subject, Role::non_offending_parent) &&
           !plays(clause.subject, Role::child);
  }

  bool harms(std::string_view verb, const Clause& clause) const {
    if (one_of(verb, kFeelings)) return false;
    const std::uint32_t next = clause.predicate + 1;
    if (verb == "follow" && next < n_.analysis.tokens.size() && n_.analysis.lemma(next) == "up") return false;
    if (verb == "run" && next < n_.analysis.tokens.size())
      return n_.analysis.lemma(next) == "over" || n_.analysis.lemma(next) == "down";
    const bool person = clause.subject == kNone || n_.cast.at(clause.subject) != nullptr;
    if (!person && (verb == "lock" || verb == "shut" || verb == "trap")) return false;
    if (acts_.is_harm_verb(verb)) return true;
    if (clause.by_agent != kNone && one_of(n_.analysis.lemma(clause.by_agent), kBlows) &&
        one_of(verb, kMeeting))
      return true;
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
    const std::string verb =
        acts_.is_harm_verb(lemma) ? lemma : verb_behind(lower(n_.form(clause.predicate)));
    const std::string& known = verb.empty() ? lemma : verb;
    const bool passive =
        clause.voice != Voice::active || starts_note(clause) || bare_participle(clause, known);
    return passive ? known : std::string();
  }

  // "AP kicked in the stomach", "pushed to the ground and kicked": a past tense in form, but of a verb that
  // would have an object.
  bool bare_participle(const Clause& clause, std::string_view verb) const {
    const Token& token = n_.analysis.tokens[clause.predicate];
    if ((token.xpos != Xpos::VBN && token.xpos != Xpos::VBD) || clause.first_auxiliary != kNone ||
        clause.object != kNone || clause.subject == kNone)
      return false;
    // "glasses broken", of things: only where the form is a participle's.
    if (n_.cast.at(clause.subject) == nullptr && !clause.subject_inherited && token.xpos == Xpos::VBN &&
        one_of(verb, kBreaking) && n_.analysis.tokens[clause.predicate].deprel == Deprel::root)
      return nothing_acted_on(clause);
    const bool told_by_whom = clause.by_agent != kNone && clause.by_agent > clause.predicate;
    if (!one_of(verb, kTransitive) && !told_by_whom) return false;
    if (clause.subject_inherited && clause.kind != ClauseKind::participial) {
      const Clause* before = clause.governor == kNone ? nullptr : &n_.clauses.all[clause.governor];
      return clause.kind == ClauseKind::coordinate && before != nullptr && before->voice != Voice::active &&
             nothing_acted_on(clause);
    }
    return clause.subject < clause.predicate && nothing_acted_on(clause);
  }

  bool nothing_acted_on(const Clause& clause) const {
    const std::uint32_t next = clause.predicate + 1;
    if (next >= n_.analysis.sentences[clause.sentence].tokens.end) return true;
    const Token& token = n_.analysis.tokens[next];
    if (token.upos == Upos::PUNCT)
      return n_.form(next) != "-" && (n_.analysis.tokens[clause.predicate].xpos == Xpos::VBN ||
                                      clause.kind == ClauseKind::coordinate);
    const std::string word = lower(n_.form(next));
    if (word == "off" && n_.analysis.lemma(clause.predicate) == "kick") return false;
    return one_of(word, kAfterParticiple) || (word.size() == 2 && word[0] == 'x');
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
    if (!nothing_before(clause)) return false;
    if (token.xpos != Xpos::VBN && token.xpos != Xpos::VBD) return false;
    if ((clause.subject != kNone && !clause.subject_inherited) || clause.object != kNone) return false;
    const std::uint32_t next = clause.predicate + 1;
    if (next >= n_.analysis.sentences[clause.sentence].tokens.end) return false;
    const Upos upos = n_.analysis.tokens[next].upos;
    return upos == Upos::ADP || upos == Upos::ADV || upos == Upos::SCONJ || upos == Upos::CCONJ;
  }

  // Nothing but a date, a time or a label with its colon.
  bool nothing_before(const Clause& clause) const {
    const std::uint32_t begin = n_.analysis.sentences[clause.sentence].tokens.begin;
    if (clause.predicate == begin) return true;
    const std::string_view before = n_.form(clause.predicate - 1);
    for (std::uint32_t t = begin; t < clause.predicate; ++t) {
      const Upos upos = n_.analysis.tokens[t].upos;
      const bool slight = upos == Upos::NUM || upos == Upos::SYM || upos == Upos::PUNCT;
      if (!slight && before != ":") return false;
    }
    return clause.predicate - begin < 8;
  }

  // "locked in a dispute", "his hands were tied", "felt cornered": nobody laid hands on anybody.
  bool figurative(std::string_view verb, const Clause& clause) const {
    constexpr std::array<std::string_view, 7> seeming{"feel",  "look",   "seem",  "appear",
                                                      "sound", "become", "remain"};
    constexpr std::array<std::string_view, 9> struggles{"battle",   "dispute",     "combat",
                                                        "conflict", "argument",    "disagreement",
                                                        "process",  "negotiation", "litigation"};
    const std::uint32_t before = clause.predicate == 0 ? 0 : clause.predicate - 1;
    if (n_.analysis.lemma(before) == "self" || n_.analysis.lemma(before) == "-") return true;
    if (verb == "cut" && clause.subject != kNone && n_.analysis.lemma(clause.subject) == "hair") return true;
    if (verb == "tie" && clause.subject != kNone && n_.analysis.lemma(clause.subject) == "hand") return true;
    if (n_.analysis.tokens[clause.predicate].deprel == Deprel::xcomp && clause.governor != kNone &&
        clause.first_auxiliary == kNone && clause.by_agent == kNone &&
        one_of(n_.analysis.lemma(n_.clauses.all[clause.governor].predicate), seeming))
      return true;
    const std::uint32_t after = clause.predicate + 1;
    if (verb == "throw" && after < n_.analysis.tokens.size() && clause.subject != kNone &&
        n_.cast.at(clause.subject) == nullptr &&
        (n_.analysis.lemma(after) == "out" || n_.analysis.lemma(after) == "away"))
      return true;
    if (clause.governor != kNone && n_.analysis.lemma(n_.clauses.all[clause.governor].predicate) == "come" &&
        n_.analysis.tokens[clause.predicate].deprel == Deprel::xcomp)
      return true;
    if (verb != "lock" && verb != "trap") return false;
    const std::uint32_t end = n_.analysis.sentences[clause.sentence].tokens.end;
    for (std::uint32_t t = clause.predicate + 1; t < std::min(end, clause.predicate + 6); ++t)
      if (one_of(n_.analysis.lemma(t), struggles)) return true;
    return false;
  }

  // "was emotionally harmed" tells of an impact, not of an act.
  bool general(const Clause& clause) const {
    for (const std::uint32_t child : n_.clauses.dependents(clause.predicate))
      if (one_of(n_.analysis.lemma(child), kGeneralHarm)) return true;
    return false;
  }

  // A young child, or one of the doers of the list. A son or daughter may be grown up.
  bool harmless_doer(const Clause& clause) const {
    if (clause.by_agent == kNone) return false;
    constexpr std::array<std::string_view, 5> grown{"son", "daughter", "grandson", "stepson",
                                                    "granddaughter"};
    const std::string_view doer = n_.analysis.lemma(clause.by_agent);
    if (one_of(doer, kHarmlessDoers) || doer == "child") return true;
    if (agent_mention(clause) == nullptr && !can_be_person(n_.analysis, clause.by_agent) &&
        !is_code(clause.by_agent) && !one_of(doer, kBlows))
      return true;
    return plays(clause.by_agent, Role::child) &&
           !(one_of(doer, grown) && !plays(clause.subject, Role::child));
  }

  // "harmed by Ryan's choice to be violent" names the doer with the deed.
  bool doer_in_the_deed(const Clause& clause) const {
    if (clause.by_agent == kNone || n_.cast.at(clause.by_agent) != nullptr) return false;
    const std::uint32_t owner = dependent(n_.analysis, n_.clauses, clause.by_agent, Deprel::nmod_poss);
    return owner != kNone && plays(owner, Role::perpetrator);
  }

  // "She is being controlled: he sits in on every appointment."
  bool told_behind_colon(const Clause& clause) const {
    bool behind = false;
    for (std::uint32_t t = clause.predicate; t < n_.analysis.sentences[clause.sentence].tokens.end; ++t) {
      behind |= n_.form(t) == ":";
      if (behind && plays(t, Role::perpetrator)) return true;
    }
    return false;
  }

  bool plays(std::uint32_t token, Role role) const {
    const Mention* mention = token == kNone ? nullptr : n_.cast.at(token);
    return mention != nullptr && standpoint_of(n_.cast, *mention).role == role;
  }

  // A person who isn't the one using violence, a group, or a thing from the list; in notes the subject may be
  // missing.
  bool is_harmed(std::uint32_t patient, const Clause& clause) const {
    if (patient == kNone || (starts_note(clause) && clause.subject_inherited))
      return clause.first_auxiliary != kNone || clause.by_agent != kNone || starts_note(clause);
    if (const Mention* mention = n_.cast.at(patient))
      return mention->kind != MentionKind::agency &&
             standpoint_of(n_.cast, *mention).role != Role::perpetrator &&
             standpoint_of(n_.cast, *mention).role != Role::professional;
    const Token& token = n_.analysis.tokens[patient];
    constexpr std::array<std::string_view, 6> anybody{"someone", "anyone", "somebody",
                                                      "anybody", "one",    "those"};
    if (one_of(lower(n_.analysis.lemma(patient)), anybody)) return false;
    if (token.upos == Upos::PRON || is_code(patient)) return true;
    const std::string lemma = lower(n_.analysis.lemma(patient));
    return one_of(lemma, kHarmedThings) || one_of(lemma, kPartsOfBody) || one_of(lemma, kPeopleHurt);
  }

  // A person under a code of forms: V-1, IP2, PINOP, POI.
  bool is_code(std::uint32_t token) const {
    const std::string_view form = n_.form(token);
    const bool letter = form.size() == 1 && form.front() >= 'A' && form.front() <= 'Z';
    if (letter && token + 2 < n_.analysis.tokens.size())
      return n_.form(token + 1) == "-" && n_.analysis.tokens[token + 2].upos == Upos::NUM;
    if (form.size() < 2 || form.size() > 6 || n_.analysis.tokens[token].upos == Upos::NUM) return false;
    return form.front() >= 'A' && form.front() <= 'Z' && std::all_of(form.begin(), form.end(), [](char c) {
             return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
           });
  }

  const Mention* agent_mention(const Clause& clause) const {
    return clause.by_agent == kNone ? nullptr : n_.cast.at(clause.by_agent);
  }

  bool by_agency(const Clause& clause) const {
    const Mention* agent = agent_mention(clause);
    return agent != nullptr &&
           (agent->kind == MentionKind::agency || standpoint_of(n_.cast, *agent).role == Role::professional);
  }

  // An accident, an illness or the weather, in the clause or in one that hangs on it ("when he came off his
  // sledge").
  bool misfortune(const Clause& clause) const {
    if (const Mention* agent = agent_mention(clause);
        agent != nullptr && agent->kind != MentionKind::agency && !plays(clause.by_agent, Role::child))
      return false;
    constexpr std::array<std::string_view, 4> kYoung{"child", "girl", "boy", "teenager"};
    constexpr std::array<std::string_view, 5> falling{"fall", "slip", "trip", "tumble", "stumble"};
    constexpr std::array<std::string_view, 4> slipping{"slip", "trip", "stumble", "tumble"};
    constexpr std::array<std::string_view, 7> mishaps{"break",     "fracture", "injure", "hurt",
                                                      "dislocate", "bruise",   "cut"};
    const bool may_slip = one_of(n_.analysis.lemma(clause.predicate), mishaps);
    const TokenRange sentence = n_.analysis.sentences[clause.sentence].tokens;
    for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
      const Clause* around = n_.clauses.around(t);
      if (around == nullptr) continue;
      if (may_slip && one_of(n_.analysis.lemma(t), slipping) && n_.analysis.tokens[t].upos == Upos::VERB)
        return true;
      const bool below = around->governor != kNone &&
                         n_.clauses.all[around->governor].predicate == clause.predicate &&
                         around->kind != ClauseKind::coordinate;
      if (around->predicate != clause.predicate && !below) continue;
      const std::string lemma = lower(n_.analysis.lemma(t));
      const bool came_off = lemma == "off" && t > sentence.begin && n_.analysis.lemma(t - 1) == "come";
      const bool long_ago = lemma == "as" && t + 2 < sentence.end && n_.analysis.lemma(t + 1) == "a" &&
                            one_of(n_.analysis.lemma(t + 2), kYoung);
      if (one_of(lemma, kMisfortune) || came_off || long_ago) return true;
      if (one_of(lemma, falling) && (below || n_.analysis.tokens[t].upos == Upos::NOUN)) return true;
    }
    return false;
  }

  TokenRange words_of(const Clause& clause) const {
    TokenRange words{std::min(clause.first_auxiliary, clause.predicate), clause.predicate + 1};
    if (clause.by_agent != kNone && clause.by_agent > clause.predicate) words.end = end_of_agent(clause);
    return words;
  }

  // The agent with its name or owner, without what a parse hangs on it ("by his son in the kitchen").
  std::uint32_t end_of_agent(const Clause& clause) const {
    const std::uint32_t last = phrase_of(n_.analysis, n_.clauses, clause.by_agent).end;
    std::uint32_t t = clause.by_agent + 1;
    for (; t < last; ++t) {
      const Upos upos = n_.analysis.tokens[t].upos;
      const bool belongs = upos == Upos::PROPN || upos == Upos::NOUN || upos == Upos::CCONJ ||
                           upos == Upos::DET || n_.analysis.lemma(t) == "of" ||
                           n_.analysis.tokens[t].xpos == Xpos::POS ||
                           n_.analysis.tokens[t].xpos == Xpos::PRPS;
      if (!belongs) break;
    }
    while (t > clause.by_agent + 1 && n_.analysis.tokens[t - 1].upos == Upos::CCONJ) --t;
    return t;
  }

  bool excused_here(const Clause& clause, std::uint32_t index) const {
    Match match;
    match.sentence = clause.sentence;
    match.tokens = match.underlined = words_of(clause);
    match.clause = index;
    return excused(n_, match, for_category(Category::agentless_passive)).has_value();
  }

  // "He came in and she was pushed aside": the doer is the subject of a clause that this one hangs on or is
  // joined to.
  bool doer_beside(const Clause& clause) const {
    for (const Clause& other : n_.clauses.all) {
      if (other.sentence != clause.sentence || other.predicate == clause.predicate || other.subject == kNone)
        continue;
      const bool joined =
          other.governor != kNone && n_.clauses.all[other.governor].predicate == clause.predicate;
      const bool joins = clause.governor != kNone && &n_.clauses.all[clause.governor] == &other;
      const Mention* mention = n_.cast.at(other.subject);
      if ((joined || joins) && mention != nullptr &&
          standpoint_of(n_.cast, *mention).role == Role::perpetrator &&
          clause.reported_by == other.reported_by)
        return true;
    }
    return told_close_by(clause);
  }

  // An act of the one using violence, told in the active: in the same sentence, or the same act in a sentence
  // beside it.
  bool told_close_by(const Clause& clause) const {
    return std::any_of(n_.events.begin(), n_.events.end(), [&](const Event& event) {
      if (event.negated || event.agent == kNone || event.predicate == clause.predicate ||
          n_.cast.people[event.agent].role() != Role::perpetrator)
        return false;
      const std::uint32_t sentence = sentence_of(n_.analysis, event.predicate);
      if (sentence == clause.sentence) return true;
      return sentence + 1 >= clause.sentence && sentence <= clause.sentence + 1 &&
             n_.analysis.lemma(event.predicate) == n_.analysis.lemma(clause.predicate);
    });
  }

  std::string patient_name(const Clause& clause) const {
    if (clause.subject == kNone) return "the person who was hurt";
    const Mention* mention = n_.cast.at(clause.subject);
    if (mention == nullptr) return "what was harmed";
    if (mention->people.size() == 1) return n_.cast.people[mention->people.front()].name;
    return std::string(n_.text(n_.span_of(mention->tokens)));
  }

  Finding finding_for(const Clause& clause) const {
    const bool with_agent =
        clause.by_agent != kNone && (agent_mention(clause) != nullptr ||
                                     can_be_person(n_.analysis, clause.by_agent) || is_code(clause.by_agent));
    Finding finding;
    finding.rule = with_agent ? "harm-passive-with-agent" : "harm-passive";
    finding.category = with_agent ? Category::passive_with_agent : Category::agentless_passive;
    finding.severity =
        with_agent || only_possible(clause) || doer_beside(clause) ? Severity::note : Severity::warning;
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
