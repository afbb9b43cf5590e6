#include "rewriting/by_agents.h"

#include <algorithm>
#include <array>

#include "language/by_phrase.h"
#include "rewriting/phrases.h"
#include "rewriting/shared_agent.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

// Nothing is done to anyone by these: "stood by him", "stopped by her mother's", "known by".
constexpr std::array<std::string_view, 2> kAuxiliary{"be", "have"};
constexpr std::array<std::string_view, 9> kNoPassive{"go",   "come", "stand", "sit", "live",
                                                     "pass", "stop", "drop",  "die"};

class Finder {
 public:
  Finder(const Narrative& narrative, std::uint32_t sentence)
      : n_(narrative), words_(narrative.analysis.sentences[sentence].tokens) {}

  std::vector<ByAgent> find() const {
    std::vector<ByAgent> found;
    std::uint32_t from = words_.begin;
    for (std::uint32_t t = words_.begin; t + 1 < words_.end; ++t) {
      if (lower(n_.form(t)) != "by") continue;
      if (t > words_.begin && one_of(lower(n_.form(t - 1)), {"not", "never", "than"}))
        return {};  // whose doing it wasn't
      ByAgent one;
      one.of_all = sums_up(t);
      one.by = t;
      one.agent = with_company(with_own_words(agent_at(t + 1)));
      const bool stranger = !one.agent.empty() && unknown_name(one.agent);
      if (one.agent.empty() || (!may_act(one.agent) && !stranger)) continue;
      if (has_company(one.agent.end)) break;
      if (two_names(one.agent) || cut_short(one.agent)) continue;
      one.participle = participle_for(t, one.agent, from);
      if (one.participle == kNone) continue;
      if (n_.form(t - 1) == "," && t > words_.begin + 1 && one.participle + 2 == t &&
          is_reporting(n_.analysis.lemma(one.participle)))
        continue;  // "assaulted, it is believed, by him"
      if (stranger && !may_act(one.agent) && !is_done_to_somebody(n_.analysis.lemma(one.participle)))
        continue;
      if (!with_second(one)) break;
      one.core = one.agent;
      with_behalf(one);
      with_apposition(one);
      with_parenthesis(one);
      found.push_back(one);
      from = one.agent.end;
    }
    return found;
  }

 private:
  const Token& token(std::uint32_t t) const { return n_.analysis.tokens[t]; }

  // Where the parse makes "by the father eight days prior" one phrase, no mention stands for the father. A
  // pronoun that has no other forms ("'em", "s/he") can't be put first; "by himself" is alone.
  bool may_act(TokenRange agent) const {
    const std::string first = lower(n_.form(agent.begin));
    if (agent.size() == 1 && is_personal_pronoun(token(agent.begin)) &&
        (!pronoun_set(first) || first.ends_with("self") || first.ends_with("selves")))
      return false;
    return is_person(n_, agent) || (agent.size() == 1 && is_short_for_partner(agent.begin)) ||
           (agent.size() > 1 && token(agent.end - 1).upos == Upos::NOUN &&
            n_.cast.at(agent.end - 1) == nullptr && can_be_person(n_.analysis, agent.end - 1));
  }

  // "strangled by Dale": a name that the report says nothing else of; with a blow it is a person's.
  bool unknown_name(TokenRange agent) const {
    return agent.size() == 1 && token(agent.begin).xpos == Xpos::NNP && n_.cast.at(agent.begin) == nullptr;
  }

  // "Craig and his mates": what the row of names didn't take in.
  TokenRange with_company(TokenRange agent) const {
    if (agent.empty() || agent.end + 2 >= words_.end || token(agent.end).upos != Upos::CCONJ) return agent;
    const std::string link = lower(n_.form(agent.end));
    // "and his mates", "and two of his friends", "and another man"
    const Token& next = token(agent.end + 1);
    const bool some_of = agent.end + 2 < words_.end && lower(n_.form(agent.end + 2)) == "of";
    const bool counted = next.upos == Upos::NUM || next.upos == Upos::DET || some_of;
    if ((link != "and" && link != "or") || (!is_possessive_pronoun(next) && !counted)) return agent;
    TokenRange more = noun_phrase_at(n_, some_of ? agent.end + 3 : agent.end + 1, words_.end);
    if (more.empty() || more.end >= words_.end) return agent;
    if (is_finite(more.end) || token(more.end).upos == Upos::AUX)
      return behind_auxiliary(agent.begin) || !may_join(more) ? agent : TokenRange{agent.begin, more.end};
    const bool clause = token(more.end).xpos == Xpos::VBN;  // "and a neighbour called the police"
    // "and the children's bikes thrown by him": the next clause, which has its own
    if (clause && lower(n_.form(more.end + 1)) == "by") return agent;
    if (clause || !may_join(more)) return {more.end, more.end};  // "and two days later left"
    return {agent.begin, more.end};
  }

