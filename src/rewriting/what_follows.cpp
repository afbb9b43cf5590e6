#include "rewriting/what_follows.h"

#include <algorithm>
#include <array>

#include "rewriting/phrases.h"
#include "rewriting/shared_agent.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

// Verbs whose object does what a participle behind it says: "was seen by him leaving".
constexpr std::array<std::string_view, 12> kPerceiving{
    "see", "hear", "watch", "catch", "find", "notice", "leave", "keep", "film", "spot", "send", "photograph"};

// Words in -ing, and a few that go with them, that govern a phrase like a preposition.
bool like_preposition(std::string_view word) {
  static constexpr std::array<std::string_view, 14> all{
      "using",     "following", "during", "regarding", "concerning", "including", "excluding",
      "according", "despite",   "given",  "owing",     "pending",    "involving", "starting"};
  return one_of(word, all);
}

// "whilst pregnant", "when drunk", "while in hospital": said of the subject, which isn't there.
bool tells_a_state(const Narrative& n, std::uint32_t t) {
  const TokenRange sentence = n.analysis.sentences[sentence_of(n.analysis, t)].tokens;
  const Token& word = n.analysis.tokens[t];
  if (t + 1 >= sentence.end) return false;
  const Token& next = n.analysis.tokens[t + 1];
  if (word.upos == Upos::NOUN && lower(n.form(t)).ends_with("ing")) return true;  // "while sleeping"
  const bool place = word.upos == Upos::ADP && one_of(lower(n.form(t)), {"in", "at", "on", "under"});
  const bool state = (word.upos == Upos::ADJ || word.xpos == Xpos::VBN) && next.upos != Upos::NOUN &&
                     next.upos != Upos::PROPN && next.upos != Upos::ADJ;
  return place || state;
}

// Behind the doer "whilst on bail", "while drunk" may be said of either: only this can't be his.
bool only_of_patient(const Narrative& n, std::uint32_t t) {
  static constexpr std::array<std::string_view, 6> states{"pregnant", "breastfeeding", "asleep",
                                                          "sleeping", "unconscious",   "sedated"};
  static constexpr std::array<std::string_view, 3> degrees{"heavily", "visibly", "still"};
  const bool with_degree = one_of(lower(n.form(t)), degrees) && t + 1 < n.analysis.tokens.size();
  return one_of(lower(n.form(with_degree ? t + 1 : t)), states);
}

}  // namespace

bool acts_by_doing(const Narrative& n, const PassiveClause& clause) {
  static constexpr std::array<std::string_view, 22> through_it{
      "wake",    "make",   "frighten",   "scare",    "humiliate", "upset",     "disturb", "disrupt",
      "control", "punish", "intimidate", "distress", "embarrass", "undermine", "provoke", "isolate",
      "alarm",   "harass", "torment",    "shame",    "terrify",   "hurt"};
  const std::uint32_t next = clause.by.agent.end;
  const std::uint32_t end = n.analysis.sentences[sentence_of(n.analysis, clause.by.by)].tokens.end;
  if (next >= end || like_preposition(lower(n.form(next)))) return false;
  // What was tried may have been tried by either; a second "by" tells another way.
  if (one_of(n.analysis.lemma(next), {"try", "attempt"})) return false;
  for (std::uint32_t t = next; t < end && n.form(t) != ","; ++t)
    if (lower(n.form(t)) == "by") return false;
  return n.analysis.tokens[next].xpos == Xpos::VBG &&
         one_of(n.analysis.lemma(clause.by.participle), through_it);
}

namespace {

class Ahead {
 public:
  Ahead(const Narrative& n, const PassiveClause& c)
      : n_(n), c_(c), sentence_(n.analysis.sentences[sentence_of(n.analysis, c.by.participle)].tokens) {}

  Followers look() {
    std::uint32_t next = c_.by.agent.end;
    if (next < sentence_.end && token(next).xpos == Xpos::VBG && !like_preposition(form(next)) &&
        !one_of(lemma(c_.by.participle), kPerceiving) && !acts_by_doing(n_, c_))
      out_.blocks = true;
    relative_of_agent(next);
    row_behind_agent(next);
    for (std::uint32_t t = next; t < sentence_.end && !out_.blocks; ++t) look_at(t);
    return out_;
  }

 private:
  const Token& token(std::uint32_t t) const { return n_.analysis.tokens[t]; }
  std::string form(std::uint32_t t) const { return lower(n_.form(t)); }
  std::string_view lemma(std::uint32_t t) const { return n_.analysis.lemma(t); }

