#include "rewriting/act_nouns.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "rewriting/phrases.h"
#include "rewriting/style_notes.h"
#include "rewriting/verb_group.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

struct NounAndVerb {
  std::string_view noun;
  std::string_view verb;
};
constexpr std::array<NounAndVerb, 45> kActs{{{"assault", "assault"},
                                             {"attack", "attack"},
                                             {"abuse", "abuse"},
                                             {"intimidation", "intimidate"},
                                             {"harassment", "harass"},
                                             {"control", "control"},
                                             {"isolation", "isolate"},
                                             {"humiliation", "humiliate"},
                                             {"threat", "threaten"},
                                             {"insult", "insult"},
                                             {"slap", "slap"},
                                             {"punch", "punch"},
                                             {"kick", "kick"},
                                             {"bite", "bite"},
                                             {"shove", "shove"},
                                             {"headbutt", "headbutt"},
                                             {"strangulation", "strangle"},
                                             {"monitoring", "monitor"},
                                             {"stalking", "stalk"},
                                             {"rape", "rape"},
                                             {"manipulation", "manipulate"},
                                             {"coercion", "coerce"},
                                             {"degradation", "degrade"},
                                             {"exploitation", "exploit"},
                                             {"beating", "beat"},
                                             {"bullying", "bully"},
                                             {"interrogation", "interrogate"},
                                             {"mistreatment", "mistreat"},
                                             {"ill-treatment", "ill-treat"},
                                             {"domination", "dominate"},
                                             {"persecution", "persecute"},
                                             {"punishment", "punish"},
                                             {"denigration", "denigrate"},
                                             {"belittling", "belittle"},
                                             {"belittlement", "belittle"},
                                             {"undermining", "undermine"},
                                             {"criticism", "criticise"},
                                             {"surveillance", "surveil"},
                                             {"imprisonment", "imprison"},
                                             {"victimisation", "victimise"},
                                             {"blackmail", "blackmail"},
                                             {"mockery", "mock"},
                                             {"ridicule", "ridicule"},
                                             {"torture", "torture"},
                                             {"violence", ""}}};  // be violent towards

constexpr std::array<std::string_view, 24> kManner{
    "physical",   "verbal",     "emotional", "financial",  "sexual",     "psychological",
    "economic",   "coercive",   "repeated",  "constant",   "frequent",   "regular",
    "persistent", "relentless", "continual", "continuous", "systematic", "routine",
    "severe",     "serious",    "mental",    "racial",     "spiritual",  "daily"};
constexpr std::array<std::string_view, 8> kTowards{"of",     "on", "against", "towards",
                                                   "toward", "to", "over",    "upon"};
constexpr std::array<std::string_view, 5> kUndergo{"experience", "suffer", "endure", "sustain", "undergo"};
constexpr std::array<std::string_view, 4> kHappen{"happen", "occur", "take", "go"};
constexpr std::array<std::string_view, 3> kPhase{"continue", "begin", "start"};
struct Broken {
  std::string_view adjective;
  std::string_view verb;
};
constexpr std::array<Broken, 6> kBroken{{{"broken", "break"},
                                         {"fractured", "fracture"},
                                         {"bruised", "bruise"},
                                         {"burst", "burst"},
                                         {"dislocated", "dislocate"},
                                         {"perforated", "perforate"}}};

// Whatever is found holds one of these: the nouns above and the words for what was broken.
bool tells_of_act(std::string_view word) {
  constexpr std::size_t kShortest = 4;
  static const std::unordered_set<std::string_view> words = [] {
    std::unordered_set<std::string_view> out;
    for (const NounAndVerb& act : kActs) out.insert(act.noun);
    for (const Broken& broken : kBroken) out.insert(broken.adjective);
    return out;
  }();
  return word.size() >= kShortest && words.contains(word);
}

std::string adverb(const std::string& adjective) {
  if (adjective == "daily") return adjective;
  if (adjective.ends_with("ic")) return adjective + "ally";
  return adjective + "ly";
}