  // Persons, of whom none need be known: "his mates", "another man", but not "two days", "no charges".
  bool may_join(TokenRange more) const {
    static constexpr std::array<std::string_view, 7> fellows{"mate", "pal",    "lad",  "gang",
                                                             "crew", "family", "crony"};
    return is_person(n_, more) || can_be_person(n_.analysis, more.end - 1) ||
           one_of(n_.analysis.lemma(more.end - 1), fellows);
  }

  // "Mr Baird himself", "Dean aged 23"
  TokenRange with_own_words(TokenRange agent) const {
    static constexpr std::array<std::string_view, 4> selves{"himself", "herself", "themselves", "themself"};
    if (agent.empty() || agent.end + 1 >= words_.end) return agent;
    const std::string next = lower(n_.form(agent.end));
    const bool pronoun = is_personal_pronoun(token(agent.begin));
    if (!pronoun && one_of(next, selves)) return {agent.begin, agent.end + 1};
    if (next == "aged" && token(agent.end + 1).upos == Upos::NUM) return {agent.begin, agent.end + 2};
    return with_name(agent);
  }

  // "a man known to her as Mr Kemp", "a builder called Joe"
  TokenRange with_name(TokenRange agent) const {
    std::uint32_t t = agent.end;
    const std::string next = lower(n_.form(t));
    if (next == "called" || next == "named") {
      ++t;
    } else if (next == "known") {
      while (t < words_.end && t < agent.end + 4 && lower(n_.form(t)) != "as") ++t;
      if (t >= words_.end || lower(n_.form(t)) != "as") return agent;
      ++t;
    } else {
      return agent;
    }
    const TokenRange name = noun_phrase_at(n_, t, words_.end);
    return name.empty() || token(name.begin).upos != Upos::PROPN ? agent : TokenRange{agent.begin, name.end};
  }

  // What is behind the words that were read belongs to them: "he/she", "Daz & Baz", "Mr Baird not his
  // brother", "him alone", "a man in a hood", "Mr B. on 3 May".
  bool cut_short(TokenRange agent) const {
    if (agent.end >= words_.end) return false;
    const std::string next = lower(n_.form(agent.end));
    const bool touches = token(agent.end).span.begin == token(agent.end - 1).span.end;
    if (touches && one_of(next, {"/", "-", "+", "_", "@"})) return true;
    if (touches && next == "." && goes_on_small(token(agent.end).span.end)) return true;
    if (one_of(next, {"&", "+", "/", "alone"})) return true;
    const std::string after = agent.end + 1 < words_.end ? lower(n_.form(agent.end + 1)) : "";
    if (next == "not" && !after.empty() && form_of_noun(agent.end + 1)) return true;
    if ((next == "and" || next == "but") && (after == "only" || after == "not")) return true;
    return describes_stranger(agent);
  }
  bool form_of_noun(std::uint32_t t) const {
    const Upos upos = token(t).upos;
    return upos == Upos::NOUN || upos == Upos::PROPN || upos == Upos::PRON || upos == Upos::DET;
  }
  bool goes_on_small(std::uint32_t at) const {
    const std::string_view prose = n_.prose();
    return at + 1 < prose.size() && prose[at] == ' ' && prose[at + 1] >= 'a' && prose[at + 1] <= 'z';
  }
  bool describes_stranger(TokenRange agent) const {
    static constexpr std::array<std::string_view, 4> strangers{"man", "woman", "person", "boy"};
    if (agent.end + 2 >= words_.end || token(agent.begin).upos == Upos::PRON) return false;
    if (!one_of(n_.analysis.lemma(agent.end - 1), strangers) || lower(n_.form(agent.begin)) == "the")
      return false;
    const std::string next = lower(n_.form(agent.end));
    const std::string article = lower(n_.form(agent.end + 1));
    return (next == "in" || next == "with" || next == "from") &&
           (article == "a" || article == "his" || article == "her");
  }

