#include "rewriting/shared_agent.h"

#include <array>

#include "rewriting/phrases.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

// Blows and insults: no agency does them, and in one breath with another they are the same person's. Orders,
// warnings and blame ("and told to leave", "and held overnight") may be anyone's.
constexpr std::array<std::string_view, 72> kDoneTo{
    "prod",      "poke",     "jab",       "elbow",     "knee",    "pinch",     "barricade", "hit",
    "assault",   "attack",   "strike",    "thump",     "grab",    "drag",      "push",      "shove",
    "throw",     "kick",     "punch",     "slap",      "beat",    "choke",     "strangle",  "throttle",
    "pin",       "knock",    "bite",      "burn",      "scratch", "stab",      "slash",     "whip",
    "spank",     "smack",    "headbutt",  "shake",     "slam",    "rape",      "humiliate", "belittle",
    "mock",      "ridicule", "insult",    "taunt",     "berate",  "degrade",   "demean",    "intimidate",
    "terrorise", "torment",  "bully",     "bundle",    "fling",   "hurl",      "tip",       "rip",
    "tear",      "smash",    "destroy",   "squeeze",   "twist",   "suffocate", "smother",   "gag",
    "kidnap",    "abduct",   "frogmarch", "manhandle", "batter",  "trap",      "imprison",  "tie"};
// The first of a row may also be one of these, which others do, too.
constexpr std::array<std::string_view, 15> kFirstOnly{"bail",  "pursue", "threaten", "hold",   "lock",
                                                      "force", "corner", "restrain", "stalk",  "abuse",
                                                      "pick",  "lift",   "seize",    "snatch", "chase"};
// Behind a blow each of these, with its own small word, goes on with it: "held against", "driven around".
struct Handling {
  std::string_view verb;
  std::array<std::string_view, 6> behind;
};
constexpr std::array<Handling, 6> kHandling{{{"hold", {"against", "down", "by", "under", "over", "there"}},
                                             {"drive", {"around", "about", "off", "away", "round", "around"}},
                                             {"drop", {"on", "onto", "down", "into", "in", "from"}},
                                             {"lock", {"in", "out", "inside", "outside", "into", "up"}},
                                             {"shut", {"in", "out", "inside", "outside", "into", "out"}},
                                             {"put", {"outside", "out", "into", "onto", "outside", "out"}}}};
// Who reaches somebody says something: "was approached by him and told to drop the charges".
constexpr std::array<std::string_view, 14> kReaching{"approach", "telephone", "phone", "ring",     "contact",
                                                     "text",     "message",   "email", "confront", "corner",
                                                     "wake",     "stop",      "visit", "call"};
constexpr std::array<std::string_view, 8> kSaying{"tell", "threaten", "warn",     "order",
                                                  "ask",  "accuse",   "instruct", "shout"};
// Only with their preposition left behind: "spat at", "stamped on".
constexpr std::array<std::string_view, 12> kWithPreposition{
    "spit", "shout", "scream", "swear", "yell", "stamp", "kneel", "sit", "stand", "laugh", "jeer", "urinate"};
constexpr std::array<std::string_view, 4> kBehind{"at", "on", "upon", "over"};

// What is done to things by one who means harm.
constexpr std::array<std::string_view, 17> kDamage{
    "break",  "snap",      "bend",  "cut",   "spend", "shred",   "kick", "trash", "wreck",
    "deface", "vandalise", "flush", "slash", "smash", "destroy", "rip",  "tear"};

// What is done with a thing by the one who has it: "was found by him and emptied on the floor". A thing does
// none of them by itself.
constexpr std::array<std::string_view, 15> kTaking{"take",   "find",       "open", "remove",  "keep",
                                                   "hide",   "confiscate", "hold", "collect", "steal",
                                                   "snatch", "intercept",  "grab", "empty",   "withhold"};
constexpr std::array<std::string_view, 18> kKeeping{
    "empty", "hide", "sell", "pawn",    "delete",  "put",  "spend",   "share", "send",
    "read",  "give", "keep", "produce", "scatter", "bury", "forward", "post",  "gamble"};

class Row {
 public:
  Row(const Narrative& n, const ByAgent& by, bool of_thing)
      : n_(n),
        by_(by),
        of_thing_(of_thing),
        end_(n.analysis.sentences[sentence_of(n.analysis, by.participle)].tokens.end) {}