// Tense, negation and modality of the verb that the act's noun stands with.
struct Verb {
  std::uint32_t at = kNone;  // token of the main verb
  std::string modal;
  bool negated = false;
  bool perfect = false;
  bool past = false;
  std::string adverbs;  // each with a space behind
};

struct Act {
  std::string verb;  // empty: be violent towards
  std::vector<std::string> adverbs;
  std::string duration;  // "years"
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

class Reader {
 public:
  Reader(const Narrative& n, std::uint32_t sentence, const Inflector& inflector)
      : n_(n), words_(n.analysis.sentences[sentence].tokens), inflector_(inflector) {}

  std::optional<ActNoun> read() {
    if (words_.size() < 4 || n_.form(words_.end - 1) == "?" || !may_tell_of_act()) return std::nullopt;
    for (const std::uint32_t start : starts()) {
      start_ = start;
      if (undergone() || there_was() || done()) return result_;
    }
    for (std::uint32_t t = words_.begin; t + 4 < words_.end; ++t)
      if (dated_by_act(t) || behind_preposition(t)) return result_;
    return std::nullopt;
  }

 private:
  const Token& token(std::uint32_t t) const { return n_.analysis.tokens[t]; }
  std::string form(std::uint32_t t) const { return t < words_.end ? lower(n_.form(t)) : std::string(); }
  std::string_view lemma(std::uint32_t t) const {
    return t < words_.end ? n_.analysis.lemma(t) : std::string_view();
  }

  // Most sentences don't: a look at their words is cheaper than one for the patterns.
  bool may_tell_of_act() const {
    for (std::uint32_t t = words_.begin; t < words_.end; ++t)
      if (tells_of_act(lemma(t)) || (n_.form(t) != lemma(t) && tells_of_act(form(t)))) return true;
    return false;
  }

  // Where a clause may begin: the sentence, after "that", after a phrase with a comma.
  std::vector<std::uint32_t> starts() const {
    std::vector<std::uint32_t> all{words_.begin};
    for (std::uint32_t t = words_.begin; t + 3 < words_.end; ++t)
      if (form(t) == "that" || (n_.form(t) == "," && t < words_.begin + 8)) all.push_back(t + 1);
    return all;
  }

  // ---- pieces

  std::optional<Act> act_at(std::uint32_t t) const {
    Act act;
    act.begin = t;
    if (form(t) == "a" || form(t) == "an" || form(t) == "the" || form(t) == "any") ++t;
    if ((lemma(t) == "year" || lemma(t) == "month" || lemma(t) == "week") && form(t + 1) == "of") {
      act.duration = form(t);
      t += 2;
    }
    while (one_of(form(t), kManner)) {
      act.adverbs.push_back(adverb(form(t)));
      ++t;
      if (form(t) == "and" && one_of(form(t + 1), kManner)) {
        act.adverbs.emplace_back("and");
        ++t;
      }
    }
    const std::string noun = form(t);
    const std::string singular(lemma(t));
    for (const NounAndVerb& entry : kActs)
      if (t < words_.end && (entry.noun == singular || entry.noun == noun)) {
        act.verb = entry.verb;
        act.end = t + 1;
        return act;
      }
    return std::nullopt;
  }

  std::optional<Verb> verb_at(std::uint32_t t) const {
    Verb verb;
    for (; t < words_.end; ++t) {
      const std::string word = form(t);
      const Token& one = token(t);
      if (one.xpos == Xpos::MD) {
        if (word != "may" && word != "might" && word != "could" && word != "must" && word != "would")
          return std::nullopt;
        verb.modal = word;
      } else if (word == "not" || word == "n't" || word == "n’t" || word == "never") {
        if (word == "never") return std::nullopt;
        verb.negated = true;
      } else if (one.upos == Upos::ADV) {
        verb.adverbs += std::string(n_.form(t)) + " ";
      } else if ((word == "has" || word == "have" || word == "had") && verbal(t + 1)) {
        verb.perfect = true;
        verb.past = word == "had";
      } else if (word == "did" || word == "does" || word == "do") {
        verb.past = word == "did";
      } else if (one.upos == Upos::VERB || one.upos == Upos::AUX) {
        verb.at = t;
        if (!verb.perfect && verb.modal.empty() && !verb.past)
          verb.past = word == "was" || word == "were" || one.xpos == Xpos::VBD ||
                      one.xpos == Xpos::VBN;  // no auxiliary: a past, whatever its tag
        return verb;
      } else {
        return std::nullopt;
      }
    }
    return std::nullopt;
  }