  bool finite_like(std::uint32_t t) const {
    const Xpos tag = token(t).xpos;
    return token(t).upos == Upos::AUX || tag == Xpos::VBD || tag == Xpos::VBZ || tag == Xpos::VBP ||
           tag == Xpos::VBN || tag == Xpos::MD;
  }

  bool shares_the_agent(std::uint32_t t) const {
    return std::find(c_.more.begin(), c_.more.end(), t) != c_.more.end();
  }

  // "so has her mother", "as was he"
  bool pro_verb(std::uint32_t t) const {
    return token(t).upos == Upos::AUX || lemma(t) == "have" || lemma(t) == "do" || lemma(t) == "be";
  }

  // "nor was he", but not "nor may she be visited", which has a verb of its own.
  // "Nor should she have been": turned, the clause before would lean on a name that has gone.
  bool stands_for_the_verb(std::uint32_t t) const {
    if (form(t) == "should") return true;
    for (std::uint32_t v = t + 1; v < sentence_.end && v < t + 8; ++v) {
      if (token(v).upos == Upos::VERB) return false;
      if (token(v).upos == Upos::PUNCT) return true;
    }
    return true;
  }

  bool finite_behind(std::uint32_t t) const {
    while (t < sentence_.end && token(t).upos == Upos::ADV) ++t;
    return t < sentence_.end && finite_like(t);
  }

  // "hit by him, lost consciousness and was …", "by him, then aged 40": what the parse may take for a part of
  // the agent's phrase.
  void row_behind_agent(std::uint32_t next) {
    if (next + 2 >= sentence_.end || n_.form(next) != ",") return;
    std::uint32_t t = next + 1;
    while (t + 1 < sentence_.end && token(t).upos == Upos::ADV) ++t;
    if (token(t).xpos == Xpos::VBG && !like_preposition(form(t)) && !tells_a_result(t))
      out_.blocks = true;  // ", falling against the sink"
    const bool noun_behind = token(t + 1).upos == Upos::NOUN || token(t + 1).upos == Upos::DET;
    const bool verb = token(t).xpos == Xpos::VBN && token(t).deprel == Deprel::amod && noun_behind;
    if (shares_the_agent(t)) return;
    const bool state = form(t) == "aged" || (token(t).upos == Upos::ADJ && token(t + 1).upos == Upos::PUNCT);
    if (verb || state) out_.blocks = true;
  }

  // ", leaving a large bruise on her cheek"
  bool leaves_a_trace(std::uint32_t t) const {
    static constexpr std::array<std::string_view, 14> traces{"mark",  "bruise",   "scar",    "cut",  "injury",
                                                             "lump",  "swelling", "scratch", "hole", "dent",
                                                             "blood", "bruising", "wound",   "gash"};
    for (std::uint32_t v = t + 1; v < sentence_.end && v < t + 5; ++v) {
      if (token(v).upos == Upos::NOUN) return one_of(lemma(v), traces);
      if (token(v).upos != Upos::DET && token(v).upos != Upos::ADJ && token(v).upos != Upos::NUM)
        return false;
    }
    return false;
  }

  // ", causing her to fall", ", leaving marks on her neck": of the act, whoever the subject is.
  bool tells_a_result(std::uint32_t t) const {
    if (t + 1 >= sentence_.end) return false;
    const std::string_view verb = lemma(t);
    if (verb == "leave" && leaves_a_trace(t)) return true;
    if (verb == "leave")  // but not "leaving home that night", which is her doing
      return (token(t + 1).upos == Upos::NOUN &&
              !one_of(form(t + 1), {"home", "work", "school", "hospital"})) ||
             is_personal_pronoun(token(t + 1));
    if (verb == "knock") return token(t + 1).upos != Upos::ADP;  // "knocking on the door for help"
    if (verb == "force") return t + 2 < sentence_.end && form(t + 2) != "way";  // "forcing her way out"
    return one_of(verb, {"cause", "result", "fracture", "injure", "bruise"});
  }