  std::vector<std::uint32_t> find() const {
    std::vector<std::uint32_t> found;
    if (!begins_with_harm()) return found;
    std::size_t joined = 0;  // of those found, the ones up to the last "and": ", bruised" may be a state
    for (std::uint32_t t = by_.agent.end; t + 1 < end_; ++t) {
      if (links(t)) {
        bool by_and = false;
        std::uint32_t verb = t;
        for (; verb < end_ && (links(verb) || (verb > t && in_one_breath(verb))); ++verb)
          by_and |= n_.form(verb) != ",";
        if (verb < end_ && is_done_to(verb) && !has_own_cause(verb) && !joins_own_doing(verb)) {
          found.push_back(verb);
          if (by_and) joined = found.size();
          t = verb;
          continue;
        }
      }
      if (begins_another_clause(t)) break;
    }
    found.resize(joined);
    return found;
  }

 private:
  const Token& token(std::uint32_t t) const { return n_.analysis.tokens[t]; }
  std::string form(std::uint32_t t) const { return t < end_ ? lower(n_.form(t)) : std::string(); }
  std::string_view lemma(std::uint32_t t) const { return n_.analysis.lemma(t); }

  bool links(std::uint32_t t) const { return form(t) == "and" || form(t) == "then" || n_.form(t) == ","; }

  // "and later threatened" may be another day's and another person's.
  bool in_one_breath(std::uint32_t t) const {
    static constexpr std::array<std::string_view, 8> later{
        "later", "eventually", "subsequently", "finally", "earlier", "previously", "allegedly", "reportedly"};
    return token(t).upos == Upos::ADV && !one_of(form(t), later);
  }

  bool begins_another_clause(std::uint32_t t) const {
    const Token& word = token(t);
    const bool verb = word.upos == Upos::VERB && word.xpos != Xpos::VBG;
    return verb || word.upos == Upos::AUX || word.upos == Upos::SCONJ || word.xpos == Xpos::WP ||
           word.xpos == Xpos::WDT || word.xpos == Xpos::WRB || word.xpos == Xpos::WPS || form(t) == ";" ||
           form(t) == ":" || form(t) == "but" || form(t) == "or";
  }

  bool begins_object(std::uint32_t t) const {
    if (t >= end_) return false;
    const Token& word = token(t);
    return word.upos == Upos::DET || word.upos == Upos::NUM || word.upos == Upos::NOUN ||
           word.upos == Upos::PROPN || word.upos == Upos::ADJ || is_personal_pronoun(word) ||
           word.features.possessive;
  }

  bool is_done_to(std::uint32_t t) const {
    const Token& word = token(t);
    if (!participle_like(word)) return false;
    const std::string next = form(t + 1);
    const std::string_view verb = lemma(t);
    if (verb == "call") return is_called_something(t + 1);
    if (of_thing_ && one_of(lemma(by_.participle), kTaking) && one_of(verb, kKeeping))
      return !begins_object(t + 1);
    if (reaches()) return is_said_to(t) || (verb == "make" && next == "to");
    for (const Handling& one : kHandling)
      if (verb == one.verb) return !of_thing_ && one_of(next, one.behind) && has_other_form(t);
    if (one_of(verb, kWithPreposition))
      return one_of(next, kBehind) && (!begins_object(t + 2) || t + 2 >= end_);
    if (is_past_only(t) || (!of_thing_ && goes_by_itself(t))) return false;
    return (one_of(verb, kDoneTo) || (of_thing_ && is_damage(verb))) && !begins_object(t + 1);
  }

  bool reaches() const { return one_of(lemma(by_.participle), kReaching); }
  bool is_said_to(std::uint32_t t) const {
    if (!one_of(lemma(t), kSaying)) return false;
    const std::string next = form(t + 1);
    if (lemma(t) == "shout") return next == "at" && !begins_object(t + 2);
    if (lemma(t) == "tell" &&
        one_of(next, {"it", "he", "she", "they", "we", "there"}))  // "told he would find her"
      return t + 2 < end_ && (token(t + 2).upos == Upos::AUX || token(t + 2).upos == Upos::VERB);
    return one_of(next, {"to", "that", "with", "of", "not", "about"}) &&
           !(next == "to" && lemma(t) == "threaten");
  }
  // "held by the throat" may be "and he held by …" only in bad English: all but "drove" and "drop" have an
  // object in the active.
  bool has_other_form(std::uint32_t t) const {
    const bool lifted = one_of(lemma(by_.participle), {"pick", "lift", "grab", "hold", "seize"});
    return lemma(t) == "drive" ? form(t) == "driven"
                               : lemma(t) != "drop" || token(t).xpos == Xpos::VBN || lifted;
  }