  bool verbal(std::uint32_t t) const {
    while (t < words_.end && (token(t).upos == Upos::ADV || token(t).features.negative)) ++t;
    return t < words_.end && (token(t).upos == Upos::VERB || token(t).upos == Upos::AUX);
  }

  struct Doer {
    TokenRange range;
    std::uint32_t end = 0;
  };
  // "by Mr B", "from Mr B", "at the hands of Mr B"
  std::optional<Doer> doer_at(std::uint32_t t, bool from_too) const {
    if (form(t) == "at" && form(t + 1) == "the" && lemma(t + 2) == "hand" && form(t + 3) == "of")
      t += 4;
    else if (form(t) == "by" || (from_too && form(t) == "from"))
      ++t;
    else
      return std::nullopt;
    const TokenRange who = noun_phrase_at(n_, t, words_.end);
    if (who.empty() || !is_person(n_, who) || (who.end < words_.end && is_relative(who.end)))
      return std::nullopt;
    if (who.end + 1 < words_.end && n_.form(who.end) == ",") {  // "her husband, Mr B"
      const TokenRange more = noun_phrase_at(n_, who.end + 1, words_.end);
      if (!more.empty() && is_person(n_, more) &&
          (more.end >= words_.end || token(more.end).upos == Upos::PUNCT))
        return std::nullopt;
    }
    return Doer{who, who.end};
  }
  bool is_relative(std::uint32_t t) const {
    const std::uint32_t next = n_.form(t) == "," ? t + 1 : t;
    return form(next) == "who" || form(next) == "whose" || form(next) == "which" || form(next) == "and" ||
           form(next) == "or";
  }

  // ---- words of the new clause

  std::string subject(TokenRange who) const {
    const std::string text = words_as(n_, who, PronounUse::subject);
    return who.begin == words_.begin || start_ != words_.begin ? text : capitalised(text);
  }

  std::string object(TokenRange whom) const {
    std::string text = words_of(n_, whom);
    if (whom.size() == 1)
      if (const auto set = pronoun_set(text)) return std::string(pronoun(*set, PronounUse::object));
    const Token& first = token(whom.begin);
    const bool keep = first.upos == Upos::PROPN || names_someone(n_, whom) || text.starts_with("I ");
    return whom.begin == words_.begin && !keep ? lower(text.substr(0, 1)) + text.substr(1) : text;
  }

  Agreeing agreement(TokenRange who) const {
    Agreeing agreeing;
    if (is_plural(n_, who)) agreeing.number = Number::plur;
    if (who.size() == 1)
      if (const auto set = pronoun_set(n_.form(who.begin))) {
        agreeing.person = person_of(*set);
        agreeing.number = number_of(*set);
      }
    return agreeing;
  }

  std::string joined(const std::vector<std::string>& adverbs) const {
    std::string text;
    for (const std::string& one : adverbs) text += one + " ";
    return text;
  }

