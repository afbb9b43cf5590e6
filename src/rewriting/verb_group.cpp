#include "rewriting/verb_group.h"

#include <algorithm>
#include <array>
#include <span>

#include "rewriting/phrases.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

constexpr std::array<std::string_view, 5> kBe{"be", "get", "'re", "'m", "become"};
constexpr std::array<std::string_view, 12> kBeforeTo{"go",   "use",    "ought",    "have",  "likely", "about",
                                                     "seem", "appear", "continue", "begin", "start",  "need"};
// "is believed to have been hit": who is believed changes with the turn, what is believed doesn't.
constexpr std::array<std::string_view, 12> kRaised{"believe",    "report", "say",    "think",
                                                   "understand", "know",   "allege", "suspect",
                                                   "presume",    "assume", "record", "consider"};
// "keeps being hit by him"
constexpr std::array<std::string_view, 5> kPhases{"keep", "stop", "start", "begin", "continue"};
// "was seen being hit by him"
constexpr std::array<std::string_view, 9> kPerceived{"see",    "hear",  "watch",  "observe", "film",
                                                     "notice", "catch", "record", "witness"};
constexpr std::array<std::string_view, 7> kParticles{"up", "down", "out", "over", "off", "away", "back"};
constexpr std::array<std::string_view, 3> kFloating{"both", "all", "each"};

class Group {
 public:
  Group(const Narrative& narrative, std::uint32_t participle)
      : n_(narrative),
        begin_(narrative.analysis.sentences[sentence_of(narrative.analysis, participle)].tokens.begin) {
    group_.participles.push_back(participle);
    group_.words = {participle, participle + 1};
  }

  PassiveGroup read() {
    join_participles();
    walk_left();
    if (group_.auxiliary == kNone) {
      walk_over_adverbs();
      group_.place = VerbPlace::past;
      return group_;
    }
    describe();
    read_manner();
    return group_;
  }

 private:
  const Token& token(std::uint32_t t) const { return n_.analysis.tokens[t]; }
  std::string form(std::uint32_t t) const { return lower(n_.form(t)); }

  // "was slapped, kicked and choked by him": one auxiliary and one by-phrase for all.
  void join_participles() {
    for (;;) {
      std::uint32_t t = group_.words.begin;
      while (t > begin_ && token(t - 1).upos == Upos::ADV) --t;
      if (t < begin_ + 2) return;
      std::uint32_t link = t - 1;
      const bool joins = token(link).upos == Upos::CCONJ || form(link) == ",";
      if (!joins) return;
      if (token(link).upos == Upos::CCONJ && form(link - 1) == ",") --link;
      if (link == begin_) return;
      std::uint32_t verb = link - 1;
      if (!participle_like(token(verb)) && one_of(form(verb), kParticles) && verb > begin_)
        --verb;  // "picked up and shaken"
      if (!participle_like(token(verb))) return;
      if (form(link) == "," && is_reporting(n_.analysis.lemma(verb)))
        return;  // "was, it is alleged, punched"
      group_.words.begin = verb;
      group_.participles.insert(group_.participles.begin(), verb);
    }
  }

  bool auxiliary(std::uint32_t t) const {
    const std::string_view lemma = n_.analysis.lemma(t);
    const std::string word = form(t);
    if (lemma == "need" && negation(t + 1)) return true;  // "needn't have been"
    return token(t).xpos == Xpos::MD || lemma == "be" || lemma == "have" || lemma == "do" ||
           one_of(lemma, kBe) || word == "'s" || word == "'d" || word == "'ve" || word == "got" ||
           word == "gets" || word == "getting";
  }

  bool negation(std::uint32_t t) const { return form(t) == "not" || form(t) == "n't" || form(t) == "n’t"; }

  // "everything she did was watched by him": the verb of another clause.
  bool ends_subject(std::uint32_t t) const {
    return n_.analysis.lemma(t) == "do" && one_of(form(t + 1), {"was", "were", "is", "are"});
  }