  // "After she was hit by Lee Dawn went": two people, the second of whom is the subject of what follows.
  bool two_names(TokenRange agent) const {
    if (agent.size() < 2 || agent.end >= words_.end || !is_finite(agent.end)) return false;
    // "by the man Ms A describes as her ex"
    const bool stranger = token(agent.begin).upos == Upos::DET && token(agent.begin + 1).upos == Upos::NOUN;
    if (stranger && token(agent.end - 1).upos == Upos::PROPN) return true;
    const TokenRange first{agent.begin, agent.end - 1};
    return names_someone(n_, first) && names_someone(n_, {agent.end - 1, agent.end});
  }

  // "by Mr Baird as well as his brother", "along with"
  bool has_company(std::uint32_t t) const {
    if (t + 1 >= words_.end) return false;
    const std::string first = lower(n_.form(t));
    const std::string second = lower(n_.form(t + 1));
    return (first == "as" && second == "well") || (first == "along" && second == "with") ||
           (first == "together" && second == "with");
  }

  // "her phone was smashed, her laptop was locked away, all by him": of every clause before.
  bool sums_up(std::uint32_t by) const {
    if (by < words_.begin + 2) return false;
    std::uint32_t before = by - 2;  // ", allegedly all by him", ", not all by him"
    while (before > words_.begin && (token(before).upos == Upos::ADV || token(before).features.negative))
      --before;
    if (n_.form(before) != ",") return false;
    const std::string word = lower(n_.form(by - 1));
    return word == "all" || word == "both" || word == "each";
  }

  // "by ex", "by BF", "by resp": notes leave the article out, and a tagger takes the rest for anything.
  bool is_short_for_partner(std::uint32_t t) const {
    static constexpr std::array<std::string_view, 9> words{"ex",   "bf",    "gf",  "husb", "resp",
                                                           "perp", "hubby", "ptr", "susp"};
    return one_of(lower(n_.form(t)), words) && (t + 1 >= words_.end || token(t + 1).upos != Upos::NOUN) &&
           n_.form(t + 1) != "-";
  }

  // "by Mr Baird", "by both Mr Baird and his brother".
  TokenRange agent_at(std::uint32_t t) const {
    if (is_short_for_partner(t)) return {t, t + 1};
    const bool paired = t + 1 < words_.end && is_pair_word(t);
    const bool some_of =
        t + 2 < words_.end && lower(n_.form(t + 1)) == "of" && token(t).upos != Upos::PROPN &&
        !is_personal_pronoun(token(t)) &&  // "accused by him of having an affair"
        (token(t).upos == Upos::NUM || token(t).upos == Upos::PRON || token(t).upos == Upos::DET);
    TokenRange agent = noun_phrase_at(n_, paired ? t + 1 : some_of ? t + 2 : t, words_.end);
    if (agent.empty()) return agent;
    agent.begin = t;
    return with_list(without_next_subject(agent));
  }

  // "was hit by", and not "the damage done by Mr Baird and his friends was great".
  bool behind_auxiliary(std::uint32_t by) const {
    for (std::uint32_t t = by; t-- > words_.begin && t + 12 > by;)
      if (one_of(n_.analysis.lemma(t), {"be", "get", "'s"})) return true;
    return false;
  }

  // "was hit by [Mr Baird] and Ewan's door was kicked in": what is behind "and" begins another clause, since
  // two would have had "were".
  TokenRange without_next_subject(TokenRange agent) const {
    std::uint32_t verb = agent.end;
    while (verb < words_.end && token(verb).upos == Upos::ADV) ++verb;
    if (verb >= words_.end || is_pair_word(agent.begin)) return agent;
    const bool one = one_of(lower(n_.form(verb)), {"was", "is", "has"});
    const Xpos tag = token(verb).xpos;
    if (!behind_auxiliary(agent.begin)) return agent;
    if (!one && tag != Xpos::VBD && tag != Xpos::VBZ) return agent;
    if (one_of(lower(n_.form(verb)), {"were", "are"})) return agent;
    for (std::uint32_t link = agent.end; link-- > agent.begin + 1;)
      if (token(link).upos == Upos::CCONJ) return {agent.begin, link};
    return agent;
  }