  // "has repeatedly assaulted", "was not violent towards"
  std::string verb_text(const Verb& verb, const Act& act, Agreeing who) const {
    const bool violent = act.verb.empty();
    const std::string base = violent ? "be" : act.verb;
    const std::string adverbs = joined(act.adverbs) + verb.adverbs;
    const std::string tail = violent ? " " + adverbs + "violent towards" : "";
    const std::string before = violent ? "" : adverbs;
    const Tense tense = verb.past ? Tense::past : Tense::pres;
    const auto finite = [&](std::string_view word, Tense time) {
      return inflector_.finite(word, time, who.person, who.number);
    };
    const std::string no = verb.negated ? "not " : "";
    if (!verb.modal.empty()) {
      if (verb.perfect)
        return verb.modal + " " + no + "have " + before + inflector_.past_participle(base) + tail;
      if (violent) return verb.modal + " " + no + "be" + tail;
      return verb.modal + " " + no + "be " + before + inflector_.present_participle(base);
    }
    if (verb.perfect)
      return finite("have", tense) + " " + no + before + inflector_.past_participle(base) + tail;
    if (violent) return finite("be", tense) + (verb.negated ? " not" : "") + tail;
    if (verb.negated) return finite("do", tense) + " not " + before + base;
    return before + finite(base, tense);
  }

  bool write(std::uint32_t end, const std::string& text) {
    const std::uint32_t begin = token(start_).span.begin;
    ActNoun noun;
    noun.words = {begin, token(end - 1).span.end};
    noun.suggestion.kind = SuggestionKind::rewrite;
    noun.suggestion.span = noun.words;
    noun.suggestion.text = start_ == words_.begin ? capitalised(text) : text;
    if (is_quoted(n_, noun.words)) return false;
    result_ = std::move(noun);
    return true;
  }

  std::string with_duration(const Act& act) const {
    return act.duration.empty() ? "" : " for " + act.duration;
  }

  // ---- the patterns

  // "Ms A was the victim of an assault by Mr B", "Ms A endured years of humiliation by Mr B".
  bool undergone() {
    const TokenRange whom = noun_phrase_at(n_, start_, words_.end);
    if (whom.empty() || !is_person(n_, whom)) return false;
    const auto verb = verb_at(whom.end);
    if (!verb) return false;
    std::uint32_t t = verb->at + 1;
    if (one_of(lemma(verb->at), kUndergo)) {
      if (broken(whom, *verb, t)) return true;
    } else if (const std::uint32_t next = after_victim_of(verb->at); next != kNone) {
      t = next;
    } else {
      return false;
    }
    const auto act = act_at(t);
    if (!act) return false;
    const auto doer = doer_at(act->end, true);
    if (!doer || same(whom, doer->range)) return false;
    return write(doer->end, subject(doer->range) + " " + verb_text(*verb, *act, agreement(doer->range)) +
                                " " + object(whom) + with_duration(*act));
  }

  std::uint32_t after_victim_of(std::uint32_t be) const {
    std::uint32_t t = be + 1;
    if (lemma(be) == "be" || lemma(be) == "become") {
      if (form(t) == "on" && form(t + 1) == "the" && form(t + 2) == "receiving" && form(t + 3) == "end" &&
          form(t + 4) == "of")
        return t + 5;
      if (form(t) == "subjected" && form(t + 1) == "to") return t + 2;
      if (form(t) == "the" || form(t) == "a") ++t;
      if ((form(t) == "victim" || form(t) == "target") && form(t + 1) == "of") return t + 2;
    }
    if (lemma(be) == "fall" && form(t) == "victim" && form(t + 1) == "to") return t + 2;
    return kNone;
  }

  bool same(TokenRange a, TokenRange b) const { return words_of(n_, a) == words_of(n_, b); }