  bool goes_on(std::uint32_t t) const {
    if (ends_subject(t)) return false;
    if (negation(t) || token(t).upos == Upos::ADV || one_of(form(t), kFloating)) return true;
    if (insertion_before(t) != kNone) return true;
    if (form(t) == "," && t > begin_ && token(t - 1).upos == Upos::ADV && token(t + 1).upos == Upos::ADV)
      return true;  // "physically, sexually and financially abused"
    if (form(t) == "no" && form(t + 1) == "longer") return true;
    if ((form(t) == "fact" && t > begin_ && form(t - 1) == "in") ||
        (form(t) == "in" && form(t + 1) == "fact"))
      return true;
    if (form(t) == "either" || form(t) == "neither") return true;
    if (form(t) == "since" && t > begin_ && n_.analysis.lemma(t - 1) == "have")
      return true;                                   // "has since been"
    if (token(t).upos == Upos::CCONJ && t > begin_)  // "repeatedly and deliberately humiliated"
      return token(t - 1).upos == Upos::ADV && token(t + 1).upos == Upos::ADV;
    if (form(t) == "to") return token(t).upos == Upos::PART;
    if (auxiliary(t)) return token(t).xpos != Xpos::POS;
    return carries(t);
  }

  bool raised(std::uint32_t t, std::span<const std::string_view> verbs) const {
    if (token(t).xpos != Xpos::VBN && token(t).xpos != Xpos::VBD) return false;
    const std::string_view lemma = n_.analysis.lemma(t);
    if (std::find(verbs.begin(), verbs.end(), lemma) == verbs.end()) return false;
    std::uint32_t before = t;
    while (before > begin_ && (token(before - 1).upos == Upos::ADV || negation(before - 1))) --before;
    return before > begin_ && n_.analysis.lemma(before - 1) == "be";
  }

  // "was, according to the log, smashed": the comma that opens what stands between, for the one at `t` that
  // closes it.
  std::uint32_t insertion_before(std::uint32_t t) const {
    if (form(t) != ",") return kNone;
    for (std::uint32_t open = t; open-- > begin_ + 1 && open + 12 > t;) {
      if (form(open) != ",") continue;
      const Upos before = token(open - 1).upos;
      const bool broken = before == Upos::AUX || negation(open - 1) || auxiliary(open - 1);
      return broken && may_stand_between(open, t) ? open : kNone;
    }
    return kNone;
  }

  // Whose account it is and when it was stay true whoever is the subject; "while drunk", "unlike her sister"
  // and "with her son" would be said of the doer.
  bool may_stand_between(std::uint32_t open, std::uint32_t close) const {
    const std::string first = form(open + 1);
    if (first == "according") return true;
    if (first == "it" && close == open + 3) return one_of(form(open + 2), {"emerged", "transpired"});
    if (first == "it" && close == open + 4) return form(open + 2) == "turned" && form(open + 3) == "out";
    const auto any = [&](auto holds) {
      for (std::uint32_t t = open + 1; t < close; ++t)
        if (holds(t)) return true;
      return false;
    };
    if (first == "by" || first == "in" || first == "on")
      if (any([&](std::uint32_t t) { return one_of(form(t), {"account", "evidence", "telling"}); }))
        return true;
    const auto times = [&](std::uint32_t t) {
      static constexpr std::array<std::string_view, 8> words{"time", "occasion", "day",   "night",
                                                             "week", "month",    "years", "year"};
      return has_digit(n_.form(t)) || one_of(n_.analysis.lemma(t), words);
    };
    return one_of(first, {"on", "in", "at", "during", "since", "last", "for", "over"}) && any(times);
  }

  // A verb in front whose subject is that of the passive: "seems to be", "is said to have been", "was seen
  // being".
  bool carries(std::uint32_t t) const {
    if (form(t + 1) == "to") return one_of(n_.analysis.lemma(t), kBeforeTo) || raised(t, kRaised);
    if (form(t + 1) == "being" && raised(t, kPerceived)) return true;
    return (form(t + 1) == "being" || form(t + 1) == "getting") && one_of(n_.analysis.lemma(t), kPhases);
  }

  void walk_left() {
    std::uint32_t last = group_.words.begin;  // the leftmost auxiliary so far
    for (std::uint32_t t = group_.words.begin; t > begin_ && goes_on(t - 1); --t) {
      const std::uint32_t word = t - 1;
      if (const std::uint32_t opens = insertion_before(word); opens != kNone) {
        t = opens + 1;
        continue;
      }
      const bool verbal = auxiliary(word) || carries(word);
      if (form(word) == "to" && group_.auxiliary == kNone) break;
      if (auxiliary(word) && group_.auxiliary == kNone) {
        if (!makes_passive(word)) break;
        group_.auxiliary = word;
      }
      const bool pairs_adverbs =
          form(word) == "both" && (token(word + 1).upos == Upos::ADV || group_.participles.size() == 2);
      if (one_of(form(word), kFloating) && !pairs_adverbs) group_.floating = word;
      group_.negated |= negation(word);
      if (verbal || form(word) == "to") last = word;
    }
    if (group_.floating != kNone && group_.floating < last) group_.floating = kNone;
    group_.words.begin = last;
  }

