#include "rewriting/neutral_saying.h"

#include <algorithm>
#include <array>

#include "rewriting/by_agents.h"
#include "rewriting/edits.h"
#include "rewriting/phrases.h"
#include "rewriting/verb_group.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

constexpr std::array<std::string_view, 8> kDoubting{"claim",    "allege",  "purport", "insist",
                                                    "maintain", "contend", "assert",  "reckon"};
constexpr std::array<std::string_view, 4> kAccounts{"version", "account", "story", "telling"};

class Saying {
 public:
  Saying(const Narrative& n, std::uint32_t at, const Inflector& inflector)
      : n_(n),
        at_(at),
        inflector_(inflector),
        sentence_(n.analysis.sentences[sentence_of(n.analysis, at)].tokens) {}

  std::optional<Suggestion> say() {
    if (is_quoted(n_, token(at_).span)) return std::nullopt;
    if (lower(n_.form(at_)) == "according" || one_of(n_.analysis.lemma(at_), kAccounts)) {
      if (auto version = version_is()) return version;
      return by_account();
    }
    if (!one_of(n_.analysis.lemma(at_), kDoubting)) return std::nullopt;
    if (auto impersonal = it_is_claimed()) return impersonal;
    const std::string verb = said();
    if (verb.empty() || at_ + 1 >= sentence_.end) return std::nullopt;
    if (form(at_ + 1) == "never" && at_ + 2 < sentence_.end && form(at_ + 2) == "to") return never(verb);
    const bool somebody = form(at_ + 1) == "to" && that_behind_phrases();  // "alleged to her worker that"
    if (form(at_ + 1) == "to" && !somebody) return infinitive(verb, false);
    if (form(at_ + 1) == "not" && at_ + 2 < sentence_.end && form(at_ + 2) == "to")
      return infinitive(verb, true);
    if (!clause_follows()) return std::nullopt;
    edit(at_, at_, verb);
    return suggestion();
  }

 private:
  const Token& token(std::uint32_t t) const { return n_.analysis.tokens[t]; }
  std::string form(std::uint32_t t) const { return lower(n_.form(t)); }
  void edit(std::uint32_t first, std::uint32_t last, std::string text) {
    edits_.push_back({token(first).span.begin, token(last).span.end, std::move(text)});
  }
  Suggestion suggestion() { return suggestion_from(n_.prose(), std::move(edits_)); }

  // "that", or a clause without it: "claims he hit her". Not "claims Universal Credit".
  bool clause_follows() const {
    if (form(at_ + 1) == "that" || that_behind_phrases()) return true;
    if (token(at_ + 1).xpos == Xpos::VBG || form(at_ + 1) == "being") return false;
    for (std::uint32_t t = at_ + 1; t < sentence_.end; ++t)
      if (token(t).head == at_ && (token(t).deprel == Deprel::ccomp || token(t).deprel == Deprel::parataxis))
        return true;
    return false;
  }

  // "claimed, in a call on 9 May, that", "alleged at the conference that": nothing but phrases between.
  bool that_behind_phrases() const {
    const Token& next = token(at_ + 1);
    const bool opens = n_.form(at_ + 1) == "," || next.upos == Upos::ADP;
    const bool person = form(at_ + 1) == "to" && at_ + 2 < sentence_.end && token(at_ + 2).xpos != Xpos::VB;
    if (!opens && !person) return false;
    for (std::uint32_t t = at_ + 1; t + 1 < sentence_.end && t < at_ + 16; ++t) {
      const Token& word = token(t);
      if (form(t) == "that") return word.upos == Upos::SCONJ && token(t + 1).upos != Upos::VERB;
      const bool participle = word.xpos == Xpos::VBN && n_.form(at_ + 1) == ",";  // "a call logged at"
      if ((word.upos == Upos::VERB && !participle) || word.upos == Upos::AUX) return false;
    }
    return false;
  }

  // "claims never to have been hit by him" → "says that he has never hit her"; "never to have left" → "that
  // she has never left".
  std::optional<Suggestion> never(const std::string& verb) {
    const std::uint32_t speaker = subject();
    const std::uint32_t have = at_ + 3;
    if (speaker == kNone || have + 1 >= sentence_.end || form(have) != "have") return std::nullopt;
    TokenRange whom = phrase_of(n_.analysis, n_.clauses, speaker);
    if (const Mention* mention = n_.cast.at(speaker)) whom = with_title(n_, mention->tokens);
    const auto set = pronouns_of(n_, whom);
    if (!set) return std::nullopt;
    const bool past = token(at_).xpos == Xpos::VBD;
    const auto perfect = [&](const Agreeing& who) {
      return " " + inflector_.finite("have", past ? Tense::past : Tense::pres, who.person, who.number) +
             " never ";
    };
    if (form(have + 1) != "been") {
      if (token(have + 1).upos != Upos::VERB) return std::nullopt;
      edit(at_, have,
           verb + " that " + std::string(pronoun(*set, PronounUse::subject)) +
               perfect({person_of(*set), number_of(*set)}) + form(have + 1));
      edits_.back().end = token(have + 1).span.end;
      return suggestion();
    }
    const ByAgent* by = agent_of(have + 2);
    if (by == nullptr || by->closing_comma || by->second_by != kNone || pronouns_of(n_, by->core) == set)
      return std::nullopt;
    Agreeing doer;
    if (is_plural(n_, by->core)) doer.number = Number::plur;
    edit(at_, by->participle,
         verb + " that " + words_as(n_, by->agent, PronounUse::subject) + perfect(doer) +
             form(by->participle) + " " + std::string(pronoun(*set, PronounUse::object)));
    edits_.push_back({token(by->by - 1).span.end, token(by->agent.end - 1).span.end, ""});
    return suggestion();
  }