  // "by Adam, Joe and Sam": more than one comma or an "and" makes a list of what else might be an apposition.
  TokenRange with_list(TokenRange agent) const {
    std::uint32_t end = agent.end;
    while (end + 1 < words_.end && n_.form(end) == ",") {
      const TokenRange next = noun_phrase_at(n_, end + 1, words_.end);
      if (next.empty() || (!is_person(n_, next) && token(next.begin).upos != Upos::PROPN)) return agent;
      end = next.end;
      for (std::uint32_t t = next.begin; t < next.end; ++t)
        if (token(t).upos == Upos::CCONJ) return {agent.begin, end};
    }
    if (end == agent.end || end + 1 >= words_.end || token(end).upos != Upos::CCONJ) return agent;
    const TokenRange last = noun_phrase_at(n_, end + 1, words_.end);
    const bool clause = !last.empty() && last.end < words_.end && is_finite(last.end);
    return last.empty() || clause ? agent : TokenRange{agent.begin, last.end};
  }

  bool is_pair_word(std::uint32_t t) const {
    const std::string word = lower(n_.form(t));
    return word == "both" || word == "either";
  }

  // "either by Mr Baird or by his brother": two by-phrases that are one.
  bool with_second(ByAgent& one) const {
    const std::uint32_t link = one.agent.end;
    if (link + 2 >= words_.end || lower(n_.form(link + 1)) != "by") return true;
    const std::string joins = lower(n_.form(link));
    if (joins != "or" && joins != "and") return true;
    const TokenRange second = noun_phrase_at(n_, link + 2, words_.end);
    if (second.empty() || !is_person(n_, second)) return false;
    one.second_by = link + 1;
    one.agent.end = second.end;
    if (one.by > words_.begin && is_pair_word(one.by - 1)) --one.by;
    return true;
  }

  // "by his father on his behalf"
  void with_behalf(ByAgent& one) const {
    const std::uint32_t on = one.agent.end;
    if (on + 2 < words_.end && lower(n_.form(on)) == "on" && is_possessive_pronoun(token(on + 1)) &&
        lower(n_.form(on + 2)) == "behalf")
      one.agent.end = on + 3;
  }

  // "by Mr Baird (her husband)", but not "by Mr Baird (see p. 3)" or "by him (again)"
  void with_parenthesis(ByAgent& one) const {
    const std::uint32_t open = one.agent.end;
    if (open + 2 >= words_.end || n_.form(open) != "(") return;
    if (is_personal_pronoun(token(one.agent.begin)) || !names_or_counts(open + 1)) return;
    for (std::uint32_t t = open + 1; t < words_.end && t < open + 10; ++t)
      if (n_.form(t) == ")") {
        one.agent.end = t + 1;
        return;
      }
  }

  bool names_or_counts(std::uint32_t t) const {
    const Token& word = token(t);
    return word.upos == Upos::NUM || word.upos == Upos::PROPN || word.upos == Upos::DET ||
           word.upos == Upos::NOUN || word.upos == Upos::ADJ || word.features.possessive ||
           lower(n_.form(t)) == "aka" || lower(n_.form(t)) == "aged" || has_digit(n_.form(t));
  }

  bool after_passive_auxiliary(std::uint32_t t) const {
    while (t > words_.begin && (token(t - 1).upos == Upos::ADV || token(t - 1).features.negative)) --t;
    if (t == words_.begin) return false;
    const std::string_view lemma = n_.analysis.lemma(t - 1);
    return lemma == "be" || lemma == "get";
  }

  // "was held hostage": no hostage who is held.
  bool keeps_prisoner(std::uint32_t t) const {
    return t + 1 < words_.end && one_of(lower(n_.form(t + 1)), {"hostage", "captive", "prisoner"});
  }