  // "by the man she lives with", "by her partner, a builder called Joe": words about the agent that would be
  // left behind.
  bool more_about_agent(std::uint32_t next) const {
    const Token& word = token(next);
    static constexpr std::array<std::string_view, 6> with_clause{"tell",   "promise", "warn",
                                                                 "assure", "inform",  "persuade"};
    const bool told = one_of(lemma(c_.by.participle), with_clause);  // "was told by him he would be sorry"
    if (!told && is_personal_pronoun(word) && next + 1 < sentence_.end &&
        (token(next + 1).upos == Upos::VERB || token(next + 1).upos == Upos::AUX))
      return true;
    for (std::uint32_t t = next; t < sentence_.end && t < next + 4; ++t) {
      if (n_.form(t) == "(") return false;
      if (n_.form(t) != ",") {
        if (token(t).upos == Upos::VERB || token(t).upos == Upos::AUX) return false;
        continue;
      }
      const TokenRange phrase = noun_phrase_at(n_, t + 1, sentence_.end);
      if (phrase.empty() || c_.by.closing_comma || form(t + 1) == "no") return false;
      if (phrase.end >= sentence_.end || token(phrase.end).upos == Upos::PUNCT) return true;
      const std::string after = form(phrase.end);
      if (token(phrase.end).upos == Upos::ADP && is_person(n_, phrase)) return true;
      return after == "called" || after == "named" || after == "known" || after == "aged";
    }
    return false;
  }

  // "was hit so hard by him that she fell"
  bool measured() const {
    for (std::uint32_t t = c_.group.words.begin; t < c_.by.by; ++t)
      if (one_of(form(t), {"so", "such"})) return true;
    return false;
  }

  void relative_of_agent(std::uint32_t next) {
    if (next + 1 >= sentence_.end) return;
    const bool comma = n_.form(next) == ",";
    const std::uint32_t word = comma ? next + 1 : next;
    const std::string opening = form(word);
    if (token(word).upos == Upos::ADP && word + 1 < sentence_.end &&
        (form(word + 1) == "whom" || (comma && form(word + 1) == "which"))) {
      out_.blocks = true;  // "by Mr B, with whom she has two children"
      return;
    }
    if (more_about_agent(next)) {
      out_.blocks = true;
      return;
    }
    const bool relative = opening == "who" || opening == "whom" || opening == "whose" ||
                          (opening == "that" && token(word).xpos == Xpos::WDT && !measured());
    if (!relative) return;
    const bool to_the_end =
        std::none_of(n_.analysis.tokens.begin() + word, n_.analysis.tokens.begin() + sentence_.end - 1,
                     [&](const Token& t) { return n_.text(t.span) == ","; });
    const bool simple = c_.group.finite && !c_.group.negated;
    if (comma && opening == "who" && finite_behind(word + 1) && to_the_end && simple &&
        c_.shape == PassiveShape::finite)
      out_.agent_relative = word;
    else
      out_.blocks = true;
  }

  // "cut up by him and her passport burned": a passive whose auxiliary is left out would read as its own
  // doing.
  bool leaves_out_auxiliary(std::uint32_t t) const {
    if (token(t).upos != Upos::CCONJ || form(t) == "or" || t + 2 >= sentence_.end) return false;
    if (c_.shape != PassiveShape::finite && c_.shape != PassiveShape::inherited) return false;
    const TokenRange what = noun_phrase_at(n_, t + 1, sentence_.end);
    if (what.empty() || what.end >= sentence_.end || is_person(n_, what)) return false;
    std::uint32_t verb = what.end;
    while (verb + 1 < sentence_.end && token(verb).upos == Upos::ADV) ++verb;
    const bool participle = participle_like(token(verb)) && form(verb).ends_with("ed");
    const bool irregular = token(verb).upos == Upos::VERB && token(verb).xpos == Xpos::VBN;
    const bool done_to = is_damage(lemma(verb)) || is_done_to_somebody(lemma(verb));
    if ((!participle && !irregular) || !done_to || own_agent(verb)) return false;
    const Upos next = verb + 1 < sentence_.end ? token(verb + 1).upos : Upos::PUNCT;
    return next != Upos::DET && next != Upos::PRON && next != Upos::NOUN && next != Upos::PROPN;
  }

  // "hit by him with a belt and then by his mother with a spoon"; "by him or one of his brothers", "rather
  // than by his brother": behind the verb they would be hit as well.
  bool another_doer(std::uint32_t t) const {
    if (t == c_.by.agent.end &&
        (form(t) == "or" || form(t) == "rather" || (form(t) == "," && form(t + 1) == "not")))
      return true;
    if (token(t).upos != Upos::CCONJ) return false;
    std::uint32_t next = t + 1;
    while (next + 1 < sentence_.end && token(next).upos == Upos::ADV) ++next;
    if (t == c_.by.agent.end && one_of(form(next), {"someone", "somebody", "another", "others"})) return true;
    if (next + 1 >= sentence_.end || form(next) != "by") return false;
    return is_person(n_, noun_phrase_at(n_, next + 1, sentence_.end));
  }