  // "suffered a broken nose at the hands of Mr B" → "Mr B broke her nose".
  bool broken(TokenRange whom, const Verb& verb, std::uint32_t t) {
    if (form(t) == "a") ++t;
    const auto entry =
        std::find_if(kBroken.begin(), kBroken.end(), [&](const Broken& b) { return b.adjective == form(t); });
    if (entry == kBroken.end() || t + 1 >= words_.end || token(t + 1).upos != Upos::NOUN) return false;
    std::uint32_t end = t + 2;
    while (end < words_.end && token(end).upos == Upos::NOUN) ++end;
    const auto doer = doer_at(end, false);
    if (!doer) return false;
    std::string owner = object(whom) + "'s";
    if (whom.size() == 1)
      if (const auto set = pronoun_set(n_.form(whom.begin))) owner = pronoun(*set, PronounUse::determiner);
    Act act;
    act.verb = entry->verb;
    return write(doer->end, subject(doer->range) + " " + verb_text(verb, act, agreement(doer->range)) + " " +
                                owner + " " + words_of(n_, {t + 1, end}));
  }

  struct Sides {
    TokenRange doer;
    TokenRange whom;
    std::uint32_t preposition = 0;
    std::uint32_t end = 0;
  };

  // "There was an assault on Ms A by Mr B", "There have been further threats by him towards her".
  bool there_was() {
    if (form(start_) != "there") return false;
    const auto verb = verb_at(start_ + 1);
    if (!verb || lemma(verb->at) != "be") return false;
    std::uint32_t t = verb->at + 1;
    const std::uint32_t quantity = t;
    if (threatened_to(t, *verb)) return true;
    if (form(t) == "further" || form(t) == "several" || form(t) == "many" || form(t) == "more") ++t;
    const auto act = act_at(t);
    if (!act) return false;
    Sides sides;
    if (!read_sides(act->end, sides)) return false;
    const Agreeing who = agreement(sides.doer);
    if (quantity != t) {
      if (act->verb != "threaten" || verb->negated) return false;
      Act make;
      make.verb = "make";
      return write(sides.end, subject(sides.doer) + " " + verb_text(*verb, make, who) + " " +
                                  words_of(n_, {quantity, act->end}) + " " + form(sides.preposition) + " " +
                                  object(sides.whom));
    }
    return write(sides.end, subject(sides.doer) + " " + verb_text(*verb, *act, who) + " " +
                                object(sides.whom) + with_duration(*act));
  }

  // "There have been further threats by Mr B to burn the house down."
  bool threatened_to(std::uint32_t t, Verb verb) {
    const bool further = form(t) == "further";
    const auto act = act_at(further ? t + 1 : t);
    if (!act || act->verb != "threaten" || verb.negated) return false;
    const auto doer = doer_at(act->end, true);
    if (!doer || form(doer->end) != "to" || token(doer->end).upos != Upos::PART) return false;
    if (further) verb.adverbs += "further ";
    return write(doer->end, subject(doer->range) + " " + verb_text(verb, *act, agreement(doer->range)));
  }

  // "until the assault on Ms A by Mr B", "before his intimidation of Ms A", "aware of his abuse of Ms A"
  bool dated_by_act(std::uint32_t t) {
    const std::string link = form(t);
    const bool known = link == "of" && t > words_.begin && form(t - 1) == "aware";
    if (!known && !one_of(link, {"until", "before", "after", "since"})) return false;
    start_ = t + 1;
    Sides sides;
    const auto act = act_with_sides(sides);
    if (!act || act->verb.empty() || !one_of(form(act->end), kTowards)) return false;
    if (sides.whom.empty() || (sides.end < words_.end && is_relative(sides.end))) return false;
    Verb past;
    past.past = true;
    if (known) start_ = t;
    return write(sides.end, (known ? "that " : "") + words_as(n_, sides.doer, PronounUse::subject) + " " +
                                verb_text(past, *act, agreement(sides.doer)) + " " + object(sides.whom));
  }