  bool possible(std::uint32_t t) const {
    const Token& word = token(t);
    const std::string form = lower(n_.form(t));
    if (one_of(n_.analysis.lemma(t), kAuxiliary)) return false;
    // "had been nailed shut": how it was left
    if (t > words_.begin && (form == "shut" || form == "open") && token(t - 1).upos == Upos::VERB &&
        token(t - 1).xpos == Xpos::VBN)
      return false;
    if (word.deprel == Deprel::amod && !(after_passive_auxiliary(t) && keeps_prisoner(t))) return false;
    if (n_.analysis.lemma(t) == "do" && form != "done") return false;
    if (word.upos == Upos::VERB && word.xpos != Xpos::VBN && word.xpos != Xpos::VBD)
      return asked_in_the_passive(t) || (form == "let" && after_passive_auxiliary(t));
    if (one_of(n_.analysis.lemma(t), kNoPassive) && !after_passive_auxiliary(t) && !joined_to_passive(t))
      return false;
    if (word.xpos == Xpos::VBN || word.features.passive) return true;
    if (word.upos == Upos::VERB && (word.xpos == Xpos::VBD || after_passive_auxiliary(t))) return true;
    return word.upos == Upos::ADJ &&
           (form.ends_with("ed") || form.ends_with("en") || one_of(form, {"burnt", "hurt", "cut", "bent"})) &&
           after_passive_auxiliary(t);
  }

  // "How was she hurt by him?": a form that the tagger may take for an infinitive.
  bool asked_in_the_passive(std::uint32_t t) const {
    if (n_.form(words_.end - 1) != "?" || n_.analysis.lemma(t) != lower(n_.form(t))) return false;
    for (std::uint32_t before = t; before-- > words_.begin;) {
      if (token(before).upos == Upos::VERB) return false;
      if (token(before).upos == Upos::AUX) return n_.analysis.lemma(before) == "be";
    }
    return false;
  }

  // What the parse says where that can be, else the nearest participle before.
  std::uint32_t participle_for(std::uint32_t by, TokenRange agent, std::uint32_t from) const {
    const std::uint32_t head = head_of(n_, agent);
    std::uint32_t governor = token(head).head;
    // "left with a broken finger by Mr B": the parse may hang the doer on the noun beside it.
    for (int steps = 0; steps < 3 && token(governor).upos == Upos::NOUN && governor < by &&
                        governor >= from && token(governor).head != governor;
         ++steps)
      governor = token(governor).head;
    if (governor != head && governor >= from && governor < by && possible(governor) &&
        transitive(governor, by))
      return governor;
    for (std::uint32_t t = by; t > from; --t) {
      const std::uint32_t word = t - 1;
      if (token(word).upos == Upos::PUNCT && n_.form(word) != "-" && n_.form(word) != "\"" &&
          n_.form(word) != "“" && n_.form(word) != "”" && n_.form(word) != ",")
        return kNone;
      if (possible(word) && transitive(word, by)) return word;
      if (token(word).upos == Upos::VERB && is_finite(word)) return kNone;
    }
    return kNone;
  }

  bool is_finite(std::uint32_t t) const {
    const Xpos tag = token(t).xpos;
    return tag == Xpos::VBZ || tag == Xpos::VBP || tag == Xpos::VBD;
  }

  // A past tense with a subject and an object of its own isn't a participle: "He hit the man by the car".
  bool transitive(std::uint32_t t, std::uint32_t by) const {
    if (token(t).xpos != Xpos::VBD) return !perfect_active(t);
    return t + 1 == by || token(t + 1).upos == Upos::ADP || token(t + 1).upos == Upos::ADV ||
           lower(n_.form(t + 1)) == "downstairs" || after_passive_auxiliary(t) || joined_to_passive(t);
  }

  // "was pinned against the wall and called names by him", "was held, shaken and then dropped by him"
  bool joined_to_passive(std::uint32_t t) const {
    while (t > words_.begin && token(t - 1).upos == Upos::ADV) --t;
    if (t == words_.begin || token(t - 1).upos != Upos::CCONJ) return false;
    for (std::uint32_t before = t - 1; before-- > words_.begin;) {
      if (token(before).xpos == Xpos::VBN && after_passive_auxiliary(before)) return true;
      const bool row = participle_like(token(before));
      if ((token(before).upos == Upos::VERB && !row) || token(before).xpos == Xpos::WP) return false;
      if (n_.form(before) == "," && !participle_like(token(before + 1))) return false;
    }
    return false;
  }

  bool perfect_active(std::uint32_t t) const {
    while (t > words_.begin && (token(t - 1).upos == Upos::ADV || token(t - 1).features.negative)) --t;
    if (t == words_.begin) return false;
    return n_.analysis.lemma(t - 1) == "have";
  }