  bool makes_passive(std::uint32_t t) const {
    const std::string_view lemma = n_.analysis.lemma(t);
    return lemma == "be" || lemma == "get" || one_of(lemma, kBe) || form(t) == "'s" || form(t) == "got";
  }

  void walk_over_adverbs() {
    while (group_.words.begin > begin_ && token(group_.words.begin - 1).upos == Upos::ADV &&
           n_.form(group_.words.begin - 1).ends_with("ly"))
      --group_.words.begin;
  }

  // "so badly", "very badly", "badly": "beat her so badly that", never "so badly beat her that".
  void read_manner() {
    const std::uint32_t end = group_.participles.front();
    if (group_.auxiliary == kNone || end < group_.auxiliary + 2 || token(end - 1).upos != Upos::ADV) return;
    if (!form(end - 1).ends_with("ly")) return;
    const bool measured = end >= group_.auxiliary + 3 && one_of(form(end - 2), {"so", "too", "very"});
    if (measured)
      group_.manner = {end - 2, end};
    else if (form(end - 1) == "badly")
      group_.manner = {end - 1, end};
  }

  void describe() {
    const std::string word = form(group_.auxiliary);
    const bool first = group_.words.begin == group_.auxiliary;
    group_.finite = false;
    if (word == "be" || word == "get" || word == "have")
      group_.place = VerbPlace::base;
    else if (word == "been" || (word == "got" && !first))
      group_.place = VerbPlace::participle;
    else if (word == "being" || word == "getting")
      group_.place = VerbPlace::ing;
    else
      group_.place = word == "was" || word == "were" || word == "got" ? VerbPlace::past : VerbPlace::present;
    if (first && word == "get") group_.place = VerbPlace::present;
    group_.finite = first && (group_.place == VerbPlace::past || group_.place == VerbPlace::present);
    const std::string opening = form(group_.words.begin);
    group_.infinitive = opening == "to";
    group_.gerund = opening == "being" || opening == "having" || opening == "getting";
  }

  const Narrative& n_;
  std::uint32_t begin_;
  PassiveGroup group_;
};

// "telephon", "videoc": what no English verb ends with.
bool lacks_its_e(std::string_view verb) {
  static constexpr std::array<std::string_view, 6> ends{"phon", "v", "nc", "rc", "uc", "dg"};
  return std::ranges::any_of(ends, [&](std::string_view end) { return verb.ends_with(end); });
}

std::string inflected(const Narrative& n, std::uint32_t participle, VerbPlace place, const Agreeing& who,
                      const Inflector& inflector) {
  std::string verb(n.analysis.lemma(participle));
  // "timed" of "tim", as a lemma that isn't known may be cut short
  const std::string form = lower(n.form(participle));
  const bool cut_short = !inflector.is_past_participle(verb, form) || lacks_its_e(verb);
  if (cut_short && inflector.is_past_participle(verb + "e", form)) verb += "e";
  switch (place) {
    case VerbPlace::base:
      return verb;
    case VerbPlace::present:
      return inflector.finite(verb, Tense::pres, who.person, who.number);
    case VerbPlace::participle:
      return lower(n.form(participle));
    case VerbPlace::ing:
      return inflector.present_participle(verb);
    case VerbPlace::past:
      break;
  }
  // Spelling as the report has it: learnt, traveled. "Lied" is no form of the "lie" whose past is "lay".
  const std::string written = lower(n.form(participle));
  if (written.ends_with("ed")) return written;
  const std::string past = inflector.past(verb);
  return past == inflector.past_participle(verb) ? lower(n.form(participle)) : past;
}

// "nor should he have hit her"
bool behind_modal(const Narrative& n, std::uint32_t t) {
  const std::uint32_t begin = n.analysis.sentences[sentence_of(n.analysis, t)].tokens.begin;
  for (std::uint32_t before = t; before-- > begin && before + 6 > t;) {
    const Token& token = n.analysis.tokens[before];
    if (token.xpos == Xpos::MD) return true;
    if (token.upos == Upos::VERB || token.upos == Upos::AUX || token.upos == Upos::PUNCT ||
        token.upos == Upos::SCONJ || token.upos == Upos::CCONJ)
      return false;
  }
  return false;
}