  // "Following an assault by Mr B on Ms A", "because of his violence towards her", "despite his abuse of
  // her": with the conjunction that says the same.
  bool behind_preposition(std::uint32_t t) {
    std::string conjunction;
    std::uint32_t behind = t + 1;
    if (form(t) == "following")
      conjunction = "after";
    else if (form(t) == "despite")
      conjunction = "although";
    else if ((form(t) == "because" && form(t + 1) == "of") || (form(t) == "owing" && form(t + 1) == "to"))
      conjunction = "because";
    if (conjunction.empty() || is_quoted(n_, token(t).span)) return false;
    if (conjunction == "because") ++behind;
    // "the following assaults", "Police were following an assault"
    const Upos before = t == words_.begin ? Upos::PUNCT : token(t - 1).upos;
    if (conjunction == "after" && (before == Upos::DET || before == Upos::AUX || before == Upos::PRON))
      return false;
    if (!told_in_the_past(t)) return false;
    start_ = behind;
    Sides sides;
    const auto act = act_with_sides(sides);
    if (!act || (act->verb.empty() && conjunction == "after") || !act->duration.empty()) return false;
    if (sides.end < words_.end && is_relative(sides.end)) return false;
    if (!is_person(n_, sides.whom)) return false;  // "his abuse of alcohol"
    Verb past;
    past.past = true;
    const std::string doer = words_as(n_, sides.doer, PronounUse::subject);
    start_ = t;
    return write(sides.end, conjunction + " " + doer + " " + verb_text(past, *act, agreement(sides.doer)) +
                                " " + object(sides.whom));
  }

  // Of the clause that the phrase belongs to: the first finite verb behind a comma, or the last one before.
  bool told_in_the_past(std::uint32_t t) const {
    std::uint32_t verb = kNone;
    for (std::uint32_t word = words_.begin; word < t; ++word)
      if (is_tensed(word)) verb = word;
    for (std::uint32_t word = t; word < words_.end && verb == kNone; ++word)
      if (is_tensed(word)) verb = word;
    return verb != kNone && (token(verb).xpos == Xpos::VBD || form(verb) == "had");
  }
  bool is_tensed(std::uint32_t t) const {
    const Xpos tag = token(t).xpos;
    return tag == Xpos::VBD || tag == Xpos::VBZ || tag == Xpos::VBP || tag == Xpos::MD;
  }

  // The act that begins at `start_`, with who does it and to whom, on whichever side they stand.
  std::optional<Act> act_with_sides(Sides& sides) {
    const std::uint32_t owner_end = owner();
    const bool name = owner_end != kNone && token(owner_end).xpos == Xpos::POS;
    auto act = act_at(owner_end == kNone ? start_ : name ? owner_end + 1 : owner_end);
    if (!act || (owner_end != kNone && !one_of(form(act->end), kTowards))) return std::nullopt;
    if (owner_end == kNone) {
      if (!read_sides(act->end, sides)) return std::nullopt;
    } else {
      sides.doer = {start_, owner_end};
      sides.whom = noun_phrase_at(n_, act->end + 1, words_.end);
      sides.end = sides.whom.end;
    }
    return sides.whom.empty() ? std::nullopt : act;
  }

  // "on Ms A by Mr B", "by Mr B towards Ms A"
  bool read_sides(std::uint32_t t, Sides& sides) const {
    for (int side = 0; side < 2; ++side) {
      if (const auto doer = doer_at(t, form(t) == "from"); doer && sides.doer.empty()) {
        sides.doer = doer->range;
        t = doer->end;
      } else if (one_of(form(t), kTowards) && sides.whom.empty()) {
        sides.preposition = t;
        sides.whom = noun_phrase_at(n_, t + 1, words_.end);
        if (sides.whom.empty()) return false;
        t = sides.whom.end;
      }
    }
    sides.end = t;
    return !sides.doer.empty() && !sides.whom.empty();
  }