  // "by Ms Tate, her former partner, …", "by her husband, Mr Tate, …", and "…, who was drunk, …" behind it.
  void with_apposition(ByAgent& one) const {
    const std::uint32_t comma = one.agent.end;
    if (comma + 1 >= words_.end || n_.form(comma) != ",") return;
    if (const TokenRange more = apposition_at(one, comma + 1); !more.empty()) {
      one.agent.end = more.end;
      one.closing_comma = true;
    }
    with_relative(one);
  }

  TokenRange apposition_at(const ByAgent& one, std::uint32_t begin) const {
    const TokenRange none{begin, begin};
    const Token& first = token(begin);
    const bool age = first.upos == Upos::NUM && begin + 1 < words_.end && n_.form(begin + 1) == ",";
    if (age && token(begin - 2).upos == Upos::PROPN) return {begin, begin + 1};
    const bool determined =
        first.upos == Upos::DET || (first.upos == Upos::PRON && first.features.possessive);
    const bool name_of_kin = first.upos == Upos::PROPN && token(one.agent.begin).upos != Upos::PROPN;
    if (!determined && !name_of_kin) return none;
    const TokenRange more = noun_phrase_at(n_, begin, words_.end);
    if (more.empty() || !is_person(n_, more)) return none;
    if (more.end < words_.end && token(more.end).upos != Upos::PUNCT) return none;
    for (std::uint32_t t = more.begin; t < more.end; ++t)  // a list of people
      if (token(t).upos == Upos::CCONJ) return none;
    return more;
  }

  // ", who was drunk, on Friday": up to a comma of its own.
  void with_relative(ByAgent& one) const {
    const std::uint32_t who = one.agent.end + 1;
    if (who + 2 >= words_.end || n_.form(who - 1) != ",") return;
    const bool whose = lower(n_.form(who)) == "whose";
    if (!whose && lower(n_.form(who)) != "who") return;
    for (std::uint32_t t = who + 1; t + 2 < words_.end; ++t) {
      const bool by_other = token(t - 1).upos == Upos::VERB && lower(n_.form(t + 1)) == "by";
      const bool broken = token(t - 1).upos == Upos::AUX || (by_other && comma_behind(t));
      if (n_.form(t) == "," && broken) {
        for (++t; t + 2 < words_.end && n_.form(t) != ",";)
          ++t;  // "who was, on any view, drunk", "who was given, by the bank, a card"
      } else if (n_.form(t) == ",") {
        if (lower(n_.form(t + 1)) == "that") return;  // "told by him, who lied, that …"
        const Upos next = token(t + 1).upos;          // "who came in, shouted and left"
        if (next == Upos::CCONJ || next == Upos::VERB || lower(n_.form(t + 1)) == "who") return;
        one.agent.end = t;
        one.closing_comma = true;
        return;
      }
    }
    // To the end, and a state rather than the next thing that was done: "who was drunk", "who had a knife".
    static constexpr std::array<std::string_view, 4> states{"be", "have", "live", "know"};
    if (whose || one_of(n_.analysis.lemma(who + 1), states) || goes_on_as_habit(one, who + 1)) {
      one.agent.end = words_.end;
      while (token(one.agent.end - 1).upos == Upos::PUNCT) --one.agent.end;
      one.closing_comma = true;
    }
  }

  bool comma_behind(std::uint32_t t) const {
    for (++t; t < words_.end; ++t)
      if (n_.form(t) == ",") return true;
    return false;
  }

  // "who insists on being there", or any act behind a verb that isn't simply past: "has isolated her and
  // rang" would say something else.
  bool goes_on_as_habit(const ByAgent& one, std::uint32_t verb) const {
    const Xpos tag = token(verb).xpos;
    std::uint32_t t = one.participle;
    while (t > words_.begin && (token(t - 1).upos == Upos::ADV || token(t - 1).features.negative)) --t;
    if (t == words_.begin) return false;
    const std::string before = lower(n_.form(t - 1));
    if (tag == Xpos::VBZ || tag == Xpos::VBP) return before != "is" && before != "are";
    for (std::uint32_t aux = t; aux > words_.begin && aux + 4 > t; --aux)
      if (token(aux - 1).xpos == Xpos::MD) return false;  // "may have been hit by him, who left"
    return tag == Xpos::VBD && (before == "been" || before == "be" || before == "being");
  }

  const Narrative& n_;
  TokenRange words_;
};

}  // namespace

std::vector<ByAgent> by_agents(const Narrative& narrative, std::uint32_t sentence) {
  return Finder(narrative, sentence).find();
}

}  // namespace onus