  void look_at(std::uint32_t t) {
    const std::string word = form(t);
    if (another_doer(t) || leaves_out_auxiliary(t)) {
      out_.blocks = true;
      return;
    }
    if ((word == "so" || word == "neither" || word == "nor" || word == "as") && t + 1 < sentence_.end &&
        pro_verb(t + 1) && stands_for_the_verb(t + 1)) {
      out_.blocks = true;
      return;
    }
    // "as she was after the last arrest"
    if ((word == "as" || word == "than") && t + 3 < sentence_.end && is_personal_pronoun(token(t + 1)) &&
        pro_verb(t + 2) && token(t + 3).upos != Upos::VERB && token(t + 3).upos != Upos::ADJ &&
        token(t + 3).upos != Upos::DET && token(t + 3).upos != Upos::ADV && token(t + 3).upos != Upos::NOUN) {
      out_.blocks = true;
      return;
    }
    if (token(t).xpos == Xpos::VBG && t > c_.by.agent.end) leaning(t);
    if (t > c_.by.agent.end && one_of(form(t - 1), {"while", "whilst", "when"}) && tells_a_state(n_, t) &&
        only_of_patient(n_, t) && out_.while_verb == kNone)
      out_.while_verb = t;
    if (out_.verb == kNone && (token(t).upos == Upos::CCONJ || word == "," || word == "then")) joined(t);
  }

  bool verb_between(std::uint32_t t) const {
    for (std::uint32_t v = c_.by.agent.end; v < t; ++v)
      if (token(v).xpos == Xpos::VBD || token(v).xpos == Xpos::VBZ || token(v).xpos == Xpos::VBP) return true;
    return false;
  }

  // "was hit by him while leaving", "before telling anyone".
  void leaning(std::uint32_t t) {
    if (inside_another() && verb_between(t)) return;  // it leans on the clause around this one
    const std::string before = form(t - 1);
    if (before == "while" || before == "whilst" || before == "when") {
      if (out_.while_verb == kNone) out_.while_verb = t;
    } else if ((before == "after" || before == "before" || before == "on" || before == "upon" ||
                before == "since") &&
               n_.clauses.at_predicate[t] != kNone) {
      out_.blocks = true;
    }
  }

  // Behind the comma that closes a clause or phrase of time or condition; kNone for "and, she says, kicked".
  std::uint32_t end_of_insertion(std::uint32_t comma) const {
    static constexpr std::array<std::string_view, 14> openings{
        "when", "if", "after", "before",  "while",    "as",    "once",
        "on",   "in", "at",    "because", "whenever", "until", "although"};
    if (comma + 1 >= sentence_.end || !one_of(form(comma + 1), openings)) return kNone;
    for (std::uint32_t t = comma + 2; t + 1 < sentence_.end && t < comma + 16; ++t)
      if (n_.form(t) == ",") return t + 1;
    return kNone;
  }
  bool own_subject_at(std::uint32_t t) const {
    const Upos upos = token(t).upos;
    return upos == Upos::PRON || upos == Upos::PROPN || upos == Upos::NOUN || upos == Upos::DET;
  }

  std::uint32_t head_verb(std::uint32_t t) const {
    for (std::uint32_t v = t; v < sentence_.end && v < t + 6; ++v)
      if (token(v).upos == Upos::VERB ||
          (token(v).upos == Upos::AUX && token(v).deprel != Deprel::aux &&
           token(v).deprel != Deprel::aux_pass && token(v).deprel != Deprel::cop))
        return v;
      else if (token(v).upos != Upos::AUX && token(v).upos != Upos::ADV && token(v).upos != Upos::PART)
        return v;
    return t;
  }

  // Which word does this verb, or the first before it in its row, hang on?
  std::uint32_t joined_to(std::uint32_t verb) const {
    std::uint32_t t = verb;
    for (int steps = 0; steps < 6 && token(t).deprel == Deprel::conj && token(t).head != t; ++steps) {
      t = token(t).head;
      if (t == c_.group.participles.front() || t == c_.group.participles.back()) break;
    }
    return t;
  }