  // "Mr B's assault on Ms A happened …", "The abuse of Ms A by Mr B began …"
  bool done() {
    Sides sides;
    std::optional<Act> act;
    TokenRange object_words;
    const std::uint32_t owner_end = owner();
    if (owner_end != kNone) {
      sides.doer = {start_, owner_end};
      const std::uint32_t after = token(owner_end).xpos == Xpos::POS ? owner_end + 1 : owner_end;
      act = act_at(after);
      if (!act || !one_of(form(act->end), kTowards)) return false;
      const std::uint32_t verb = finite_after(act->end + 1);
      if (verb == kNone || verb == act->end + 1) return false;
      object_words = {act->end + 1, verb};
    } else {
      act = act_at(start_);
      if (!act || !read_sides(act->end, sides)) return false;
      object_words = sides.whom;
      if (sides.end >= words_.end) return false;
      if (finite_after(sides.end) != sides.end) return false;
    }
    const std::uint32_t verb_begin = owner_end != kNone ? object_words.end : sides.end;
    return done_how(*act, sides.doer, object_words, verb_begin);
  }

  // "Mr B's", "his": the end of the owner's words, without the possessive marker of a name.
  std::uint32_t owner() const {
    const Token& first = token(start_);
    if (first.upos == Upos::PRON && first.features.possessive) return start_ + 1;
    for (std::uint32_t t = start_; t < words_.end && t < start_ + 6; ++t) {
      if (token(t).xpos == Xpos::POS) return t > start_ && is_person(n_, {start_, t}) ? t : kNone;
      if (token(t).upos == Upos::VERB || token(t).upos == Upos::AUX) return kNone;
    }
    return kNone;
  }

  std::uint32_t finite_after(std::uint32_t t) const {
    for (; t < words_.end; ++t) {
      const Xpos tag = token(t).xpos;
      if (token(t).upos == Upos::PUNCT) return kNone;
      if (token(t).upos == Upos::AUX || tag == Xpos::VBD || tag == Xpos::VBZ || tag == Xpos::VBP) return t;
    }
    return kNone;
  }

  // "and of the social worker" → "and the social worker"
  std::string object_text(TokenRange range) const {
    if (range.size() == 1) return object(range);
    std::string text = words_of(n_, range);
    for (const std::string_view preposition :
         {" and of ", " and on ", " and towards ", " and against ", " and to "})
      if (const std::size_t at = text.find(preposition); at != std::string::npos)
        text.replace(at, preposition.size(), " and ");
    return text;
  }

  bool done_how(Act act, TokenRange doer, TokenRange whom, std::uint32_t verb_begin) {
    const auto verb = verb_at(verb_begin);
    if (!verb) return false;
    const std::string who = words_as(n_, doer, PronounUse::subject);
    const Agreeing agreeing = agreement(doer);
    const std::string objects = object_text(whom);
    const std::string_view main = lemma(verb->at);
    std::uint32_t end = verb->at + 1;
    if (one_of(main, kHappen)) {
      if (main == "take" && form(end++) != "place") return false;
      if (main == "go" && form(end++) != "on") return false;
      return write(end, who + " " + verb_text(*verb, act, agreeing) + " " + objects);
    }
    if (one_of(main, kPhase)) {
      Act phase;
      phase.verb = main;
      const std::string verbs = act.verb.empty() ? "to be " + joined(act.adverbs) + "violent towards"
                                                 : "to " + joined(act.adverbs) + act.verb;
      return write(end, who + " " + verb_text(*verb, phase, agreeing) + " " + verbs + " " + objects);
    }
    if (main == "make" || form(end) == "made") {
      if (main != "be" || act.verb != "threaten") return false;
      const std::string next = form(end + 1);
      if (next != "by" && next != "in" && next != "over" && next != "on" && next != "through") return false;
      if (doer_at(end + 1, false)) return false;
      return write(end + 1, who + " " + verb_text(*verb, act, agreeing) + " " + objects);
    }
    static constexpr std::array<std::string_view, 3> rising{"increase", "escalate", "worsen"};
    const bool raises =
        end < words_.end && !noun_phrase_at(n_, end, words_.end).empty();  // "increased her fear"
    if (one_of(main, rising) && act.verb.empty() && !verb->negated && !raises) {
      Act become;
      become.verb = "become";
      return write(end, who + " " + verb_text(*verb, become, agreeing) + " more violent towards " + objects);
    }
    return main == "be" && was_like(act, *verb, who, agreeing, objects, end);
  }