  // "shook with fear": the participle has another form.
  bool is_past_only(std::uint32_t t) const {
    static constexpr std::array<std::string_view, 6> two_forms{"throw", "shake", "beat",
                                                               "bite",  "tear",  "swear"};
    return one_of(lemma(t), two_forms) && !form(t).ends_with("n");
  }

  // "pushed past him", "kicked out at him", "held on": of somebody who moves.
  bool goes_by_itself(std::uint32_t t) const {
    static constexpr std::array<std::string_view, 8> away{"past", "through", "free", "away",
                                                          "back", "on",      "onto", "over"};
    static constexpr std::array<std::string_view, 3> taken{"drag", "throw", "shake"};
    static constexpr std::array<std::string_view, 10> moved{"push",  "throw", "shove", "slam", "pin",
                                                            "knock", "fling", "hurl",  "drag", "bundle"};
    const std::string next = form(t + 1);
    if (next == "at" || (next == "out" && form(t + 2) == "at")) return true;
    if (next == "in" && lemma(t) == "burn") return true;  // "in the fire"
    if (next == "against") return !one_of(lemma(t), moved);
    return one_of(next, away) && !one_of(lemma(t), taken) && !one_of(form(t + 2), {"by", "to"});
  }

  // "called names", "called a slag", but not "called a friend", "called the police"
  bool is_called_something(std::uint32_t t) const {
    static constexpr std::array<std::string_view, 14> answer{
        "friend", "taxi",   "cab",      "ambulance", "neighbour", "doctor",    "helpline",
        "lawyer", "family", "relative", "colleague", "solicitor", "locksmith", "hotline"};
    if (form(t) == "names") return true;
    if (form(t) != "a" && form(t) != "an") return false;
    for (std::uint32_t noun = t + 1; noun < end_ && noun < t + 5; ++noun) {
      if (one_of(form(noun), answer)) return false;
      if (token(noun).upos == Upos::NOUN) return true;
    }
    return false;
  }

  // "found by PC Cole, beaten and tied to a chair": one who finds hasn't beaten.
  bool begins_with_harm() const {
    const std::string_view first = lemma(by_.participle);
    return one_of(first, kDoneTo) || one_of(first, kFirstOnly) || one_of(first, kReaching) ||
           (of_thing_ && (is_damage(first) || one_of(first, kTaking)));
  }

  // "hit by him in 2019 and raped in 2021": another day may be another person's.
  bool is_time(std::uint32_t t) const {
    static constexpr std::array<std::string_view, 19> times{
        "january",   "february",  "march",   "april",    "may",      "june",   "july",
        "august",    "september", "october", "november", "december", "monday", "tuesday",
        "wednesday", "thursday",  "friday",  "saturday", "sunday"};
    return has_digit(n_.form(t)) || (token(t).upos == Upos::PROPN && one_of(form(t), times));
  }

  // Until the next verb: a by-phrase that isn't a hold ("dragged by the hair"), a time of its own.
  bool has_own_cause(std::uint32_t verb) const {
    static constexpr std::array<std::string_view, 14> holds{"hair", "arm",    "arms",  "neck",    "throat",
                                                            "leg",  "legs",   "wrist", "wrists",  "ankle",
                                                            "ear",  "collar", "hand",  "clothing"};
    for (std::uint32_t t = verb + 1; t < end_; ++t) {
      if (token(t).upos == Upos::VERB && token(t).xpos == Xpos::VBD) return false;
      if (is_time(t)) return true;
      if (form(t) == "by" && !one_of(form(t + 2), holds)) return true;
    }
    return false;
  }

  // "kicked and screamed": what the one who was grabbed did.
  bool joins_own_doing(std::uint32_t verb) const {
    std::uint32_t t = verb + 1;
    if (!links(t)) return false;
    while (t < end_ && (links(t) || in_one_breath(t))) ++t;
    return t < end_ && token(t).upos == Upos::VERB && token(t).xpos != Xpos::VBG && !is_done_to(t);
  }

  const Narrative& n_;
  const ByAgent& by_;
  bool of_thing_;
  std::uint32_t end_;
};

}  // namespace

bool is_done_to_somebody(std::string_view lemma) { return one_of(lemma, kDoneTo); }
bool is_damage(std::string_view lemma) { return one_of(lemma, kDamage); }

std::vector<std::uint32_t> sharing_the_agent(const Narrative& narrative, const ByAgent& by, bool of_thing) {
  return Row(narrative, by, of_thing).find();
}

}  // namespace onus