  // "and two days later left", "and that night was …": the subject would become the doer.
  bool time_before_verb(std::uint32_t t) const {
    static constexpr std::array<std::string_view, 13> times{
        "minute", "hour",    "day",   "night", "morning", "evening", "afternoon",
        "week",   "weekend", "month", "year",  "time",    "moment"};
    bool time = false;
    for (std::uint32_t v = t + 1; v < sentence_.end && v < t + 8; ++v) {
      if (time && (token(v).upos == Upos::VERB || token(v).upos == Upos::AUX)) return true;
      const bool goes_on =
          one_of(form(v), {"later", "after", "before", "earlier", "on"}) || token(v).upos == Upos::ADV;
      if (time && !goes_on) return false;
      if (token(v).upos == Upos::PUNCT || token(v).upos == Upos::VERB || token(v).upos == Upos::ADP)
        return false;
      time |= one_of(lemma(v), times);
    }
    return false;
  }

  // "was kept by him in the shed and let out": a participle that looks like its infinitive, where none can
  // be.
  bool participle_as_base(std::uint32_t verb) const {
    static constexpr std::array<std::string_view, 10> alike{"let",  "put",  "hit", "cut",  "shut",
                                                            "hurt", "beat", "set", "read", "split"};
    if (token(verb).xpos != Xpos::VB || !one_of(form(verb), alike) || shares_the_agent(verb)) return false;
    const Upos next = verb + 1 < sentence_.end ? token(verb + 1).upos : Upos::PUNCT;
    if (next == Upos::PRON || next == Upos::DET || next == Upos::NOUN || next == Upos::PROPN) return false;
    for (std::uint32_t t = c_.group.words.begin; t < verb; ++t)
      if (token(t).xpos == Xpos::MD || token(t).upos == Upos::PART ||
          (t >= c_.by.agent.end && token(t).xpos == Xpos::VB))
        return false;
    return true;
  }