  // "was constant", "was both physical and financial"
  bool was_like(Act act, const Verb& verb, const std::string& who, Agreeing agreeing,
                const std::string& objects, std::uint32_t t) {
    static constexpr std::array<std::string_view, 9> often{"constant",  "frequent",   "regular",
                                                           "repeated",  "persistent", "relentless",
                                                           "continual", "continuous", "routine"};
    if (one_of(form(t), often)) {
      act.adverbs.push_back(adverb(form(t)));
      return write(t + 1, who + " " + verb_text(verb, act, agreeing) + " " + objects);
    }
    if (form(t) == "daily")
      return write(t + 1, who + " " + verb_text(verb, act, agreeing) + " " + objects + " daily");
    if (form(t) == "worse" && act.verb.empty()) {
      act.adverbs.push_back("more");
      return write(t + 1, who + " " + verb_text(verb, act, agreeing) + " " + objects);
    }
    std::string after;
    if (form(t) == "both") after += " " + form(t++);
    bool any = false;
    while (one_of(form(t), kManner)) {
      after += " " + adverb(form(t++));
      any = true;
      if (n_.form(t) == "," && one_of(form(t + 1), kManner)) {
        after += ",";
        ++t;
      } else if (form(t) == "and" && one_of(form(t + 1), kManner)) {
        after += " and";
        ++t;
      }
    }
    if (!any || act.verb.empty()) return false;
    return write(t, who + " " + verb_text(verb, act, agreeing) + " " + objects + after);
  }

  const Narrative& n_;
  TokenRange words_;
  const Inflector& inflector_;
  std::uint32_t start_ = 0;
  ActNoun result_;
};

bool excused_here(const Narrative& n, std::uint32_t sentence, ProseSpan words) {
  const TokenRange all = n.analysis.sentences[sentence].tokens;
  TokenRange covered{all.end, all.begin};
  for (std::uint32_t t = all.begin; t < all.end; ++t) {
    if (!n.analysis.tokens[t].span.overlaps(words)) continue;
    covered = {std::min(covered.begin, t), t + 1};
  }
  return excused_words(n, sentence, covered);
}

Finding note_for(const Narrative& n, std::uint32_t sentence, const ActNoun& act) {
  Finding finding;
  finding.rule = kActAsNoun;
  finding.severity = Severity::note;
  finding.span = act.words;
  finding.sentence = sentence;
  finding.message = "“" + std::string(n.text(act.words)) +
                    "” tells an act as a thing. As a verb it shows who did it to whom.";
  finding.why = "A noun such as assault or threat hides the act: a verb needs someone who does it.";
  finding.reference = "Coates and Wade (2007)";
  finding.suggestions.push_back(act.suggestion);
  return finding;
}

}  // namespace

std::optional<ActNoun> act_told_as_noun(const Narrative& narrative, std::uint32_t sentence,
                                        const Inflector& inflector) {
  return Reader(narrative, sentence, inflector).read();
}

void note_act_nouns(const Narrative& n, const Inflector& inflector, std::vector<Finding>& findings) {
  std::vector<Finding> notes;
  for (std::uint32_t s = 0; s < n.analysis.sentences.size(); ++s) {
    if (!n.analysis.sentences[s].parsed) continue;
    const auto act = act_told_as_noun(n, s, inflector);
    if (!act || excused_here(n, s, act->words)) continue;
    const auto same = std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) {
      return finding.sentence == s && finding.span.overlaps(act->words) &&
             (finding.category == Category::nominalisation ||
              finding.category == Category::passive_with_agent);
    });
    if (same == findings.end())
      notes.push_back(note_for(n, s, *act));
    else if (same->suggestions.empty() || same->suggestions.front().kind != SuggestionKind::rewrite)
      same->suggestions.insert(same->suggestions.begin(), act->suggestion);
  }
  add_notes(findings, std::move(notes));
}

}  // namespace onus