  // "say" in the form of the word it stands for.
  std::string said() const {
    switch (token(at_).xpos) {
      case Xpos::VBZ:
        return inflector_.third_person("say");
      case Xpos::VBD:
      case Xpos::VBN:
        return inflector_.past("say");
      case Xpos::VBG:
        return inflector_.present_participle("say");
      case Xpos::VB:
      case Xpos::VBP:
        return "say";
      case Xpos::NNS:
        return clause_follows() || claims_to() ? inflector_.third_person("say") : std::string();
      default:
        return {};
    }
  }

  // "Mr A claims to have been …": a verb, even where it is taken for a noun.
  bool claims_to() const {
    return at_ > sentence_.begin && form(at_ + 1) == "to" && at_ + 2 < sentence_.end &&
           (form(at_ + 2) == "have" || token(at_ + 2).xpos == Xpos::VB) && n_.cast.at(at_ - 1) != nullptr;
  }

  std::uint32_t subject() const {
    for (std::uint32_t t = sentence_.begin; t < at_; ++t)
      if (token(t).head == at_ && token(t).deprel == Deprel::nsubj) return t;
    return claims_to() ? at_ - 1 : kNone;
  }

  // The by-phrase of the participle at `t`, or nullptr.
  const ByAgent* agent_of(std::uint32_t t) {
    agents_ = by_agents(n_, sentence_of(n_.analysis, at_));
    for (const ByAgent& by : agents_)
      if (by.participle == t && t < sentence_.end) return &by;
    return nullptr;
  }

  std::string past_of(std::uint32_t participle) const {
    const std::string written = form(participle);
    return written.ends_with("ed") ? written : inflector_.past(n_.analysis.lemma(participle));
  }

  // "She claimed to be afraid" → "She said that she was afraid"; "to have been hit" → "that she was hit".
  std::optional<Suggestion> infinitive(const std::string& verb, bool negated) {
    const std::uint32_t first = negated ? at_ + 3 : at_ + 2;
    const std::uint32_t speaker = subject();
    if (speaker == kNone || first >= sentence_.end) return std::nullopt;
    TokenRange whom = phrase_of(n_.analysis, n_.clauses, speaker);
    if (const Mention* mention = n_.cast.at(speaker)) whom = with_title(n_, mention->tokens);
    const auto set = pronouns_of(n_, whom);
    if (!set) return std::nullopt;
    const bool past = token(at_).xpos == Xpos::VBD || token(at_).xpos == Xpos::VBN;
    const Agreeing who{person_of(*set), number_of(*set)};
    const std::string pronoun_text(pronoun(*set, PronounUse::subject));
    if (negated) return denied(first, verb + " that " + pronoun_text + " ", who, past);
    if (form(first) == "have" && first + 1 < sentence_.end) {
      // What was done before it was told: "to have seen him" → "that she saw him".
      const std::uint32_t done = first + 1;
      if (const ByAgent* by = agent_of(done + 1); by != nullptr && form(done) == "been") {
        // "to have been hit by him" → "that he hit her"
        const std::string doer = words_as(n_, by->agent, PronounUse::subject);
        if (by->closing_comma || by->second_by != kNone || pronouns_of(n_, by->core) == set)
          return std::nullopt;
        edit(at_, by->participle,
             verb + " that " + doer + " " + past_of(by->participle) + " " +
                 std::string(pronoun(*set, PronounUse::object)));
        edits_.push_back({token(by->by - 1).span.end, token(by->agent.end - 1).span.end, ""});
        return suggestion();
      }
      if (form(done) == "been")
        edit(at_, done,
             verb + " that " + pronoun_text + " " +
                 inflector_.finite("be", Tense::past, who.person, who.number));
      else if (token(done).upos == Upos::VERB)
        edit(at_, done, verb + " that " + pronoun_text + " " + inflector_.past(n_.analysis.lemma(done)));
      else
        return std::nullopt;
      return suggestion();
    }
    if (token(first).xpos != Xpos::VB) return std::nullopt;
    edit(at_, first,
         verb + " that " + pronoun_text + " " +
             inflector_.finite(n_.analysis.lemma(first), past ? Tense::past : Tense::pres, who.person,
                               who.number));
    return suggestion();
  }