  void joined(std::uint32_t t) {
    if (token(t).upos == Upos::CCONJ && time_before_verb(t)) {
      out_.blocks = true;
      return;
    }
    std::uint32_t link = t;
    if (n_.form(t) == "," && t + 1 < sentence_.end && token(t + 1).upos == Upos::CCONJ) return;  // comes next
    std::uint32_t first = t + 1;
    std::uint32_t verb = first;
    while (verb < sentence_.end && token(verb).upos == Upos::ADV) {
      const std::string word = form(verb++);
      if ((word == "so" || word == "neither") && verb < sentence_.end && pro_verb(verb) &&
          stands_for_the_verb(verb)) {
        out_.blocks = true;
        return;
      }
    }
    // "and, she says, kicked", "and scratched at his face": whose act it is doesn't show.
    static constexpr std::array<std::string_view, 9> at_somebody{"scratch", "claw", "kick", "hit", "bite",
                                                                 "strike",  "grab", "tear", "pull"};
    bool insertion = token(t).upos == Upos::CCONJ && verb < sentence_.end && n_.form(verb) == ",";
    if (insertion && end_of_insertion(verb) != kNone) {  // "and, when she refused, was threatened by him"
      first = verb = end_of_insertion(verb);
      if (own_subject_at(verb)) return;
      insertion = false;
    }
    if (insertion ||
        (verb + 1 < sentence_.end && form(verb + 1) == "at" && one_of(lemma(verb), at_somebody))) {
      out_.blocks = true;
      return;
    }
    // "and could somebody come"
    if (verb + 1 < sentence_.end && token(verb).upos == Upos::AUX &&
        token(verb + 1).deprel == Deprel::nsubj && token(verb + 1).head > verb)
      return;
    const bool denied = verb < sentence_.end && (form(verb) == "not" || form(verb) == "never");
    if (denied) ++verb;
    if (verb < sentence_.end && participle_as_base(verb)) {
      out_.blocks = true;
      return;
    }
    if (verb >= sentence_.end || !finite_like(verb) || shares_the_agent(verb)) return;
    const bool after_agent =
        t == c_.by.agent.end || (t == c_.by.agent.end + 1 && n_.form(c_.by.agent.end) == ",");
    // "and neither had been believed": a subject, whatever its tag
    for (std::uint32_t word = first; word < verb; ++word)
      if (one_of(form(word), {"neither", "both", "each", "none"}) && finite_like(verb)) return;
    const std::uint32_t head = head_verb(verb);
    const std::uint32_t to = joined_to(head);
    if (goes_with_clause_around(t, verb)) return;
    const bool own_subject = dependent(n_.analysis, n_.clauses, head, Deprel::nsubj) != kNone ||
                             dependent(n_.analysis, n_.clauses, head, Deprel::nsubj_pass) != kNone;
    if (own_subject && !after_agent) return;
    // "was approached by him, was called names and was then punched by him": whose doing the middle was.
    if (n_.form(t) == "," && lemma(verb) == "be" && head != verb && !own_subject &&
        participle_like(token(head)) && token(head).deprel == Deprel::conj && shape_is_whole() &&
        to == c_.group.participles.front() && !own_agent(head)) {
      out_.blocks = true;
      return;
    }
    if (n_.form(t) == "," && token(verb).upos == Upos::AUX && !after_agent) return;  // ", who …, was"
    const bool comma_only = token(t).upos != Upos::CCONJ && form(t) != "then";
    if (to > c_.by.agent.end && to != head && to < t && !after_agent)
      return;  // joined to something behind the agent
    const bool ours = std::find(c_.group.participles.begin(), c_.group.participles.end(), to) !=
                          c_.group.participles.end() ||
                      (c_.shape == PassiveShape::causative && to == c_.group.auxiliary) ||
                      (c_.shape == PassiveShape::inherited && after_agent);
    // "told her worker she'd been hit by him but only phoned when …": behind his name it would be his doing.
    const bool leaves_complement = token(t).upos == Upos::CCONJ && n_.form(t - 1) != "," && !own_subject &&
                                   in_complement() && token(verb).xpos == Xpos::VBD &&
                                   to < c_.group.words.begin && !after_agent;
    if (leaves_complement && !is_personal_pronoun(token(c_.patient.begin))) {
      out_.blocks = true;
      return;
    }
    if (!ours && !leaves_complement) {
      if (inside_another() && to < c_.group.words.begin && token(verb).xpos != Xpos::VBN) return;
      if (after_agent && !comma_only) {
        out_.blocks = true;
        return;
      }
      if (!comma_only && !inside_another() && could_be_passive(verb)) {
        out_.blocks = true;
        return;
      }
      const bool whole = c_.shape == PassiveShape::finite || c_.shape == PassiveShape::inherited;
      if (after_agent && comma_only && whole && token(verb).xpos == Xpos::VBN && lemma(verb) != form(verb)) {
        out_.blocks = true;  // "examined by Dr Hale, photographed by the hospital and …"
        return;
      }
      // A comma and a bare past: a row of verbs, whatever the parse hangs it on.
      if (!after_agent || !comma_only || token(verb).xpos != Xpos::VBD || c_.shape != PassiveShape::finite)
        return;
    }
    const bool passive = only_passive(verb);
    if (!passive && (could_be_passive(verb) || told_a_clause(verb))) {
      out_.blocks = true;
      return;
    }
    out_.verb = verb;
    out_.link = comma_only ? kNone : link;
    out_.insert_before = first;
    out_.passive_with_agent = own_agent(head);
    static constexpr std::array<std::string_view, 16> pasts{"shook", "threw", "went",  "fell", "ran", "began",
                                                            "drank", "came",  "swore", "tore", "bit", "hid",
                                                            "woke",  "broke", "froze", "fled"};
    if (one_of(form(verb), pasts)) return;  // the subject's own doing, whatever its tag
    const bool bare = passive || (token(verb).upos == Upos::VERB && token(verb).xpos == Xpos::VBN);
    if (bare && !out_.passive_with_agent) {
      const bool plain = c_.group.place == VerbPlace::past || c_.group.place == VerbPlace::present;
      if (!c_.group.finite || !plain) out_.blocks = true;
      out_.lacks_auxiliary = true;
    }
  }

  // "said that she was hit", "told her worker she'd been hit"
  bool in_complement() const {
    // A sentence that was ended after "Ms" begins behind its own subject.
    if (c_.patient.empty() || c_.patient.begin <= sentence_.begin) return false;
    if (form(c_.patient.begin - 1) == "that" || token(c_.patient.begin - 1).upos == Upos::VERB) return true;
    const std::uint32_t clause = n_.clauses.at_predicate[c_.by.participle];
    return clause != kNone && n_.clauses.all[clause].reported_by != kNone;
  }

  // "alleged that he had been hit by her, and showed …": no "had shown", so it is joined to "alleged".
  bool goes_with_clause_around(std::uint32_t link, std::uint32_t verb) const {
    const std::uint32_t begin = c_.patient.begin;
    if (c_.shape != PassiveShape::finite || begin <= sentence_.begin || c_.patient.empty()) return false;
    return in_complement() && n_.form(link - 1) == "," && c_.group.place == VerbPlace::participle &&
           token(verb).upos == Upos::VERB && token(verb).xpos == Xpos::VBD;
  }

