#include "rewriting/turn_verb.h"

#include <array>

#include "language/by_phrase.h"
#include "rewriting/phrases.h"
#include "rewriting/turn_names.h"
#include "text/closed_list.h"

namespace onus {
namespace {

constexpr std::array<std::string_view, 12> kStranded{"at",   "to",  "on", "upon", "about", "after",
                                                     "with", "for", "of", "from", "into",  "against"};
constexpr std::array<std::string_view, 12> kParticles{"away",    "down", "up",   "out",   "off",   "over",
                                                      "through", "in",   "back", "apart", "aside", "around"};

// "threw away Ms A's insulin", but "threw her out".
bool particle_goes_first(const Turning& p, std::uint32_t particle, const std::string& object) {
  const std::string_view verb = p.n.analysis.lemma(p.clause.by.participle);
  if (p.form(particle) == "over" && keeps_over(verb)) return true;
  if (p.form(particle) == "through" && one_of(verb, {"go", "look", "search", "rifle", "sift"})) return true;
  if (!one_of(p.form(particle), kParticles) || p.form(particle) == "through" || pronoun_set(object))
    return false;
  return !is_person(p.n, p.clause.patient);
}

// "pushes her about", but "complains about her"
bool moves_about(const Turning& p, std::uint32_t small) {
  static constexpr std::array<std::string_view, 9> verbs{"push",  "shove", "knock", "order", "boss",
                                                         "throw", "drag",  "kick",  "chase"};
  return p.form(small) == "about" && one_of(p.n.analysis.lemma(p.clause.by.participle), verbs);
}

// "Threats were made by him to …": nobody is made to do anything.
bool is_thing(const Turning& p) {
  if (p.clause.shape == PassiveShape::relative) return p.form(p.clause.link) != "who";
  if (p.clause.patient.empty()) return false;
  const std::uint32_t head = p.clause.patient.end - 1;
  return p.token(head).upos == Upos::NOUN && !is_person(p.n, p.clause.patient) &&
         !can_be_person(p.n.analysis, head);
}

}  // namespace

bool keeps_over(std::string_view verb) {
  static constexpr std::array<std::string_view, 13> over{"stand", "talk",  "watch", "lean",  "climb",
                                                         "walk",  "tower", "fight", "laugh", "speak",
                                                         "shout", "loom",  "go"};
  return one_of(verb, over);
}

bool can_be_stranded(std::string_view word) { return one_of(word, kStranded); }

std::string active(const Turning& p, VerbPlace place) {
  return active_verbs(p.n, p.clause.group, place, agreement(p), p.inflector);
}

std::string active_group_here(const Turning& p) {
  return active_group(p.n, p.clause.group, agreement(p), p.inflector);
}

std::string adverbs_of_group(const Turning& p) {
  std::string text;
  for (std::uint32_t t = p.clause.group.words.begin; t < p.clause.group.participles.front(); ++t)
    if (p.token(t).upos == Upos::ADV && !p.clause.group.manner.contains(t)) text += p.form(t) + " ";
  return text;
}

void edit_group(Turning& p, const std::string& text) {
  std::uint32_t begin = p.begin_of(p.clause.group.words.begin);
  if (text.starts_with(",")) begin = p.end_of(p.clause.group.words.begin - 1);  // "Mr B, she says, hit"
  const TokenRange manner = p.clause.group.manner;
  const bool at_the_end = !manner.empty() && small_word_before_by(p) == kNone;
  const bool touches =
      !text.starts_with(",") && begin > 0 && p.n.prose()[begin - 1] != ' ' && p.n.prose()[begin - 1] != '\n';
  p.edit(begin, p.end_of(p.clause.group.words.end - 1),
         (touches ? " " : "") + text + (at_the_end ? " " + words_of(p.n, manner) : ""));
}

void put_verb(Turning& p, const std::string& verb, const std::string& object) {
  const std::uint32_t small = small_word_before_by(p);
  if (small == kNone) {
    edit_group(p, verb + " " + object);
    return;
  }
  const TokenRange manner = p.clause.group.manner;
  const std::string how = manner.empty() ? "" : " " + words_of(p.n, manner);
  const bool stays_with_verb =
      (can_be_stranded(p.form(small)) && !moves_about(p, small)) || particle_goes_first(p, small, object);
  edit_group(p, verb + (stays_with_verb ? "" : " " + object));
  const std::string behind = (stays_with_verb ? " " + object : "") + how;
  if (!behind.empty()) p.edit(p.end_of(small), p.end_of(small), behind);
}

std::uint32_t stranded_after(const Turning& p, std::uint32_t t) {
  static constexpr std::array<std::string_view, 8> each{"every", "each", "last",  "this",
                                                        "that",  "all",  "twice", "once"};
  static constexpr std::array<std::string_view, 12> times{"day",  "night",     "morning", "evening",
                                                          "week", "weekend",   "month",   "year",
                                                          "time", "afternoon", "hour",    "today"};
  static constexpr std::array<std::string_view, 8> idioms{"fire", "fun", "advantage", "care",
                                                          "hold", "rid", "charge",    "control"};
  if (t + 1 < p.sentence.end && one_of(p.form(t), idioms) && can_be_stranded(p.form(t + 1)))
    return t + 1;  // "set fire to", "made fun of"
  if (t + 1 >= p.sentence.end || !can_be_stranded(p.form(t))) return kNone;
  const bool new_phrase = one_of(p.form(t + 1), {"on", "in", "at", "since", "until", "from"});
  if (!new_phrase && t + 2 < p.sentence.end && p.token(t + 2).upos == Upos::NUM)
    return kNone;                               // "at about 3 a.m.", but not "shouted at on 3 May"
  if (p.form(t + 1).ends_with("ly")) return t;  // "spoken to sharply", whatever the tags
  if (p.token(t).upos != Upos::ADP && p.token(t).upos != Upos::ADV && p.token(t).upos != Upos::PART)
    return kNone;
  const Token& next = p.token(t + 1);
  if (p.form(t) == "from" && next.upos != Upos::PUNCT && p.form(t + 1) != "by")
    return kNone;  // "from behind"
  if (next.upos == Upos::ADP || next.upos == Upos::ADV || next.upos == Upos::CCONJ ||
      next.upos == Upos::PUNCT)
    return next.xpos == Xpos::HYPH || p.n.form(t + 1) == "\"" || p.n.form(t + 1) == "“" ? kNone : t;
  if (t + 2 < p.sentence.end && one_of(p.form(t + 1), each) && one_of(p.n.analysis.lemma(t + 2), times))
    return t;
  return kNone;
}

void drop_to(Turning& p) {
  static constexpr std::array<std::string_view, 4> bare{"make", "see", "hear", "watch"};
  if (!one_of(p.n.analysis.lemma(p.clause.by.participle), bare)) return;
  if (p.clause.shape == PassiveShape::reduced || is_thing(p)) return;  // "threats made by him to tell"
  std::uint32_t to = p.clause.by.agent.end;
  if (p.clause.group.words.end < p.sentence.end && p.form(p.clause.group.words.end) == "to")
    to = p.clause.group.words.end;
  if (to >= p.sentence.end || p.form(to) != "to") return;
  p.edit(p.end_of(to - 1), p.end_of(to), "");
  for (std::uint32_t t = to + 1; t + 2 < p.sentence.end; ++t) {  // "and to hand over"
    if (p.token(t).upos == Upos::PUNCT && p.n.form(t) != ",") return;
    const bool joined = p.form(t - 1) == "and" && p.token(t + 1).upos == Upos::NOUN;  // "to hand over"
    if (p.form(t) == "to" && (joined || p.token(t).upos == Upos::PART || p.token(t + 1).xpos == Xpos::VB)) {
      if (p.form(t - 1) == "and") p.edit(p.end_of(t - 1), p.end_of(t), "");
      return;
    }
  }
}

std::uint32_t small_word_before_by(const Turning& p) {
  if (const std::uint32_t stranded = stranded_after(p, p.clause.group.words.end); stranded != kNone)
    return stranded;
  // "run up in her name by him"
  static constexpr std::array<std::string_view, 7> behind_particle{"in",   "from", "on",    "at",
                                                                   "with", "for",  "during"};
  const std::uint32_t particle = p.clause.group.words.end;
  if (p.clause.more.empty() && particle + 1 < p.sentence.end && p.token(particle).xpos == Xpos::RP &&
      one_of(p.form(particle), kParticles) && one_of(p.form(particle + 1), behind_particle))
    return particle;
  // "was thrown to the floor and stamped on by him": "on" belongs to the other verb.
  if (!p.clause.more.empty() && p.clause.more.front() < p.clause.by.by) {
    const std::uint32_t next = p.clause.group.words.end;
    return one_of(p.form(next), kParticles) ? next : kNone;
  }
  const std::uint32_t last = p.slot.empty() ? p.clause.by.by - 1 : p.clause.group.words.end;
  if (last >= p.sentence.end || (p.slot.empty() && last < p.clause.group.words.end)) return kNone;
  const Upos upos = p.token(last).upos;
  if (upos != Upos::ADP && upos != Upos::ADV && upos != Upos::PART) return kNone;
  if (!p.slot.empty()) {
    const std::uint32_t next = last + 1;
    const bool alone = next >= p.sentence.end || p.token(next).upos == Upos::PUNCT ||
                       p.token(next).upos == Upos::ADP || p.token(next).upos == Upos::CCONJ;
    if (!alone) return kNone;
  }
  if (can_be_stranded(p.form(last))) return last;
  return last == p.clause.group.words.end && one_of(p.form(last), kParticles) ? last : kNone;
}

}  // namespace onus