  // "She claims not to be afraid", "not to have been believed": with "was not" or "did not".
  std::optional<Suggestion> denied(std::uint32_t first, const std::string& opening, Agreeing who, bool past) {
    const bool over = form(first) == "have" && first + 1 < sentence_.end;
    const std::uint32_t verb = over ? first + 1 : first;
    const std::string lemma(n_.analysis.lemma(verb));
    if (lemma != "be" && token(verb).upos != Upos::VERB) return std::nullopt;
    const std::string auxiliary = inflector_.finite(
        lemma == "be" ? "be" : "do", over || past ? Tense::past : Tense::pres, who.person, who.number);
    edit(at_, verb, opening + auxiliary + " not" + (lemma == "be" ? "" : " " + lemma));
    return suggestion();
  }

  // "It is claimed by Ms A that …"
  std::optional<Suggestion> it_is_claimed() {
    if (at_ < sentence_.begin + 2 || at_ + 3 >= sentence_.end || form(at_ + 1) != "by") return std::nullopt;
    const std::uint32_t it = at_ - 2;
    if (form(it) != "it" || n_.analysis.lemma(at_ - 1) != "be") return std::nullopt;
    const TokenRange who = noun_phrase_at(n_, at_ + 2, sentence_.end);
    if (who.empty() || who.end >= sentence_.end || form(who.end) != "that") return std::nullopt;
    const std::string name = words_as(n_, who, PronounUse::subject);
    const bool past = form(at_ - 1) == "was";
    const Number number = is_plural(n_, who) ? Number::plur : Number::sing;
    const std::string verb =
        inflector_.finite("say", past ? Tense::past : Tense::pres, GrammaticalPerson::third, number);
    edit(it, who.end - 1, (it == sentence_.begin ? capitalised(name) : name) + " " + verb);
    return suggestion();
  }

  // "Ms A's version is that …" → "Ms A says that …"
  std::optional<Suggestion> version_is() {
    std::uint32_t be = at_ + 1;
    if (be + 2 < sentence_.end && form(be) == "of" && n_.analysis.lemma(be + 1) == "event") be += 2;
    if (be + 2 >= sentence_.end || form(be + 1) != "that" || at_ == sentence_.begin) return std::nullopt;
    if (form(be) != "is" && form(be) != "was") return std::nullopt;
    const Tense tense = form(be) == "is" ? Tense::pres : Tense::past;
    const Token& owner = token(at_ - 1);
    TokenRange who{at_ - 1, at_};
    std::string name;
    if (owner.xpos == Xpos::POS && at_ >= sentence_.begin + 2) {
      who = noun_phrase_before(n_, sentence_.begin, at_ - 1);
      name = words_of(n_, who);
    } else if (const auto set = pronoun_set(form(at_ - 1)); set && owner.features.possessive) {
      name = pronoun(*set, PronounUse::subject);
      if (who.begin == sentence_.begin) name = capitalised(name);
    }
    if (name.empty() || who.empty()) return std::nullopt;
    const auto set = pronouns_of(n_, who);
    edit(who.begin, be,
         name + " " +
             inflector_.finite("say", tense, GrammaticalPerson::third, set ? number_of(*set) : Number::sing));
    return suggestion();
  }

  // "According to Ms A's version of events, Mr B …"
  std::optional<Suggestion> by_account() {
    std::uint32_t t = sentence_.begin;
    if (t + 4 >= sentence_.end || form(t) != "according" || form(t + 1) != "to") return std::nullopt;
    const std::uint32_t begin = t + 2;
    for (t = begin; t < sentence_.end && token(t).xpos != Xpos::POS; ++t)
      if (n_.form(t) == ",") return std::nullopt;
    if (t + 1 >= sentence_.end || !one_of(n_.analysis.lemma(t + 1), kAccounts)) return std::nullopt;
    std::uint32_t end = t + 2;
    if (end + 1 < sentence_.end && form(end) == "of" && n_.analysis.lemma(end + 1) == "event") end += 2;
    if (end + 1 >= sentence_.end || n_.form(end) != ",") return std::nullopt;
    std::string next(n_.form(end + 1));
    const bool name = token(end + 1).upos == Upos::PROPN || next == "I";
    edit(sentence_.begin, end + 1,
         std::string(n_.text(n_.span_of({begin, t}))) + " said that " + (name ? next : lower(next)));
    return suggestion();
  }

  const Narrative& n_;
  std::uint32_t at_;
  const Inflector& inflector_;
  TokenRange sentence_;
  std::vector<Edit> edits_;
  std::vector<ByAgent> agents_;
};

}  // namespace

std::optional<Suggestion> neutral_saying(const Narrative& narrative, std::uint32_t at,
                                         const Inflector& inflector) {
  return Saying(narrative, at, inflector).say();
}

}  // namespace onus