  bool shape_is_whole() const {
    return c_.shape == PassiveShape::finite || c_.shape == PassiveShape::inherited;
  }

  // The subject that the passive gives up isn't the subject of the clause around it.
  bool inside_another() const {
    return c_.shape == PassiveShape::gerund || c_.shape == PassiveShape::small_clause ||
           c_.shape == PassiveShape::relative || c_.shape == PassiveShape::whose ||
           c_.shape == PassiveShape::reduced || c_.shape == PassiveShape::infinitive ||
           c_.shape == PassiveShape::fronted;
  }

  // "and told to keep quiet", "and told that he …", "and threatened with a knife": nobody would say so of the
  // one who tells.
  bool only_passive(std::uint32_t verb) const {
    static constexpr std::array<std::string_view, 8> with_to{"tell",   "order",  "force",    "make",
                                                             "forbid", "compel", "instruct", "oblige"};
    if (token(verb).upos != Upos::VERB || verb + 1 >= sentence_.end) return false;
    if (token(verb).xpos != Xpos::VBD && token(verb).xpos != Xpos::VBN) return false;
    if (lemma(verb) == "tell" && form(verb + 1) == "that" && token(verb + 1).upos == Upos::SCONJ) return true;
    // "and told it was her own fault", "and told he would find her"
    if (lemma(verb) == "tell" && verb + 2 < sentence_.end && finite_like(verb + 2) &&
        one_of(form(verb + 1), {"it", "he", "she", "they", "we", "i", "there"}))
      return true;
    if (one_of(lemma(verb), with_to)) return form(verb + 1) == "to";
    return lemma(verb) == "threaten" && form(verb + 1) == "with";
  }

  // "and told no one would believe her": what she was told, not whom she told.
  bool told_a_clause(std::uint32_t verb) const {
    if (lemma(verb) != "tell" || verb + 1 >= sentence_.end) return false;
    std::uint32_t after = noun_phrase_at(n_, verb + 1, sentence_.end).end;
    if (form(verb + 1) == "no" || token(verb + 1).upos == Upos::PRON)
      after = verb + (form(verb + 1) == "no" ? 3 : 2);  // "no one", "nobody", "he"
    if (after <= verb || after >= sentence_.end) return false;
    const Xpos tag = token(after).xpos;
    return tag == Xpos::VBD || tag == Xpos::VBZ || tag == Xpos::VBP || tag == Xpos::MD;
  }

  // "was grabbed by him and pulled towards the door": a past that is a participle as well, with no object
  // behind it.
  bool could_be_passive(std::uint32_t verb) const {
    static constexpr std::array<std::string_view, 48> intransitive{
        "walk",    "run",   "flee",   "faint",    "collapse",  "cry",     "scream",  "call",
        "phone",   "shout", "attend", "stay",     "sleep",     "bleed",   "vomit",   "stop",
        "try",     "want",  "manage", "decide",   "return",    "escape",  "wait",    "need",
        "die",     "limp",  "crawl",  "jump",     "arrive",    "sob",     "tremble", "stumble",
        "stagger", "trip",  "slip",   "panic",    "recover",   "survive", "live",    "move",
        "agree",   "beg",   "start",  "miscarry", "apologise", "comply",  "rush",    "hurry"};
    const Token& word = token(verb);
    // "and shouted at if she refused"
    if (word.upos == Upos::VERB && verb + 2 < sentence_.end && one_of(form(verb + 1), {"at", "on", "upon"}) &&
        (token(verb + 2).upos == Upos::SCONJ || token(verb + 2).upos == Upos::PUNCT ||
         token(verb + 2).upos == Upos::ADV || token(verb + 2).upos == Upos::ADP))
      return true;
    if (word.upos != Upos::VERB || word.xpos != Xpos::VBD || one_of(lemma(verb), intransitive)) return false;
    const std::string past = form(verb);
    static constexpr std::array<std::string_view, 44> irregular{
        "let",   "set",   "said",   "read",    "met",    "split", "thrown", "built",  "held",
        "won",   "left",  "hit",    "put",     "held",   "told",  "kept",   "hurt",   "cut",
        "shut",  "made",  "caught", "brought", "thrust", "flung", "stuck",  "struck", "spent",
        "sold",  "sent",  "taught", "fed",     "hung",   "lent",  "paid",   "shot",   "swung",
        "bound", "burnt", "spat",   "found",   "bought", "dealt", "led",    "lost"};
    if (!past.ends_with("ed") && !one_of(past, irregular)) return false;
    const std::uint32_t next = verb + 1;
    if (next >= sentence_.end) return true;
    const Upos upos = token(next).upos;
    return upos != Upos::DET && upos != Upos::PRON && upos != Upos::NOUN && upos != Upos::PROPN &&
           upos != Upos::ADJ && upos != Upos::NUM;
  }