// A finite verb that agrees with somebody else now: has, is, does, 's.
std::string agreeing(const Narrative& n, std::uint32_t t, const Agreeing& who, const Inflector& inflector,
                     bool perfect) {
  const std::string word = lower(n.form(t));
  const auto finite = [&](std::string_view verb, Tense tense) {
    return inflector.finite(verb, tense, who.person, who.number);
  };
  if (n.analysis.tokens[t].xpos == Xpos::VB || behind_modal(n, t)) return word;
  if (word == "has" || word == "have" || word == "'ve") return finite("have", Tense::pres);
  if (word == "'d") return perfect ? "had" : "would";
  if (word == "'s") return finite(perfect ? "have" : "be", Tense::pres);
  if (word == "is" || word == "are" || word == "am" || word == "'re" || word == "'m")
    return finite("be", Tense::pres);
  if (word == "were" && t + 1 < n.analysis.tokens.size() && n.form(t + 1) == "to")
    return word;  // "if she were to"
  if (word == "was" || word == "were") return finite("be", Tense::past);
  if (word == "do" || word == "does") return finite("do", Tense::pres);
  if (word == "'ll") return "will";
  const Token& token = n.analysis.tokens[t];
  if (token.upos == Upos::VERB && (token.xpos == Xpos::VBZ || token.xpos == Xpos::VBP))
    return finite(n.analysis.lemma(t), Tense::pres);
  return word;
}

// Words put after one another, a space between unless they touch in the text.
class Line {
 public:
  explicit Line(const Narrative& narrative) : n_(narrative) {}
  void add(std::uint32_t t, const std::string& word) {
    const bool touches = n_.form(t).starts_with("n'") || n_.form(t).starts_with("n’") || n_.form(t) == ",";
    if (!text_.empty() && !touches) text_ += ' ';
    text_ += word;
  }
  void add(const std::string& word) { text_ += (text_.empty() ? "" : " ") + word; }
  std::string take() { return std::move(text_); }

 private:
  const Narrative& n_;
  std::string text_;
};

bool is_participle(const PassiveGroup& group, std::uint32_t t) {
  return std::find(group.participles.begin(), group.participles.end(), t) != group.participles.end();
}

}  // namespace

PassiveGroup passive_group(const Narrative& narrative, std::uint32_t participle) {
  return Group(narrative, participle).read();
}

std::string active_verbs(const Narrative& n, const PassiveGroup& group, VerbPlace place, const Agreeing& who,
                         const Inflector& inflector) {
  Line line(n);
  for (std::uint32_t t = group.participles.front(); t < group.words.end; ++t)
    line.add(t, is_participle(group, t) ? inflected(n, t, place, who, inflector) : std::string(n.form(t)));
  return line.take();
}

std::string active_group(const Narrative& n, const PassiveGroup& group, const Agreeing& who,
                         const Inflector& inflector) {
  Line line(n);
  const bool support = group.finite && group.negated;
  const VerbPlace place = support ? VerbPlace::base : group.place;
  const bool perfect =  // "she's been being texted"
      group.place == VerbPlace::participle || lower(n.form(group.words.begin + 1)) == "been";
  for (std::uint32_t t = group.words.begin; t < group.words.end; ++t) {
    if (t == group.floating || t == group.left_out || group.manner.contains(t)) continue;
    if (t == group.auxiliary) {
      if (support)
        line.add(inflector.finite("do", group.place == VerbPlace::past ? Tense::past : Tense::pres,
                                  who.person, who.number));
    } else if (is_participle(group, t)) {
      line.add(t, inflected(n, t, place, who, inflector));
    } else {
      line.add(t, t == group.words.begin ? agreeing(n, t, who, inflector, perfect) : std::string(n.form(t)));
    }
  }
  return line.take();
}

Question active_question(const Narrative& n, const PassiveGroup& group, std::uint32_t first,
                         const Agreeing& who, const Inflector& inflector) {
  const bool support = group.auxiliary == first;
  const bool past = group.place == VerbPlace::past;
  Question question;
  question.first = support ? inflector.finite("do", past ? Tense::past : Tense::pres, who.person, who.number)
                           : agreeing(n, first, who, inflector, group.place == VerbPlace::participle);
  Line line(n);
  for (std::uint32_t t = group.words.begin; t < group.words.end; ++t) {
    if (t == group.floating || t == group.auxiliary || t == first || group.manner.contains(t)) continue;
    if (is_participle(group, t))
      line.add(t, inflected(n, t, support ? VerbPlace::base : group.place, who, inflector));
    else
      line.add(t, std::string(n.form(t)));
  }
  question.rest = line.take();
  return question;
}

}  // namespace onus