  bool own_agent(std::uint32_t head) const {
    for (const ByAgent& other : by_agents(n_, sentence_of(n_.analysis, head)))
      if (other.participle == head) return true;
    return false;
  }

  const Narrative& n_;
  const PassiveClause& c_;
  TokenRange sentence_;
  Followers out_;
};

}  // namespace

Followers what_follows(const Narrative& narrative, const PassiveClause& clause) {
  return Ahead(narrative, clause).look();
}

namespace {

// "While asleep, Ms A was": nothing between the first word and the comma that could have a subject.
bool lacks_verb(const Narrative& n, std::uint32_t begin) {
  if (n.form(begin + 2) == ",") return true;  // whatever the tag of that one word
  for (std::uint32_t t = begin + 1; t < n.analysis.tokens.size() && n.form(t) != ","; ++t)
    if (n.analysis.tokens[t].upos == Upos::VERB || n.analysis.tokens[t].upos == Upos::AUX) return false;
  return true;
}

}  // namespace

LeadingClause leading_clause(const Narrative& n, const PassiveClause& c) {
  LeadingClause out;
  const TokenRange sentence = n.analysis.sentences[sentence_of(n.analysis, c.by.participle)].tokens;
  const auto form = [&](std::uint32_t t) { return lower(n.form(t)); };
  const auto token = [&](std::uint32_t t) -> const Token& { return n.analysis.tokens[t]; };
  const std::string first = form(sentence.begin);
  const bool time = first == "while" || first == "when" || first == "whilst";
  const bool state = time || one_of(first, {"once", "although", "though", "if"});
  if (state && c.patient.begin == sentence.begin + 1)
    for (std::uint32_t t = c.patient.begin; t < c.patient.end; ++t)
      out.blocks |= n.form(t) == ",";  // "While [pregnant, Ms A] was", as the parse has it
  if (c.patient.begin < sentence.begin + 2) return out;
  // "Each time he tried to leave", "The day she left"
  static constexpr std::array<std::string_view, 8> moments{"time",    "day",     "night", "moment",
                                                           "morning", "evening", "week",  "minute"};
  static constexpr std::array<std::string_view, 3> each{"each", "every", "the"};
  const bool moment = one_of(first, each) && one_of(form(sentence.begin + 1), moments);
  const std::uint32_t second = sentence.begin + (moment ? 2 : 1);
  const bool named = !is_personal_pronoun(token(c.patient.begin));
  // "When she was pregnant[,] Ms A was": once somebody else stands between, the name has to come first.
  static constexpr std::array<std::string_view, 12> openings{"when",   "while", "whilst",   "after",
                                                             "before", "as",    "if",       "because",
                                                             "since",  "once",  "whenever", "although"};
  if (named && (moment || one_of(first, openings)) && is_personal_pronoun(token(second)) &&
      pronoun_set(n.form(second)) == pronouns_of(n, c.patient)) {
    out.pronoun = second;
    return out;
  }
  if (n.form(c.patient.begin - 1) != ",") return out;
  if (first == "as" && token(second).upos == Upos::DET) out.blocks = true;
  const bool alone = token(sentence.begin).upos == Upos::ADJ && token(second).upos != Upos::NOUN &&
                     token(second).upos != Upos::NUM && token(second).upos != Upos::ADJ;
  const bool participle = token(sentence.begin).xpos == Xpos::VBG || token(sentence.begin).xpos == Xpos::VBN;
  if ((participle && !like_preposition(first)) || alone || first == "aged") out.blocks = true;
  const bool since = first == "since" && c.group.place == VerbPlace::participle;
  const bool order = first == "after" || first == "before" || since;
  if (!moment && time && tells_a_state(n, second)) {
    out.verb = second;
    return out;
  }
  if (!moment && token(second).xpos == Xpos::VBG) {
    if (!time && !order)
      out.blocks = true;
    else
      out.verb = second;
    out.finite_past = order;
    if (order && !since && c.group.place != VerbPlace::past) out.blocks = true;
    return out;
  }
  if (!moment && state && lacks_verb(n, sentence.begin)) out.blocks = true;
  return out;
}

}  // namespace onus
